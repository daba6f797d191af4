"""The search page and its help."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from search.engine import find_articles
from search.forms import PAGE_SIZE, SearchForm
from search.language.help import FORMS
from search.notices import notice_text
from search.plans import DEEPEST_HIT
from search.views.links import chosen_filters, facet_links, without


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Search: the whole state is in the address, so every page can be linked to."""
    form = SearchForm(request.GET)
    asked = form.request(_page_number(request))
    if not (asked.text.strip() or set(request.GET) - {"q", "sort", "page"}):
        return render(request, "search/search.html", {"form": form, "forms": FORMS})
    page = find_articles(asked)
    paginator = Paginator(range(min(page.total, DEEPEST_HIT)), PAGE_SIZE)
    context = {
        "form": form,
        "q": asked.text,
        "results": page,
        "notices": [notice_text(notice) for notice in page.notices],
        "chips": chosen_filters(asked, request.GET),
        "facets": facet_links(page, request.GET),
        "page": paginator.get_page(_page_number(request)),
        "deepest": DEEPEST_HIT if page.total > DEEPEST_HIT else 0,
        "without_dates": without(request.GET, "since"),
        "kept": [
            (name, value)
            for name in ("outlet", "section", "author")
            for value in request.GET.getlist(name)
        ],
    }
    return render(request, "search/search.html", context)


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
