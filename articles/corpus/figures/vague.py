"""Vague plurals: «عشرات»، «مئات الآلاف»، «بضع». They bound a number from below."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from articles.corpus.figures.counted import name_what_is_counted
from articles.corpus.figures.currency_tables import NISBAS
from articles.corpus.figures.draft import Draft
from articles.corpus.figures.figure import Kind
from articles.corpus.figures.number_words import Clitic, with_clitics
from articles.corpus.figures.source import Source


class Plural(NamedTuple):
    at_least: int
    at_most: int | None
    clitic: Clitic


class VagueRun(NamedTuple):
    """A vague number at tokens ``[at:end]``; its text starts at ``start``."""

    at_least: int
    at_most: int | None
    at: int
    end: int
    start: int
    clitic: Clitic


# at least, at most (None: open): spellings
_PLURALS: tuple[tuple[int, int | None, str], ...] = (
    (3, 9, "بضع بضعة"),
    (10, None, "عشرات"),
    (100, None, "مئات مائات"),
    (10**3, None, "آلاف ألوف"),
    (10**6, None, "ملايين"),
    (10**9, None, "مليارات بلايين ملايير"),
    (10**12, None, "تريليونات"),
)
PLURALS = {
    form: Plural(low, high, clitic)
    for low, high, words in _PLURALS
    for word in words.split()
    for form, clitic in with_clitics(word)
}
_LARGEST_FIRST_FACTOR = 1000


def read_vague(source: Source, at: int) -> VagueRun:
    """Read the vague plural that stands at ``at``, with the scale it multiplies.

    >>> read_vague(Source.of("مئات الآلاف من الناس"), 0)[:3]
    (100000, None, 0)
    """
    head = PLURALS[source.words[at]]
    low, high, end = head.at_least, head.at_most, at + 1
    while low <= _LARGEST_FIRST_FACTOR and source.same_line(end):
        scale = PLURALS.get(source.words[end])
        if scale is None or scale.clitic.letters or scale.at_least < 1000:
            break
        low *= scale.at_least
        high = high * scale.at_least if high else None
        end += 1
    start = source.after_letters(at, head.clitic.letters)
    return VagueRun(low, high, at, end, start, head.clitic)


def read_vague_plural(source: Source, at: int, country: str | None) -> Draft | None:
    """Read «آلاف الغارات»: no value, an open interval from the least it can mean."""
    run = read_vague(source, at)
    draft = Draft(
        at=run.at,
        end=run.end,
        start=run.start,
        kind=Kind.COUNT,
        value_min=Decimal(run.at_least),
        value_max=None if run.at_most is None else Decimal(run.at_most),
        vague=True,
        tier="secondary",
        in_words=True,
        scale=run.at_least,
    )
    name_what_is_counted(source, draft, country)
    if draft.kind is Kind.MONEY and draft.unit_span:
        _leave_family_open(source, draft)
    return draft


def _leave_family_open(source: Source, draft: Draft) -> None:
    """«ملايين الدولارات» names a family of money, unless a country stands there."""
    last = source.token_at((draft.unit_span or (0, 0))[1] - 1)
    named = NISBAS.at(source.words, last) or source.kind(last) != "word"
    if not named and draft.unit == "USD":
        draft.unit, draft.candidates = "dollar", ("USD",)
