"""Reads one and two without a numeral: «شخصان»، «شهرين»، «ساعة واحدة»، «لتر ونصف»."""

from __future__ import annotations

from decimal import Decimal

from articles.corpus.figures.currencies import name_country
from articles.corpus.figures.currency_tables import (
    DEFINITE_HEADS,
    HEADS,
    MONEY_DUALS,
    MONEY_NAMES,
)
from articles.corpus.figures.draft import Draft
from articles.corpus.figures.figure import Kind
from articles.corpus.figures.fractions import half_after
from articles.corpus.figures.measures import iso_duration, name_time
from articles.corpus.figures.noun_forms import KNOWN_NOUNS
from articles.corpus.figures.nouns import CONSTRUCT_DUALS, NOUN_DUALS
from articles.corpus.figures.number_words import CLITICS, JOINER, Clitic, joined_at
from articles.corpus.figures.numbers import ONE, PAIR
from articles.corpus.figures.phrases import folded_set
from articles.corpus.figures.quantity import read_quantity
from articles.corpus.figures.score_words import score_of_goals
from articles.corpus.figures.source import Source
from articles.corpus.figures.units import UNIT_DUALS, UNIT_NAMES, UNITS, Unit

_GOAL = "هدف"
_DURING = folded_set("خلال في منذ بعد قبل طوال طيلة مدى بين عن غضون ظرف على مدار")
_PASSING = folded_set(
    """
الماضيين الماضيان الأخيرين المقبلين القادمين المنصرمين الجاريين التاليين السابقين
الأولين المقبلان الماضية الفائتين
"""
)


_ADJECTIVES = folded_set("كبيرين كبيران")  # and not كـ + بئران


def read_dual(source: Source, at: int, country: str | None) -> Draft | None:
    """Read a noun in the dual: «شخصان»، «شهرين»، «دولارين»، «البلدين»."""
    word = source.words[at]
    for letters, clitic in CLITICS.items():
        bare = word[len(letters) :] if word.startswith(letters) else ""
        if bare in CONSTRUCT_DUALS and not clitic.definite:
            return _construct_dual(source, at, bare, clitic)
        if (
            bare
            and word not in _ADJECTIVES
            and (bare in UNIT_DUALS or bare in MONEY_DUALS or bare in NOUN_DUALS)
        ):
            start = source.after_letters(at, clitic.letters)
            paired = source.same_line(at + 1) and source.words[at + 1] in PAIR
            draft = Draft(at, at + 1, start, Kind.COUNT, Decimal(2), in_words=True)
            draft.end += paired  # «شخصين اثنين»
            draft.extend_to(draft.end)
            definite = bare in NOUN_DUALS and NOUN_DUALS[bare][1]
            draft.definite = clitic.definite or definite
            if draft.definite:
                draft.tier = "secondary"
            return _name_dual(source, draft, bare, country)
    return None


def _construct_dual(source: Source, at: int, bare: str, clitic: Clitic) -> Draft | None:
    """Read «حالتي وفاة»; «مدينتي دمشق وحلب» names its two, «حالتي» alone is mine."""
    following = source.words[at + 1] if source.same_line(at + 1) else ""
    if following not in KNOWN_NOUNS:
        return None
    start = source.after_letters(at, clitic.letters)
    draft = Draft(at, at + 1, start, Kind.COUNT, Decimal(2), in_words=True)
    draft.noun = CONSTRUCT_DUALS[bare]
    draft.extend_to(at + 2)
    return draft


def _name_dual(
    source: Source, draft: Draft, bare: str, country: str | None
) -> Draft | None:
    if bare in UNIT_DUALS:
        unit = UNIT_DUALS[bare]
        time = unit.dimension == "time"
        if draft.definite and not (time and _is_span_of_time(source, draft)):
            return None
        draft.kind = Kind.DURATION if time else Kind.MEASURE
        draft.unit, draft.dimension = unit.symbol, unit.dimension
        draft.iso = iso_duration(Decimal(2), unit.symbol) if time else None
        _finish_unit_dual(source, draft)
    elif bare in MONEY_DUALS:
        money = name_country(source, MONEY_DUALS[bare], draft.at, draft.end, country)
        draft.kind, draft.unit = Kind.MONEY, money.code
        draft.scale_by(money.share)
        draft.extend_to(money.end)
    else:
        draft.noun = NOUN_DUALS[bare][0]
        before = source.word(draft.at - 1)
        alike = source.words[draft.at] == bare and bare.endswith("ان")
        if alike and before.endswith("ان") and len(before) > 4:
            draft.name_noun(source, draft.at - 1, draft.at)  # «سائحان تونسيان»
        if source.words[draft.at].endswith(("مرتين", "مرتان")):
            draft.kind, draft.unit, draft.noun = Kind.FREQUENCY, "times", None
        if draft.noun == _GOAL:
            return score_of_goals(source, draft, draft.end) or draft
    return draft


