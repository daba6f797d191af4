"""The pages of the ledger: all claims, those of one noun, and files of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.exports.downloads import table_download
from articles.exports.tables import TableFormat
from articles.presentation.figures import noun_slug
from search.ledger import LedgerRequest, Sort, all_claims, find_claims
from search.ledger.claims import LedgerPage
from search.ledger.export import claims_table
from search.ledger.forms import PAGE_SIZE, SORTS, LedgerForm
from search.ledger.question import DEEPEST_CLAIM
from search.notices import notice_text
from search.views.claims import chart_context
from search.views.ledger_links import chosen, facet_boxes
from search.views.links import Link, pairs, with_values

EXTREMES = 3
"""How many highest and lowest claims of a noun are shown."""


@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """Show the ledger; the whole state is in the address."""
    form = LedgerForm(request.GET)
    page = find_claims(form.request())
    context = {"form": form, **_found(request, page, form)}
    context["kept"] = pairs(request.GET, leaving=("page", *form.fields))
    context["chips"] = chosen(page, request.GET)
    return render(request, "figures/ledger.html", context)


@require_safe
def noun(request: HttpRequest, noun: str) -> HttpResponse:
    """Show what is counted by one noun; any form of it leads to its one address."""
    words = noun.replace("-", " ").strip()
    form = LedgerForm(request.GET)
    asked = replace(form.request(), noun=words)
    page = find_claims(asked)
    if not page.total:
        asked = replace(asked, minor=True)  # what is only counted in passing
        page = find_claims(asked)
    key = page.noun_key
    if not key:
        raise Http404(_("لا يُعدّ في الأرشيف شيء بهذا الاسم."))
    if noun_slug(key) != noun:
        kept = f"?{request.GET.urlencode()}" if request.GET else ""
        address = redirect("search:noun", noun_slug(key), permanent=True)
        address["Location"] += kept
        return address
    context = {
        "form": form,
        "noun": page.noun_label,
        "noun_key": key,
        "feed_url": reverse("search:noun_feed", args=[noun]),
        "highest": _extremes(asked, Sort.HIGHEST),
        "lowest": _extremes(asked, Sort.LOWEST),
        **_found(request, page, form),
        **chart_context(request, asked, key),
    }
    context["chips"] = chosen(page, request.GET, own=("noun",))
    return render(request, "figures/noun.html", context)


def _extremes(asked: LedgerRequest, sort: Sort) -> LedgerPage:
    kinds = asked.kinds or ("count",)
    return find_claims(replace(asked, kinds=kinds, sort=sort, page=1, size=EXTREMES))


def _found(request: HttpRequest, page: LedgerPage, form: LedgerForm) -> dict[str, Any]:
    paginator = Paginator(range(min(page.total, DEEPEST_CLAIM)), PAGE_SIZE)
    sort = page.request.sort
    return {
        "results": page,
        "page": paginator.get_page(form.page_number),
        "facets": facet_boxes(page, request.GET),
        "sorts": [
            Link(
                str(label), with_values(request.GET, {"sort": value}), on=value == sort
            )
            for value, label in SORTS
        ],
        "notices": [notice_text(notice) for notice in page.notices],
        "deepest": DEEPEST_CLAIM if page.total > DEEPEST_CLAIM else 0,
        "query": request.GET.urlencode(),
        "endings": [form.value for form in TableFormat],
    }


@require_safe
def figures_file(request: HttpRequest, ending: str) -> HttpResponseBase:
    """Send every row of a question, written while it is sent."""
    if ending not in set(TableFormat):
        raise Http404
    site = settings.SITE_URL or request.build_absolute_uri("/").rstrip("/")
    claims = all_claims(LedgerForm(request.GET).request())
    return table_download(claims_table(claims, site), TableFormat(ending))
