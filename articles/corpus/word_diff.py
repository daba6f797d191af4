"""What changed between two texts, word by word.

Two tokens are the same word where they fold alike; what differs in the writing alone
(tashkeel, tatweel, hamza seats, spacing, punctuation, families of digits) is told, and
flagged as trivial. Words that stand once in each text are the anchors (patience diff,
Bram Cohen); between them runs the greedy algorithm of E. Myers, "An O(ND) Difference
Algorithm and Its Variations", 1986, with a bound, so that no pair of texts is slow.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from articles.corpus.words import Token, tokenize

RunKind = Literal["equal", "removed", "added"]
Match = tuple[int, int]
"""Positions of one word in both lists of tokens."""

MOST_EDITS = 600
"""A stretch with more edits between two anchors is told as replaced whole."""

_QUOTES = dict.fromkeys('«»“”„"‟❝❞', '"') | dict.fromkeys("‘’'`´", "'")
_OF_A_NUMBER = frozenset("%٪‰+-−–$€£¥₪/")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch that both texts share, that only the first has, or only the second.

    ``start`` and ``end`` are code points of the first text, ``after_start`` and
    ``after_end`` of the second, end exclusive; an added run is empty in the first, a
    removed one in the second. ``text`` is what stands there. A ``trivial`` change
    leaves the words as they were: tashkeel, tatweel, hamza, spacing, punctuation.
    """

    kind: RunKind
    text: str
    start: int
    end: int
    after_start: int
    after_end: int
    trivial: bool = False


def word_diff(before: str, after: str) -> list[Run]:
    """Give the runs that lead from one text to the other, in order.

    Runs that are equal or removed, joined, are ``before``, except that an equal run
    gives the words of both; equal and added ones joined are ``after``.

    >>> [(run.kind, run.text) for run in word_diff("قتل 20 شخصا", "قتل 23 شخصا")]
    [('equal', 'قتل '), ('removed', '20'), ('added', '23'), ('equal', ' شخصا')]
    """
    ours, theirs = tokenize(before), tokenize(after)
    matches = _without_islands(match_tokens(ours, theirs), ours, theirs)
    return _merged(_Emitter(before, after, ours, theirs).runs(matches))


def changed_words(runs: Iterable[Run]) -> int:
    """Count the words removed and added, trivial changes left out."""
    return sum(
        len(run.text.split()) for run in runs if run.kind != "equal" and not run.trivial
    )


def match_tokens(ours: Sequence[Token], theirs: Sequence[Token]) -> list[Match]:
    """Pair the tokens of two texts that are the same word, both in rising order."""
    left, right = [_key(token) for token in ours], [_key(token) for token in theirs]
    matches: list[Match] = []
    corners = [(-1, -1), *_anchors(left, right), (len(left), len(right))]
    for (row, column), (next_row, next_column) in pairwise(corners):
        if row >= 0:
            matches.append((row, column))
        start, other = row + 1, column + 1
        found = _common(left[start:next_row], right[other:next_column])
        matches += [(start + i, other + j) for i, j in found]
    return matches


def _key(token: Token) -> str:
    return _QUOTES.get(token.text, token.folded) if token.kind == "sign" else token[3]


def _anchors(left: Sequence[str], right: Sequence[str]) -> list[Match]:
    """Give the longest rising chain of words that stand once in each text."""
    places = _single(right)
    shared = [(at, places[key]) for key, at in _single(left).items() if key in places]
    shared.sort()
    tails: list[int] = []  # the smallest end of a chain of each length
    chain: list[int] = []  # which pair ends it
    before: list[int] = [-1] * len(shared)
    for number, (_, at) in enumerate(shared):
        length = bisect_left(tails, at)
        before[number] = chain[length - 1] if length else -1
        tails[length : length + 1] = [at]
        chain[length : length + 1] = [number]
    anchors = []
    number = chain[-1] if chain else -1
    while number >= 0:
        anchors.append(shared[number])
        number = before[number]
    return anchors[::-1]


def _single(keys: Sequence[str]) -> dict[str, int]:
    seen: dict[str, int] = {}
    for at, key in enumerate(keys):
        seen[key] = -1 if key in seen else at
    return {key: at for key, at in seen.items() if at >= 0}


def _common(left: Sequence[str], right: Sequence[str]) -> list[Match]:
    """Give what two lists share: beginnings, ends, and what lies between."""
    shorter = min(len(left), len(right))
    head = 0
    while head < shorter and left[head] == right[head]:
        head += 1
    tail = 0
    while tail < shorter - head and left[-1 - tail] == right[-1 - tail]:
        tail += 1
    middle = _shortest_path(
        left[head : len(left) - tail], right[head : len(right) - tail]
    )
    matches = [(at, at) for at in range(head)]
    matches += [(head + i, head + j) for i, j in middle]
    matches += [(len(left) - at, len(right) - at) for at in range(tail, 0, -1)]
    return matches


def _shortest_path(left: Sequence[str], right: Sequence[str]) -> list[Match]:
    """Match two lists by the fewest edits (Myers); nothing where they are too many."""
    reached = {1: 0}  # diagonal (row - column) -> the furthest row on it
    trace: list[dict[int, int]] = []
    for edits in range(min(len(left) + len(right), MOST_EDITS) + 1):
        trace.append(dict(reached) if edits else {})
        for diagonal in range(-edits, edits + 1, 2):
            row = _step(reached, diagonal, edits)
            while (
                row < len(left)
                and row - diagonal < len(right)
                and left[row] == right[row - diagonal]
            ):
                row += 1
            reached[diagonal] = row
            if row >= len(left) and row - diagonal >= len(right):
                return _walk_back(trace, len(left), len(right))
    return []