def _is_span_of_time(source: Source, draft: Draft) -> bool:
    """Tell «خلال العامين الماضيين» from «المقررين العامين» (general)."""
    after = source.word(draft.end)
    return source.word(draft.at - 1) in _DURING or after in _PASSING


def _finish_unit_dual(source: Source, draft: Draft) -> None:
    half = half_after(source, draft.end)
    if half and isinstance(draft.value, Decimal):
        draft.value += half[0]
        draft.end = half[1]
        draft.extend_to(half[1])
    if draft.unit == "degree":
        quantity_end = draft.end
        if tuple(source.words[quantity_end : quantity_end + 2]) == ("تحت", "الصفر"):
            draft.scale_by(Decimal(-1))
            draft.unit, draft.end = "celsius", quantity_end + 2
            draft.extend_to(draft.end)


def read_unit_alone(source: Source, at: int, country: str | None) -> Draft | None:
    """Read «ساعة واحدة»، «لتر ونصف»، «ساعة و20 دقيقة»: a unit that says its number."""
    named = _unit_at(source, at)
    if named is None or not source.same_line(at + 1):
        return None
    unit, letters = named
    half = half_after(source, at + 1)
    value, end = Decimal(1), at + 1
    if half:
        value, end = 1 + half[0], half[1]
    elif source.words[at + 1] in ONE:
        end = at + 2
    elif not _smaller_unit_follows(source, at + 1, unit):
        return None
    start = source.after_letters(at, letters)
    kind = Kind.DURATION if unit.dimension == "time" else Kind.MEASURE
    draft = Draft(at, end, start, kind, value, in_words=True)
    draft.unit, draft.dimension = unit.symbol, unit.dimension
    if kind is Kind.DURATION:
        name_time(source, draft, unit, end)
    return draft


def read_money_alone(source: Source, at: int, country: str | None) -> Draft | None:
    """Read «دولار واحد», «دينارا ونصف», «دولارا و20 سنتا»: one, and what joins it."""
    word = source.words[at]
    letters, head = next(
        (clitic.letters, MONEY_NAMES[word[len(before) :]])
        for before, clitic in CLITICS.items()
        if word.startswith(before) and word[len(before) :] in MONEY_NAMES
    )
    money = name_country(source, head, at, at + 1, country)
    half = half_after(source, money.end)
    value, end = Decimal(1), money.end
    if half:
        value, end = 1 + half[0], half[1]
        again = source.same_line(end) and DEFINITE_HEADS.get(source.words[end])
        end += again == head  # «دولارا ونصف الدولار»
    elif source.same_line(end) and source.words[end] in ONE:
        end += 1
    elif not _coins_follow(source, end):
        return None
    start = source.after_letters(at, letters)
    draft = Draft(at, end, start, Kind.MONEY, value, in_words=True)
    draft.unit = money.code
    return draft


def _coins_follow(source: Source, at: int) -> bool:
    """Find the «و20 سنتا» of «دولارا و20 سنتا»."""
    if not source.same_line(at) or not source.words[at].startswith(JOINER):
        return False
    place = at + 1 if source.words[at] == JOINER else joined_at(source, at)
    number = read_quantity(source, place) if place is not None else None
    coins = HEADS.at(source.words, number.end) if number else None
    return coins is not None and coins[1].share < 1


def _unit_at(source: Source, at: int) -> tuple[Unit, int] | None:
    """Give the unit that a word names and the letters of its clitic."""
    word = source.words[at]
    for letters, clitic in CLITICS.items():
        if word.startswith(letters) and not clitic.definite:
            unit = UNIT_NAMES.get(word[len(letters) :])
            if unit:
                return unit, clitic.letters
    return None


def _smaller_unit_follows(source: Source, at: int, unit: Unit) -> bool:
    """Find the «و20 دقيقة» of «ساعة و20 دقيقة»."""
    start = joined_at(source, at)
    number = read_quantity(source, start) if start is not None else None
    smaller = UNITS.at(source.words, number.end) if number else None
    if smaller is None:
        return False
    return smaller[1].dimension == unit.dimension and smaller[1].size < unit.size
