"""The one door to search: a request goes in, a page of results comes out.

Pages, commands and exports ask here and nowhere else. Whatever is wrong with the
index, the answer is a page: then the database answers in its place, and it says so.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from threading import local
from time import monotonic
from typing import Any, cast

from haystack import connections

from articles.models import Article
from search import reserve
from search.backends.contract import ArchiveBackend, EngineFault, Found, Plan
from search.facets import counted_headings, counted_times
from search.figures import MOST_ARTICLES
from search.hits.explanations import explain
from search.hits.found_articles import articles_of
from search.hits.highlight import Marker
from search.hits.snippets import Snippets, snippets_of
from search.kept import Kept
from search.language.analysis import analyze
from search.language.loosening import (
    SENTENCE,
    SHORTEST_QUESTION,
    SHORTEST_QUOTING,
    enough,
    words_asked,
)
from search.language.request import Match, SearchRequest, Sort
from search.language.syntax import Notice, Trouble
from search.plans import HEADINGS, plan_for, scope_of, unfiltered
from search.results import FacetValue, Hit, ResultsPage

logger = logging.getLogger(__name__)

FACETS = ("outlet", "section", "year")
"""What a search counts unless asked otherwise."""

VAIN_SECONDS = 1.0
"""Who waited longer for no answer asks nobody for as long."""

_waited = local()


def archive_backend() -> ArchiveBackend:
    """Give the engine that the settings name."""
    return cast(ArchiveBackend, connections["default"].get_backend())


def article_index() -> Any:
    """Give the index class that says what of an article is indexed."""
    return connections["default"].get_unified_index().get_index(Article)


def find_articles(
    request: SearchRequest,
    facets: tuple[str, ...] = FACETS,
    within: Mapping[str, str] | None = None,
) -> ResultsPage:
    """Find articles; no request and no state of the index makes it raise.

    ``within`` names parts of names: the values of that facet are looked for by them.
    """
    kept = Kept()
    answer = find_matches(request, facets, kept)
    if answer.plan is None:
        return ResultsPage(request, notices=answer.notices)
    counts = _counts(answer.found, answer.plan)
    values, further = _values(counts, request, within or {}, kept)
    return ResultsPage(
        request=request,
        total=answer.found.total,
        hits=_hits(answer, request.text, kept),
        facets=values,
        further=further,
        notices=answer.notices,
        reserve=answer.reserve,
        at_least=answer.found.at_least,
    )


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked of the engine and what it said; no plan where nothing was."""

    plan: Plan | None
    found: Found
    notices: tuple[Notice, ...]
    reserve: bool = False

    def articles(self, kept: Kept | None = None) -> list[tuple[Article, float]]:
        """Fetch the articles of the page, each with its score, in order.

        What is no longer public falls out here.
        """
        hits = self.found.hits
        articles = articles_of([pk for pk, _ in hits], kept or Kept())
        return [(articles[pk], score) for pk, score in hits if pk in articles]

    @property
    def marker(self) -> Marker:
        """Give what marks the words of the query, as the engine was asked for it."""
        return self.snippets.marker

    @property
    def snippets(self) -> Snippets:
        """Give what chooses and marks what a list shows of a text."""
        return snippets_of(self.plan.query if self.plan else None)


def find_matches(
    request: SearchRequest,
    facets: tuple[str, ...] = (),
    kept: Kept | None = None,
    without: frozenset[int] = frozenset(),
    only: frozenset[int] | None = None,
) -> Answer:
    """Ask the engine alone: ids and counts, without snippets and names.

    ``without`` are the ids of articles that are not to be found, ``only`` of those
    that alone may be.
    """
    query = request.query
    if query.node is None and request.text.strip():
        return Answer(None, Found(0), query.notices)
    asked, few = _first_asked(request)
    kept = kept or Kept()
    scope = scope_of(request, kept).narrowed(without, only)
    plan, notices = plan_for(asked, facets, scope, kept)
    if asked.match is not request.match:
        notices += (Notice(Trouble.SENTENCE),)
    found, from_reserve = _ask(plan)
    if found.total < few and not from_reserve:
        with_all = found.total
        plan, _ = plan_for(request.matching(Match.ANY), facets, scope, kept)
        found, from_reserve = _ask(plan)
        if found.total > with_all:
            notices += (_loosened(with_all),)
    notices = query.notices + notices
    notices += tuple(
        Notice(Trouble.TOO_MANY_FORMS, pattern) for pattern in found.cut_patterns
    )
    return Answer(plan, found, notices, from_reserve)


