"""The pages that ask across articles, one module a question."""

from search.views.advanced import advanced
from search.views.api import api
from search.views.claims import chart, compare_claims
from search.views.collections import (
    change_item,
    collection_file,
    collection_page,
    collections,
    delete_collection,
    keep_page,
    shared,
    shared_file,
)
from search.views.collocates import collocates_csv, collocates_page
from search.views.concordance import concordance_csv, concordance_page
from search.views.exports import export, export_file
from search.views.keyness import keyness_csv, keyness_page
from search.views.ledger import figures, figures_file, noun
from search.views.method import method_search
from search.views.saved import change_saved, saved_searches, unsubscribe_page
from search.views.search import search, search_help
from search.views.trends import method_words, trends_csv, trends_page

__all__ = [
    "advanced",
    "api",
    "change_item",
    "change_saved",
    "chart",
    "collection_file",
    "collection_page",
    "collections",
    "collocates_csv",
    "collocates_page",
    "compare_claims",
    "concordance_csv",
    "concordance_page",
    "delete_collection",
    "export",
    "export_file",
    "figures",
    "figures_file",
    "keep_page",
    "keyness_csv",
    "keyness_page",
    "method_search",
    "method_words",
    "noun",
    "saved_searches",
    "search",
    "search_help",
    "shared",
    "shared_file",
    "trends_csv",
    "trends_page",
    "unsubscribe_page",
]
