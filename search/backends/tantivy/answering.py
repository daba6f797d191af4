"""Answers a plan over what a searcher sees."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import tantivy

from search.backends.contract import Found, Plan
from search.backends.tantivy.queries import Queries, is_scored, total_of
from search.backends.tantivy.schema import NEWEST, OLDEST, id_of
from search.language.request import Sort

_MARGIN = 16
_STEPS = 10_000
"""Scores are told apart down to one such part."""

_MOST_VALUES = 65_000


class _Page(NamedTuple):
    total: int
    hits: list[tuple[int, float]]


def answer(searcher: tantivy.Searcher, plan: Plan) -> Found:
    """Answer ``plan``: exact total, the page of hits, the facets over all hits."""
    scored = bool(plan.limit) and plan.sort is Sort.RELEVANCE and is_scored(plan.query)
    queries = Queries(searcher, scored=scored)
    query = queries.narrowed(plan.query, plan.among)
    if scored:
        page = _best(searcher, query, plan)
    else:
        order = OLDEST if plan.sort is Sort.OLDEST else NEWEST
        page = _in_order(searcher, query, plan, order)
    return Found(
        total=page.total,
        hits=tuple(page.hits),
        facets=_facets(searcher, queries, plan),
        cut_patterns=tuple(queries.cut_patterns),
    )


def _in_order(
    searcher: tantivy.Searcher, query: tantivy.Query, plan: Plan, order: str
) -> _Page:
    found = searcher.search(
        query, limit=max(1, plan.limit), offset=plan.start, order_by_field=order
    )
    return _Page(
        total_of(found), [(id_of(place), 0.0) for place, _ in found.hits[: plan.limit]]
    )


def _best(searcher: tantivy.Searcher, query: tantivy.Query, plan: Plan) -> _Page:
    """Give the page by score; equals come newest first.

    tantivy gives equals as they lie on disk. So more than the page is asked for: until
    all that equal its first or last hit are among them.
    """
    margin = _MARGIN
    while True:
        start = max(0, plan.start - margin)
        wanted = plan.start + plan.limit + margin - start
        found = searcher.search(query, limit=wanted, offset=start)
        # The same sum in another order differs in the last digits.
        scores = [int(score * _STEPS + 0.5) / _STEPS for score, _ in found.hits]
        first, end = plan.start - start, plan.start - start + plan.limit
        open_start = start > 0 and first < len(scores) and scores[0] == scores[first]
        open_end = len(scores) == wanted and scores[end - 1] == scores[-1]
        if not plan.limit or not (open_start or open_end):
            break
        margin *= 8
    places = [place for _, place in found.hits]
    orders = [int(order or 0) for order in searcher.fast_field_values(NEWEST, places)]
    ranked = sorted(zip(scores, orders, strict=True), reverse=True)
    hits = [(id_of(order), score) for score, order in ranked[first:end]]
    return _Page(total_of(found), hits)


def _facets(
    searcher: tantivy.Searcher, queries: Queries, plan: Plan
) -> dict[str, tuple[tuple[int, int], ...]]:
    names = plan.facets
    if not names:
        return {}
    query = queries.unscored().narrowed(plan.query, plan.among)
    columns = {"month" if name == "year" else name for name in names}
    asked = {
        column: {"terms": {"field": column, "size": _MOST_VALUES}} for column in columns
    }
    counted = searcher.aggregate(query, asked)
    facets = {}
    for name in names:
        column, divisor = ("month", 100) if name == "year" else (name, 1)
        counts: Counter[int] = Counter()
        for bucket in counted[column]["buckets"]:
            counts[int(bucket["key"]) // divisor] += bucket["doc_count"]
        counts.pop(0, None)
        facets[name] = tuple(sorted(counts.items()))
    return facets
