"""Outlets: all of them, one, its years and months, and articles that name none."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Article, Outlet
from articles.presentation.calendar import month_name
from articles.presentation.coverage import gaps
from articles.presentation.month_grid import warmth
from articles.querysets import with_public_articles
from articles.views.lists import (
    bars,
    by_year,
    chosen_year,
    found_or_404,
    narrowed,
    year_bars,
)
from articles.views.old_addresses import follows_aliases


def outlets(request: HttpRequest) -> HttpResponse:
    """Show every outlet with its articles year by year."""
    public = Article.objects.public()
    outlets = with_public_articles(Outlet.objects.all())
    table = public.outlet_table()
    years = sorted({year for counts in table.values() for year in counts})
    context = {
        "outlets": outlets,
        "years": years,
        "rows": [
            (outlet, [(year, table[outlet.pk][year]) for year in years])
            for outlet in outlets
        ],
        "unknown": public.filter(outlet=None).count(),
    }
    return render(request, "articles/outlets.html", context)


@follows_aliases("outlet")
def outlet(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one outlet: its years and its articles."""
    outlet = _outlet_or_404(slug)
    articles = Article.objects.public().filter(outlet=outlet)
    context = {
        "outlet": outlet,
        "bars": year_bars(
            articles.per_year(),
            lambda year: reverse("articles:outlet_year", args=[slug, year]),
        ),
        "gaps": gaps(articles.known_spans()),
        **narrowed(request, articles),
    }
    return render(request, "articles/outlet.html", context)


@follows_aliases("outlet")
def outlet_year(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Show one year of an outlet: its months and its articles."""
    outlet = _outlet_or_404(slug)
    articles = Article.objects.public().filter(outlet=outlet).of_year(year)
    per_month = articles.per_month()
    found_or_404(articles.exists())
    context = {
        "outlet": outlet,
        "year": year,
        "bars": bars(
            (
                month_name(month),
                reverse("articles:outlet_month", args=[slug, year, month]),
                per_month.get((year, month), 0),
            )
            for month in range(1, 13)
        ),
        **narrowed(request, articles),
    }
    return render(request, "articles/outlet_year.html", context)


@follows_aliases("outlet")
def outlet_month(
    request: HttpRequest, slug: str, year: int, month: int
) -> HttpResponse:
    """Show one month of an outlet."""
    outlet = _outlet_or_404(slug)
    articles = Article.objects.public().filter(outlet=outlet).of_month(year, month)
    found_or_404(articles.exists())
    context = {
        "outlet": outlet,
        "year": year,
        "month_name": month_name(month),
        **narrowed(request, articles),
    }
    return render(request, "articles/outlet_month.html", context)


def unknown_outlet(request: HttpRequest) -> HttpResponse:
    """Show what names no outlet, of all years or of ``?year=``."""
    context = {
        "title": _("بلا مصدر"),
        "note": _(
            "لا يذكر نص هذه المقالات من نشرها. الوكالة التي نُقل عنها الخبر ليست مصدره."
        ),
        "up_url": reverse("articles:outlets"),
        "up_label": _("المصادر"),
        **by_year(request, Article.objects.public().filter(outlet=None)),
    }
    return render(request, "articles/list.html", context)


def outlet_months(request: HttpRequest) -> HttpResponse:
    """Show every outlet month by month in ``?year=``, the last year for none."""
    public = Article.objects.public()
    per_year = public.per_year()
    chosen = chosen_year(request) or (per_year[-1][0] if per_year else None)
    table = public.of_year(chosen).outlet_months() if chosen else {}
    most = max((n for months in table.values() for n in months.values()), default=0)
    context = {
        "year": chosen,
        "bars": year_bars(per_year, lambda year: f"?year={year}"),
        "months": [(month, month_name(month)) for month in range(1, 13)],
        "rows": [
            (outlet, [_cell(table[outlet.pk], month, most) for month in range(1, 13)])
            for outlet in with_public_articles(Outlet.objects.all())
            if outlet.pk in table
        ],
    }
    return render(request, "articles/outlet_months.html", context)


def _cell(months: dict[int, int], month: int, most: int) -> tuple[int, int, int]:
    """Give a month, its articles and how warm that makes it, from 0 to 4."""
    count = months.get(month, 0)
    return month, count, warmth(count, most)


def _outlet_or_404(slug: str) -> Outlet:
    return get_object_or_404(with_public_articles(Outlet.objects.all()), slug=slug)
