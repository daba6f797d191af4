"""What every engine of the archive is asked and answers, whatever library it drives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from search.language.request import Sort
from search.language.tree import Node

FACETS = ("outlet", "section", "author", "year", "month")
"""What hits can be counted by; a month is written 201703."""


class EngineFault(Exception):  # noqa: N818
    """The index is missing, damaged or of another version: it can't answer."""


class EngineAway(EngineFault):
    """The engine can't be reached or did not answer in time."""


@dataclass(frozen=True, slots=True)
class Among:
    """Which articles are searched; an empty set means no such article, None any."""

    outlets: frozenset[int] | None = None
    sections: frozenset[int] | None = None
    authors: frozenset[int] | None = None
    since: date | None = None
    until: date | None = None

    def headings(self) -> Iterator[tuple[str, frozenset[int]]]:
        """Give the columns that narrow the search, each with the ids it may have."""
        for column, ids in (
            ("outlet", self.outlets),
            ("section", self.sections),
            ("author", self.authors),
        ):
            if ids is not None:
                yield column, ids


@dataclass(frozen=True, slots=True)
class Plan:
    """A request made ready for an engine: headings are ids, nothing is left to look up.

    ``facets`` names what to count. A ``query`` of None finds every article.
    """

    query: Node | None = None
    among: Among = field(default_factory=Among)
    sort: Sort = Sort.RELEVANCE
    start: int = 0
    limit: int = 20
    facets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """An engine's answer: how many in all, the ids and scores of the page, the counts.

    ``cut_patterns`` are patterns that stand for more words than were searched;
    ``at_least`` says that there may be more hits than were counted.
    """

    total: int
    hits: tuple[tuple[int, float], ...] = ()
    facets: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    cut_patterns: tuple[str, ...] = ()
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Health:
    """What stands: is it usable, of the current version, how many articles.

    ``away`` says that the engine itself can't be reached: a rebuild mends nothing.
    """

    usable: bool
    reason: str = ""
    articles: int = 0
    away: bool = False


class ArchiveBackend(Protocol):
    """A Haystack backend that also answers plans; every engine's contract.

    What needs no word of its own here: a value left out is ``Not(Heading(ids))`` in the
    query; a facet without its own filter is a plan of ``limit`` 0 without that filter;
    ``Figures`` matches the articles whose id is in its ``ids``.
    """

    def find(self, plan: Plan) -> Found:
        """Answer a plan; raise ``EngineFault`` where the index can't."""

    def frequencies(self, words: Iterable[str]) -> dict[str, int]:
        """Tell in about how many articles words stand; words of none are left out.

        ``words`` are folded, some hundreds at a time; bodies are looked at, titles need
        not be. Raises ``EngineFault`` where the index can't answer.
        """

    def apply(
        self, index: Any, articles: Iterable[Any], removed: Iterable[int]
    ) -> None:
        """Put articles in, replacing older states, and take ids out, in one commit."""

    def rebuild(
        self, index: Any, chunks: Iterable[list[Any]], *, resume: bool = False
    ) -> set[int]:
        """Build a new generation beside the current one and switch to it at the end.

        Each chunk is safe once the next is asked for. With ``resume``, go on with the
        generation that an interrupted rebuild left: ``chunks`` then hold what comes
        after ``built_up_to()``. Give the ids of articles that changed since it was
        begun and are to be applied again.
        """

    def built_up_to(self) -> int:
        """Give the largest id in what an interrupted rebuild left, 0 for nothing."""

    def ids(self) -> set[int]:
        """Give the ids of all indexed articles."""

    def digests(self, after: int = 0, up_to: int | None = None) -> dict[int, int]:
        """Give the digests of indexed articles by their ids (``entry_digest``).

        Of all, or of those with ids after ``after``, and not after ``up_to``.
        """

    def forget(self) -> None:
        """Let go of all that this process has open of the index."""

    def health(self) -> Health:
        """Look at the index without changing it."""
