"""The concordance: every place of a query in the middle of its line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.exports.downloads import table_download
from articles.exports.tables import Column, Table, TableFormat
from search.forms import SearchForm
from search.notices import notice_text
from search.questions.concordance import Concordance, Line, Order, concordance
from search.views.links import Link, chosen_filters, pairs, with_values

LINES_A_PAGE = 100


@require_safe
def concordance_page(request: HttpRequest) -> HttpResponse:
    """Show the lines of a query; the address says all, as on the search page."""
    form = SearchForm(request.GET)
    asked = form.request()
    context: dict[str, Any] = {"form": form, "q": asked.text}
    if asked.text.strip():
        order = _order(request)
        found = concordance(asked, order)
        paginator = Paginator(found.lines, LINES_A_PAGE)
        page = paginator.get_page(request.GET.get("page"))
        context |= {
            "concordance": found,
            "page": page,
            "lines": [(line, line.url(asked.text)) for line in page],
            "orders": _order_links(order, request),
            "chips": chosen_filters(asked, request.GET),
            "notices": [notice_text(notice) for notice in found.answer.notices],
            "query": request.GET.urlencode(),
            "kept": pairs(request.GET, leaving=("q", "page", *SearchForm.base_fields)),
        }
    return render(request, "search/concordance.html", context)


@require_safe
def concordance_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Send all lines that the page has, as a table for spreadsheet programs."""
    asked = SearchForm(request.GET).request()
    found = concordance(asked, _order(request)) if asked.text.strip() else None
    rows = _rows(found, asked.text, request)
    return table_download(Table("concordance", _columns(), rows), TableFormat.CSV)


def _columns() -> list[Column]:
    return [
        Column("before", _("قبله")),
        Column("hit", _("الموضع")),
        Column("after", _("بعده")),
        Column("title", _("العنوان")),
        Column("outlet", _("المصدر")),
        Column("published", _("التاريخ")),
        Column("url", _("الرابط")),
    ]


def _rows(
    found: Concordance | None, query: str, request: HttpRequest
) -> Iterator[tuple[str, ...]]:
    for line in found.lines if found else ():
        yield (
            line.before,
            line.hit,
            line.after,
            line.article.title,
            line.article.outlet.name if line.article.outlet else "",
            line.article.published_iso,
            _absolute(request, line, query),
        )


def _absolute(request: HttpRequest, line: Line, query: str) -> str:
    path = line.url(query)
    return (
        settings.SITE_URL + path
        if settings.SITE_URL
        else request.build_absolute_uri(path)
    )


def _order(request: HttpRequest) -> Order:
    try:
        return Order(request.GET.get("order", ""))
    except ValueError:
        return Order.AFTER


def _order_links(chosen: Order, request: HttpRequest) -> list[Link]:
    names = {
        Order.AFTER: _("الكلمة التالية"),
        Order.BEFORE: _("الكلمة السابقة"),
        Order.DATE: _("التاريخ"),
        Order.OUTLET: _("المصدر"),
    }
    return [
        Link(name, with_values(request.GET, {"order": order}), on=order is chosen)
        for order, name in names.items()
    ]
