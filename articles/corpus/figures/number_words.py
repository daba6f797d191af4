"""Numbers written in words: the words, and the slots they fill below a thousand.

Each slot is filled once, joined by و: hundreds, then units or teens, then tens:
«ثلاثمئة وخمسة وعشرون». Both genders, all cases, fused and split hundreds, hamza-less
and the spoken teens of quotes are spellings of the same word. To add a spelling, add
it to the line of its number.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from articles.corpus.arabic import fold
from articles.corpus.figures.phrases import folded_set
from articles.corpus.figures.source import Source


class Slot(IntEnum):
    ELEVEN = 0  # أحد، إحدى: a number only before عشر
    UNIT = 1
    TEN = 2
    TEENS = 3
    TENS = 4
    HUNDRED = 5


class Clitic(NamedTuple):
    """The letters before a word: و، ب، لل … and what they say."""

    letters: int  # that stand outside of the span; the article stays inside
    joins: bool
    definite: bool


class NumberWord(NamedTuple):
    value: int
    slot: Slot
    clitic: Clitic


CLITICS = {
    "": Clitic(0, False, False),
    "و": Clitic(1, True, False),
    "ف": Clitic(1, False, False),
    "ب": Clitic(1, False, False),
    "ل": Clitic(1, False, False),
    "ك": Clitic(1, False, False),
    "وب": Clitic(2, True, False),
    "ول": Clitic(2, True, False),
    "ال": Clitic(0, False, True),
    "وال": Clitic(1, True, True),
    "بال": Clitic(1, False, True),
    "فال": Clitic(1, False, True),
    "كال": Clitic(1, False, True),
    "لل": Clitic(1, False, True),
    "وبال": Clitic(2, True, True),
    "ولل": Clitic(2, True, True),
}
_WORDS = {
    Slot.ELEVEN: {1: "أحد إحدى"},
    Slot.UNIT: {
        0: "صفر",
        1: "واحد واحدا واحدة",
        2: ("اثنان اثنين اثنتان اثنتين ثنتان ثنتين اثنا اثني اثنتا اثنتي اتنين اتنان"),
        3: "ثلاثة ثلاث ثلاثا تلاتة تلات",
        4: "أربعة أربع أربعا",
        5: "خمسة خمس خمسا",
        6: "ستة ست ستا",
        7: "سبعة سبع سبعا",
        8: "ثمانية ثمان ثماني ثمانيا تمانية",
        9: "تسعة تسع تسعا",
    },
    Slot.TEN: {10: "عشرة عشر عشرا"},
    Slot.TEENS: {
        11: "أحدعشر حداشر احداشر",
        12: "اثناعشر اثنيعشر اتناشر",
        13: "ثلاثةعشر تلتاشر ثلاثتاشر",
        14: "أربعةعشر اربعتاشر",
        15: "خمسةعشر خمستاشر",
        16: "ستةعشر ستاشر",
        17: "سبعةعشر سبعتاشر",
        18: "ثمانيةعشر تمنتاشر",
        19: "تسعةعشر تسعتاشر",
    },
    Slot.TENS: {
        20: "عشرون عشرين",
        30: "ثلاثون ثلاثين تلاتين",
        40: "أربعون أربعين",
        50: "خمسون خمسين",
        60: "ستون ستين",
        70: "سبعون سبعين",
        80: "ثمانون ثمانين تمانين",
        90: "تسعون تسعين",
    },
    Slot.HUNDRED: {
        100: "مئة مائة ماية",
        200: "مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي ميتين متين",
        300: "ثلاثمئة ثلاثمائة ثلثمئة ثلثمائة تلتمية",
        400: "أربعمئة أربعمائة ربعمية",
        500: "خمسمئة خمسمائة",
        600: "ستمئة ستمائة",
        700: "سبعمئة سبعمائة",
        800: "ثمانمئة ثمانمائة ثمانيمئة ثمانيمائة تمنمية",
        900: "تسعمئة تسعمائة",
    },
}
_HOMOGRAPHS = folded_set("لست ولست فست كست متين")
"""«لست» is "I am not"; «متين» is "solid", and a number only between numbers."""


def with_clitics(word: str) -> Iterator[tuple[str, Clitic]]:
    """Give the folded word after each clitic that it may carry."""
    folded = fold(word)
    for letters, clitic in CLITICS.items():
        yield letters + folded, clitic


def _table() -> dict[str, NumberWord]:
    return {
        form: NumberWord(value, slot, clitic)
        for slot, rows in _WORDS.items()
        for value, spellings in rows.items()
        for spelling in spellings.split()
        for form, clitic in with_clitics(spelling)
        if form not in _HOMOGRAPHS
        and (value or not clitic.definite)  # «الصفر» is the freezing point or an hour
    }


NUMBER_WORDS = _table()
JOINER = "و"
_PRONE_TO_FRACTION = frozenset((5, 7, 9, 10))


class WordRun(NamedTuple):
    """A number below a thousand in words: tokens ``[at:end]``."""

    value: int
    end: int
    first: NumberWord


def joined_at(source: Source, at: int) -> int | None:
    """Give the token where a number joined by و begins, if و stands at ``at``."""
    if not source.same_line(at):
        return None
    if source.words[at] == JOINER:
        return at + 1 if source.same_line(at + 1) else None
    word = NUMBER_WORDS.get(source.words[at])
    return at if word is not None and word.clitic.joins else None


def _plain(source: Source, at: int) -> NumberWord | None:
    """Give a number word that follows without و."""
    if not source.same_line(at):
        return None
    word = NUMBER_WORDS.get(source.words[at])
    return word if word and not word.clitic.letters else None


def _unit_or_teen(source: Source, at: int, word: NumberWord) -> tuple[int, int] | None:
    """Read «خمسة»، «خمسة عشر»، «خمسة وعشرون»، «خمسون» at ``at``: value and end."""
    following = _plain(source, at + 1)
    if word.slot <= Slot.UNIT and word.value:
        if following and following.slot is Slot.TEN:
            return word.value + 10, at + 2
        if word.slot is Slot.ELEVEN:
            return None
        tens_at = joined_at(source, at + 1)
        tens = NUMBER_WORDS.get(source.words[tens_at]) if tens_at else None
        if tens_at and tens and tens.slot is Slot.TENS:
            return word.value + tens.value, tens_at + 1
    return word.value, at + 1


def _split_hundred(source: Source, at: int, word: NumberWord) -> int:
    """Give 300-900 when «ثلاث مئة» stands in two words at ``at``, else 0."""
    if word.slot is Slot.UNIT and word.value > 2:
        following = _plain(source, at + 1)
        if following and following.slot is Slot.HUNDRED and following.value == 100:
            return word.value * 100
    return 0


def read_words(source: Source, at: int) -> WordRun | None:
    """Read a number below a thousand written in words at token ``at``.

    >>> read_words(Source.of("أربعمئة وسبعة وثلاثين ألفا"), 0)[:2]
    (437, 3)
    """
    word = NUMBER_WORDS.get(source.words[at])
    if word is None:
        return None
    split = _split_hundred(source, at, word)
    if not split and word.slot is not Slot.HUNDRED:
        small = _unit_or_teen(source, at, word)
        return WordRun(*small, word) if small else None
    hundreds, end = (split, at + 2) if split else (word.value, at + 1)
    rest_at = joined_at(source, end) or _spoken_rest(source, end)
    rest = NUMBER_WORDS.get(source.words[rest_at]) if rest_at else None
    if rest_at and source.taken[rest_at]:  # «مئة وخمسة آذار»
        return WordRun(hundreds, end, word)
    if rest_at and rest and rest.slot is not Slot.HUNDRED:
        small = _unit_or_teen(source, rest_at, rest)
        if small and not _split_hundred(source, rest_at, rest):
            return WordRun(hundreds + small[0], small[1], word)
    return WordRun(hundreds, end, word)


def _spoken_rest(source: Source, at: int) -> int | None:
    """Find «خمسمية خمسة وعشرين»: speech drops the first و."""
    word = _plain(source, at)
    if word and word.slot is Slot.UNIT:
        small = _unit_or_teen(source, at, word)
        return at if small and small[0] > 20 else None
    return None
