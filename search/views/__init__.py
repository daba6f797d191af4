"""The pages that ask across articles, one module a question."""

from search.views.advanced import advanced
from search.views.concordance import concordance_csv, concordance_page
from search.views.search import search, search_help

__all__ = ["advanced", "concordance_csv", "concordance_page", "search", "search_help"]
