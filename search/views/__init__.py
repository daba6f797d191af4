"""The pages that ask across articles, one module a question."""

from search.views.advanced import advanced
from search.views.api import api
from search.views.concordance import concordance_csv, concordance_page
from search.views.exports import export, export_file
from search.views.method import method_search
from search.views.search import search, search_help

__all__ = [
    "advanced",
    "api",
    "concordance_csv",
    "concordance_page",
    "export",
    "export_file",
    "method_search",
    "search",
    "search_help",
]
