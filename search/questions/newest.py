"""The articles that answer a search and came into the archive last.

A feed tells what is new here, not what was published last: an old article that was
brought in today belongs at its top.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from articles.models import Article
from search.engine import find_matches
from search.kept import Kept
from search.language.request import Match, SearchRequest, Sort
from search.plans import LARGEST_PAGE

MOST_LOOKED_AT = 20_000
"""So many of the newest articles are looked at for a query that many answer."""


def newest_matches(request: SearchRequest, most: int) -> list[int]:
    """Give the ids of the newest articles that answer, newest first.

    Every word of the query is asked for, whatever is found.
    """
    kept = Kept()
    asked = replace(
        request, match=Match.ALL, sort=Sort.NEWEST, start=0, limit=LARGEST_PAGE
    )
    found = find_matches(asked, kept=kept).found
    if found.total <= LARGEST_PAGE:
        return sorted((pk for pk, _score in found.hits), reverse=True)[:most]
    return list(islice(_walk(asked, kept), most))


def matches_among(request: SearchRequest, article_ids: list[int]) -> list[int]:
    """Give those of some articles that answer, the newest first."""
    asked = replace(
        request, match=Match.ALL, sort=Sort.NEWEST, start=0, limit=LARGEST_PAGE
    )
    return [
        pk
        for ids in _batches(sorted(article_ids, reverse=True))
        for pk in _matches(asked, ids, Kept())
    ]


def _walk(asked: SearchRequest, kept: Kept) -> Iterator[int]:
    newest = Article.objects.public().order_by("-id").values_list("pk", flat=True)
    for ids in _batches(list(newest[:MOST_LOOKED_AT])):
        yield from _matches(asked, ids, kept)


def _batches(ids: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(ids), LARGEST_PAGE):
        yield ids[start : start + LARGEST_PAGE]


def _matches(asked: SearchRequest, ids: list[int], kept: Kept) -> list[int]:
    answer = find_matches(asked, kept=kept, only=frozenset(ids))
    return sorted((pk for pk, _score in answer.found.hits), reverse=True)
