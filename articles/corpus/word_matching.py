"""Pairs the words that two texts share, in the order of both.

Words that stand once in each text are the anchors (patience diff, Bram Cohen); between
them runs the greedy algorithm of E. Myers, "An O(ND) Difference Algorithm and Its
Variations", 1986, with a bound, so that no pair of texts is slow.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from articles.corpus.words import Token

Match = tuple[int, int]
"""Positions of one word in both lists of tokens."""

MOST_EDITS = 600
"""A stretch with more edits between two anchors is told as replaced whole."""

_QUOTES = dict.fromkeys('«»“”„"‟❝❞', '"') | dict.fromkeys("‘’'`´", "'")


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
