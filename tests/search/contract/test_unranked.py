"""A list by date, a count and the facets hold what the list by relevance holds."""

from __future__ import annotations

import random

import pytest

from search.language.request import Sort
from tests.search.contract.conftest import Archive
from tests.search.contract.test_logic import ARTICLES

WORDS = [
    "نازح",
    "النازحين",
    "هدنة",
    "والهدنة",
    "كتاب",
    "كتب",
    "مكتب",
    "مكاتب",
    "السوق",
    "سوق",
    "عبدالرحمن",
    "3000",
]

QUERIES = (
    "نازح",
    "كتب",
    "=كتب",
    "هدنة السوق",
    "هدنة أو مكتب",
    "هدنة -سوق",
    '"هدنة السوق"',
    '"السوق هدنة"~3',
    "كتا*",
    "مكت~",
    "عنوان:هدنة",
    "عبد الرحمن",
    "ثلاثة آلاف",
    "",
)


@pytest.fixture(scope="module")
def filled(shared_archive: Archive) -> Archive:
    chance = random.Random(4)
    invented = {
        f"made{number}": {
            "title": " ".join(chance.choices(WORDS, k=2)),
            "body": " ".join(chance.choices(WORDS, k=7)),
            "published_on": f"2014-0{number % 9 + 1}-01",
        }
        for number in range(40)
    }
    shared_archive.put(**ARTICLES, **invented)
    return shared_archive


@pytest.mark.parametrize("query", QUERIES)
def test_how_a_list_is_sorted_does_not_change_what_is_in_it(
    filled: Archive, query: str
):
    ranked = filled.found(query, facets=("month",))

    for sort in (Sort.NEWEST, Sort.OLDEST):
        listed = filled.found(query, sort=sort, facets=("month",))
        assert {pk for pk, _ in listed.hits} == {pk for pk, _ in ranked.hits}
        assert listed.facets == ranked.facets
    assert filled.found(query, limit=0).total == ranked.total == len(ranked.hits)
    dated = [pk for pk, _ in ranked.hits if filled.names[pk - 1].startswith("made")]
    assert sum(count for _, count in ranked.facets["month"]) == len(dated)
