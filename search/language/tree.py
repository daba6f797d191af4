"""What a query is made of: words, phrases, prefixes, headings, dates, joined by logic.

Plain frozen values: the parser makes them, engines and the highlighter read them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

HeadingField = Literal["outlet", "section", "author"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word by its stem, better by its letters; by these alone if ``strict``.

    ``instead_of`` is the reader's word that it is a synonym of, "" where it is theirs.
    """

    exact: str
    stem: str
    strict: bool = False
    title_only: bool = False
    instead_of: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Exact words that follow each other, with at most ``slop`` words in between."""

    words: tuple[Word, ...]
    slop: int = 0
    title_only: bool = False
    instead_of: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words by some of their letters: ``*`` stands for any letters, ``?`` for one."""

    pattern: str
    title_only: bool = False


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words that differ from ``exact`` by a letter or two."""

    exact: str
    title_only: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """Articles under an outlet, section or author of this name.

    ``ids`` are the headings the name stands for; the parser can't know them.
    """

    field: HeadingField
    name: str
    ids: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Dates:
    """Articles published from ``since`` to ``until``, both included."""

    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Figures:
    """Articles that claim a figure from ``low`` to ``high``, both included.

    ``noun`` names what is counted, "" for anything. An engine only reads ``ids``: the
    articles that claim such a figure, which the parser can't know.
    """

    low: Decimal | None
    high: Decimal | None
    noun: str = ""
    ids: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Not:
    """Every article but those of ``node``."""

    node: Node


@dataclass(frozen=True, slots=True)
class All:
    """Articles of every one of ``nodes``."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """Articles of at least one of ``nodes``; the more of them, the better."""

    nodes: tuple[Node, ...]


Leaf = Word | Phrase | Pattern | Fuzzy | Heading | Dates | Figures
Node = Leaf | Not | All | Any


def all_of(nodes: list[Node]) -> Node | None:
    """Ask for every one of ``nodes``: None for none, a lone one as it is."""
    if len(nodes) <= 1:
        return nodes[0] if nodes else None
    return All(tuple(nodes))


def positive_leaves(node: Node | None) -> Iterator[Leaf]:
    """Give the leaves that an article is found by, in the order they were written."""
    pending: list[Node] = [node] if node is not None else []
    while pending:
        current = pending.pop()
        if isinstance(current, All | Any):
            pending.extend(reversed(current.nodes))
        elif not isinstance(current, Not):
            yield current
