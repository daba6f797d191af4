"""Words of an article marked for a reader who looks for them.

Search depends on articles, never back, so who finds the words is not known here: an app
registers its finder when it starts (``search.apps`` does), and the page of an article
asks whoever registered. Thus an article keeps one address and one view, with a query
after the "?" or without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from django.http import QueryDict

from articles.models import Article
from articles.presentation.marked_text import Hop, Place

MOST_HITS = 1_000
"""Further words of one article are not marked."""

Stretch = tuple[int, int]
"""Start and end in code points, end exclusive."""


@dataclass(frozen=True, slots=True)
class Hits:
    """What is to be marked in title and body, in order, none touching another.

    ``sought`` is what the reader looks for, ``back`` the address it was looked for at.
    """

    sought: str
    back: str
    title: tuple[Stretch, ...] = ()
    body: tuple[Stretch, ...] = ()

    @property
    def count(self) -> int:
        """Count the words that are marked."""
        return min(len(self.title) + len(self.body), MOST_HITS)


Finder = Callable[[Article, QueryDict], Hits | None]
"""Gives what an article's address asks to be marked, None where it asks for nothing."""

_finders: list[Finder] = []


def register(finder: Finder) -> Finder:
    """Let the pages of articles ask ``finder``."""
    if finder not in _finders:
        _finders.append(finder)
    return finder


def find_hits(article: Article, query: QueryDict) -> Hits | None:
    """Ask the finders in their order; give the first answer."""
    answers = (finder(article, query) for finder in _finders)
    return next((hits for hits in answers if hits is not None), None)


def hit_places(
    hits: Hits | None, title_figures: list[Place], body_figures: list[Place]
) -> tuple[list[Place], list[Place]]:
    """Give the places of the hits in title and body, numbered through as h1, h2, …

    Each leads to the one before and the one after. A hit that crosses the border of a
    figure is marked in parts, so that every mark of the page nests.
    """
    if hits is None:
        return [], []
    count, in_title = hits.count, len(hits.title[:MOST_HITS])
    title = _numbered(hits.title, 1, count)
    body = _numbered(hits.body[: count - in_title], in_title + 1, count)
    return list(_fitted(title, title_figures)), list(_fitted(body, body_figures))


def _numbered(stretches: Iterable[Stretch], first: int, last: int) -> Iterator[Place]:
    for number, (start, end) in enumerate(stretches, start=first):
        hop = Hop(
            f"h{number - 1}" if number > 1 else "",
            f"h{number + 1}" if number < last else "",
        )
        yield Place(start, end, start, end, f"h{number}", hop=hop)


def _fitted(hits: Iterable[Place], figures: list[Place]) -> Iterator[Place]:
    borders = {border for figure in figures for border in (figure.start, figure.end)}
    for hit in hits:
        cuts = [at for at in range(hit.start + 1, hit.end) if at in borders]
        edges = [hit.start, *cuts, hit.end]
        for start, end in pairwise(edges):
            part = replace(hit, start=start, end=end, number_start=start)
            # The last part has the name and the links: they stand after the word.
            whole = end == hit.end
            yield part if whole else replace(part, anchor="", hop=Hop())
