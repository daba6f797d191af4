"""The pages that ask across articles, one module a question."""

from search.views.search import search, search_help

__all__ = ["search", "search_help"]
