"""Every word that may open a date, with the و ف ب ل ك that may be glued before it."""

from __future__ import annotations

from itertools import product

from articles.corpus.dates.lexicon import (
    DAY_PARTS,
    DAY_WORDS,
    DECADES,
    HOURS,
    ORDINAL_DAYS,
    PARTS,
    UNITS,
    WEEKDAYS,
    YEAR_DUALS,
    YEAR_WORDS,
    word_set,
)
from articles.corpus.dates.months import FIRST_WORDS, GLUED_MONTHS

_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")


def _vocabulary() -> dict[str, tuple[str, int]]:
    words = (
        FIRST_WORDS
        | set(WEEKDAYS)
        | {words[0] for words in DAY_WORDS}
        | set(UNITS)
        | YEAR_WORDS
        | YEAR_DUALS
        | set(DAY_PARTS)
        | set(DECADES)
        | {words[0] for words in ORDINAL_DAYS}
        | set(HOURS)
        | set(PARTS)
        | word_set("ال يوم شهر شهري القرن القرنين القرنان الساعة الليلة بعد منتصف")
    ) - {"هذا", "قبل"}
    known: dict[str, tuple[str, int]] = {}
    for word, clitic in product(sorted(words), _PROCLITICS):
        known.setdefault(clitic + word, (word, len(clitic)))
    for word in words:
        if word.startswith("ال"):
            known.setdefault("لل" + word[2:], (word, 0))
            known.setdefault("ولل" + word[2:], (word, 1))
    for glued, (month, _) in GLUED_MONTHS.items():
        known.setdefault(glued, (month, 0))
    return known | {word: (word, 0) for word in words}


VOCABULARY = _vocabulary()
"""A folded word as it stands in a text -> the word of the tables, letters before it."""
