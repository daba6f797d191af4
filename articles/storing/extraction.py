"""Keeps the figures and names of an article true to its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from articles.article_text import ArticleText
from articles.corpus import figures as reader
from articles.corpus.claims import Fault, headline_faults
from articles.corpus.claims.headline import GRAVEST_FIRST
from articles.corpus.names import Entity, EntityType, extract_names
from articles.corpus.words import Token, tokenize
from articles.editing.figure_verdicts import apply_verdicts
from articles.models import Article, Figure
from articles.models.figure import Part
from articles.models.name import words_key
from articles.storing.naming import forget_mentions, key_of, names_of, store_mentions

_LARGEST = Decimal(10) ** 24


@dataclass(frozen=True, slots=True)
class Reading:
    """What an article's text says: figures as rows not yet stored, and names."""

    source: ArticleText
    figures: list[Figure]
    entities: list[Entity]
    claimants: dict[int, Entity]
    """The name in a claimant's words, by the rank of the figure."""


def read_figures(article: Article) -> list[Figure]:
    """Read the figures of title and body as rows not yet stored, the key ones first.

    Repeats of one claim follow each other; dates and hours come last. A figure whose
    quote is not what stands at its offsets is left out. A derived title repeats the
    body and is not read again.
    """
    source = ArticleText.of(article)
    rows = _figures_of(article, source, tokenize(source.whole))
    return [row for row, _ in rows]


def read_article(article: Article) -> Reading:
    """Read figures and names of title and body; nothing is stored."""
    source = ArticleText.of(article)
    tokens = tokenize(source.whole)
    entities = extract_names(source.whole, tokens)
    rows, claimants = list[Figure](), dict[int, Entity]()
    for row, claimant in _figures_of(article, source, tokens):
        rows.append(row)
        if claimant and (entity := _named_in(claimant, entities)):
            claimants[row.rank] = entity
    return Reading(source, rows, entities, claimants)


def _figures_of(
    article: Article, source: ArticleText, tokens: list[Token]
) -> Iterator[tuple[Figure, reader.Claimant | None]]:
    country = article.outlet.country if article.outlet else ""
    found = reader.extract_figures(
        source.whole, article.published_on, country or None, tokens
    )
    rank = 0
    for one in _key_ones_first(found, source.title_end):
        row = _row(article, one, *source.part_of(one.start, one.end))
        if row.stands_in_text():
            row.rank = rank
            rank += 1
            yield row, one.claimant


def store_readings(article: Article, *, is_new: bool = False) -> list[Figure]:
    """Replace the stored figures and mentions of a saved article by what its text says
    now, as editors have ruled on it; give the figures.

    Of a new article, just saved, nothing is stored yet that would have to go.
    """
    reading = read_article(article)
    names = names_of(reading.entities)
    if not is_new:
        forget_mentions(article)
    store_mentions(article, reading.source, reading.entities, names)
    for rank, entity in reading.claimants.items():
        reading.figures[rank].claimed_by = names.get(key_of(entity))
    figures = reading.figures if is_new else apply_verdicts(article, reading.figures)
    _keep_title_fault(article)
    if not is_new:
        article.figures.all().delete()
    return Figure.objects.bulk_create(figures)


def _keep_title_fault(article: Article) -> None:
    """Store the gravest fault of the title's numbers, for the editors' lists."""
    found: set[Fault] = set()
    if article.title and not article.title_derived:
        faults = headline_faults(article.title, article.body, article.published_on)
        found = {fault.fault for fault in faults}
    gravest = next((fault.value for fault in GRAVEST_FIRST if fault in found), "")
    if article.title_fault != gravest:
        article.title_fault = gravest
        Article.objects.filter(pk=article.pk).update(title_fault=gravest)


_LIKELY_CLAIMANTS = (EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE)


def _named_in(claimant: reader.Claimant, entities: Sequence[Entity]) -> Entity | None:
    """Give the person, else the body, else the place in the claimant's words."""
    inside = [
        entity
        for entity in entities
        if any(
            claimant.start <= mention.start and mention.end <= claimant.end
            for mention in entity.mentions
        )
    ]
    return min(
        inside, key=lambda each: _LIKELY_CLAIMANTS.index(each.type), default=None
    )


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
    claimant = found.claimant.name if found.claimant else ""
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
        claimant=claimant[:200],
        claimant_key=words_key(claimant),
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
