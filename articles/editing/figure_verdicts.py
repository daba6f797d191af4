"""Editors' words on figures, applied to every new reading of an article."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from articles.corpus.anchors import context_of, find_anchor
from articles.corpus.figures import Figure as ReadFigure
from articles.corpus.figures.nouns import noun_key
from articles.models import Article, Figure, FigureVerdict, Name, Ruling
from articles.models.name import words_key
from articles.models.part import Part
from articles.presentation.figures import DATE_KINDS

FIELDS = (
    *("kind", "value", "value_max", "value_min", "iso"),
    *("modifier", "unit", "noun", "claimant"),
)
"""What an editor rules on, and so what a verdict keeps of a figure."""

_NUMBERS = ("value", "value_max", "value_min")


def text_of(article: Article, part: str) -> str:
    """Give the text of a part of an article."""
    return article.title if part == Part.TITLE else article.body


def fields_of(figure: Figure) -> dict[str, str]:
    """Give what an editor rules on, as plain text; "" for none."""
    told = {name: getattr(figure, name) for name in FIELDS}
    return {
        name: "" if value is None else _plain(value) for name, value in told.items()
    }


def _plain(value: Decimal | str) -> str:
    if isinstance(value, Decimal):
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return str(value)


def read_fields(figure: ReadFigure) -> dict[str, str]:
    """Give what the reader of figures found, in the fields an editor rules on."""
    value = figure.value
    low, high = (value[0], value[-1]) if isinstance(value, tuple) else (value, None)
    told: dict[str, Any] = {
        "kind": figure.kind.value,
        "value": low,
        "value_max": high or figure.value_max,
        "value_min": figure.value_min,
        "iso": figure.iso,
        "modifier": figure.modifier and figure.modifier.value,
        "unit": figure.unit,
        "noun": figure.noun_text or figure.noun,
        "claimant": figure.claimant and figure.claimant.name,
    }
    return {
        name: "" if value is None else _plain(value) for name, value in told.items()
    }


def apply_verdicts(article: Article, figures: Sequence[Figure]) -> list[Figure]:
    """Give the figures just read as editors have ruled on them, ranked anew.

    A verdict whose words are gone is noted as an orphan, one whose words moved follows
    them. ``figures`` are rows not yet stored.
    """
    verdicts = list(article.figureverdicts.in_force())
    if not verdicts:
        return list(figures)
    rows = list(figures)
    for verdict in verdicts:
        if _follow(article, verdict):
            rows = _ruled(article, rows, verdict)
    for rank, row in enumerate(rows):
        row.rank = rank
    return rows


def _follow(article: Article, verdict: FigureVerdict) -> bool:
    """Bring a verdict to where its words stand now; tell whether they do."""
    text = text_of(article, verdict.part)
    at = find_anchor(text, verdict.quote, verdict.start, verdict.before, verdict.after)
    before = (verdict.start, verdict.before, verdict.after, verdict.orphaned)
    verdict.orphaned = at is None
    if at is not None:
        verdict.start = at
        verdict.before, verdict.after = context_of(text, at, verdict.end)
    if before != (verdict.start, verdict.before, verdict.after, verdict.orphaned):
        verdict.save(update_fields=["start", "before", "after", "orphaned"])
    return at is not None


def _ruled(
    article: Article, rows: list[Figure], verdict: FigureVerdict
) -> list[Figure]:
    touched = [row for row in rows if _meets(row, verdict)]
    if verdict.ruling == Ruling.REJECTED:
        return [row for row in rows if row not in touched]
    exact = [row for row in touched if (row.start, row.end) == _span(verdict)]
    row = (exact or [_new_row(article, verdict)])[0]
    _set_fields(row, verdict)
    kept = [other for other in rows if other is row or other not in touched]
    if row not in kept:
        kept.insert(_behind_key_ones(kept) if row.tier == "core" else len(kept), row)
    return kept


def _span(verdict: FigureVerdict) -> tuple[int, int]:
    return verdict.start, verdict.end


def _meets(row: Figure, verdict: FigureVerdict) -> bool:
    return (
        row.part == verdict.part and row.start < verdict.end and verdict.start < row.end
    )


def _new_row(article: Article, verdict: FigureVerdict) -> Figure:
    start, end = _span(verdict)
    return Figure(
        article=article,
        part=verdict.part,
        start=start,
        end=end,
        quote=verdict.quote,
        phrase_start=start,
        phrase_end=end,
    )


def _behind_key_ones(rows: Sequence[Figure]) -> int:
    """Tell where the key figures end and dates and lesser figures begin."""
    others = (
        at
        for at, row in enumerate(rows)
        if row.tier != "core" or row.kind in DATE_KINDS
    )
    return next(others, len(rows))


def _set_fields(row: Figure, verdict: FigureVerdict) -> None:
    """Give a row the values of a verdict, and what follows from those that changed."""
    told, had = verdict.fields, fields_of(row)
    row.verdict = verdict
    if told == had:
        return
    row.kind, row.iso = told["kind"], told["iso"]
    for name in _NUMBERS:
        setattr(row, name, Decimal(told[name]) if told[name] else None)
    row.vague, row.ambiguous = row.vague and row.value is None, False
    for name in ("modifier", "unit"):
        if told[name] != had[name]:
            setattr(row, name, told[name])
            setattr(row, f"{name}_text", "")
    if told["noun"] != had["noun"]:
        row.noun, row.noun_key = told["noun"], noun_key(told["noun"])[:120]
    if told["claimant"] != had["claimant"]:
        row.claimant = told["claimant"]
        row.claimant_key = words_key(row.claimant)
        row.claimed_by = _name_of(row.claimant_key)


def _name_of(key: str) -> Name | None:
    name = Name.objects.filter(key=key, not_a_name=False).first() if key else None
    return name.merged_into or name if name else None
