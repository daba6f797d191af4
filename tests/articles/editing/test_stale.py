"""What was read a moment ago may have been withdrawn since: no save brings it back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User

from articles.editing.corrections import set_headings
from articles.editing.history import versions_of
from articles.editing.restoring import restore
from articles.ingest import ingest, reread
from articles.models import Article, Status
from articles.readers.files import read_file
from tests.factories import OutletFactory

pytestmark = pytest.mark.django_db

TEXT = "عودة العائلات\n\n05.08.2014\n\nقالت البلدية إن 180 عائلة عادت إلى المرفأ."


def read_anew(article: Article, _user: User) -> None:
    (document,) = read_file("a.txt", TEXT.encode())
    Article.objects.filter(pk=article.pk).update(parser_version=0)
    reread(article, document)


def go_back(article: Article, user: User) -> None:
    set_headings([article], {"outlet": OutletFactory()}, user)
    restore(article, versions_of(article)[-1], user)


def give_headings(article: Article, user: User) -> None:
    set_headings([article], {"outlet": OutletFactory()}, user)


@pytest.mark.parametrize("change", [read_anew, go_back, give_headings])
def test_a_stale_article_overwrites_no_decision(
    change: Callable[[Article, User], None],
) -> None:
    user = User.objects.create_superuser("boss")
    (outcome,) = ingest(read_file("a.txt", TEXT.encode()))
    assert outcome.article
    stale = Article.objects.get(pk=outcome.article.pk)
    Article.objects.filter(pk=stale.pk).update(
        status=Status.WITHDRAWN, agency="وكالة المرسى", corrected=["agency"]
    )
    change(stale, user)
    now = Article.objects.get(pk=stale.pk)
    assert now.version > outcome.article.version
    assert (now.status, now.agency) == (Status.WITHDRAWN, "وكالة المرسى")
