"""The reserve search: answers plans from the database while the index can't.

It reads articles one by one and keeps the meaning a query has for the engines, so it is
right but slow, and it stops after ``PATIENCE``: then it has found at least what it
gives. Scores only count words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from time import monotonic
from typing import Any

from django.db.models import F

from articles.models import Article
from search.backends.contract import Among, Found, Plan
from search.hits.highlight import Marker
from search.language import tree
from search.language.analysis import Term, analyze
from search.language.request import Sort

PATIENCE = 2.0
"""Seconds a reader is kept waiting at most."""

TITLE_WORTH = 3.0


def find(plan: Plan) -> Found:
    """Answer a plan from the database."""
    until = monotonic() + PATIENCE
    found: list[tuple[Article, float]] = []
    hurried = False
    for article in _articles(plan):
        score = 0.0 if plan.query is None else _Text(article).score(plan.query)
        if score is not None:
            found.append((article, score))
        if monotonic() > until:
            hurried = True
            break
    if plan.sort is Sort.RELEVANCE:
        found.sort(key=lambda hit: -hit[1])  # stable: equals stay newest first
    page = found[plan.start : plan.start + plan.limit]
    return Found(
        total=len(found),
        hits=tuple((article.pk, score) for article, score in page),
        facets={name: _counts(found, name) for name in plan.facets},
        at_least=hurried,
    )


def _articles(plan: Plan) -> Iterator[Article]:
    articles = _among(Article.objects.public(), plan.among).newest()
    if plan.sort is Sort.OLDEST:
        day, time = F("published_on"), F("published_time")
        articles = articles.order_by(
            day.asc(nulls_last=True), time.asc(nulls_first=True), "-id"
        )
    fields = ("title", "body", "outlet", "section", "author", "published_on")
    yield from articles.only(*fields).iterator(chunk_size=200)


def _among(articles: Any, among: Among) -> Any:
    filters: dict[str, Any] = {
        "outlet__in": among.outlets,
        "section__in": among.sections,
        "author__in": among.authors,
        "published_on__gte": among.since,
        "published_on__lte": among.until,
    }
    return articles.filter(
        **{name: value for name, value in filters.items() if value is not None}
    )


class _Text:
    """An article read word by word, to be held against query nodes."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._title = analyze(article.title)
        self._body = analyze(article.body)

    def score(self, node: tree.Node) -> float | None:
        """Tell how well the article answers a node, None where it does not."""
        match node:
            case tree.Heading():
                heading = getattr(self._article, f"{node.field}_id")
                return 0.0 if heading in node.ids else None
            case tree.Dates():
                return 0.0 if _within(self._article.published_on, node) else None
            case tree.Figures():
                return 0.0 if self._article.pk in node.ids else None
            case tree.Not():
                return 0.0 if self.score(node.node) is None else None
            case tree.All() | tree.Any():
                scores = [self.score(part) for part in node.nodes]
                reached = [score for score in scores if score is not None]
                enough = len(scores) if isinstance(node, tree.All) else 1
                return sum(reached) if len(reached) >= enough else None
            case _:
                return self._leaf(node)

    def _leaf(self, leaf: tree.Leaf) -> float | None:
        marker = Marker(leaf)
        score = TITLE_WORTH * _found(marker, self._title)
        if not getattr(leaf, "title_only", False):
            score += _found(marker, self._body)
        return score or None


def _found(marker: Marker, terms: list[Term]) -> int:
    return len(marker.find(terms))


def _within(day: date | None, dates: tree.Dates) -> bool:
    if day is None:
        return False
    return (dates.since or day) <= day <= (dates.until or day)


def _counts(
    found: list[tuple[Article, float]], facet: str
) -> tuple[tuple[int, int], ...]:
    values = (_value(article, facet) for article, _ in found)
    return tuple(sorted(Counter(value for value in values if value).items()))


def _value(article: Article, facet: str) -> int:
    if facet in {"year", "month"}:
        day = article.published_on
        if day is None:
            return 0
        return day.year if facet == "year" else day.year * 100 + day.month
    return int(getattr(article, f"{facet}_id") or 0)
