"""Other articles that stand around an article on its page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from articles.models import Article
from articles.querysets import ArticleQuerySet

MOST_SHOWN = 5
"""So many articles at most stand in each list."""

Finder = Callable[[Article], list[int]]
"""Gives the ids of other articles about the same as an article, the nearest first; some
may not be public any more."""

_finders: list[Finder] = []


def register(finder: Finder) -> Finder:
    """Let the pages of articles ask ``finder`` what is alike.

    Search depends on articles, never back: who knows what is alike registers when it
    starts (``search.apps`` does), as those do who mark hits (``hits``).
    """
    if finder not in _finders:
        _finders.append(finder)
    return finder


@dataclass(frozen=True, slots=True)
class Around:
    """Public articles about the same, of the same day, and of the outlet before it."""

    similar: list[Article]
    same_day: list[Article]
    same_outlet: list[Article]


def around(article: Article) -> Around:
    """Find what stands around an article; all rows are fetched at once."""
    similar, day, outlet = _similar(article), _same_day(article), _same_outlet(article)
    rows = Article.objects.public_among({*similar, *day, *outlet})
    found = rows.for_lists().with_leads().order_by().in_bulk()

    def shown(ids: list[int]) -> list[Article]:
        return [found[pk] for pk in ids if pk in found]

    return Around(shown(similar)[:MOST_SHOWN], shown(day), shown(outlet))


def _similar(article: Article) -> list[int]:
    """Ask the finders in their order; give the first answer that is not empty."""
    answers = (finder(article) for finder in _finders)
    return next((ids for ids in answers if ids), [])


def _same_day(article: Article) -> list[int]:
    if not article.published_on or article.published_precision not in ("day", "minute"):
        return []
    return _few(Article.objects.public().of_day(article.published_on), article)


def _same_outlet(article: Article) -> list[int]:
    """Give what the outlet published just before."""
    if article.outlet_id is None:
        return []
    others = Article.objects.public().filter(outlet=article.outlet_id)
    if article.published_on:
        others = others.filter(published_on__lt=article.published_on)
    return _few(others.newest(), article)


def _few(others: ArticleQuerySet, article: Article) -> list[int]:
    ids = others.exclude(pk=article.pk).values_list("pk", flat=True)
    return list(ids[:MOST_SHOWN])
