"""What every list of articles has in common: its page, its year, its bars."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404, HttpRequest

from articles.corpus.arabic import plain_digits
from articles.forms.lists import ListForm
from articles.models import Article
from articles.querysets import ArticleQuerySet

PAGE_LENGTH = 20


def page_of(
    request: HttpRequest, articles: ArticleQuerySet, *, last_added: bool = False
) -> Page[Article]:
    """Give the page of ``?page=``, newest or last added first; 404 for none."""
    rows = articles.for_lists().with_leads()
    ordered = rows.order_by("-id") if last_added else rows.newest()
    paginator = Paginator(ordered, PAGE_LENGTH)
    # Counting needs none of what a row shows.
    paginator.count = articles.order_by().count()
    try:
        return paginator.page(plain_digits(request.GET.get("page", "1")))
    except InvalidPage as missing:
        raise Http404 from missing


def chosen_year(request: HttpRequest) -> int | None:
    """Read ``?year=2014``, in any digits; None for none, 404 for what is no year."""
    year = plain_digits(request.GET.get("year", ""))
    if not year:
        return None
    if not (year.isascii() and year.isdigit() and 0 < int(year[:5]) < 10_000):
        raise Http404
    return int(year)


def narrowed(
    request: HttpRequest, articles: ArticleQuerySet, *, last_added: bool = False
) -> dict[str, Any]:
    """Give a list and its filters, narrowed to what the address asks for."""
    filters = ListForm(request.GET, articles)
    shown = filters.narrow(articles)
    return {
        "filters": filters,
        "page": page_of(request, shown, last_added=last_added),
    }


def by_year(
    request: HttpRequest, articles: ArticleQuerySet, *, last_added: bool = False
) -> dict[str, Any]:
    """Give bars of years and the list below them, of all years or of ``?year=``."""
    year = chosen_year(request)
    shown = articles.of_year(year) if year else articles
    return {
        "bars": year_bars(articles.per_year(), lambda year: _of_year(request, year)),
        "year": year,
        **narrowed(request, shown, last_added=last_added),
    }


def _of_year(request: HttpRequest, year: int) -> str:
    """Give the address of the same list in another year, its filters kept."""
    query = request.GET.copy()
    query.pop("page", None)
    query["year"] = str(year)
    return f"?{query.urlencode()}"


@dataclass(frozen=True, slots=True)
class Bar:
    """One count drawn as a bar, a link where there is something to see."""

    label: str
    url: str
    count: int
    height: int

    @property
    def top(self) -> int:
        """Measure the empty space above the bar, of 100."""
        return 100 - self.height


def bars(counts: Iterable[tuple[str, str, int]]) -> list[Bar]:
    """Draw (label, url, count) rows; the tallest bar is 100 high, none vanishes."""
    rows = list(counts)
    tallest = max((count for _label, _url, count in rows), default=0)
    return [
        Bar(label, url, count, max(2, count * 100 // tallest) if count else 0)
        for label, url, count in rows
    ]


LONGEST_AXIS = 150


def year_bars(per_year: list[tuple[int, int]], url: Callable[[int], str]) -> list[Bar]:
    """Draw the years from the first to the last, the empty ones between included.

    Where a misread date makes the axis absurdly long, only years with articles stand.
    """
    if not per_year:
        return []
    counts: dict[int, int] = dict(per_year)
    years: Iterable[int] = range(min(counts), max(counts) + 1)
    if max(counts) - min(counts) > LONGEST_AXIS:
        years = sorted(counts)
    return bars((str(year), url(year), counts.get(year, 0)) for year in years)


def found_or_404(counts: Any) -> None:
    """Answer 404 where there is nothing a reader may see."""
    if not counts:
        raise Http404
