"""The one door to search: a request goes in, a page of results comes out.

Pages, commands and exports ask here and nowhere else. Whatever is wrong with the
index, the answer is a page: then the database answers in its place, and it says so.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any, cast

from haystack import connections

from articles.models import Article
from articles.models.catalogue import Heading
from search import reserve
from search.backends.contract import ArchiveBackend, EngineFault, Found, Plan
from search.highlight import Marker, best_passage, mark_title
from search.language import tree
from search.language.request import Match, SearchRequest
from search.language.syntax import Notice, Trouble
from search.plans import HEADINGS, is_question, loosened, plan_for
from search.results import FacetValue, Hit, ResultsPage

logger = logging.getLogger(__name__)

FACETS = ("outlet", "section", "year")
"""What a search counts unless asked otherwise."""


def archive_backend() -> ArchiveBackend:
    """Give the engine that the settings name."""
    return cast(ArchiveBackend, connections["default"].get_backend())


def article_index() -> Any:
    """Give the index class that says what of an article is indexed."""
    return connections["default"].get_unified_index().get_index(Article)


def find_articles(
    request: SearchRequest, facets: tuple[str, ...] = FACETS
) -> ResultsPage:
    """Find articles; no request and no state of the index makes it raise."""
    query = request.query
    if query.node is None and request.text.strip():
        return ResultsPage(request, notices=query.notices)
    plan, notices = plan_for(request, facets)
    found, from_reserve = _ask(plan)
    notices = query.notices + notices
    if not found.total and request.match is Match.AUTO and is_question(plan.query):
        plan = replace(plan, query=loosened(cast(tree.Node, plan.query)))
        found, from_reserve = _ask(plan)
        if found.total:
            notices += (Notice(Trouble.LOOSENED),)
    notices += tuple(
        Notice(Trouble.TOO_MANY_FORMS, pattern) for pattern in found.cut_patterns
    )
    return ResultsPage(
        request=request,
        total=found.total,
        hits=_hits(found, plan),
        facets={name: _facet(name, found, request) for name in facets},
        notices=notices,
        reserve=from_reserve,
        at_least=found.at_least,
    )


def _ask(plan: Plan) -> tuple[Found, bool]:
    try:
        return archive_backend().find(plan), False
    except EngineFault as fault:
        logger.warning("the index can't answer, the database does: %s", fault)
        return reserve.find(plan), True


def _hits(found: Found, plan: Plan) -> tuple[Hit, ...]:
    """Fetch the articles of the page; what is no longer public falls out here."""
    ids = [article_id for article_id, _ in found.hits]
    articles = Article.objects.public().for_lists().in_bulk(ids)
    marker = Marker(plan.query)
    return tuple(
        Hit(
            article=article,
            score=score,
            title=mark_title(article.title, marker),
            snippet=best_passage(article.body, marker),
        )
        for article_id, score in found.hits
        if (article := articles.get(article_id))
    )


def _facet(name: str, found: Found, request: SearchRequest) -> tuple[FacetValue, ...]:
    counts = dict(found.facets.get(name, ()))
    if name in {"year", "month"}:
        return tuple(
            FacetValue(str(value), str(value), count)
            for value, count in sorted(counts.items(), reverse=True)
        )
    model: type[Heading] = HEADINGS[cast(tree.HeadingField, name)]
    selected = set(getattr(request, f"{name}s"))
    headings = model.objects.in_bulk(list(counts))
    values = [
        FacetValue(heading.slug, heading.name, counts[pk], heading.slug in selected)
        for pk, heading in headings.items()
    ]
    return tuple(sorted(values, key=lambda value: (-value.count, value.label)))
