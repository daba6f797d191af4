"""What changed between two texts, word by word.

Two tokens are the same word where they fold alike; what differs in the writing alone
(tashkeel, tatweel, hamza seats, spacing, punctuation, families of digits) is told, and
flagged as trivial.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from articles.corpus.word_matching import Match, match_tokens
from articles.corpus.words import Token, tokenize

RunKind = Literal["equal", "removed", "added"]

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
