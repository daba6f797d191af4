"""Articles are found by the figures they claim."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from articles.models import Status
from search import figures as module
from search.language.syntax import Trouble
from tests.factories import ArticleFactory, figure_of

pytestmark = pytest.mark.django_db

ASKED = [
    ("رقم:180", "few"),
    ("رقم:>100 عائلة", "few many"),
    ("رقم:>100 عائلات", "few many"),
    ("رقم:>1000 عائلة", "many"),
    ("رقم:[3 آلاف إلى 4 آلاف]", "many"),
    ("رقم:[150 إلى 200] العائلات", "few"),
    ("رقم:55 قتيل", "range"),
    ("رقم:<50 قتيل", "range"),
    ("رقم:>61", "few many money"),
    ("رقم:2.6", ""),
    ("رقم:>=2 مليون", "money"),
    ("رقم:>=2 مليون دولار", "money"),
    ("رقم:>3 مليون دولار", ""),
    ("رقم:>100 دولار", "money"),
    ("رقم:>100 ريال", ""),
    ("-رقم:>100", "range"),
    ("رقم:2014", ""),
    ("كثير رقم:>100 عائلة", "many"),
]


@pytest.fixture
def news(find: Callable[..., Any]) -> None:
    def article(title: str, words: str, quote: str, **figure: Any) -> None:
        figure_of(ArticleFactory(title=title, body=words), quote, **figure)

    article("few", "عادت 180 عائلة", "180", value=180, noun="عائلة", noun_key="عايله")
    article(
        "many",
        "كثير: ثلاثة آلاف عائلة",
        "ثلاثة آلاف",
        value=3000,
        noun="عائلة",
        noun_key="عايله نازحه",
    )
    article(
        "range",
        "بين 40 و60 قتيلا",
        "40 و60",
        value=40,
        value_max=60,
        noun="قتيلا",
        noun_key="قتيل",
    )
    article(
        "money",
        "2,6 مليون دولار",
        "2,6 مليون",
        value=2_600_000,
        unit="USD",
        kind="money",
    )
    draft = ArticleFactory(body="180 عائلة", status=Status.DRAFT)
    figure_of(draft, "180", value=180)
    dated = ArticleFactory(title="dated", body="عام 2014", status=Status.DRAFT)
    figure_of(dated, "2014", value=2014, kind="date")


def test_a_figure_is_asked_for(
    find: Callable[..., Any], news: None, subtests: pytest.Subtests
):
    for query, titles in ASKED:
        with subtests.test(query):
            page = find(query)
            assert " ".join(sorted(hit.article.title for hit in page.hits)) == titles


def test_of_too_many_articles_the_newest_are_searched_and_the_page_says_so(
    find: Callable[..., Any], news: None, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(module, "MOST_ARTICLES", 2)
    page = find("رقم:>0")

    assert page.total == 2
    assert Trouble.TOO_MANY_FIGURES in {notice.trouble for notice in page.notices}
