"""What lists and counts of articles read, however many articles there are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.db.models import Count, QuerySet

from articles.models import Article, Author, Capture, Outlet, Section
from articles.querysets import (
    PUBLISHED_ON,
    ArticleQuerySet,
    with_public_articles,
)
from search.ledger.rows import figure_rows
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

Question = Callable[[ArticleQuerySet], ArticleQuerySet]

LISTS: dict[str, Question] = {
    "all": lambda rows: rows.newest(),
    "as they came in": lambda rows: rows.order_by("-id"),
    "a year": lambda rows: rows.of_year(2014).newest(),
    "a month": lambda rows: rows.of_month(2014, 8).newest(),
    "an outlet": lambda rows: rows.filter(outlet=1).newest(),
    "a section": lambda rows: rows.filter(section=1).newest(),
    "an author": lambda rows: rows.filter(author=1).newest(),
    "the day before": lambda rows: rows.filter(published_on__lt="2014-08-05").order_by(
        PUBLISHED_ON.desc(nulls_last=True)
    ),
    "the day after": lambda rows: rows.filter(published_on__gt="2014-08-05").order_by(
        PUBLISHED_ON.asc(nulls_first=True)
    ),
    "a year of an outlet": lambda rows: rows.filter(outlet=1).of_year(2014).newest(),
}


def plan(rows: ArticleQuerySet) -> str:
    """Tell how the database would answer if the archive were large."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:  # it would read a few rows as they lie
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_bitmapscan = off")
            cursor.execute("SET LOCAL enable_sort = off")  # and would sort them
            cursor.execute("SET LOCAL enable_incremental_sort = off")
    return rows.explain()


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_read_in_the_order_of_an_index(name: str) -> None:
    told = plan(LISTS[name](Article.objects.public())[:20])

    assert "_newest" in told or "_latest" in told
    assert "TEMP B-TREE" not in told
    assert "Sort" not in told


COUNTS: dict[str, Question] = {
    "all": lambda rows: rows.values("status"),
    "by day": lambda rows: rows.filter(published_on__isnull=False).values(
        "published_on"
    ),
    "by month": lambda rows: rows.known_to("month", "day").values("published_on"),
    "undated": lambda rows: rows.undated().values("published_on"),
    "by outlet": lambda rows: rows.values("outlet"),
    "outlets of a section": lambda rows: rows.filter(section=1).values("outlet"),
    "sections of an outlet": lambda rows: rows.filter(outlet=1).values("section"),
    "outlets of an author": lambda rows: rows.filter(author=1).values("outlet"),
}


@pytest.mark.skipif(connection.vendor != "sqlite", reason="told by SQLite's plans")
@pytest.mark.parametrize("name", COUNTS)
def test_articles_are_counted_without_reading_one(name: str) -> None:
    rows = COUNTS[name](Article.objects.public().order_by())

    assert "USING COVERING INDEX" in plan(rows.annotate(count=Count("id")))


@pytest.mark.skipif(connection.vendor != "sqlite", reason="told by SQLite's plans")
@pytest.mark.parametrize("kind", [Outlet, Section, Author])
def test_headings_are_counted_each_by_an_index(kind: type[Outlet]) -> None:
    told = plan(with_public_articles(kind.objects.all()))

    assert f"article_{kind.__name__.lower()}_newest" in told


FEW: dict[str, Callable[[], QuerySet[Any]]] = {
    "captures by hash": lambda: Capture.objects.of_hash("0" * 64, ""),
    "figures of articles": lambda: figure_rows({"article__in": [1, 2, 3]}),
    "captures of an address": lambda: Capture.objects.public().of_address(
        "https://a.example/1"
    ),
}


@pytest.mark.skipif(connection.vendor != "sqlite", reason="told by SQLite's plans")
@pytest.mark.parametrize("name", FEW)
def test_a_few_rows_are_not_looked_for_among_all_published(name: str) -> None:
    told = FEW[name]().explain()

    assert "(status=?)" not in told
    assert "(url_key=?)" not in told or name == "captures of an address"
    assert "SCAN" not in told


def test_what_has_no_date_is_the_last_of_a_list() -> None:
    undated = ArticleFactory(published_on=None, published_precision="")
    dated = ArticleFactory()

    assert list(Article.objects.public().newest()) == [dated, undated]


@pytest.mark.parametrize(("year", "month"), [(2014, 13), (2014, 0), (0, 1), (10**9, 1)])
def test_a_month_that_is_none_has_no_articles(year: int, month: int) -> None:
    ArticleFactory()

    assert not Article.objects.of_month(year, month)
