"""Totals, order, pages, filters and counts."""

from __future__ import annotations

from datetime import date, time

import pytest

from search.backends.contract import FACETS, Among
from search.language.request import Sort
from tests.search.contract.conftest import Archive

ARTICLES = {
    "first": {"published_on": "2014-08-05", "outlet_id": 1, "section_id": 4},
    "noon": {
        "published_on": "2016-03-01",
        "published_time": time(12, 30),
        "outlet_id": 2,
        "section_id": 4,
        "author_id": 9,
    },
    "dawn": {"published_on": "2016-03-01", "published_time": time(5), "outlet_id": 1},
    "last": {"published_on": "2017-12-31", "outlet_id": 2, "section_id": 5},
    "undated": {"outlet_id": 1},
}


@pytest.fixture(scope="module")
def news(shared_archive: Archive) -> Archive:
    for name, fields in ARTICLES.items():
        # Each is a commit of its own: answers must not depend on segments.
        shared_archive.put(**{name: {"body": "عادت العائلات"} | fields})
    return shared_archive


def test_newest_first_has_undated_last(news: Archive):
    assert news.ask("عائلات", sort=Sort.NEWEST) == [
        "last",
        "noon",
        "dawn",
        "first",
        "undated",
    ]


def test_oldest_first_has_undated_last_too(news: Archive):
    assert news.ask("عائلات", sort=Sort.OLDEST) == [
        "first",
        "dawn",
        "noon",
        "last",
        "undated",
    ]


def test_equals_come_newest_first(news: Archive):
    assert news.ask("عائلات") == ["last", "noon", "dawn", "first", "undated"]


@pytest.mark.parametrize(
    ("among", "names"),
    [
        (Among(outlets=frozenset({1})), "dawn first undated"),
        (Among(outlets=frozenset({1, 2})), "dawn first last noon undated"),
        (Among(outlets=frozenset()), ""),
        (Among(sections=frozenset({4}), outlets=frozenset({2})), "noon"),
        (Among(authors=frozenset({9})), "noon"),
        (Among(since=date(2016, 3, 1)), "dawn last noon"),
        (Among(until=date(2016, 3, 1)), "dawn first noon"),
        (Among(since=date(2016, 1, 1), until=date(2016, 12, 31)), "dawn noon"),
        (Among(since=date(2018, 1, 1)), ""),
    ],
)
def test_filters(news: Archive, among: Among, names: str):
    assert news.ask_set("عائلات", among=among) == names
    assert news.ask_set("", among=among) == names


def test_facets_count_all_hits_not_the_page(news: Archive):
    found = news.found("عائلات", facets=FACETS, limit=1)

    assert found.total == 5
    assert len(found.hits) == 1
    assert found.facets == {
        "outlet": ((1, 3), (2, 2)),
        "section": ((4, 2), (5, 1)),
        "author": ((9, 1),),
        "year": ((2014, 1), (2016, 2), (2017, 1)),
        "month": ((201408, 1), (201603, 2), (201712, 1)),
    }


def test_facets_of_nothing_are_empty(news: Archive):
    assert news.found("xyz", facets=("outlet",)).facets == {"outlet": ()}


def test_pages_show_every_hit_once(archive: Archive):
    archive.put(**{f"n{n}": {"body": "عادت العائلات"} for n in range(23)})

    pages = [archive.ask("عائلات", start=start, limit=5) for start in range(0, 30, 5)]
    assert [len(page) for page in pages] == [5, 5, 5, 5, 3, 0]
    shown = [name for page in pages for name in page]
    assert len(set(shown)) == 23
    assert shown == archive.ask("عائلات")


def test_a_page_of_no_hits_still_has_its_total(archive: Archive):
    archive.put(it={"body": "عادت العائلات"})

    assert archive.found("عائلات", limit=0).total == 1
    assert archive.found("عائلات", start=50).hits == ()
