"""Currencies: the word, the country that makes it exact, and ISO 4217.

A bare دينار or ريال names no money until a country does: the adjective after it, the
same currency in full elsewhere in the text, the country of the outlet, or the only
fitting country that the text names. Else the unit stays open with its candidates.
"""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from articles.corpus.candidates import Candidates
from articles.corpus.figures.currency_tables import (
    HEADS,
    MONEY_DUALS,
    NISBAS,
    PLACES,
    SYMBOLS,
    Head,
)
from articles.corpus.figures.phrases import folded_set
from articles.corpus.figures.source import Source


class Money(NamedTuple):
    """A currency read in a text: tokens ``[at:end]``."""

    code: str | None
    share: Decimal
    head: Head | None
    end: int
    inferred: bool = False  # from a place that the text names


_WRITTEN = {"د.أ": "JOD", "د.إ": "AED"}
_CENTS = "¢"
_OUGUIYA = folded_set("أوقية أوقيات")
_NEW_OR_OLD = folded_set("جديدة قديمة موريتانية")
_METALS = folded_set("ذهب الذهب ذهبية فضة الفضة فضية بلاتين")


def read_money(source: Source, at: int, country: str | None) -> Money | None:
    """Read a currency at token ``at``: «دولار أميركي»، «ل.س»، «$»، «ألماني» is none."""
    if not source.same_line(at):
        return None
    symbol = SYMBOLS.at(source.words, at)
    if symbol:
        end, code = symbol
        code = _as_written(source, at, end, code)
        closed = source.word(end) == "." and "." in source.words[at:end]
        return Money(code, Decimal(1), None, end + closed)
    if source.words[at] == _CENTS:
        return Money("USD", Decimal("0.01"), None, at + 1)
    found = HEADS.at(source.words, at)
    if found:
        return name_country(source, found[1], at, found[0], country)
    dual = MONEY_DUALS.get(source.words[at])
    return name_country(source, dual, at, at + 1, country) if dual else None


def is_ouguiya(source: Source, at: int, country: str | None) -> bool:
    """Tell Mauritania's money from the ounce: «5000 أوقية», «أوقية من الذهب».

    The text or the outlet is of Mauritania, and no gold is weighed.
    """
    after = source.word(at + 1) if source.same_line(at + 1) else ""
    if after in _NEW_OR_OLD:
        return True
    if after == "من" or after in _METALS:
        return False
    if source.ouguiya is None:
        pairs = pairwise(source.words)
        told = any(a in _OUGUIYA and b in _NEW_OR_OLD for a, b in pairs)
        source.ouguiya = told or "MR" in _places(source, 0, len(source.words))
    return country == "MR" or source.ouguiya


def _as_written(source: Source, at: int, end: int, code: str) -> str:
    """Tell «د.أ» from «د.إ», which fold to the same letters."""
    written = source.text[source.tokens[at].start : source.tokens[end - 1].end]
    return _WRITTEN.get(written, code)


def name_country(
    source: Source, head: Head, at: int, end: int, country: str | None
) -> Money:
    """Make a currency word exact by the adjective after it, or by its surroundings."""
    nisba = NISBAS.at(source.words, end) if source.same_line(end) else None
    if nisba and nisba[1] in head.codes:
        new = source.word(nisba[0]) in ("جديد", "جديدا", "جديده", "الجديده")
        return Money(head.codes[nisba[1]], head.share, head, nisba[0] + new)
    known = _known_code(source, head, country)
    code = known or _code_of_places(source, head, at)
    return Money(code, head.share, head, end, inferred=known is None)


def _known_code(source: Source, head: Head, country: str | None) -> str | None:
    if head.default:
        return head.default
    if source.full_currencies is None:
        source.full_currencies = _named_in_full(source)
    named = {c for c in head.codes if (head.family, c) in source.full_currencies}
    if len(named) == 1:
        return head.codes[named.pop()]
    return head.codes.get(country or "")


def _code_of_places(source: Source, head: Head, at: int) -> str | None:
    start, end = source.sentence(at)
    for first, last in ((start, end), (0, len(source.words))):
        places = _places(source, first, last) & set(head.codes)
        if len(places) == 1:
            return head.codes[places.pop()]
    return None


def _named_in_full(source: Source) -> set[tuple[str, str]]:
    """Collect the currencies that the text names with their country."""
    named = set()
    for at in _MONEY.of(source.words):
        found = HEADS.at(source.words, at)
        nisba = NISBAS.at(source.words, found[0]) if found else None
        if found and nisba and nisba[1] in found[1].codes:
            named.add((found[1].family, nisba[1]))
    return named


def _places(source: Source, first: int, last: int) -> set[str]:
    """Give the countries that the tokens name, by name or by adjective."""
    if (first, last) in source.places:
        return source.places[first, last]
    if source.countries is None:
        source.countries = [
            (at, country)
            for at in _PLACES.of(source.words)
            if (country := _country_at(source, at))
        ]
    begin = bisect_left(source.countries, (first, ""))
    end = bisect_left(source.countries, (last, ""))
    places = {country for _, country in source.countries[begin:end]}
    source.places[first, last] = places
    return places


def _country_at(source: Source, at: int) -> str | None:
    word = source.words[at]
    bare = word if word in PLACES or word in NISBAS else word[1:]
    words = [bare, *source.words[at + 1 : at + 3]]
    found = PLACES.at(words, 0) or NISBAS.at(words, 0)
    return found[1] if found else None


_PLACE_WORDS = frozenset(
    clitic + word
    for table in (PLACES, NISBAS)
    for word in table
    for clitic in ("", "و", "ب", "ل")
)
_MONEY = Candidates(HEADS.__contains__)
_PLACES = Candidates(_PLACE_WORDS.__contains__)
