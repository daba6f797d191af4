"""Without an index the database finds by headings, figures and dates what it would."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from articles.corpus.figures.nouns import noun_key
from articles.models import Status
from search import reserve
from search.backends.contract import FACETS
from search.engine import archive_backend
from search.indexing import outbox
from search.language.request import SearchRequest, Sort
from search.plans import plan_for
from tests.factories import ArticleFactory, AuthorFactory, OutletFactory, figure_of

ASKED: list[tuple[str, dict[str, Any], int]] = [
    ("مصدر:المرفأ", {}, 2),
    ("مصدر:المرفأ -هدنة", {}, 1),
    ("-مصدر:المرفأ", {}, 2),
    ("مصدر:المرفأ أو كاتب:هالة", {}, 3),
    ("كاتب:هالة هدنة", {}, 1),
    ("قسم:لا_أحد", {}, 0),
    ("رقم:180 عائلة", {}, 2),
    ("رقم:>180 عائلة", {}, 0),
    ("-رقم:180", {}, 2),
    ("رقم:180 أو ميناء", {}, 3),
    ("تاريخ:2014", {}, 2),
    ("-تاريخ:2014", {}, 2),
    ("تاريخ:2014 أو تاريخ:2016", {}, 3),
    ("", {"since": date(2000, 1, 1)}, 3),
    ("", {"sort": Sort.OLDEST}, 4),
    ("", {"sort": Sort.NEWEST}, 4),
    ("هدنة", {"outlets": ("المرفأ",)}, 1),
    ("هدنة", {"without_outlets": ("المرفأ",)}, 1),
]


@pytest.fixture
def news(index: Path) -> None:
    """Four articles, one of them without a date, section or author; and a draft."""
    harbour, hill = OutletFactory(name="المرفأ"), OutletFactory(name="التل")
    writer = AuthorFactory(name="هالة")
    made = [
        ArticleFactory(title="هدنة", outlet=harbour, published_on=date(2014, 8, 5)),
        ArticleFactory(title="سوق", outlet=harbour, published_on=date(2014, 9, 1)),
        ArticleFactory(title="هدنة", outlet=hill, author=writer, section=None),
        ArticleFactory(title="ميناء", outlet=hill, published_on=date(2016, 1, 1)),
        ArticleFactory(title="هدنة", outlet=harbour, status=Status.DRAFT),
    ]
    undated = made[2]
    undated.published_on = None
    undated.published_precision = ""
    undated.save()
    for article in (made[0], undated, made[4]):
        figure_of(article, "180", noun="عائلة", noun_key=noun_key("عائلة"), value=180)
    outbox.drain()


def test_the_reserve_finds_and_counts_what_the_index_does(
    news: None, subtests: pytest.Subtests
) -> None:
    for text, request, total in ASKED:
        with subtests.test(text, **request):
            plan, _ = plan_for(SearchRequest(text, **request), FACETS)
            found, right = reserve.find(plan), archive_backend().find(plan)
            assert found.total == right.total == total
            assert {pk for pk, _ in found.hits} == {pk for pk, _ in right.hits}
            if plan.sort is not Sort.RELEVANCE:
                assert [pk for pk, _ in found.hits] == [pk for pk, _ in right.hits]
            assert found.facets == right.facets
