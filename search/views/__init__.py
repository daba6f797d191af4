"""The pages that ask across articles, one module a question."""

from search.views.advanced import advanced
from search.views.claims import chart, compare_claims
from search.views.concordance import concordance_csv, concordance_page
from search.views.ledger import figures, figures_file, noun
from search.views.method import method_search
from search.views.search import search, search_help

__all__ = [
    "advanced",
    "chart",
    "compare_claims",
    "concordance_csv",
    "concordance_page",
    "figures",
    "figures_file",
    "method_search",
    "noun",
    "search",
    "search_help",
]
