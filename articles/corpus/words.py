"""Cuts a text into words, digit runs and signs, each with its place.

Search, figures, dates and names read the same tokens, so a span found by one is a
span to all. A word keeps its tashkeel and tatweel (Python's ``\\w`` would cut
``مُحَمَّد`` into single letters); the folded form stands beside it.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from articles.corpus.arabic import MARKS, TATWEEL, fold

TokenKind = Literal["word", "digits", "sign"]

# ZERO WIDTH NON-JOINER and JOINER stand inside words; the marks of direction do not
# end a word that a scraper glued them into.
_INSIDE = re.escape(MARKS + TATWEEL) + "\u200c\u200d\u200e\u200f"


def _letter_ranges() -> str:
    """Write all letters of the basic plane as one character class.

    ``[^\\W\\d_]`` says the same, but costs three look-ups a letter.
    """
    codes = [code for code in range(0x10000) if chr(code).isalpha()]
    codes = [code for code in codes if chr(code) != TATWEEL]
    runs: list[list[int]] = []
    for code in codes:
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in runs)


_LETTER = _letter_ranges()
_TOKEN = re.compile(
    rf"([{_LETTER}][{_LETTER}{_INSIDE}]*)"
    rf"|([0-9\u0660-\u0669\u06f0-\u06f9]+)"
    rf"|([^\s{_INSIDE}\u200b\u202a-\u202e\u2066-\u2069\ufeff\u061c])"
)
_KINDS: tuple[TokenKind, ...] = ("sign", "word", "digits", "sign")


class Token(NamedTuple):
    """One word, digit run or sign: ``text == source[start:end]``."""

    start: int
    end: int
    text: str
    folded: str
    kind: TokenKind


def tokenize(text: str) -> list[Token]:
    """Give the tokens of ``text`` in order; offsets are code points, end exclusive.

    >>> [token.folded for token in tokenize("نحو ٢,٦ ألفِ موقع")]
    ['نحو', '2', ',', '6', 'الف', 'موقع']
    """
    return [
        Token(*found.span(), word, fold(word), _KINDS[found.lastindex or 0])
        for found in _TOKEN.finditer(text)
        for word in (found.group(),)
    ]
