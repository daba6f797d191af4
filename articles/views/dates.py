"""Browsing by date: all years, a year, a month, a day, and what has no date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article
from articles.presentation.calendar import day_and_month, month_name
from articles.presentation.month_grid import month_grid
from articles.views.lists import (
    Bar,
    bars,
    by_year,
    found_or_404,
    narrowed,
    page_of,
    year_bars,
)

T = TypeVar("T", int, tuple[int, int])

_LEAP_YEAR = 2000
"""It has every day a year can have."""


def _year_url(year: int) -> str:
    return reverse("articles:year", args=[year])


def _month_url(year: int, month: int) -> str:
    return reverse("articles:month", args=[year, month])


def _day_or_404(year: int, month: int = 1, day: int = 1) -> date:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError) as wrong:
        raise Http404 from wrong


def month_bars(per_month: dict[tuple[int, int], int], year: int) -> list[Bar]:
    """Draw the twelve months of a year."""
    return bars(
        (month_name(month), _month_url(year, month), per_month.get((year, month), 0))
        for month in range(1, 13)
    )


def browse(request: HttpRequest) -> HttpResponse:
    """Show every year and every month that has articles."""
    public = Article.objects.public()
    per_year, per_month = public.per_year(), public.per_month()
    context = {
        "years": year_bars(per_year, _year_url),
        "table": [
            (
                year,
                count,
                [(month, per_month.get((year, month), 0)) for month in range(1, 13)],
            )
            for year, count in reversed(per_year)
        ],
        "months": [(month, month_name(month)) for month in range(1, 13)],
        "undated": public.undated().count(),
    }
    return render(request, "articles/browse.html", context)


def year(request: HttpRequest, year: int) -> HttpResponse:
    """Show a year: its twelve months day by day, and what tells no month."""
    _day_or_404(year)
    public = Article.objects.public()
    years = [number for number, _count in public.per_year()]
    articles = public.of_year(year)
    per_day = articles.per_day()
    found_or_404(year in years)
    context = {
        "year": year,
        "total": articles.count(),
        "bars": month_bars(articles.per_month(), year),
        "months": [month_grid(year, month, per_day) for month in range(1, 13)],
        "only_year": page_of(request, articles.filter(published_precision="year")),
        **_neighbours(years, year),
    }
    return render(request, "articles/year.html", context)


def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """Show a month: its calendar and its articles."""
    first = _day_or_404(year, month)
    public = Article.objects.public()
    articles = public.of_month(year, month)
    context = {
        "first": first,
        "month_name": month_name(month),
        "grid": month_grid(year, month, articles.per_day()),
        **narrowed(request, articles),
        **_neighbours(sorted(public.per_month()), (year, month)),
    }
    return render(request, "articles/month.html", context)


def day(request: HttpRequest, year: int, month: int, day: int) -> HttpResponse:
    """Show the articles of one day."""
    today = _day_or_404(year, month, day)
    public = Article.objects.public()
    context = {
        "day": today,
        "month_name": month_name(month),
        **narrowed(request, public.of_day(today)),
        "previous": public.day_before(today),
        "next": public.day_after(today),
    }
    return render(request, "articles/day.html", context)


def undated(request: HttpRequest) -> HttpResponse:
    """Show what tells no date of publication."""
    context = {
        "title": _("بلا تاريخ"),
        "note": _("لا يذكر نص هذه المقالات متى نُشرت، ولم نخمّن لها تاريخًا."),
        "up_url": reverse("articles:browse"),
        "up_label": _("بالتاريخ"),
        **narrowed(request, Article.objects.public().undated()),
    }
    return render(request, "articles/list.html", context)


def today(request: HttpRequest) -> HttpResponse:
    """Lead to what was published on today's day of the year."""
    now = timezone.localdate()
    return redirect("articles:on_day", month=now.month, day=now.day)


def on_day(request: HttpRequest, month: int, day: int) -> HttpResponse:
    """Show what was published on a day of the year, in every year."""
    here = _day_or_404(_LEAP_YEAR, month, day)
    context = {
        "day": here,
        "name": day_and_month(here),
        "previous": here - timedelta(days=1),
        "next": here + timedelta(days=1),
        **by_year(request, Article.objects.public().on_day_of_year(month, day)),
    }
    return render(request, "articles/on_day.html", context)


def _neighbours(known: Sequence[T], here: T) -> dict[str, T | None]:
    """Find what stands before and after ``here`` among what has articles."""
    before = [item for item in known if item < here]
    after = [item for item in known if item > here]
    return {
        "previous": before[-1] if before else None,
        "next": after[0] if after else None,
    }
