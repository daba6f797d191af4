"""What stays of a withdrawn article, and what is not there before its time."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Article, Status
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("shown", [True, False])
def test_a_withdrawn_article_leaves_its_reason(client: Client, shown: bool) -> None:
    article = ArticleFactory(
        title="عودة المركب <القديم>",
        body="نص لا يُعرض أبدا.",
        status=Status.WITHDRAWN,
        withdrawn_reason="بطلب من <المصدر>",
        withdrawn_title_shown=shown,
    )
    response = client.get(article.get_absolute_url())
    page = response.content.decode()
    assert response.status_code == 410
    assert "بطلب من &lt;المصدر&gt;" in page
    assert ("عودة المركب &lt;القديم&gt;" in page) == shown
    assert "نص لا يُعرض أبدا" not in page
    assert "noindex" in page


def test_a_scheduled_article_appears_at_its_moment_and_not_before(
    client: Client, index: object
) -> None:
    now = timezone.now()
    early = ArticleFactory(
        status=Status.REVIEWED, title="خبر الغد", publish_at=now + timedelta(hours=1)
    )
    due = ArticleFactory(
        status=Status.REVIEWED, title="خبر الأمس", publish_at=now - timedelta(hours=1)
    )
    home = client.get("/").content.decode()
    assert "خبر الأمس" in home
    assert "خبر الغد" not in home
    assert client.get(early.get_absolute_url()).status_code == 404
    assert list(Article.objects.public()) == [due]
    due.refresh_from_db()
    assert (due.status, due.publish_at, due.version) == ("published", None, 2)


def test_what_is_reviewed_without_a_moment_waits(client: Client) -> None:
    article = ArticleFactory(status=Status.REVIEWED)
    assert client.get(article.get_absolute_url()).status_code == 404
    article.refresh_from_db()
    assert article.status == Status.REVIEWED
