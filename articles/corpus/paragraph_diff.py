"""Two texts side by side, paragraph beside paragraph, and the words that differ."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from articles.corpus.word_diff import Run, word_diff
from articles.corpus.words import folded_pieces

RowKind = Literal["same", "changed", "removed", "added"]

SAME_PARAGRAPH = 0.4
"""What share of the words of the shorter of two paragraphs makes them one paragraph."""

MOST_PAIRS = 40_000
"""Texts of more pairs of paragraphs are taken as one paragraph each."""


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of the first text beside that of the second, or one alone.

    ``before`` and ``after`` number the paragraphs from 1, 0 where there is none. A
    ``moved`` one stands elsewhere among the paragraphs of the first text.
    """

    kind: RowKind
    before: int
    after: int
    runs: tuple[Run, ...]
    moved: bool = False


def paragraph_diff(before: Sequence[str], after: Sequence[str]) -> list[Row]:
    """Give the rows in the order of the second text, what it lacks in its old place.

    >>> [row.kind for row in paragraph_diff(["عاد الوفد", "ومضى"], ["عاد الوفد اليوم"])]
    ['changed', 'removed']
    """
    if len(before) * len(after) > MOST_PAIRS:
        before, after = ["\n\n".join(before)], ["\n\n".join(after)]
    pairs = _pairs(before, after)
    steady = _rising(pairs)
    rows: list[Row] = []
    matched, at = set(pairs.values()), 0
    for number, paragraph in enumerate(after):
        partner = pairs.get(number)
        if number in steady and partner is not None:
            rows += _removed(before, at, partner, matched)
            at = partner + 1
        if partner is None:
            rows.append(Row("added", 0, number + 1, tuple(word_diff("", paragraph))))
        else:
            runs = tuple(word_diff(before[partner], paragraph))
            same = all(run.kind == "equal" for run in runs)
            kind: RowKind = "same" if same else "changed"
            moved = number not in steady
            rows.append(Row(kind, partner + 1, number + 1, runs, moved))
    return [*rows, *_removed(before, at, len(before), matched)]


def _removed(
    before: Sequence[str], start: int, end: int, matched: set[int]
) -> Iterator[Row]:
    for number in range(start, end):
        if number not in matched:
            runs = tuple(word_diff(before[number], ""))
            yield Row("removed", number + 1, 0, runs)


def _pairs(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Pair paragraphs of the second text with those of the first, the likest first."""
    ours, theirs = list(map(_words, before)), list(map(_words, after))
    likely = []
    for number, words in enumerate(theirs):
        for partner, others in enumerate(ours):
            shared = (words & others).total()
            shorter = min(words.total(), others.total())
            if shared and shared >= SAME_PARAGRAPH * shorter:
                likely.append((-shared, abs(number - partner), number, partner))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, number, partner in sorted(likely):
        if number not in pairs and partner not in taken:
            pairs[number] = partner
            taken.add(partner)
    return pairs


def _words(paragraph: str) -> Counter[str]:
    return Counter(folded for folded, kind in folded_pieces(paragraph))


def _rising(pairs: dict[int, int]) -> set[int]:
    """Name the paragraphs that keep their order: the longest rising chain of pairs."""
    ends: list[int] = []
    chains: list[tuple[int, ...]] = []
    for number in sorted(pairs):
        length = bisect_left(ends, pairs[number])
        chain = (*(chains[length - 1] if length else ()), number)
        ends[length : length + 1] = [pairs[number]]
        chains[length : length + 1] = [chain]
    return set(chains[-1]) if chains else set()
