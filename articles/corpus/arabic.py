"""The one folding rule of the archive, and the letters it is made of.

Two words are the same word to a reader when they fold to the same letters:
``fold("الإمارات") == fold("الامارات")``, ``fold("مُحَمَّد") == "محمد"``,
``fold("٣٠٠") == "300"``. Search, figures, dates, names and reprints all call
this module; nothing else in the project folds.

The rule follows what Arabic information retrieval agreed on (Larkey, Ballesteros
and Connell, "Light stemming for Arabic information retrieval", 2007: hamza seats,
teh marbuta, alef maksura, tashkeel, tatweel) and adds what scraped news needs:
digits of three families, presentation forms, Persian and Urdu letters, invisible
format characters, Latin case and accents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

TATWEEL = "\u0640"  # ARABIC TATWEEL
NBSP = "\u00a0"  # NO-BREAK SPACE

_ARABIC_BLOCKS = (
    range(0x0600, 0x0700),
    range(0x0750, 0x0780),
    range(0x0870, 0x0900),
)
_PRESENTATION_FORMS = (range(0xFB50, 0xFE00), range(0xFE70, 0xFEFD))

MARKS = "".join(
    chr(code)
    for block in _ARABIC_BLOCKS
    for code in block
    if unicodedata.category(chr(code)) == "Mn"
)
"""Tashkeel, small Quranic signs and combining hamza: they never make another word."""

FORMAT_CHARACTERS = "".join(
    chr(code)
    for code in (
        0x00AD,  # SOFT HYPHEN
        0x061C,  # ARABIC LETTER MARK
        *range(0x200B, 0x2010),  # ZERO WIDTH SPACE .. RIGHT-TO-LEFT MARK
        *range(0x202A, 0x202F),  # LEFT-TO-RIGHT EMBEDDING .. RIGHT-TO-LEFT OVERRIDE
        *range(0x2060, 0x2065),  # WORD JOINER .. INVISIBLE PLUS
        *range(0x2066, 0x2070),  # LEFT-TO-RIGHT ISOLATE .. NOMINAL DIGIT SHAPES
        0xFEFF,  # ZERO WIDTH NO-BREAK SPACE
    )
)
"""Characters that have no shape of their own."""

_SAME_LETTER = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ٲ": "ا",
    "ٳ": "ا",
    "ؤ": "و",
    "ئ": "ي",
    "ى": "ي",
    "ة": "ه",
    "ی": "ي",  # ARABIC LETTER FARSI YEH
    "ې": "ي",
    "ے": "ي",
    "ک": "ك",  # ARABIC LETTER KEHEH
    "ڪ": "ك",
    "گ": "ك",
    "ݣ": "ك",
    "ڭ": "ك",
    "چ": "ج",
    "پ": "ب",
    "ڤ": "ف",
    "ڥ": "ف",
    "ڨ": "ق",
    "ژ": "ز",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ۀ": "ه",
    "ۃ": "ه",
    "ں": "ن",
    "ٹ": "ت",
    "ڈ": "د",
    "ڑ": "ر",
}


def _digits() -> dict[int, str]:
    families = (
        0x0660,
        0x06F0,
        0xFF10,
    )  # ARABIC-INDIC, EXTENDED ARABIC-INDIC, FULLWIDTH
    return {zero + value: str(value) for zero in families for value in range(10)}


def _latin() -> dict[int, str]:
    table = {code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
    for code in range(0x00C0, 0x0250):
        parts = unicodedata.normalize("NFKD", chr(code)).casefold()
        base = "".join(char for char in parts if not unicodedata.combining(char))
        if base.isalpha() and base != chr(code):
            table[code] = base
    return table


_DIGITS = _digits()
_DROPPED = dict.fromkeys(map(ord, MARKS + TATWEEL + FORMAT_CHARACTERS), "")


def _presentation_forms(simple: dict[int, str]) -> dict[int, str]:
    return {
        code: unicodedata.normalize("NFKC", chr(code)).translate(simple).strip()
        for block in _PRESENTATION_FORMS
        for code in block
        if unicodedata.normalize("NFKC", chr(code)) != chr(code)
    }


def _fold_table() -> dict[int, str]:
    simple = {ord(char): base for char, base in _SAME_LETTER.items()}
    simple |= _DIGITS | _latin() | _DROPPED
    simple[ord(NBSP)] = " "
    return simple | _presentation_forms(simple)


_FOLD = _fold_table()


def _translation() -> dict[int, int | str]:
    """Write the rule as ``str.translate`` reads it soonest.

    A letter that is no key costs an exception, and an answer of one letter is read
    sooner as a number; so the letters of the news stand here as their own answers.
    """
    usual = (*range(0x0700), *range(0x2000, 0x2070))
    whole = {code: chr(code) for code in usual} | _FOLD
    return {code: ord(to) if len(to) == 1 else to for code, to in whole.items()}


_TRANSLATION = _translation()


_UNEVEN = re.compile(
    "["
    + re.escape("".join(chr(code) for code, base in _FOLD.items() if len(base) != 1))
    + "]"
)
"""What folds to no letter, or to more than one."""


@lru_cache(maxsize=65_536)
def _fold_short(text: str) -> str:
    return text.translate(_TRANSLATION)


def fold(text: str) -> str:
    """Give the letters by which two spellings are one word.

    >>> fold("الأَمِيرةُ") == fold("الاميره")
    True
    >>> fold("١٨٠ شَخْصًا")
    '180 شخصا'
    >>> fold("Al-Šām")
    'al-sam'
    """
    return _fold_short(text) if len(text) < 40 else text.translate(_TRANSLATION)


def plain_digits(text: str) -> str:
    """Write ٠-٩ and ۰-۹ as 0-9, one for one, and change nothing else.

    >>> plain_digits("٢٢ آذار ۲۰۱۷")
    '22 آذار 2017'
    """
    return text.translate(_DIGITS)


def strip_marks(text: str) -> str:
    """Drop tashkeel, tatweel and format characters; keep every letter as written.

    >>> strip_marks("مُحَـــمَّد إلى")
    'محمد إلى'
    """
    return text.translate(_DROPPED)


def is_arabic(text: str) -> bool:
    """Tell whether at least a third of the letters of ``text`` are Arabic ones."""
    letters = [char for char in text if char.isalpha()]
    arabic = sum(1 for char in letters if _is_arabic_letter(char))
    return bool(letters) and arabic * 3 >= len(letters)


def _is_arabic_letter(char: str) -> bool:
    code = ord(char)
    return any(code in block for block in _ARABIC_BLOCKS + _PRESENTATION_FORMS)


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A folded text that still knows where each letter stood.

    ``starts[i]`` is the code point of ``original`` that gave ``text[i]``;
    ``starts[len(text)]`` is ``len(original)``.
    """

    original: str
    text: str
    starts: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Translate a span of ``text`` to ``original``, trailing marks included.

        >>> folded = fold_with_offsets("قالَ مُحَمَّدٌ")
        >>> folded.span(*(folded.text.index("محمد"), folded.text.index("محمد") + 4))
        (5, 14)
        """
        if start == end:
            return self.starts[start], self.starts[start]
        return self.starts[start], self.starts[end]


def fold_with_offsets(text: str) -> FoldedText:
    """Fold a text of any length and keep the way back to its code points."""
    folded = text.translate(_TRANSLATION)
    starts: list[int] = []
    position = 0
    for found in _UNEVEN.finditer(text):
        place = found.start()
        starts.extend(range(position, place))
        starts.extend([place] * len(_FOLD[ord(found.group())]))
        position = place + 1
    if not position:
        return FoldedText(text, folded, range(len(text) + 1))
    starts.extend(range(position, len(text) + 1))
    return FoldedText(text, folded, starts)
