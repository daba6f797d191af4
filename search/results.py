"""What a search gives back, in plain types: pages, commands and exports show these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from articles.models import Article
from search.highlight import Passage
from search.language.request import SearchRequest
from search.language.syntax import Notice


@dataclass(frozen=True, slots=True)
class Hit:
    """One article found, how well, and the words of it that answer the query."""

    article: Article
    score: float
    title: Passage
    snippet: Passage


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet: what a filter calls it, what a reader calls it, how many."""

    value: str
    label: str
    count: int
    selected: bool = False


@dataclass(frozen=True, slots=True)
class ResultsPage:
    """One page of hits and what is known of all of them.

    ``total`` counts all hits, or at least so many where ``at_least`` is set.
    ``reserve`` says that the database answered because the index could not.
    """

    request: SearchRequest
    total: int = 0
    hits: tuple[Hit, ...] = ()
    facets: Mapping[str, tuple[FacetValue, ...]] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    reserve: bool = False
    at_least: bool = False
