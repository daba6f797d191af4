"""Claims beside each other: the chart of a noun and the ladder of its claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from articles.presentation.figures import noun_slug
from articles.presentation.pictures import in_pictures
from search.charts import By, ClaimChart, chart_of
from search.charts.claims import MOST_DOTS
from search.charts.picture import draw_chart
from search.comparing import ladder
from search.ledger import LedgerRequest, Sort, find_claims
from search.ledger.forms import LedgerForm
from search.notices import notice_text
from search.views.links import Link, with_values

MOST_COMPARED = 150
"""So many claims, the newest, are compared on one page."""


def chart_context(
    request: HttpRequest, asked: LedgerRequest, key: str
) -> dict[str, Any]:
    """Give what the page of a noun needs for its chart; nothing where none is drawn."""
    by = _by(request.GET)
    drawn = _chart(asked, by)
    if drawn is None:
        return {}
    picture = reverse("search:chart", args=[noun_slug(key)])
    names = {By.OUTLET: _("حسب المصدر"), By.CLAIMANT: _("حسب القائل")}
    return {
        "drawn": drawn,
        "picture": f"{picture}?{request.GET.urlencode()}",
        "chart_orders": [
            Link(name, with_values(request.GET, {"by": value}), on=value is by)
            for value, name in names.items()
        ],
    }


def _by(query: Mapping[str, Any]) -> By:
    try:
        return By(query.get("by", ""))
    except ValueError:
        return By.OUTLET


def _chart(asked: LedgerRequest, by: By) -> ClaimChart | None:
    newest = replace(asked, sort=Sort.NEWEST, page=1, size=MOST_DOTS)
    return chart_of(find_claims(newest).claims, by)


@require_safe
@cache_control(public=True, max_age=3600)
def chart(request: HttpRequest, noun: str) -> HttpResponse:
    """Send the chart of a noun as a picture for sharing, 1200 × 630."""
    asked = replace(LedgerForm(request.GET).request(), noun=noun.replace("-", " "))
    with in_pictures():
        drawn = _chart(asked, _by(request.GET))
        title = _("من قال كم ومتى: {noun}").format(noun=noun.replace("-", " "))
        picture = draw_chart(drawn, title, settings.SITE_NAME) if drawn else None
    if picture is None:
        raise Http404(_("لا أرقام تُرسم لهذا الاسم."))
    return HttpResponse(picture, content_type="image/png")


@require_safe
def compare_claims(request: HttpRequest) -> HttpResponse:
    """Show who said what when, and how each claim stands to the one before it."""
    form = LedgerForm(request.GET)
    asked = form.request()
    context: dict[str, Any] = {"form": form}
    if asked.noun or asked.words or asked.unit:
        size = replace(asked, sort=Sort.NEWEST, page=1, size=MOST_COMPARED)
        page = find_claims(size)
        context |= {
            "results": page,
            "groups": ladder(page.claims),
            "compared": len(page.claims),
            "notices": [notice_text(notice) for notice in page.notices],
            "noun": page.noun_label or asked.noun,
            "noun_slug": noun_slug(page.noun_key) if page.noun_key else "",
        }
    return render(request, "figures/compare.html", context)
