"""How often words stand in the articles of a scope, by the one analysis of search.

A large scope is read as a sample spread evenly over it, and says so.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.core.cache import cache
from django.db.models import Max, QuerySet

from articles.models import Article
from search.kept import Kept
from search.language.analysis import ANALYSIS_VERSION, pieces, terms_of
from search.language.request import SearchRequest
from search.plans import scope_of

MOST_READ = 2_000
"""So many articles are read for one count."""

_KEPT_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class WordCounts:
    """Folded words -> how often they stand in titles and bodies of ``read`` articles.

    ``articles`` is how many the scope has, ``size`` how many words were read;
    ``spellings`` has each word as it is mostly written.
    """

    words: Counter[str]
    spellings: Mapping[str, str]
    size: int
    read: int
    articles: int

    @property
    def is_whole(self) -> bool:
        """Tell whether every article of the scope was read."""
        return self.read == self.articles

    @property
    def scale(self) -> float:
        """Tell by how much a count is multiplied to stand for the whole scope."""
        return self.articles / self.read if self.read else 1.0


def articles_among(request: SearchRequest, kept: Kept) -> QuerySet[Article]:
    """Give the public articles of a request's filters, whatever its text."""
    among = scope_of(replace(request, text=""), kept).among
    chosen = {
        "outlet__in": among.outlets,
        "section__in": among.sections,
        "author__in": among.authors,
        "published_on__gte": among.since,
        "published_on__lte": among.until,
    }
    filters = {name: value for name, value in chosen.items() if value is not None}
    return Article.objects.public().filter(**filters).order_by()


def count_words(request: SearchRequest, without: frozenset[int]) -> WordCounts:
    """Count the words of a request's filters; the same scope is counted once an hour.

    A change of any of its articles makes it be counted anew. ``without`` are ids of
    articles that are not read.
    """
    articles = articles_among(request, Kept())
    ids = sorted(set(articles.values_list("pk", flat=True)) - without)
    latest = articles.aggregate(latest=Max("updated_at"))["latest"]
    told = f"{ANALYSIS_VERSION}|{latest}|{ids}"
    key = f"word-counts-{hashlib.sha256(told.encode()).hexdigest()}"
    counts: WordCounts | None = cache.get(key)
    if counts is None:
        counts = _counted(ids)
        cache.set(key, counts, _KEPT_SECONDS)
    return counts


def _counted(ids: list[int]) -> WordCounts:
    chosen = spread(ids, MOST_READ)
    written: Counter[str] = Counter()
    for start in range(0, len(chosen), 500):
        rows = Article.objects.public_among(chosen[start : start + 500])
        for title, body in rows.order_by().values_list("title", "body"):
            written.update(pieces(f"{title}\n{body}"))
    words: Counter[str] = Counter()
    spellings: dict[str, str] = {}
    for piece, count in written.most_common():
        for term in terms_of(piece):
            words[term.exact] += count
            spellings.setdefault(term.exact, piece[term.start : term.end])
    return WordCounts(words, spellings, words.total(), len(chosen), len(ids))


def spread(ids: list[int], most: int) -> list[int]:
    """Take at most so many of ordered ids, evenly over all of them.

    >>> spread([1, 2, 3, 4, 5, 6, 7, 8], 4)
    [1, 3, 5, 7]
    """
    if len(ids) <= most:
        return ids
    return [ids[at * len(ids) // most] for at in range(most)]
