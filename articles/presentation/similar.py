"""Articles like an article, for its page.

Search depends on articles, never back: who knows what is alike registers when it
starts (``search.apps`` does), as those do who mark hits (``hits``).
"""

from __future__ import annotations

from collections.abc import Callable

from articles.models import Article

Finder = Callable[[Article], list[Article]]
"""Gives public articles about the same as an article, the nearest first."""

_finders: list[Finder] = []


def register(finder: Finder) -> Finder:
    """Let the pages of articles ask ``finder``."""
    if finder not in _finders:
        _finders.append(finder)
    return finder


def find_similar(article: Article) -> list[Article]:
    """Ask the finders in their order; give the first answer that is not empty."""
    answers = (finder(article) for finder in _finders)
    return next((articles for articles in answers if articles), [])
