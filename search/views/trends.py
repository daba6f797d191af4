"""Trends: how many articles answer some queries, in each month or year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.exports.downloads import rows_download
from articles.presentation.calendar import month_and_year
from articles.presentation.counts import counted, number
from articles.presentation.digits import in_chosen_digits
from search.charts.lines import Chart, Frame, Value, line_chart, shape
from search.forms import SearchForm
from search.notices import notice_text
from search.questions.forms import TrendForm, boxes
from search.questions.periods import Period
from search.questions.trends import Panel, Series, Split, Trends, trends
from search.views.links import chosen_filters, pairs

_WIDE = (960, 330)
_SMALL = (460, 250)


@require_safe
def trends_page(request: HttpRequest) -> HttpResponse:
    """Draw the trends of ``?q=…&q=…``; the address says all of them."""
    form, filters = TrendForm(request.GET), SearchForm(request.GET)
    asked = form.request()
    context: dict[str, Any] = {"form": form, "filters": filters}
    found = trends(asked) if any(query.strip() for query in asked.queries) else None
    queries = found.request.queries if found else ()
    own = ("q", "since", "until", *TrendForm.base_fields)
    context |= {
        "boxes": boxes(queries),
        "queries": queries,
        "chips": chosen_filters(asked.among, request.GET),
        "kept": pairs(request.GET, leaving=own),
        "query": request.GET.urlencode(),
    }
    if found:
        context |= _shown(found, form.measures_shares, request.GET)
    return render(request, "search/trends.html", context)


@require_safe
def trends_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Send the table of the page, a row for each period, heading and query."""
    asked = TrendForm(request.GET).request()
    return rows_download("trends", _rows(trends(asked)))


@require_safe
def method_words(request: HttpRequest) -> HttpResponse:
    """Explain how trends, collocates and keyness are counted."""
    return render(request, "search/method_words.html")


@dataclass(frozen=True, slots=True)
class Cell:
    """A count with its share in percent, leading to the articles where there are."""

    count: int
    share: str
    url: str


@dataclass(frozen=True, slots=True)
class Row:
    """A period in a table: its name, all its articles, a cell for each query."""

    label: str
    everything: int
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A panel as it is shown: drawing, table, and what stands in no period."""

    panel: Panel
    chart: Chart
    rows: list[Row]
    told: str
    unplaced: int


@dataclass(frozen=True, slots=True)
class Key:
    """One query in the key to the drawings."""

    number: int
    query: str
    mark: str
    total: int


def _shown(found: Trends, shares: bool, query: QueryDict) -> dict[str, Any]:
    largest = max(
        (
            height
            for panel in found.panels
            for series in panel.series
            for height in _heights(panel, series, shares)
        ),
        default=0,
    )
    drawn = [_drawn(found, panel, shares, largest, query) for panel in found.panels]
    return {
        "trends": found,
        "panels": drawn,
        "keys": _keys(found),
        "shares": shares,
        "notices": [notice_text(notice) for notice in found.notices],
    }


def _keys(found: Trends) -> list[Key]:
    totals = [
        sum(panel.series[at].total for panel in found.panels)
        for at in range(len(found.request.queries))
    ]
    return [
        Key(at, query, shape(at, 8, 8), total)
        for at, (query, total) in enumerate(
            zip(found.request.queries, totals, strict=True), start=1
        )
    ]


def _heights(panel: Panel, series: Series, shares: bool) -> tuple[float, ...]:
    return panel.shares(series) if shares else series.counts


def _drawn(
    found: Trends, panel: Panel, shares: bool, largest: float, query: QueryDict
) -> Drawn:
    filters = _filters(found.request.split, panel, query)
    urls = [
        [_url(series.query, period, filters) for period in found.periods]
        for series in panel.series
    ]
    lines = [
        (series.query, _values(found, panel, series, shares, links))
        for series, links in zip(panel.series, urls, strict=True)
    ]
    width, height = _WIDE if found.request.split is Split.NONE else _SMALL
    frame = Frame(
        width, height, whole=not shares, right_to_left=bool(get_language_bidi())
    )
    chart = line_chart([_short(p) for p in found.periods], lines, frame, largest)
    unplaced = sum(series.unplaced for series in panel.series)
    return Drawn(panel, chart, _table(found, panel, urls), _told(found), unplaced)


def _told(found: Trends) -> str:
    if not found.periods:
        return ""
    return _("من {first} إلى {last}").format(
        first=_name(found.periods[0]), last=_name(found.periods[-1])
    )


def _values(
    found: Trends, panel: Panel, series: Series, shares: bool, urls: list[str]
) -> list[Value]:
    heights = _heights(panel, series, shares)
    columns = zip(
        found.periods, series.counts, panel.shares(series), heights, urls, strict=True
    )
    return [
        Value(
            height=height,
            told=_("{query}، {period}: {count} ({share}٪)").format(
                query=series.query,
                period=_name(period),
                count=counted(count, "article"),
                share=_percent(share),
            ),
            url=url if count else "",
        )
        for period, count, share, height, url in columns
    ]


def _table(found: Trends, panel: Panel, urls: list[list[str]]) -> list[Row]:
    shares = [panel.shares(series) for series in panel.series]
    return [
        Row(
            label=_name(period),
            everything=panel.everything[at],
            cells=[
                Cell(series.counts[at], _percent(share[at]), links[at])
                for series, share, links in zip(panel.series, shares, urls, strict=True)
            ],
        )
        for at, period in enumerate(found.periods)
    ]


def _percent(share: float) -> str:
    return number(round(share, 2 if share < 10 else 1))


def _name(period: Period) -> str:
    if period.month:
        return month_and_year(period.since)
    return in_chosen_digits(str(period.year))


def _short(period: Period) -> str:
    return f"{period.month}/{period.year}" if period.month else str(period.year)


def _filters(split: Split, panel: Panel, query: QueryDict) -> QueryDict:
    """Give what of the address narrows the articles of a panel."""
    kept = QueryDict(mutable=True)
    headings = ("outlet", "section", "author")
    for name in (*headings, *(f"without_{heading}" for heading in headings)):
        if name in query:
            kept.setlist(name, query.getlist(name))
    if query.get("synonyms") == "0":
        kept["synonyms"] = "0"
    if split is not Split.NONE:
        kept[split.value] = panel.slug
    return kept


def _url(query: str, period: Period, filters: QueryDict) -> str:
    address = filters.copy()
    address["q"] = query
    address["since"] = period.since.isoformat()
    address["until"] = period.until.isoformat()
    address["sort"] = "oldest"
    return f"{reverse('search:search')}?{address.urlencode()}"


def _rows(found: Trends) -> Iterator[tuple[str, ...]]:
    yield (
        _("المدة"),
        _("المصدر أو القسم"),
        _("السؤال"),
        _("المقالات"),
        _("كل مقالات المدة"),
        _("الحصة بالمئة"),
        _("النسخ المعادة"),
    )
    kept = _("تُعد كلها") if found.request.reprints else _("النسخة الأولى وحدها")
    for panel in found.panels:
        for series in panel.series:
            shares = panel.shares(series)
            for at, period in enumerate(found.periods):
                yield (
                    period.iso,
                    panel.name,
                    series.query,
                    str(series.counts[at]),
                    str(panel.everything[at]),
                    f"{shares[at]:.4f}",
                    kept,
                )
