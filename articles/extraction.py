"""Keeps the figures of an article true to its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from articles.corpus import figures as reader
from articles.models import Article, Figure
from articles.models.figure import Part

_LARGEST = Decimal(10) ** 24


def read_figures(article: Article) -> list[Figure]:
    """Read the figures of title and body as rows not yet stored, the key ones first.

    A figure whose quote is not what stands at its offsets is left out. A derived
    title repeats the body and is not read again.
    """
    rows = [_row(article, Part.BODY, found) for found in _read(article, article.body)]
    if not article.title_derived:
        title = _read(article, article.title)
        rows = [_row(article, Part.TITLE, found) for found in title] + rows
    rows = [row for row in rows if row.stands_in_text()]
    for rank, row in enumerate(sorted(rows, key=_key_figures_first)):
        row.rank = rank
    return sorted(rows, key=lambda row: row.rank)


def store_figures(article: Article) -> list[Figure]:
    """Replace the stored figures of a saved article by what its text says now."""
    article.figures.all().delete()
    return Figure.objects.bulk_create(read_figures(article))


def _read(article: Article, text: str) -> list[reader.Figure]:
    country = article.outlet.country if article.outlet else ""
    return reader.extract_figures(text, article.published_on, country or None)


def _key_figures_first(row: Figure) -> tuple[bool, bool, int]:
    return row.tier != "core", row.part != Part.TITLE, row.start


def _numbers(found: reader.Figure) -> Iterator[Decimal | None]:
    low, high = found.value, found.value_max
    if isinstance(low, tuple):
        low, high = (low[0], low[-1]) if low else (None, None)
    for number in (low, high, found.value_min):
        yield number if number is not None and abs(number) < _LARGEST else None


def _row(article: Article, part: Part, found: reader.Figure) -> Figure:
    value, value_max, value_min = _numbers(found)
    return Figure(
        article=article,
        part=part,
        start=found.start,
        end=found.end,
        quote=found.text,
        phrase_start=found.phrase_start,
        phrase_end=found.phrase_end,
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
        details=_details(found),
    )


_IN_COLUMNS = frozenset(
    {"start", "end", "text", "phrase_start", "phrase_end", "kind", "iso", "modifier"}
    | {"modifier_text", "unit", "unit_text", "noun", "noun_text", "noun_key", "tier"}
    | {"ambiguous", "vague"}
)


def _details(found: reader.Figure) -> dict[str, object]:
    """Keep what has no column of its own and says something."""
    plain: Iterable[tuple[str, object]] = found.as_json().items()
    return {
        name: value
        for name, value in plain
        if name not in _IN_COLUMNS and value not in (None, "", [], False)
    }
