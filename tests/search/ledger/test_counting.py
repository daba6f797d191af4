"""What the columns count and how they sort, held against lists sorted by hand."""

from __future__ import annotations

import math
import random
from collections import Counter
from itertools import chain
from typing import Any

import pytest

from search.ledger import counting
from search.ledger.columns import FIELDS, KINDS, Segment, Vocabulary, columns_of
from search.ledger.counting import count_values, first_figures, select
from search.ledger.criteria import Criteria
from search.ledger.request import Sort

COUNT = KINDS.index("count")
RANKS = {1: 2, 2: 0, 3: 1}
"""Of three outlets, the second comes first."""


def segment_of(rows: list[dict[str, Any]]) -> Segment:
    usual = dict.fromkeys(FIELDS, 0) | {"usual": True, "core": True, "kind": COUNT}
    values = [tuple((usual | row)[name] for name in FIELDS) for row in rows]
    return Segment.of([columns_of(values)])


NOUNS = [0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 4, 5]
"""Codes of nouns, the first the most frequent; 0 is none."""


def claims(first: int, articles: range, seed: int) -> list[dict[str, Any]]:
    """Make up two claims an article: equal values and days, some without either."""
    chance = random.Random(seed)
    rows = []
    for place, article in enumerate(sorted([*articles, *articles])):
        low = chance.choice([1.0, 2.0, 3.0, math.nan])
        day = 0 if article % 7 == 0 else 735_000 + article % 5
        rows.append(
            {"figure": first + place, "article": article, "low": low, "high": low}
            | {
                "day": day,
                "outlet": chance.choice([1, 2, 3]),
                "noun": chance.choice(NOUNS),
            }
        )
    return rows


BASE, LATER = claims(100, range(1, 60), 1), claims(900, range(60, 90), 2)
FEW = frozenset([3, 7, 14, 25, 61])

KEYS = {
    Sort.NEWEST: lambda row: -row["day"],
    Sort.OLDEST: lambda row: row["day"] or math.inf,
    Sort.HIGHEST: lambda row: math.inf if math.isnan(row["low"]) else -row["low"],
    Sort.LOWEST: lambda row: math.inf if math.isnan(row["low"]) else row["low"],
    Sort.OUTLET: lambda row: RANKS[row["outlet"]],
}


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("articles", [None, FEW, frozenset([7]), frozenset([0])])
@pytest.mark.parametrize("parts", [[BASE], [BASE, LATER]], ids=["one", "two"])
def test_the_first_claims_are_the_first_of_all(
    sort: Sort,
    articles: frozenset[int] | None,
    parts: list[list[dict[str, Any]]],
) -> None:
    asked = Criteria(articles=articles)
    selections = [select(segment_of(rows), asked) for rows in parts]
    rows = {row["figure"]: row for part in parts for row in part}
    wanted = [
        row for row in rows.values() if not articles or row["article"] in articles
    ]
    keys = sorted(map(KEYS[sort], wanted))
    for most in (None, 1, 3, 40, 1_000):
        found = first_figures(selections, sort, most, RANKS)
        assert [KEYS[sort](rows[figure]) for figure in found] == keys[:most]
        assert len(set(found)) == len(found)


@pytest.mark.parametrize("articles", [None, FEW])
@pytest.mark.parametrize("sort", Sort)
def test_equals_stand_on_one_page_alone(
    sort: Sort, articles: frozenset[int] | None
) -> None:
    selections = [select(segment_of(BASE), Criteria(articles=articles))]
    pages = [first_figures(selections, sort, end, RANKS)[end - 5 :] for end in PAGES]
    assert list(chain(*pages)) == first_figures(selections, sort, None, RANKS)


@pytest.mark.parametrize("sort", Sort)
def test_equals_of_later_columns_stand_on_one_page_alone(sort: Sort) -> None:
    selections = [select(segment_of(rows), Criteria()) for rows in (BASE, LATER)]
    pages = [first_figures(selections, sort, end, RANKS)[end - 5 :] for end in PAGES]
    assert list(chain(*pages)) == first_figures(selections, sort, None, RANKS)


PAGES = range(5, 5 * 40, 5)


def test_of_many_values_the_most_frequent_are_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    selections = [select(segment_of(rows), Criteria()) for rows in (BASE, LATER)]
    everything = Counter(row["noun"] for row in BASE + LATER if row["noun"])
    assert count_values(selections, "noun") == everything

    monkeypatch.setattr(counting, "MOST_VALUES", 3)
    kept = count_values(selections, "noun")
    assert len(kept) == 3
    assert all(everything[noun] == count for noun, count in kept.items())
    assert sorted(kept.values()) == sorted(everything.values())[-3:]


def test_of_copies_the_first_published_claim_is_kept() -> None:
    rows = [
        {"figure": 1, "article": 1, "day": 30, "group": 4},
        {"figure": 2, "article": 2, "day": 10, "group": 4},
        {"figure": 3, "article": 3, "day": 20, "group": 0},
        {"figure": 4, "article": 4, "day": 40, "group": 0},
    ]
    alone = [row for row in rows if not row["group"]]
    asked = Criteria(independent=True)
    for claimed, expected in ((rows, [4, 3, 2]), (alone, [4, 3]), ([], [])):
        selection = select(segment_of(claimed), asked)
        assert first_figures([selection], Sort.NEWEST, None, {}) == expected
        assert list(selection.mask) == [
            figure in expected for figure in selection.segment["figure"]
        ]


@pytest.mark.parametrize("codes", [{1}, {1, 99}, {-1, 98, 99}, set()])
def test_codes_that_no_claim_has_find_none(codes: set[int]) -> None:
    asked = Criteria(nouns=frozenset(codes))
    found = first_figures([select(segment_of(BASE), asked)], Sort.NEWEST, None, {})
    assert sorted(found) == [row["figure"] for row in BASE if row["noun"] in codes]
    assert len(select(segment_of([]), asked)) == 0


def test_a_vocabulary_counts_its_words_and_that_of_none() -> None:
    words = Vocabulary()
    assert [words.code("عايله"), words.code("عامل"), words.code("عايله")] == [1, 2, 1]
    assert len(words) == 3
