"""The pages that ask across articles, one module a question."""

from search.views.advanced import advanced
from search.views.concordance import concordance_csv, concordance_page
from search.views.method import method_search
from search.views.search import search, search_help

__all__ = [
    "advanced",
    "concordance_csv",
    "concordance_page",
    "method_search",
    "search",
    "search_help",
]
