"""The pages that ask across articles, one module a question."""

from search.views.advanced import advanced
from search.views.collocates import collocates_csv, collocates_page
from search.views.concordance import concordance_csv, concordance_page
from search.views.method import method_search
from search.views.search import search, search_help
from search.views.trends import method_words, trends_csv, trends_page

__all__ = [
    "advanced",
    "collocates_csv",
    "collocates_page",
    "concordance_csv",
    "concordance_page",
    "method_search",
    "method_words",
    "search",
    "search_help",
    "trends_csv",
    "trends_page",
]
