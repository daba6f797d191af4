"""Queries as they are written for a search server; nothing here needs one."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from search.backends.contract import Among
from search.backends.documents import MOST_FORMS
from search.backends.opensearch import queries
from search.backends.opensearch.queries import EVERYTHING, NOTHING, Queries
from search.backends.opensearch.vocabulary import Vocabulary
from search.language import tree
from search.language.syntax import parse

DAY = date(2014, 8, 5)
MINUTE = DAY.toordinal() * 1440
WORD = tree.Word("هدنه", "هدن", strict=True, title_only=True)


class Nobody:
    """Stands for the words of an index where no query looks any up."""


def written(node: tree.Node) -> dict[str, Any]:
    return Queries(Nobody()).matching(node)  # type: ignore[arg-type]


WRITTEN = [
    (
        tree.Heading("outlet", "المرفأ", frozenset({7, 3})),
        {"terms": {"outlet": [3, 7]}},
    ),
    (tree.Heading("author", "لا أحد"), NOTHING),
    (tree.Figures(None, None, ids=frozenset({9, 4})), {"terms": {"id": [4, 9]}}),
    (tree.Figures(None, None), NOTHING),
    (
        tree.Dates(DAY, DAY),
        {"range": {"published": {"gte": MINUTE, "lt": MINUTE + 1440}}},
    ),
    (tree.Dates(None, None), {"range": {"published": {"gte": 1}}}),  # 0 is undated
    (tree.Phrase((WORD,), slop=3, title_only=True), {"term": {"title": "هدنه"}}),
    (tree.Not(WORD), {"bool": {"must_not": [{"term": {"title": "هدنه"}}]}}),
]


@pytest.mark.parametrize(("node", "query"), WRITTEN)
def test_what_narrows_a_search_is_written(node: tree.Node, query: dict[str, Any]):
    assert written(node) == query


def test_a_long_list_of_ids_is_written_in_pieces(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(queries, "_MOST_NUMBERS", 2)
    pieces = written(tree.Figures(None, None, ids=frozenset(range(5))))
    assert pieces["bool"]["minimum_should_match"] == 1
    assert [part["terms"]["id"] for part in pieces["bool"]["should"]] == [
        [0, 1],
        [2, 3],
        [4],
    ]


@pytest.mark.parametrize(
    ("among", "filters"),
    [
        (Among(), [EVERYTHING]),
        (Among(sections=frozenset()), [NOTHING]),
        (
            Among(outlets=frozenset({2}), authors=frozenset({5}), until=DAY),
            [
                {"terms": {"outlet": [2]}},
                {"terms": {"author": [5]}},
                {"range": {"published": {"gte": 1, "lt": MINUTE + 1440}}},
            ],
        ),
        (Among(since=DAY), [{"range": {"published": {"gte": MINUTE}}}]),
    ],
)
def test_a_search_is_among_what_was_chosen(among: Among, filters: list[Any]):
    asked = Queries(Nobody()).whole(None, among, scored=True)  # type: ignore[arg-type]
    assert asked == {"bool": {"filter": filters}}


def test_a_pattern_of_too_many_words_is_cut_and_says_so_once():
    buckets = [{"key": f"زقا{n}", "doc_count": 1} for n in range(MOST_FORMS + 1)]
    answer = {
        "hits": {"total": {"value": 9}},
        "aggregations": {"words": {"buckets": buckets}},
    }
    asked: list[int] = []

    def search_all(_: str, searches: list[Any]) -> list[Any]:
        asked.append(len(searches))
        return [answer] * len(searches)

    words = Vocabulary(SimpleNamespace(search_all=search_all), "archive-1")  # type: ignore[arg-type]
    node = parse("زقا*").node
    assert isinstance(node, tree.Pattern)
    for _ in range(2):
        assert {len(forms) for forms in words.forms(node).values()} == {MOST_FORMS}
    assert words.cut_patterns == ["زقا*"]
    assert len(asked) == 1  # looked up once, in all fields
