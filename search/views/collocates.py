"""Collocates: the words that stand near a word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.exports.downloads import rows_download
from search.forms import SearchForm
from search.notices import notice_text
from search.questions.collocates import Collocates, collocates
from search.questions.forms import CollocateForm
from search.views.links import chosen_filters, pairs


@require_safe
def collocates_page(request: HttpRequest) -> HttpResponse:
    """Show the collocates of ``?q=``; the address says all, as on the search page."""
    form, filters = CollocateForm(request.GET), SearchForm(request.GET)
    asked = form.request()
    own = ("q", "since", "until", "sort", *CollocateForm.base_fields)
    context: dict[str, Any] = {
        "form": form,
        "filters": filters,
        "q": asked.search.text,
        "chips": chosen_filters(asked.search, request.GET),
        "kept": pairs(request.GET, leaving=own),
        "query": request.GET.urlencode(),
    }
    if asked.search.text.strip():
        found = collocates(asked)
        text = asked.search.text
        context |= {
            "found": found,
            "window": asked.window,
            "rows": [(row, _both(text, row.exact)) for row in found.rows],
            "notices": [notice_text(notice) for notice in found.answer.notices],
        }
    return render(request, "search/collocates.html", context)


@require_safe
def collocates_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Send the table of the page."""
    asked = CollocateForm(request.GET).request()
    found = collocates(asked) if asked.search.text.strip() else None
    return rows_download("collocates", _rows(found))


def _both(query: str, word: str) -> str:
    """Address the places of a query in the articles that also have a word."""
    asked = urlencode({"q": f"({query}) ={word}"})
    return f"{reverse('search:concordance')}?{asked}"


def _rows(found: Collocates | None) -> Iterator[tuple[str, ...]]:
    yield (
        _("الكلمة"),
        _("قرب السؤال"),
        _("في الأرشيف كله"),
        "logDice",
        _("نسبة الأرجحية"),
        _("مواضع السؤال"),
        _("كلمات النوافذ"),
        _("كلمات الأرشيف"),
    )
    if found is None:
        return
    for row in found.rows:
        yield (
            row.word,
            str(row.near),
            str(row.everywhere),
            f"{row.dice:.4f}",
            f"{row.likelihood:.4f}",
            *(str(n) for n in (found.places, found.near, found.size)),
        )
