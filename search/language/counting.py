"""Numbers below a thousand in words: 25 is «خمسة وعشرون» and «خمس وعشرين».

Three and more are covered: one and two are said by the noun itself, and «واحد» stands
for much else. Hundreds with a rest are written in digits by nearly everyone.
"""

from __future__ import annotations

from articles.corpus.arabic import fold
from search.language.spellings import spelled

UNITS = {
    3: ("ثلاثة", "ثلاث"),
    4: ("أربعة", "أربع"),
    5: ("خمسة", "خمس"),
    6: ("ستة", "ست"),
    7: ("سبعة", "سبع"),
    8: ("ثمانية", "ثماني"),
    9: ("تسعة", "تسع"),
    10: ("عشرة", "عشر"),
}
"""With a masculine noun, with a feminine one."""

_BEFORE_TENS = {1: ("واحد", "إحدى"), 2: ("اثنان", "اثنين")} | UNITS
_TENS = ("عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_TEENS = {11: ("أحد عشر", "إحدى عشرة"), 12: ("اثنا عشر", "اثني عشر", "اثنتي عشرة")}
_HUNDREDS = {100: ("مئة",), 200: ("مئتان", "مئتين"), 800: ("ثمانمئة", "ثماني مئة")}


def _all_names() -> dict[int, tuple[str, ...]]:
    names = UNITS | _TEENS | _HUNDREDS
    for unit in range(3, 10):
        he, she = UNITS[unit]
        names[10 + unit] = (f"{he} عشر", f"{she} عشرة")
        names.setdefault(100 * unit, (f"{she}مئة", f"{she} مئة"))
    for ten, root in enumerate(_TENS, start=2):
        tens = (f"{root}ون", f"{root}ين")
        names[10 * ten] = tens
        for unit in range(1, 10):
            names[10 * ten + unit] = tuple(
                f"{before} و{after}" for before in _BEFORE_TENS[unit] for after in tens
            )
    return names


NAMES = _all_names()
"""Each number with the ways to say it."""

MOST_WORDS = 2
_NUMBERS = {
    tuple(spelled(word) for word in name.split()): number
    for number, names in NAMES.items()
    for name in names
}


def number_said(words: list[str]) -> tuple[int, int] | None:
    """Read the number that folded words begin with; give it and how many words it took.

    >>> number_said(["خمسه", "وعشرين", "نازحا"]), number_said(["نازح"])
    ((25, 2), None)
    """
    for length in range(min(MOST_WORDS, len(words)), 0, -1):
        number = _NUMBERS.get(tuple(words[:length]))
        if number:
            return number, length
    return None


_UNITS_BY_WORD = {fold(word): unit for unit, words in UNITS.items() for word in words}


def unit_said(word: str) -> int | None:
    """Read a folded word as a number from 3 to 10, None if it is none."""
    return _UNITS_BY_WORD.get(word)
