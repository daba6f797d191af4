"""Keeps the figures of an article true to its text."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from articles.corpus import figures as reader
from articles.models import Article, Figure
from articles.models.figure import Part

_LARGEST = Decimal(10) ** 24


_BETWEEN = "\n\n"


def read_figures(article: Article) -> list[Figure]:
    """Read the figures of title and body as rows not yet stored, the key ones first.

    Repeats of one claim follow each other; dates and hours come last. A figure whose
    quote is not what stands at its offsets is left out. A derived title repeats the
    body and is not read again.
    """
    title = "" if article.title_derived else article.title
    body_start = len(title) + len(_BETWEEN) if title else 0
    text = title + _BETWEEN + article.body if title else article.body
    country = article.outlet.country if article.outlet else ""
    found = reader.extract_figures(text, article.published_on, country or None)
    rows = [
        _row(article, one, Part.TITLE, 0)
        if one.end <= len(title)
        else _row(article, one, Part.BODY, body_start)
        for one in _key_ones_first(found, len(title))
    ]
    rows = [row for row in rows if row.stands_in_text()]
    for rank, row in enumerate(rows):
        row.rank = rank
    return rows


def store_figures(article: Article) -> list[Figure]:
    """Replace the stored figures of a saved article by what its text says now."""
    article.figures.all().delete()
    return Figure.objects.bulk_create(read_figures(article))


def _key_ones_first(found: list[reader.Figure], title_end: int) -> list[reader.Figure]:
    places = {(one.start, one.end): one for one in found}
    claims = reader.key_figures(found, title_end)
    ranked = [places.pop(place) for claim in claims for place in claim.mentions]
    return ranked + list(places.values())


def _numbers(found: reader.Figure) -> Iterator[Decimal | None]:
    low, high = found.value, found.value_max
    if isinstance(low, tuple):
        low, high = (low[0], low[-1]) if low else (None, None)
    for number in (low, high, found.value_min):
        yield number if number is not None and abs(number) < _LARGEST else None


def _row(article: Article, found: reader.Figure, part: Part, text_start: int) -> Figure:
    """Make the row of a figure; its part of the article begins at ``text_start``."""
    value, value_max, value_min = _numbers(found)
    return Figure(
        article=article,
        part=part,
        start=found.start - text_start,
        end=found.end - text_start,
        quote=found.text,
        phrase_start=max(found.phrase_start - text_start, 0),
        phrase_end=found.phrase_end - text_start,
        kind=str(found.kind),
        value=value,
        value_max=value_max,
        value_min=value_min,
        iso=found.iso or "",
        modifier=found.modifier or "",
        modifier_text=found.modifier_text or "",
        unit=found.unit or "",
        unit_text=found.unit_text or "",
        noun=(found.noun_text or found.noun or "")[:120],
        noun_key=(found.noun_key or "")[:120],
        claimant=(found.claimant.name if found.claimant else "")[:200],
        tier=found.tier,
        ambiguous=found.ambiguous,
        vague=found.vague,
        details=_details(found, text_start),
    )


_TOLD_BESIDE = (
    "calendar",
    "precision",
    "relative",
    "role",
    "per",
    "candidates",
    "noun_elided",
)


def _details(found: reader.Figure, text_start: int) -> dict[str, Any]:
    """Keep what has no column of its own: what is told beside, and where words stand.

    ``spans`` are code points of the figure's part of the article.
    """
    plain = found.as_json()
    claimant = found.claimant
    spans = {
        "modifier": found.modifier_span,
        "unit": found.unit_span,
        "noun": found.noun_span,
        "claimant": claimant and (claimant.start, claimant.end),
    }
    told = {name: plain[name] for name in _TOLD_BESIDE if plain[name]}
    told["spans"] = {
        name: [span[0] - text_start, span[1] - text_start]
        for name, span in spans.items()
        if span and span[0] >= text_start
    }
    return told
