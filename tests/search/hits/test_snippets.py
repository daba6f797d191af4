"""Snippets are what the full analysis of each text would give, only sooner."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.hits.explanations import explain
from search.hits.highlight import Marker, Passage, Span, mark_whole
from search.hits.snippets import SNIPPET_WORDS, Snippets, snippets_of
from search.language.analysis import analyze
from search.language.syntax import parse
from search.latest import Latest

QUERIES = [
    "نازح",
    "نازح هدنة",
    '"هدنة في حلب"',
    '"هدنة حلب"~3 نازح',
    "كتا*",
    "بغدد~",
    "عبد الرحمن",
    '"عبد الرحمن" نازح',
    "2014",
    "3,000",
    "=نازح",
    "-نازح",
]

WORDS = [
    "نازح",
    "النازحين",
    "نَازِحٌ",
    "هدنة",
    "وهدنة",
    "حلب",
    "في",
    "كتابات",
    "بغداد",
    "عبدالرحمن",
    "عبد",
    "الرحمن",
    "22.03.2014",
    "٣,٠٠٠",
    "3000",
    "—",
    "كلام",
    "\N{ARABIC TATWEEL}",
    "x<y>",
]

texts = st.lists(st.sampled_from(WORDS), max_size=90).flatmap(
    lambda words: st.sampled_from([" ", "  ", "\n", "، "]).map(
        lambda between: between.join(words)
    )
)


def best_by_full_analysis(text: str, marker: Marker) -> Passage:
    terms = analyze(text)
    if not terms:
        return Passage(text[:200])
    asked = marker.find(terms)
    best, best_worth = 0, (0, 0)
    for index, rank in enumerate(asked):
        inside = asked[index : bisect_left(asked, rank + SNIPPET_WORDS - 8)]
        worth = len({terms[at].stem for at in inside}), len(inside)
        if worth > best_worth:
            best, best_worth = rank, worth
    first = min(max(0, best - 6), max(0, len(terms) - SNIPPET_WORDS))
    stop = min(first + SNIPPET_WORDS, len(terms))
    start = terms[first].start if first else 0
    end = terms[stop - 1].end if stop < len(terms) else len(text)
    return Passage(
        text[start:end],
        tuple(
            Span(terms[at].start - start, terms[at].end - start)
            for at in asked
            if first <= at < stop
        ),
        before=start > 0,
        after=end < len(text),
        skipped=sum(at < first for at in asked),
    )


@given(query=st.sampled_from(QUERIES), bodies=st.lists(texts, min_size=1, max_size=3))
def test_snippets_equal_those_of_the_full_analysis(query: str, bodies: list[str]):
    marker = Marker(parse(query).node)
    snippets = Snippets(marker)

    for body in bodies:
        assert snippets.best(body) == best_by_full_analysis(body, marker)
        assert snippets.whole(body) == mark_whole(body, marker)


@given(query=st.sampled_from(QUERIES), body=texts)
def test_a_phrase_that_stands_nowhere_changes_no_explanation(query: str, body: str):
    marker = Marker(parse(query).node)
    with_phrase = Marker(parse(f'{query} "ققق ثثث"').node)
    passage = mark_whole(body, marker)

    assert explain(with_phrase, [passage], {}) == explain(marker, [passage], {})


def test_a_lexicon_that_grew_large_is_begun_anew(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("search.hits.snippets._MOST_KEPT", 3)
    marker = Marker(parse("نازح").node)

    for _ in range(3):
        passage = Snippets(marker).best("عاد النازحون إلى بيوتهم")
        assert passage.html == "عاد <mark>النازحون</mark> إلى بيوتهم"


@given(
    queries=st.lists(st.sampled_from(QUERIES), min_size=1, max_size=4),
    bodies=st.lists(texts, min_size=1, max_size=3),
)
def test_passages_kept_for_a_query_are_those_of_a_new_one(
    queries: list[str], bodies: list[str]
):
    for query in queries * 2:
        node = parse(query).node
        for body in bodies:
            assert snippets_of(node).best(body) == Snippets(Marker(node)).best(body)
            assert snippets_of(node).whole(body) == Snippets(Marker(node)).whole(body)


def test_few_passages_are_kept_and_no_book(monkeypatch: pytest.MonkeyPatch):
    kept: Latest[Any, Passage] = Latest(3)
    monkeypatch.setattr("search.hits.snippets._passages", kept)
    snippets = Snippets(Marker(parse("نازح").node))

    for n in range(8):
        snippets.best(f"عاد النازحون {n}")
        assert len(kept) == min(n + 1, 3)
    book = "عاد النازحون " * 2_000
    assert snippets.best(book).marks
    assert kept.get((snippets._best, book)) is None


def test_a_word_is_marked_by_its_beginning_as_the_index_finds_it():
    terms = analyze("الكتابان والكتب 2014.5")

    assert Marker(parse("كتا*").node).find(terms) == [0]
    assert Marker(parse("201*").node).find(terms) == [2]


def test_words_are_marked_the_same_whatever_else_narrows_a_search():
    alone, among = parse("في رقم:>5").node, parse("في").node

    for node in (alone, among):
        assert snippets_of(node).marker.exact == Marker(node).exact
    assert snippets_of(parse("نازح قسم:محلي").node).best("عاد النازحون").marks
