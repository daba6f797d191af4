"""When the hits were published, as bars that are links."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable

from django.http import QueryDict

from articles.views.lists import Bar, bars, year_bars
from search.results import FacetValue
from search.views.links import with_values

MOST_MONTHS = 24
"""Hits that lie in no longer a time are shown by months, others by years."""


def histogram(months: tuple[FacetValue, ...], query: QueryDict) -> list[Bar]:
    """Draw the hits of each month ("2014-08") or year, gaps included, earliest first.

    Each bar leads to the same search in its time alone; hits of one month, which no
    bar can narrow, are not drawn.
    """
    counts = {_number(value.value): value.count for value in months}
    if len(counts) < 2:
        return []
    first, last = min(counts), max(counts)
    if last - first < MOST_MONTHS:
        return _month_bars(counts, query)
    per_year: dict[int, int] = {}
    for month, count in sorted(counts.items()):
        per_year[month // 12] = per_year.get(month // 12, 0) + count
    return year_bars(sorted(per_year.items()), _year_url(query))


def _number(month: str) -> int:
    """Count months, so that the next month is one more: 2014-01 is 2014 × 12."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _month_bars(counts: dict[int, int], query: QueryDict) -> list[Bar]:
    def url(year: int, month: int) -> str:
        first = f"{year:04}-{month:02}"
        days = monthrange(year, month)[1]
        return with_values(
            query, {"since": f"{first}-01", "until": f"{first}-{days:02}"}
        )

    dates = [(at // 12, at % 12 + 1) for at in range(min(counts), max(counts) + 1)]
    return bars(
        (f"{month}/{year}", url(year, month), counts.get(year * 12 + month - 1, 0))
        for year, month in dates
    )


def _year_url(query: QueryDict) -> Callable[[int], str]:
    return lambda year: with_values(
        query, {"since": f"{year:04}-01-01", "until": f"{year:04}-12-31"}
    )
