"""Taking a search along: the articles of a search page, in every format."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.exports.columns import chosen_columns
from articles.exports.formats import ArticleFormat
from articles.views.exports import (
    articles_download,
    file_choices,
    format_or_404,
    is_too_much,
)
from search.engine import Answer, find_hits
from search.forms import SearchForm
from search.notices import notice_text
from search.views.links import chosen_filters


@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """Let a reader choose how to take along what a search page with this query has."""
    return _page(request)


@require_safe
def export_file(request: HttpRequest, form: str) -> HttpResponseBase:
    """Stream the hits in their order; the query is that of the search page."""
    chosen = format_or_404(form)
    try:
        columns = chosen_columns(request.GET.getlist("columns"))
    except ValueError:
        return _page(request, status=400)
    asked = SearchForm(request.GET).request()
    answer = find_hits(asked, settings.EXPORT_WEB_LIMIT)
    total = answer.found.total
    if is_too_much(request, chosen, total):
        return _page(request, status=400)
    ids = [pk for pk, _score in answer.found.hits]
    return articles_download(request, chosen, columns, ids, total)


def _page(request: HttpRequest, status: int = 200) -> HttpResponse:
    asked = SearchForm(request.GET).request()
    answer = find_hits(asked, 0)
    url = {
        form: reverse("search:export_file", args=[form.value]) for form in ArticleFormat
    }
    context = {
        "q": asked.text,
        "chips": chosen_filters(asked, request.GET),
        **_said(answer),
        **file_choices(request, answer.found.total, url),
    }
    return render(request, "exports/export.html", context, status=status)


def _said(answer: Answer) -> dict[str, Any]:
    return {
        "notices": [notice_text(notice) for notice in answer.notices],
        "reserve": answer.reserve,
        "at_least": answer.found.at_least,
    }
