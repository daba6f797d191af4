"""Columns made from the database for one question, where there are none on disk."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from articles.models import Figure
from search.ledger.request import LedgerRequest
from search.ledger.rows import ColumnsBuilder, figure_rows, in_chunks
from search.ledger.store import Ledger

MOST_ARTICLES = 1_000
"""So many articles are read at most, the newest that may answer."""


def ledger_from_database(
    request: LedgerRequest, articles: Iterable[int] | None
) -> tuple[Ledger, bool]:
    """Give the columns of what may answer a request, and whether more may.

    They hold every figure of the newest articles in which any figure could answer.
    """
    public = Figure.objects.filter(article__status__unindexed="published")
    rows = public.filter(**_filters(request))
    if articles is not None:
        rows = rows.filter(article__in=sorted(articles, reverse=True)[:MOST_ARTICLES])
    ids = rows.order_by("-article_id").values_list("article_id", flat=True).distinct()
    found = list(ids[: MOST_ARTICLES + 1])
    builder = ColumnsBuilder()
    for chunk in in_chunks(sorted(found[:MOST_ARTICLES])):
        builder.add(figure_rows({"article__in": chunk}))
    segment = builder.segment()
    columns = Ledger(
        (segment,),
        builder.nouns,
        builder.claimants,
        builder.units,
        builder.last_group,
    )
    return columns, len(found) > MOST_ARTICLES


def _filters(request: LedgerRequest) -> dict[str, Any]:
    asked: dict[str, Any] = {
        "kind__in": request.kinds or None,
        "article__outlet__slug": request.outlet,
        "article__section__slug": request.section,
        "article__published_on__gte": request.since,
        "article__published_on__lte": request.until,
        "modifier": request.modifier,
        "unit": request.unit,
    }
    filters = {name: value for name, value in asked.items() if value}
    if request.high is not None:
        filters["value__lte"] = Decimal(request.high)
    return filters
