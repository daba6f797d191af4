"""Documents of terms become terms with their documents, as counting by hand gives."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.backends.whoosh.codec import Postings, read_postings, write_postings
from search.backends.whoosh.inversion import TermPool

WORDS = ["هدنة", "نازح", "حلب", "في", "كتاب"]
texts = st.lists(st.sampled_from(WORDS), max_size=12)

Plain = dict[str, list[tuple[int, list[int]]]]
"""Of each term the documents, each with the places of the term in it."""


def by_hand(documents: list[list[str]]) -> Plain:
    found: Plain = {}
    for doc, terms in enumerate(documents):
        for term in dict.fromkeys(terms):
            places = [at for at, other in enumerate(terms) if other == term]
            found.setdefault(term, []).append((doc, places))
    return found


def read(run: bytes) -> list[tuple[int, int, list[int]]]:
    docs, freqs, places = read_postings(memoryview(run))
    ends = np.cumsum(freqs, dtype=int).tolist()
    starts = [0, *ends[:-1]]
    return [
        (int(doc), int(freq), places[start:end].tolist())
        for doc, freq, start, end in zip(docs, freqs, starts, ends, strict=True)
    ]


@settings(max_examples=40)
@given(st.lists(texts, min_size=1, max_size=8), st.integers(0, 8))
def test_postings_are_those_counted_by_hand(documents: list[list[str]], fresh: int):
    """The first documents are added, the others come from a segment merged behind."""
    pool = TermPool()
    for doc, terms in enumerate(documents[:fresh]):
        pool.add("body", doc, terms, placed=True)
        pool.add("body_stem", doc, terms, placed=False)
    older = by_hand([[]] * len(documents[:fresh]) + documents[fresh:])
    for term, places in older.items():
        docs = np.array([doc for doc, _ in places])
        freqs = np.array([len(at) for _, at in places])
        at = np.array([place for _, at in places for place in at])
        pool.extend("body", term.encode(), Postings(docs, freqs, at))
        pool.extend("body_stem", term.encode(), Postings(docs, freqs, at[:0]))

    items = list(pool.iter_postings())

    assert [item[:2] for item in items] == sorted(item[:2] for item in items)
    for field, kept in (("body", True), ("body_stem", False)):
        assert {
            term.decode(): read(run.bytes) for name, term, run in items if name == field
        } == {
            term: [(doc, len(at), at if kept else []) for doc, at in places]
            for term, places in by_hand(documents).items()
        }
    for _, _, run in items:
        docs, freqs, _ = read_postings(memoryview(run.bytes))
        assert run[1:] == (len(docs), freqs.sum(), freqs.max(), docs[0], docs[-1])


@pytest.mark.parametrize(
    ("freqs", "places", "size"),
    [
        ([1, 2], [0, 3, 255], 6 + 8 + 2 + 3),
        ([1, 2], [0, 3, 256], 6 + 8 + 2 + 6),
        ([1, 300], [*range(300), 70_000], 6 + 8 + 4 + 4 * 301),
        ([1, 2], [], 6 + 8 + 2),
    ],
)
def test_each_part_takes_what_its_largest_number_needs(
    freqs: list[int], places: list[int], size: int
):
    postings = Postings(np.array([4, 9]), np.array(freqs), np.array(places, dtype="u4"))

    run = write_postings(postings)

    assert len(run.bytes) == size
    again = read_postings(memoryview(run.bytes))
    assert all(np.array_equal(a, b) for a, b in zip(postings, again, strict=True))