def _by_addition(reached: dict[int, int], diagonal: int, edits: int) -> bool:
    """Tell whether a diagonal is entered by an added word, not by a removed one."""
    return diagonal == -edits or (
        diagonal != edits and reached[diagonal - 1] < reached[diagonal + 1]
    )


def _step(reached: dict[int, int], diagonal: int, edits: int) -> int:
    """Give the row a diagonal is entered at."""
    if _by_addition(reached, diagonal, edits):
        return reached[diagonal + 1]
    return reached[diagonal - 1] + 1


def _walk_back(trace: list[dict[int, int]], row: int, column: int) -> list[Match]:
    matches: list[Match] = []
    for edits in range(len(trace) - 1, 0, -1):
        reached, diagonal = trace[edits], row - column
        entered = _step(reached, diagonal, edits)
        while row > entered:
            row, column = row - 1, column - 1
            matches.append((row, column))
        if _by_addition(reached, diagonal, edits):
            column -= 1
        else:
            row -= 1
    matches += [(at, at) for at in range(row - 1, -1, -1)]
    return matches[::-1]


def _without_islands(
    matches: list[Match], ours: Sequence[Token], theirs: Sequence[Token]
) -> list[Match]:
    """Drop a lone «في» or sign that two rewritten stretches happen to share."""
    kept: list[Match] = []
    corners = [(-1, -1), *matches, (len(ours), len(theirs))]
    for before, here, after in zip(corners, corners[1:], corners[2:], strict=False):
        short = len(ours[here[0]].folded) <= 3
        if not (short and _far(before, here) and _far(here, after)):
            kept.append(here)
    return kept


def _far(one: Match, next_one: Match) -> bool:
    return next_one[0] - one[0] > 2 and next_one[1] - one[1] > 2


@dataclass(frozen=True, slots=True)
class _Emitter:
    """Turns matches into runs that leave no code point of either text out."""

    before: str
    after: str
    ours: list[Token]
    theirs: list[Token]

    def runs(self, matches: list[Match]) -> Iterator[Run]:
        row = column = at = other = 0
        for next_row, next_column in [*matches, (len(self.ours), len(self.theirs))]:
            ours, theirs = self.ours[row:next_row], self.theirs[column:next_column]
            end, other_end = self._start(next_row, next_column)
            trivial = self._is_trivial(ours, theirs)
            yield from self._change(at, end, other, other_end, trivial)
            if next_row == len(self.ours):
                return
            here, there = self.ours[next_row], self.theirs[next_column]
            yield from self._change(here.start, here.end, there.start, there.end, True)
            at, other = here.end, there.end
            row, column = next_row + 1, next_column + 1

    def _start(self, row: int, column: int) -> Match:
        """Give where two tokens begin; past the last ones, where the texts end."""
        if row == len(self.ours):
            return len(self.before), len(self.after)
        return self.ours[row].start, self.theirs[column].start

    def _change(
        self, start: int, end: int, other: int, other_end: int, trivial: bool
    ) -> Iterator[Run]:
        """Tell a stretch of each text as equal, or as removed and added.

        The blanks that both stretches begin or end with are no part of the change.
        """
        ours, theirs = self.before[start:end], self.after[other:other_end]
        if ours == theirs:
            head, tail = len(ours), 0
        else:
            head = _shared_blanks(ours, theirs)
            tail = _shared_blanks(ours[head:][::-1], theirs[head:][::-1])
        middle, other_middle = end - tail, other_end - tail
        start, other = start + head, other + head
        yield self._equal(start - head, start, other - head)
        gone, new = self.before[start:middle], self.after[other:other_middle]
        yield Run("removed", gone, start, middle, other, other, trivial)
        yield Run("added", new, middle, middle, other, other_middle, trivial)
        yield self._equal(middle, end, other_middle)

    def _equal(self, start: int, end: int, other: int) -> Run:
        text = self.before[start:end]
        return Run("equal", text, start, end, other, other + end - start)

    def _is_trivial(self, ours: list[Token], theirs: list[Token]) -> bool:
        """Tell whether a change leaves all words and numbers as they were.

        «و قال» and «وقال» are the same letters; a sign counts where it makes another
        number: «2,6», «-5», «50%».
        """
        if _letters(ours) != _letters(theirs):
            return False
        return not (
            any(_makes_number(self.before, token) for token in ours)
            or any(_makes_number(self.after, token) for token in theirs)
        )


def _letters(tokens: list[Token]) -> str:
    return "".join(token.folded for token in tokens if token.kind != "sign")


def _makes_number(text: str, token: Token) -> bool:
    if token.kind != "sign":
        return False
    before = text[token.start - 1 : token.start].isdigit()
    after = text[token.end : token.end + 1].isdigit()
    return (before and after) or (token.text in _OF_A_NUMBER and (before or after))


def _shared_blanks(one: str, other: str) -> int:
    count = 0
    for mine, yours in zip(one, other, strict=False):
        if mine != yours or not mine.isspace():
            break
        count += 1
    return count


def _merged(runs: Iterable[Run]) -> list[Run]:
    """Join neighbours of one kind; removed words stand before those added for them."""
    merged: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        last = merged[-1] if merged else None
        if last and (last.kind, last.trivial) == (run.kind, run.trivial):
            merged[-1] = replace(
                last,
                text=last.text + run.text,
                end=run.end,
                after_end=run.after_end,
            )
        else:
            merged.append(run)
    return merged
