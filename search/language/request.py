"""A question to the archive, complete: what to find, among what, how to sort it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Self

from search.language.syntax import Query, parse


class Sort(StrEnum):
    """The order of hits."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


class Match(StrEnum):
    """How many of several words an article must have.

    ``AUTO`` asks for all, and for any where a question in full words finds nothing.
    """

    AUTO = "auto"
    ALL = "all"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What a reader asks; every face of search (page, command, export) asks this way.

    ``text`` is in the language of ``search.language.syntax``; "" asks for every
    article. ``outlets``, ``sections`` and ``authors`` are slugs, several meaning any of
    them; articles under those of ``without_…`` are left out. ``start`` counts from 0.
    ``synonyms`` lets the archive's table of synonyms widen the query.
    """

    text: str = ""
    outlets: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    without_outlets: tuple[str, ...] = ()
    without_sections: tuple[str, ...] = ()
    without_authors: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    sort: Sort = Sort.RELEVANCE
    start: int = 0
    limit: int = 20
    match: Match = Match.AUTO
    synonyms: bool = True

    @property
    def query(self) -> Query:
        """Give the text as a tree, with what is to be said about it."""
        return parse(self.text)

    def matching(self, match: Match) -> Self:
        """Ask the same with another rule for several words."""
        return replace(self, match=match)