@dataclass(frozen=True, slots=True)
class Ids:
    """Every article of a query; there may be more of them where ``at_least``."""

    ids: frozenset[int]
    notices: tuple[Notice, ...] = ()
    at_least: bool = False


def find_ids(request: SearchRequest, most: int = MOST_ARTICLES) -> Ids:
    """Find the ids of the ``most`` newest articles of a query, without a page.

    All words are asked for: what a question across articles counts must have them.
    """
    asked = replace(request.matching(Match.ALL), sort=Sort.NEWEST)
    answer = find_hits(asked, most)
    found = answer.found
    ids = frozenset(article_id for article_id, _score in found.hits)
    return Ids(ids, answer.notices, found.at_least or found.total > len(ids))


def find_hits(request: SearchRequest, most: int | None = None) -> Answer:
    """Ask for the ids of the first ``most`` hits in their order, of all for None.

    Pages end at ``plans.DEEPEST_HIT``; what takes an answer along, or counts in it,
    asks here.
    """
    answer = find_matches(replace(request, start=0, limit=0))
    if answer.plan is None:
        return answer
    total = answer.found.total
    limit = total if most is None else min(most, total)
    if not limit:
        return answer
    found, reserve = _ask(replace(answer.plan, start=0, limit=limit, facets=()))
    return replace(answer, found=found, reserve=reserve)


def _first_asked(request: SearchRequest) -> tuple[SearchRequest, int]:
    """Give what is asked first, and below how many hits any word is to be enough.

    By date, articles that only have some of the words would hide those that have all.
    """
    words, quoted = words_asked(request.query.node)
    shortest = SHORTEST_QUOTING if quoted else SHORTEST_QUESTION
    if request.match is not Match.AUTO or words < shortest:
        return request, 0
    if quoted or request.sort is not Sort.RELEVANCE:
        return request, 1
    if words >= SENTENCE:
        return request.matching(Match.ANY), 0
    return request, enough(words)


def _loosened(with_all: int) -> Notice:
    if with_all:
        return Notice(Trouble.FEW_WITH_ALL, str(with_all))
    return Notice(Trouble.LOOSENED)


def _ask(plan: Plan) -> tuple[Found, bool]:
    if monotonic() < getattr(_waited, "until", 0.0):
        return reserve.find(plan), True
    begun = monotonic()
    try:
        return archive_backend().find(plan), False
    except EngineFault as fault:
        logger.warning("the index can't answer, the database does: %s", fault)
        # A page asks several times: it waits in vain once.
        if monotonic() - begun > VAIN_SECONDS:
            _waited.until = monotonic() + VAIN_SECONDS
        return reserve.find(plan), True


def _counts(found: Found, plan: Plan) -> dict[str, dict[int, int]]:
    """Count the hits by each facet, a filtered one as if it were not filtered."""
    filtered = {
        "outlet": plan.among.outlets,
        "section": plan.among.sections,
        "author": plan.among.authors,
    }
    answers = {
        name: found if filtered.get(name) is None else _ask(unfiltered(plan, name))[0]
        for name in plan.facets
    }
    return {name: dict(answer.facets.get(name, ())) for name, answer in answers.items()}


def _values(
    counts: dict[str, dict[int, int]],
    request: SearchRequest,
    within: Mapping[str, str],
    kept: Kept,
) -> tuple[dict[str, tuple[FacetValue, ...]], dict[str, int]]:
    values: dict[str, tuple[FacetValue, ...]] = {}
    further: dict[str, int] = {}
    for name, numbers in counts.items():
        if name in HEADINGS:
            values[name], further[name] = counted_headings(
                name, numbers, request, within.get(name, ""), kept
            )
        else:
            values[name] = counted_times(numbers)
    return values, further


def _hits(answer: Answer, text: str, kept: Kept) -> tuple[Hit, ...]:
    snippets = answer.snippets
    spelling = {term.exact: text[term.start : term.end] for term in analyze(text)}
    hits = []
    for article, score in answer.articles(kept):
        shown = snippets.whole(article.title), snippets.best(article.body)
        explanations = explain(snippets.marker, shown, spelling)
        hits.append(Hit(article, score, *shown, explanations))
    return tuple(hits)
