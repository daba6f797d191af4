"""The search page and its help."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from search.engine import find_articles
from search.forms import PAGE_SIZE, SearchForm
from search.hits.reprints import fold, with_copies
from search.language.help import FORMS
from search.language.syntax import Trouble
from search.notices import notice_text
from search.plans import DEEPEST_HIT
from search.questions.suggestions import did_you_mean
from search.results import ResultsPage
from search.views.histogram import histogram
from search.views.ledger_links import ledger_url
from search.views.links import Link, chosen_filters, facet_boxes, pairs, with_values

FACETS = ("outlet", "section", "author", "month")

STILL_NO_QUESTION = {"q", "sort", "page", "synonyms", "reprints"}
"""An address with these alone asks for nothing yet."""


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Search: the whole state is in the address, so every page can be linked to."""
    form = SearchForm(request.GET)
    asked = form.request(_page_number(request))
    if not (asked.text.strip() or set(request.GET) - STILL_NO_QUESTION):
        return render(request, "search/search.html", {"form": form, "forms": FORMS})
    page = find_articles(asked, FACETS, form.within())
    page = replace(page, hits=with_copies(page.hits))
    context = {"form": form, "q": asked.text, **_found(request, page)}
    return render(request, "search/search.html", context)


def _found(request: HttpRequest, page: ResultsPage) -> dict[str, Any]:
    paginator = Paginator(range(min(page.total, DEEPEST_HIT)), PAGE_SIZE)
    folds = request.GET.get("reprints") == "fold"
    shown = fold(page.hits) if folds else page.hits
    return {
        "results": page,
        "hits": shown,
        "reprints": _reprints(request, page, folds),
        "folded": len(page.hits) - len(shown),
        "ledger": ledger_url(page.request),
        "suggestion": _suggestion(request, page),
        "without_synonyms": _without_synonyms(request, page),
        "notices": [notice_text(notice) for notice in page.notices],
        "chips": chosen_filters(page.request, request.GET, page.facets),
        "facets": facet_boxes(page, request.GET),
        "bars": histogram(page.facets.get("month", ()), request.GET),
        "page": paginator.get_page(_page_number(request)),
        "deepest": DEEPEST_HIT if page.total > DEEPEST_HIT else 0,
        "kept": pairs(request.GET, leaving=("q", "page", *SearchForm.base_fields)),
    }


def _suggestion(request: HttpRequest, page: ResultsPage) -> Link | None:
    text = did_you_mean(page)
    return Link(text, with_values(request.GET, {"q": text})) if text else None


def _reprints(request: HttpRequest, page: ResultsPage, folds: bool) -> Link | None:
    """Lead to the same page with copies of one report folded, or with all of them.

    All are shown unless a reader folds them: each copy has its own outlet, date and
    words, and the count above the hits is of all.
    """
    if folds:
        return Link("show", with_values(request.GET, {"reprints": []}), on=True)
    if len(fold(page.hits)) == len(page.hits):
        return None
    return Link("fold", with_values(request.GET, {"reprints": "fold"}))


def _without_synonyms(request: HttpRequest, page: ResultsPage) -> str:
    applied = any(notice.trouble is Trouble.SYNONYMS for notice in page.notices)
    return with_values(request.GET, {"synonyms": "0"}) if applied else ""


@require_safe
def search_help(request: HttpRequest) -> HttpResponse:
    """Explain the query language, from the table the parser is tested against."""
    return render(request, "search/help.html", {"forms": FORMS})


def _page_number(request: HttpRequest) -> int:
    number = request.GET.get("page", "1")
    last = DEEPEST_HIT // PAGE_SIZE
    return (
        min(max(int(number), 1), last) if number.isdecimal() and len(number) < 6 else 1
    )
