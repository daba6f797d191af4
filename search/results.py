"""What a search gives back, in plain types: pages, commands and exports show these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from articles.models import Article
from search.hits.explanations import Explanation
from search.hits.highlight import Passage
from search.language.request import SearchRequest
from search.language.syntax import Notice


@dataclass(frozen=True, slots=True)
class Hit:
    """One article found, how well, and the words of it that answer the query.

    ``explanations`` say why it was found where the words shown are not those asked.
    ``copies`` counts the other copies of its report, those of one ``cluster``.
    """

    article: Article
    score: float
    title: Passage
    snippet: Passage
    explanations: tuple[Explanation, ...] = ()
    cluster: int = 0
    copies: int = 0

    @property
    def anchor(self) -> str:
        """Name the hit that the snippet begins with in the page of the article.

        Hits are numbered there from 1, through title and body.
        """
        if self.snippet.marks:
            return f"h{len(self.title.marks) + self.snippet.skipped + 1}"
        return "h1" if self.title.marks else ""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet: what a filter calls it, what a reader calls it, how many."""

    value: str
    label: str
    count: int
    selected: bool = False
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class ResultsPage:
    """One page of hits and what is known of all of them.

    ``total`` counts all hits, or at least so many where ``at_least`` is set.
    A heading's facet is counted without its own choices, so that another value can be
    added to them; ``further`` tells how many more values of it have hits.
    ``reserve`` says that the database answered because the index could not.
    """

    request: SearchRequest
    total: int = 0
    hits: tuple[Hit, ...] = ()
    facets: Mapping[str, tuple[FacetValue, ...]] = field(default_factory=dict)
    further: Mapping[str, int] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    reserve: bool = False
    at_least: bool = False
