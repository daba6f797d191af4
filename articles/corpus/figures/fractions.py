"""Halves, thirds and quarters in words: «نصف»، «ثلثا»، «ثلاثة أرباع»."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from articles.corpus.arabic import TATWEEL, fold
from articles.corpus.figures.number_words import (
    NUMBER_WORDS,
    Clitic,
    Slot,
    with_clitics,
)
from articles.corpus.figures.source import Source


class Part(NamedTuple):
    value: Decimal
    clitic: Clitic
    is_plural: bool
    is_owned: bool = False  # «نصفهم», the half of what was named before


# one of how many: one part | two parts | parts in the plural, after a number.
# خمس، سبع، تسع، عشر are also cardinals, and ثمن is "price": they are fractions only
# in the plural, or before the whole they divide («خمس السكان»), never alone.
_PARTS = {
    2: "نصف نصفا نص | | أنصاف",
    3: "ثلث ثلثا_ | ثلثا ثلثي ثلثان ثلثين | أثلاث",
    4: "ربع ربعا | | أرباع",
    5: "| خمسي خمسا | أخماس",
    6: "سدس | | أسداس",
    7: "| | أسباع",
    8: "| | أثمان",
    9: "| | أتساع",
    10: "| | أعشار",
}
_OWNERS = ("هم", "ها", "هن")
_SHARES = {"خمس": 5, "سبع": 7, "ثمن": 8, "تسع": 9, "عشر": 10}


def _table() -> dict[str, Part]:
    table = {}
    for whole, row in _PARTS.items():
        one, two, many = row.split("|")
        for words, count, is_plural in (
            (one, 1, False),
            (two, 2, False),
            (many, 1, True),
        ):
            value = Decimal(count) / whole
            for word in words.split():
                for form, clitic in with_clitics(word):
                    table[form] = Part(value, clitic, is_plural)
                    for owner in _OWNERS:
                        owned = Part(value, clitic, is_plural, True)
                        table.setdefault(form + owner, owned)
    return table


FRACTIONS = _table()
SHARES = {
    form: Part(Decimal(1) / whole, clitic, False)
    for word, whole in _SHARES.items()
    for form, clitic in with_clitics(fold(word))
    if not clitic.definite
}


DAMMA = "\u064f"  # ARABIC DAMMA


def vowel_of_share(source: Source, at: int, share: Part) -> str:
    """Give the sign on the first letter of «خُمس», «ثمن»; a damma makes a fraction."""
    start = source.after_letters(at, share.clitic.letters)
    return source.text[start + 1 : source.tokens[at].end].lstrip(TATWEEL)[:1]


def read_told_share(source: Source, at: int) -> tuple[Decimal, int, Clitic] | None:
    """Read «خُمس», «عُشر», whose damma tells them from numbers."""
    share = SHARES.get(source.words[at])
    if share is None or vowel_of_share(source, at, share) != DAMMA:
        return None
    return share.value, at + 1, share.clitic


def read_fraction(source: Source, at: int) -> tuple[Decimal, int, Clitic] | None:
    """Read a fraction in words at token ``at``: value, end, clitic of its first word.

    >>> read_fraction(Source.of("ثلاثة أرباع السكان"), 0)[:2]
    (Decimal('0.75'), 2)
    """
    part = FRACTIONS.get(source.words[at])
    if part is not None:
        return None if part.is_plural else (part.value, at + 1, part.clitic)
    number = NUMBER_WORDS.get(source.words[at])
    if number and number.slot is Slot.UNIT and number.value > 1:
        parts = FRACTIONS.get(source.word(at + 1))
        if parts and parts.is_plural and source.same_line(at + 1):
            return number.value * parts.value, at + 2, number.clitic
    return None


def half_after(source: Source, at: int) -> tuple[Decimal, int] | None:
    """Read «ونصف»، «و ربع» after a number or a unit: what it adds, and its end."""
    if not source.same_line(at):
        return None
    if source.words[at] == "و":
        at += 1
        part = FRACTIONS.get(source.word(at))
        joins = part is not None and not part.clitic.letters
    else:
        part = FRACTIONS.get(source.words[at])
        joins = part is not None and part.clitic.joins
    if part is None or not joins or part.is_plural or part.clitic.definite:
        return None
    return part.value, at + 1
