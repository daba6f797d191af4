"""The door to the ledger: a request goes in, a page of claims comes out."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from articles.models import Outlet
from articles.presentation.method import kind_label
from articles.presentation.units import unit_name
from search.ledger import counting
from search.ledger.claims import Claim, LedgerPage, claims_of
from search.ledger.columns import KINDS
from search.ledger.counting import (
    Selection,
    count_articles,
    count_independent,
    count_values,
    select,
)
from search.ledger.criteria import Criteria, Words, articles_with, criteria_for, noun_of
from search.ledger.request import LedgerRequest, Sort
from search.ledger.reserve import ledger_from_database
from search.ledger.rows import in_chunks
from search.ledger.store import Ledger, NoColumns, ledger
from search.results import FacetValue

logger = logging.getLogger(__name__)

DEEPEST_CLAIM = 10_000
"""Pages end here; files hold all rows."""

MOST_COUNTED = 64
"""Of so many questions the counts are kept, for their other pages and orders."""

MOST_VALUES = {"noun": 30, "outlet": 30, "unit": 20}
"""How many values of a facet a page offers, where not all."""


def find_claims(request: LedgerRequest) -> LedgerPage:
    """Find a page of claims; no request and no state of the columns makes it raise."""
    words = articles_with(request.words)
    columns, reserve, cut = _columns(request, words)
    criteria = criteria_for(request, words, columns)
    selections = _selections(criteria, columns)
    counts = _counted(selections, criteria, columns)
    start = min(max(0, (request.page - 1) * request.size), DEEPEST_CLAIM)
    ids = _ordered(selections, request.sort, start + request.size)[start:]
    noun_key, noun_label = noun_of(request.noun, columns)
    return LedgerPage(
        request=request,
        total=sum(map(len, selections)),
        independent=counts.independent,
        articles=counts.articles,
        claims=tuple(claims_of(ids)),
        facets=_facets(counts.values, columns),
        notices=words.notices,
        at_least=words.at_least or cut,
        reserve=reserve,
        noun_key=noun_key,
        noun_label=noun_label,
    )


def all_claims(request: LedgerRequest) -> Iterator[Claim]:
    """Give every claim of a request in its order, whatever its page, for files.

    Rows are fetched as they are asked for, so memory stays as it is.
    """
    words = articles_with(request.words)
    columns, _reserve, _cut = _columns(request, words)
    selections = _selections(criteria_for(request, words, columns), columns)
    for ids in in_chunks(_ordered(selections, request.sort, None)):
        yield from claims_of(ids, captures=True)


def _columns(request: LedgerRequest, words: Words) -> tuple[Ledger, bool, bool]:
    """Give the columns, whether the database had to make them, and whether not all."""
    try:
        return ledger(), False, False
    except NoColumns as reason:
        logger.warning("the ledger is answered from the database: %s", reason)
        columns, cut = ledger_from_database(request, words.articles)
        return columns, True, cut


def _selections(criteria: Criteria, columns: Ledger) -> list[Selection]:
    return [select(segment, criteria) for segment in columns.segments]


def _ordered(selections: list[Selection], sort: Sort, most: int | None) -> list[int]:
    ranks: dict[int, int] = {}
    if sort is Sort.OUTLET:
        ids = Outlet.objects.order_by("name").values_list("pk", flat=True)
        ranks = {outlet: rank for rank, outlet in enumerate(ids)}
    return counting.first_figures(selections, sort, most, ranks)


@dataclass(frozen=True, slots=True)
class _Counts:
    """What is the same on every page and in every order of the same claims."""

    independent: int
    articles: int
    values: Mapping[str, Mapping[int, int]]


def _counted(
    selections: list[Selection], criteria: Criteria, columns: Ledger
) -> _Counts:
    """Count claims, once for each change of the columns."""
    known: _Counts | None = columns.counted.get(criteria)
    if known is None:
        if len(columns.counted) >= MOST_COUNTED:
            columns.counted.clear()
        values = {name: count_values(selections, name) for name in counting.FACETS}
        articles = count_articles(selections)
        known = _Counts(count_independent(selections), articles, values)
        columns.counted[criteria] = known
    return known


def _unit(symbol: str, printed: str, count: int) -> FacetValue:
    """Name a unit; one that no table names, a currency, is called as it is printed."""
    name = unit_name(symbol)
    return FacetValue(symbol, printed if name == symbol else name, count)


def _facets(
    counts: Mapping[str, Mapping[int, int]], columns: Ledger
) -> Mapping[str, tuple[FacetValue, ...]]:
    outlets = Outlet.objects.in_bulk(list(_frequent(counts["outlet"], "outlet")))
    return {
        "noun": tuple(
            FacetValue(*columns.nouns.entries[code][:2], count)
            for code, count in _frequent(counts["noun"], "noun").items()
        ),
        "kind": tuple(
            FacetValue(KINDS[code], kind_label(KINDS[code]), count)
            for code, count in _frequent(counts["kind"], "kind").items()
        ),
        "unit": tuple(
            _unit(*columns.units.entries[code][:2], count)
            for code, count in _frequent(counts["unit"], "unit").items()
        ),
        "outlet": tuple(
            FacetValue(outlets[pk].slug, outlets[pk].name, count)
            for pk, count in _frequent(counts["outlet"], "outlet").items()
            if pk in outlets
        ),
        "year": tuple(
            FacetValue(str(year), str(year), count)
            for year, count in sorted(counts["year"].items(), reverse=True)
        ),
    }


def _frequent(counts: Mapping[int, int], facet: str) -> dict[int, int]:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return dict(ordered[: MOST_VALUES.get(facet)])
