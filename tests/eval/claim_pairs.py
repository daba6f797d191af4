"""Pairs of invented claims, labelled by hand: how does a second claim stand to a first?

A claim stands at the margin as «day ; sentence», the number in braces; the claims it is
compared with below it, indented, as «label ; day ; sentence».
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from articles.corpus.claims import (
    Comparison,
    Relation,
    Statement,
    compare,
    statements_of,
)

FOLDER = Path(__file__).parent / "claims"
SEEN = FOLDER / "pairs_seen.txt"
HELD_OUT = FOLDER / "pairs_held_out.txt"
FRESH = FOLDER / "pairs_fresh.txt"
BLIND = tuple(FOLDER / f"pairs_blind_{number}.txt" for number in range(1, 6))
"""Labelled before they were first judged, as ``claims/README.md`` tells."""


class Pair(NamedTuple):
    """Two claims as they are written, with the label."""

    label: Relation
    first: str
    second: str


def pairs(path: Path) -> Iterator[Pair]:
    """Give the labelled pairs of a file."""
    first = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith(" "):
            label, _, second = line.strip().partition(" ; ")
            yield Pair(Relation(label), first, second)
        elif line:
            first = line


def statement(written: str) -> Statement | None:
    """Read the claim in braces of «day ; sentence»; None where none is read there."""
    day, _, marked = written.partition(" ; ")
    start = marked.rindex("{")
    sentence = marked.replace("{", "").replace("}", "")
    start -= marked[:start].count("{") + marked[:start].count("}")
    end = start + marked.rindex("}") - marked.rindex("{") - 1
    for figure, said in statements_of(sentence, date.fromisoformat(day)):
        if figure.start < end and figure.end > start:
            return said
    return None


def judge(pair: Pair) -> Comparison | None:
    """Compare the two claims; None where one of them is not read."""
    one, other = statement(pair.first), statement(pair.second)
    return compare(one, other) if one and other else None


def score(path: Path) -> tuple[Counter[str], list[tuple[Pair, Comparison | None]]]:
    """Count pairs, right ones, false conflicts; give the pairs judged wrongly."""
    counts: Counter[str] = Counter()
    wrong = []
    for pair in pairs(path):
        found = judge(pair)
        right = found is not None and found.relation is pair.label
        false_conflict = (
            pair.label is Relation.DIFFERENT
            and found is not None
            and found.relation is Relation.CONFLICT
        )
        counts.update(
            pairs=1,
            right=int(right),
            **{f"{pair.label} pairs": 1, f"{pair.label} right": int(right)},
            false_conflicts=int(false_conflict),
        )
        if not right:
            wrong.append((pair, found))
    return counts, wrong
