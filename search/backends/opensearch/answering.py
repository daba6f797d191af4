"""Answers a plan by the server: pages however deep, totals and counts exact."""

from __future__ import annotations

from collections import Counter
from typing import Any

from search.backends.contract import Found, Plan
from search.backends.opensearch.queries import Queries, Query
from search.backends.opensearch.schema import WINDOW
from search.backends.opensearch.server import Server
from search.backends.opensearch.vocabulary import Vocabulary
from search.language import tree
from search.language.request import Sort

_MOST_VALUES = 13_000
"""Values of a facet; five of them are as many as the server counts at once."""

_NEWEST: list[Query] = [
    {"published": {"order": "desc", "missing": "_last"}},
    {"id": "desc"},
]
_OLDEST: list[Query] = [
    {"published": {"order": "asc", "missing": "_last"}},
    {"id": "desc"},
]


def answer(server: Server, index: str, plan: Plan) -> Found:
    """Answer ``plan``; equals come newest first."""
    leaves = list(tree.positive_leaves(plan.query))
    patterns = sum(isinstance(leaf, tree.Pattern | tree.Fuzzy) for leaf in leaves)
    scored = (
        bool(plan.limit) and plan.sort is Sort.RELEVANCE and any(map(_scores, leaves))
    )
    vocabulary = Vocabulary(server, index, patterns)
    query = Queries(vocabulary).whole(plan.query, plan.among, scored=scored)
    search: Query = {
        "query": query,
        "sort": _order(plan.sort, scored=scored),
        "stored_fields": "_none_",
        "track_total_hits": True,
        "aggs": _counted(plan.facets),
    }
    told, hits = _page(server, index, search, plan)
    return Found(
        total=told["hits"]["total"]["value"],
        hits=tuple(
            (int(hit["sort"][-1]), float(hit["sort"][0]) if scored else 0.0)
            for hit in hits
        ),
        facets=_facets(told.get("aggregations", {}), plan.facets),
        cut_patterns=tuple(vocabulary.cut_patterns),
    )


def _scores(leaf: tree.Leaf) -> bool:
    return not isinstance(leaf, tree.Heading | tree.Dates | tree.Figures)


def _order(sort: Sort, *, scored: bool) -> list[Query]:
    if sort is Sort.OLDEST:
        return _OLDEST
    return [{"_score": "desc"}, *_NEWEST] if scored else _NEWEST


def _page(
    server: Server, index: str, search: Query, plan: Plan
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Give the answer, and the hits from ``start`` on.

    Up to ``WINDOW`` in one step; what lies deeper is walked to from window to window.
    """
    end = plan.start + plan.limit
    if end <= WINDOW:
        told = server.search(index, search | {"from": plan.start, "size": plan.limit})
        return told, told["hits"]["hits"]
    first = told = server.search(index, search | {"size": WINDOW})
    hits, passed = told["hits"]["hits"][plan.start :], WINDOW
    further = {name: part for name, part in search.items() if name != "aggs"}
    while passed < end and len(told["hits"]["hits"]) == WINDOW:
        after = told["hits"]["hits"][-1]["sort"]
        told = server.search(index, further | {"size": WINDOW, "search_after": after})
        hits += told["hits"]["hits"][max(0, plan.start - passed) :]
        passed += WINDOW
    return first, hits[: plan.limit]


def _counted(names: tuple[str, ...]) -> Query:
    columns = {"month" if name == "year" else name for name in names}
    return {
        column: {
            "terms": {
                "field": column,
                "size": _MOST_VALUES,
                "shard_size": _MOST_VALUES,
            }
        }
        for column in columns
    }


def _facets(
    counted: dict[str, Any], names: tuple[str, ...]
) -> dict[str, tuple[tuple[int, int], ...]]:
    facets = {}
    for name in names:
        column, divisor = ("month", 100) if name == "year" else (name, 1)
        counts: Counter[int] = Counter()
        for bucket in counted[column]["buckets"]:
            counts[int(bucket["key"]) // divisor] += bucket["doc_count"]
        facets[name] = tuple(sorted(counts.items()))
    return facets
