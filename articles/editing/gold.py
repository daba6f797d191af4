"""Editors' verdicts as a gold set: what a scorer of figures compares a reader with.

A document is an article's title and body joined as the reader of figures gets them.
Offsets are code points of that text, ends exclusive. Confirmed, corrected and added
figures are gold; rejected ones are negatives, which no reader should touch. Only places
that an editor ruled on are told: a scorer's count of spurious figures means nothing
here, its found, right and negatives do.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from typing import Any

from articles.article_text import ArticleText
from articles.models import Article, FigureVerdict, Ruling
from articles.models.part import Part
from articles.presentation.editors_measure import latest_verdicts

Document = dict[str, Any]


def gold_documents() -> Iterator[Document]:
    """Give a document for each article with verdicts that hold, by its id."""
    verdicts = (
        FigureVerdict.objects.in_force()
        .filter(orphaned=False)
        .select_related("article__outlet")
        .order_by("article_id", "made_at", "id")
    )
    for _pk, rows in groupby(verdicts.iterator(), lambda row: row.article_id):
        ruled = latest_verdicts(rows)
        if ruled:
            yield _document(ruled[0].article, ruled)


def _document(article: Article, verdicts: list[FigureVerdict]) -> Document:
    source = ArticleText.of(article)
    placed = [
        (verdict, start)
        for verdict in verdicts
        if (start := _start_in(source, verdict)) is not None
    ]
    gold = [row for row in placed if row[0].ruling != Ruling.REJECTED]
    return {
        "file": f"article-{article.pk}.txt",
        "text": source.whole,
        "chars": len(source.whole),
        "published": article.published_iso or None,
        "country": (article.outlet.country if article.outlet else "") or None,
        "figures": [
            _figure(verdict, start, number)
            for number, (verdict, start) in enumerate(gold, start=1)
        ],
        "negatives": [
            {"start": start, "end": start + len(verdict.quote), "text": verdict.quote}
            | {"note": verdict.reason}
            for verdict, start in placed
            if verdict.ruling == Ruling.REJECTED
        ],
        "entities": [],
    }


def _start_in(source: ArticleText, verdict: FigureVerdict) -> int | None:
    shift = 0 if verdict.part == Part.TITLE else source.body_start
    start = verdict.start + shift
    here = source.whole[start : start + len(verdict.quote)]
    return start if here == verdict.quote else None


def _figure(verdict: FigureVerdict, start: int, number: int) -> dict[str, Any]:
    told = verdict.fields
    low, high = _number(told.get("value")), _number(told.get("value_max"))
    end = start + len(verdict.quote)
    return {
        "id": number,
        "kind": told.get("kind", "count"),
        "value": low if high is None else [low, high],
        "text": verdict.quote,
        "start": start,
        "end": end,
        "phrase": verdict.quote,
        "phrase_start": start,
        "phrase_end": end,
        "modifier": told.get("modifier") or None,
        "unit": told.get("unit") or None,
        "noun": told.get("noun") or None,
        "iso": told.get("iso") or None,
        "claimant": told.get("claimant") or None,
        "vague": low is None and not told.get("iso"),
        "tier": "core",
        "ruling": verdict.ruling,
        "note": verdict.reason,
    }


def _number(text: str | None) -> int | float | None:
    if not text:
        return None
    number = Decimal(text)
    return int(number) if number == number.to_integral_value() else float(number)
