"""How many articles answer each of some queries, month by month or year by year.

Counts are asked of the engine as facets, so no article is read. A share is of all the
articles of the same time, outlet or section under the same filters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from django.db.models import F

from articles.models import Article, ClusterMember, Outlet, Section
from search.engine import find_matches
from search.kept import Kept
from search.language.request import Match, SearchRequest, Sort
from search.language.syntax import Notice
from search.questions.periods import Grain, Period, grain_of, periods_of

MOST_QUERIES = 5
MOST_PANELS = 6
"""Outlets or sections drawn beside each other, those with most hits."""


class Split(StrEnum):
    """What the counts are divided by, each part in a panel of its own."""

    NONE = ""
    OUTLET = "outlet"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class TrendRequest:
    """Queries to count; ``among`` tells outlets, sections and days, its text nothing.

    Without ``reprints`` only the earliest copy of every report is counted.
    """

    queries: tuple[str, ...]
    among: SearchRequest
    grain: Grain = Grain.AUTO
    split: Split = Split.NONE
    reprints: bool = True


@dataclass(frozen=True, slots=True)
class Series:
    """The counts of one query in one panel, period by period, and of all its hits."""

    query: str
    counts: tuple[int, ...]
    total: int

    @property
    def unplaced(self) -> int:
        """Count the articles that tell no date, or not exactly enough."""
        return self.total - sum(self.counts)


@dataclass(frozen=True, slots=True)
class Panel:
    """All articles under one heading, or of all, and each query's among them.

    ``name`` and ``slug`` are "" where nothing is divided.
    """

    name: str
    slug: str
    everything: tuple[int, ...]
    series: tuple[Series, ...]

    def shares(self, series: Series) -> tuple[float, ...]:
        """Give the share of a series in percent; 0 where there is no article at all."""
        return tuple(
            100 * count / whole if whole else 0.0
            for count, whole in zip(series.counts, self.everything, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Trends:
    """Counts by period; ``further`` headings have hits and are not drawn."""

    request: TrendRequest
    grain: Grain
    periods: tuple[Period, ...]
    panels: tuple[Panel, ...]
    further: int = 0
    notices: tuple[Notice, ...] = ()
    reserve: bool = False
    at_least: bool = False


def trends(request: TrendRequest) -> Trends:
    """Count; the queries beyond ``MOST_QUERIES`` and empty ones are left out."""
    request = replace(request, queries=_distinct(request.queries))
    return _Counting(request).trends()


def _distinct(queries: Iterable[str]) -> tuple[str, ...]:
    kept = dict.fromkeys(query.strip() for query in queries)
    return tuple(query for query in kept if query)[:MOST_QUERIES]


Counts = Mapping[int, int]
"""Months such as 201408 -> how many articles."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A panel to be: totals and months, of all articles first, then of each query."""

    name: str
    slug: str
    among: SearchRequest
    answers: list[tuple[int, Counts]]


class _Counting:
    """Asks the engine for one ``TrendRequest`` and remembers what it said of itself."""

    def __init__(self, request: TrendRequest) -> None:
        self._request = request
        self._kept = Kept()
        self._left_out = frozenset() if request.reprints else later_copies()
        self._notices: dict[Notice, None] = {}
        self._reserve = self._at_least = False

    def trends(self) -> Trends:
        """Count what was asked."""
        request = self._request
        parts, further = self._parts()
        asked = [self._part(*part) for part in parts]
        grain = grain_of(request.grain, _months_of(asked))
        vague = _known_by_year() if grain is Grain.MONTH else frozenset()
        if vague:
            self._left_out |= vague
            asked = [self._again(part) for part in asked]
        periods = periods_of(grain, _months_of(asked))
        return Trends(
            request=request,
            grain=grain,
            periods=periods,
            panels=tuple(_panel(part, request.queries, periods) for part in asked),
            further=further,
            notices=tuple(self._notices),
            reserve=self._reserve,
            at_least=self._at_least,
        )

    def _part(self, name: str, slug: str, among: SearchRequest) -> _Part:
        answers = [self._months(query, among) for query in self._texts()]
        return _Part(name, slug, among, answers)

    def _again(self, part: _Part) -> _Part:
        """Count the months anew, the totals staying those of all hits."""
        answers = [
            (total, self._months(query, part.among)[1])
            for query, (total, _months) in zip(self._texts(), part.answers, strict=True)
        ]
        return replace(part, answers=answers)

    def _texts(self) -> tuple[str, ...]:
        return ("", *self._request.queries)

    def _months(self, query: str, among: SearchRequest) -> tuple[int, Counts]:
        return self._ask(query, among, "month")

    def _ask(
        self, query: str, among: SearchRequest, facet: str
    ) -> tuple[int, dict[int, int]]:
        asked = replace(
            among, text=query, match=Match.ALL, sort=Sort.NEWEST, start=0, limit=0
        )
        answer = find_matches(asked, (facet,), self._kept, self._left_out)
        self._notices |= dict.fromkeys(answer.notices)
        self._reserve |= answer.reserve
        self._at_least |= answer.found.at_least
        return answer.found.total, dict(answer.found.facets.get(facet, ()))

    def _parts(self) -> tuple[list[tuple[str, str, SearchRequest]], int]:
        """Give the name, slug and filters of every panel, and how many are too many."""
        among, split = self._request.among, self._request.split
        if split is Split.NONE:
            return [("", "", among)], 0
        hits: Counter[int] = Counter()
        for query in self._request.queries:
            hits.update(self._ask(query, among, split.value)[1])
        ids = sorted(hits, key=lambda pk: (-hits[pk], pk))
        model = Outlet if split is Split.OUTLET else Section
        headings = self._kept.headings(model, ids[:MOST_PANELS])
        shown = [headings[pk] for pk in ids[:MOST_PANELS] if pk in headings]
        parts = [(row.name, row.slug, _under(among, split, row.slug)) for row in shown]
        return parts, len(ids) - len(parts)


def _under(among: SearchRequest, split: Split, slug: str) -> SearchRequest:
    if split is Split.OUTLET:
        return replace(among, outlets=(slug,))
    return replace(among, sections=(slug,))


def later_copies() -> frozenset[int]:
    """Give the ids of articles that are not the earliest copy of their report."""
    members = ClusterMember.objects.exclude(article_id=F("cluster__earliest_id"))
    return frozenset(members.values_list("article_id", flat=True))


def _months_of(parts: list[_Part]) -> set[int]:
    """Give the months in which there are hits of any query."""
    return {
        month
        for part in parts
        for _total, months in part.answers[1:]
        for month in months
    }


def _known_by_year() -> frozenset[int]:
    """Give the ids of articles that tell the year alone: they stand in no month."""
    by_year = Article.objects.public().known_to("year")
    return frozenset(by_year.order_by().values_list("pk", flat=True))


def _panel(part: _Part, queries: tuple[str, ...], periods: tuple[Period, ...]) -> Panel:
    count = _by_year if periods and not periods[0].month else _by_month
    rows = []
    for _total, months in part.answers:
        counts = count(months)
        rows.append(tuple(counts.get(period, 0) for period in periods))
    totals = [total for total, _months in part.answers]
    series = map(Series, queries, rows[1:], totals[1:])
    return Panel(part.name, part.slug, rows[0], tuple(series))


def _by_month(months: Counts) -> dict[Period, int]:
    return {Period(*divmod(month, 100)): count for month, count in months.items()}


def _by_year(months: Counts) -> dict[Period, int]:
    years: Counter[Period] = Counter()
    for month, count in months.items():
        years[Period(month // 100)] += count
    return years
