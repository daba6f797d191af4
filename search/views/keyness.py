"""Keyness: two outlets, sections or times compared by their words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.exports.downloads import rows_download
from articles.models import Outlet, Section
from articles.querysets import met_by_readers
from search.forms import SearchForm
from search.questions.keyness import Keyness, Keyword, keyness

FIELDS = ("outlet", "section", "since", "until")
MOST_NAMES = 300


@require_safe
def keyness_page(request: HttpRequest) -> HttpResponse:
    """Compare ``a_outlet, a_section, a_since, a_until`` with ``b_outlet, …``."""
    sides = [_side(request.GET, name) for name in "ab"]
    context: dict[str, Any] = {
        "outlets": _offered(Outlet.objects.all()),
        "sections": _offered(Section.objects.all()),
        "sides": [
            {"name": name, "title": title, "form": SearchForm(side), "chosen": side}
            for name, title, side in zip(
                "ab", (_("الجانب الأول"), _("الجانب الثاني")), sides, strict=True
            )
        ],
        "without": request.GET.get("reprints") == "without",
        "query": request.GET.urlencode(),
    }
    if found := _asked(request.GET, sides):
        columns = zip(
            (_("كلمات الجانب الأول"), _("كلمات الجانب الثاني")),
            (found.first, found.second),
            (found.first_counts, found.second_counts),
            sides,
            strict=True,
        )
        context["found"] = found
        context["columns"] = [
            (title, [(row, _url(row, side)) for row in rows], counts)
            for title, rows, counts, side in columns
        ]
    return render(request, "search/keyness.html", context)


def _offered(headings: QuerySet[Any]) -> QuerySet[Any, tuple[str, str]]:
    """Give slug and name of what may be chosen: headings of public articles alone."""
    return met_by_readers(headings).values_list("slug", "name")[:MOST_NAMES]


@require_safe
def keyness_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Send the words of both sides as one table."""
    found = _asked(request.GET, [_side(request.GET, name) for name in "ab"])
    return rows_download("keyness", _rows(found))


def _side(query: QueryDict, name: str) -> QueryDict:
    """Give the filters of one side as the search page names them."""
    side = QueryDict(mutable=True)
    for field in FIELDS:
        if value := query.get(f"{name}_{field}", "").strip():
            side[field] = value
    return side


def _asked(query: QueryDict, sides: list[QueryDict]) -> Keyness | None:
    """Compare, unless both sides are the same."""
    if sides[0] == sides[1]:
        return None
    first, second = (SearchForm(side).request() for side in sides)
    return keyness(first, second, reprints=query.get("reprints") != "without")


def _url(row: Keyword, side: QueryDict) -> str:
    address = side.copy()
    address["q"] = f"={row.exact}"
    return f"{reverse('search:concordance')}?{address.urlencode()}"


def _rows(found: Keyness | None) -> Iterator[tuple[str, ...]]:
    yield (
        _("الجانب"),
        _("الكلمة"),
        _("عددها هنا"),
        _("عددها هناك"),
        _("كلمات هنا"),
        _("كلمات هناك"),
        _("نسبة الأرجحية"),
        "%DIFF",
    )
    if found is None:
        return
    one, other = found.first_counts.size, found.second_counts.size
    sides = (("1", found.first, one, other), ("2", found.second, other, one))
    for side, rows, here, there in sides:
        for row in rows:
            difference = "" if row.difference is None else f"{row.difference:.2f}"
            counts = map(str, (row.here, row.there, here, there))
            yield (side, row.word, *counts, f"{row.likelihood:.4f}", difference)
