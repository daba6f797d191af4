"""Chooses the stretch of a text that a list of hits shows, and marks it.

A page of hits reads twenty long texts for a few words. So texts are only cut at their
spaces, which no term reaches across; what stands between two spaces is analysed once
in the life of the process and then known by its letters. The marks are those that
``Marker`` finds in the whole analysed text.

The latest passages are kept: readers go from page to page, from facet to facet and
back, many ask for what is in the news, and all of them meet the same articles.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from search.hits.highlight import Marker, Passage, Span, phrase_runs
from search.language import tree
from search.language.analysis import Term, analyze
from search.latest import Latest

SNIPPET_WORDS = 36
"""How many words of the text a snippet shows."""

_BEFORE = 6
"""A few words of context come before the first mark."""

_AFTER = SNIPPET_WORDS - _BEFORE - 2
"""From the first mark on so many words are sure to be shown."""

_MOST_KEPT = 60_000
_MOST_QUERIES = 200
_MOST_PASSAGES = 6_000
_LONGEST_KEPT = 10_000
"""So many code points a text may have of which the passage is kept."""


class _Asked(NamedTuple):
    """A term that the query asks for: its rank in the text and its stem."""

    rank: int
    stem: str


class _Lexicon:
    """The terms of every chunk of text met so far, and the way back to the chunks.

    Threads share it: a chunk is found by its terms before it is in ``terms``.
    """

    def __init__(self) -> None:
        self.terms: dict[str, tuple[Term, ...]] = {}
        self.uneven: dict[str, int] = {}
        """How many terms a chunk is, where it is not one."""
        self.by_exact: dict[str, list[str]] = {}
        self.by_stem: dict[str, list[str]] = {}

    def learn(self, chunk: str) -> None:
        """Analyse a chunk, if another that is the same was not just now."""
        if chunk in self.terms:
            return
        terms = tuple(analyze(chunk))
        if len(terms) != 1:
            self.uneven[chunk] = len(terms)
        for term in terms:
            self.by_exact.setdefault(term.exact, []).append(chunk)
            self.by_stem.setdefault(term.stem, []).append(chunk)
        self.terms[chunk] = terms


_lexicon = _Lexicon()


def _latest_lexicon() -> _Lexicon:
    global _lexicon
    if len(_lexicon.terms) > _MOST_KEPT:
        _lexicon = _Lexicon()  # who still reads the old one keeps it
        _snippets_by.cache_clear()
        _passages.clear()
    return _lexicon


_passages: Latest[tuple[Callable[[str], Passage], str], Passage] = Latest(
    _MOST_PASSAGES
)


class _Cut(NamedTuple):
    """A text cut at its spaces, and after how many terms each chunk ends."""

    chunks: list[str]
    ends: Sequence[int]

    @property
    def size(self) -> int:
        """Count the terms."""
        return self.ends[-1]


class Snippets:
    """Marks texts for one query; threads may share it."""

    def __init__(self, marker: Marker) -> None:
        self.marker = marker
        self._lexicon = _latest_lexicon()
        self._gathered = -1
        self._shaped: set[str] = set()
        self._asked: dict[str, tuple[_Asked, ...]] = {}
        """The terms asked for in a chunk, with their ranks in it."""

    def whole(self, text: str) -> Passage:
        """Give a whole text, such as a title, with its marks."""
        return self._kept(self._whole, text)

    def best(self, text: str) -> Passage:
        """Give the stretch of ``text`` that says most about the query.

        That is the one with most different asked words, then most of them, then the
        first; the beginning of the text where there is none.
        """
        return self._kept(self._best, text)

    def _kept(self, make: Callable[[str], Passage], text: str) -> Passage:
        if len(text) > _LONGEST_KEPT:
            return make(text)
        passage = _passages.get((make, text))
        if passage is None:
            passage = make(text)
            _passages.put((make, text), passage)
        return passage

    def _whole(self, text: str) -> Passage:
        cut = self._cut(text)
        asked = self._find(cut)
        return Passage(text, tuple(self._spans(cut, [rank for rank, _ in asked])))

    def _best(self, text: str) -> Passage:
        cut = self._cut(text)
        if not cut.size:
            return Passage(text[:200])
        asked = self._find(cut)
        first = _best_start(asked, cut.size)
        stop = min(first + SNIPPET_WORDS, cut.size)
        skipped = bisect_left(asked, (first,))
        shown = [rank for rank, _ in asked[skipped : bisect_left(asked, (stop,))]]
        opening, *marks, closing = self._spans(cut, [first, *shown, stop - 1])
        start = opening.start if first else 0
        end = closing.end if stop < cut.size else len(text)
        return Passage(
            text[start:end],
            tuple(Span(mark.start - start, mark.end - start) for mark in marks),
            before=start > 0,
            after=end < len(text),
            skipped=skipped,
        )

    def _cut(self, text: str) -> _Cut:
        """Cut a text and get to know what of it is new."""
        chunks = text.replace("\n", " ").replace("\u00a0", " ").split(" ")
        lexicon = self._lexicon
        known, uneven = lexicon.terms, lexicon.uneven
        for chunk in [chunk for chunk in chunks if chunk not in known]:
            lexicon.learn(chunk)
        if len(known) != self._gathered:
            self._gather()
        if self.marker.has_shapes:
            self._gather_shaped(set(chunks))
        if uneven.keys().isdisjoint(chunks):
            return _Cut(chunks, range(1, len(chunks) + 1))
        count = uneven.get
        return _Cut(chunks, list(accumulate([count(chunk, 1) for chunk in chunks])))

    def _gather(self) -> None:
        """Look up which of the known chunks have to do with the query."""
        lexicon, marker = self._lexicon, self.marker
        gathered = len(lexicon.terms)
        for known, words in (
            (lexicon.by_exact, marker.exact),
            (lexicon.by_stem, marker.stems),
        ):
            for word in [word for word in words if word in known]:
                for chunk in known[word]:
                    self._take(chunk)
        self._gathered = gathered

    def _gather_shaped(self, chunks: set[str]) -> None:
        for chunk in chunks - self._shaped:
            self._take(chunk)
        self._shaped |= chunks

    def _take(self, chunk: str) -> None:
        terms = self._lexicon.terms.get(chunk, ())
        asks = self.marker.asks
        asked = tuple(_Asked(at, t.stem) for at, t in enumerate(terms) if asks(t))
        if asked:
            self._asked[chunk] = asked

    def _find(self, cut: _Cut) -> list[_Asked]:
        """Give the terms that the query asks for, in order."""
        asked, ends = self._asked, cut.ends
        found = [
            _Asked((ends[at - 1] if at else 0) + rank, stem)
            for at, chunk in enumerate(cut.chunks)
            if chunk in asked
            for rank, stem in asked[chunk]
        ]
        return self._with_phrases(found, cut) if self.marker.phrases else found

    def _with_phrases(self, found: list[_Asked], cut: _Cut) -> list[_Asked]:
        """Add the words of phrases; most texts lack a word of them."""
        holding = self._lexicon.by_exact
        possible = [
            phrase
            for phrase in self.marker.phrases
            if not any(
                set(holding.get(word.exact, ())).isdisjoint(cut.chunks)
                for word in phrase.words
            )
        ]
        if not possible:
            return found
        terms = [term for chunk in cut.chunks for term in self._lexicon.terms[chunk]]
        runs = (run for phrase in possible for run in phrase_runs(terms, phrase))
        ranks = {rank for run in runs for rank in run}
        return sorted({*found, *(_Asked(rank, terms[rank].stem) for rank in ranks)})

    def _spans(self, cut: _Cut, ranks: list[int]) -> list[Span]:
        """Give the places of the terms of these ranks, which are in order."""
        chunks, spans = cut.chunks, []
        before = start = 0
        for rank in ranks:
            at = bisect_right(cut.ends, rank)
            start += sum(map(len, chunks[before:at])) + at - before
            before = at
            terms = self._lexicon.terms[chunks[at]]
            term = terms[rank - cut.ends[at]]  # counted from the end of the chunk
            spans.append(Span(start + term.start, start + term.end))
        return spans


def snippets_of(node: tree.Node | None) -> Snippets:
    """Give what marks texts for a query, with what it was asked before."""
    return _snippets_by(tuple(map(_without_ids, tree.positive_leaves(node))))


@lru_cache(maxsize=_MOST_QUERIES)
def _snippets_by(leaves: tuple[tree.Leaf, ...]) -> Snippets:
    return Snippets(Marker(tree.Any(leaves)))


def _without_ids(leaf: tree.Leaf) -> tree.Leaf:
    """Leave out what no text is marked by: thousands of ids are not to be kept."""
    if isinstance(leaf, tree.Heading | tree.Figures):
        return replace(leaf, ids=frozenset())
    return leaf


def _best_start(asked: list[_Asked], size: int) -> int:
    best, best_worth = 0, (0, 0)
    for index, (rank, _) in enumerate(asked):
        inside = asked[index : bisect_left(asked, (rank + _AFTER,))]
        worth = len({stem for _, stem in inside}), len(inside)
        if worth > best_worth:
            best, best_worth = rank, worth
    return min(max(0, best - _BEFORE), max(0, size - SNIPPET_WORDS))
