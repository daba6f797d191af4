"""The board counts what is to be mended and leads to it."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.models import Article, Status
from articles.quality import BY_NAME, CHECKS, by_outlet, by_year, looked_at, overall
from tests.factories import ArticleFactory, CaptureFactory, FigureFactory

pytestmark = pytest.mark.django_db

LONG = "كلمة " * 300
AILING = {
    "undated": {"published_on": None},
    "no-outlet": {"outlet": None},
    "derived-title": {"title_derived": True},
    "big-cut": {"removed_share": 0.8},
    "doubts": {"doubt_count": 2},
    "no-figures": {"body": LONG, "word_count": 300},
    "old-parser": {"parser_version": 1},
    "charset": {},
}


def test_every_check_has_its_example() -> None:
    assert set(AILING) == set(BY_NAME)


@pytest.mark.parametrize("name", AILING)
def test_an_article_is_counted_by_the_check_it_fails_alone(name: str) -> None:
    article = ArticleFactory(**AILING[name])
    sure = 0.5 if name == "charset" else 1
    CaptureFactory.create_batch(2, article=article, charset_confidence=sure)
    FigureFactory.create_batch(2, article=ArticleFactory(word_count=400), tier="core")
    ArticleFactory(status=Status.WITHDRAWN, **AILING[name])
    row = overall(looked_at())
    assert row.total == 2
    assert {check.name for check, count in row.counts if count} == {name}
    assert dict(row.counts)[BY_NAME[name]] == 1


def test_the_board_leads_to_the_same_articles_it_counts(client: Client) -> None:
    client.force_login(User.objects.create_superuser("boss"))
    ailing = ArticleFactory(removed_share=0.9)
    ArticleFactory(outlet=ailing.outlet)
    board = client.get(reverse("admin:articles_article_quality"))
    link = f"?quality=big-cut&amp;outlet__id__exact={ailing.outlet_id}"
    assert link in board.content.decode()
    address = reverse("admin:articles_article_changelist")
    shown = client.get(address + link.replace("&amp;", "&"))
    assert list(shown.context["cl"].result_list) == [ailing]


def test_outlets_and_years_are_told_apart(client: Client) -> None:
    first = ArticleFactory(title_derived=True)
    ArticleFactory(outlet=first.outlet, published_on="2016-01-01")
    ArticleFactory()
    assert [row.total for row in by_outlet(looked_at())] == [2, 1]
    years = by_year(Article.objects.filter(outlet=first.outlet).order_by())
    assert [(row.label, row.total) for row in years] == [("2016", 1), ("2014", 1)]
    derived = CHECKS[2]
    assert [dict(row.counts)[derived] for row in years] == [0, 1]


@pytest.mark.parametrize("outlet", ["x", "-1", "999", "\u0663", "1e9"])
def test_an_outlet_that_is_none_is_not_found(client: Client, outlet: str) -> None:
    client.force_login(User.objects.create_superuser("boss"))
    address = reverse("admin:articles_article_quality")
    assert client.get(address, {"outlet": outlet}).status_code == 404
