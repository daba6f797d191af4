"""Cuts a text into words, digit runs and signs, each with its place.

Search, figures, dates and names read the same tokens, so a span found by one is a
span to all. A word keeps its tashkeel and tatweel (Python's ``\\w`` would cut
``مُحَمَّد`` into single letters); the folded form stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
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
    plane = "".join(map(chr, range(0x10000))).replace(TATWEEL, " ")
    runs: list[str] = []
    start = 0
    for is_letter, run in groupby(map(str.isalpha, plane)):
        end = start + len(list(run))
        if is_letter:
            runs.append(f"{plane[start]}-{plane[end - 1]}")
        start = end
    return "".join(runs)


_LETTER = _letter_ranges()
_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
WORD = rf"[{_LETTER}][{_LETTER}{_INSIDE}]*"
"""What a word looks like, as a pattern to build others from."""
DIGITS = rf"[{_DIGIT}]+"
"""What a run of digits looks like, of one family or mixed."""
_BLANK = rf"\s{_INSIDE}\u200b\u202a-\u202e\u2066-\u2069\ufeff\u061c"
# The four branches cover every character, so the pieces joined are the text again.
_PIECE = re.compile(rf"{WORD}|[{_BLANK}]+|{DIGITS}|.")
_IS_WORD = re.compile(f"[{_LETTER}]")
_IS_DIGITS = re.compile(f"[{_DIGIT}]")
_IS_BLANK = re.compile(f"[{_BLANK}]")
_LONGEST_KEPT = 40
_MOST_KEPT = 65_536


class Token(NamedTuple):
    """One word, digit run or sign: ``text == source[start:end]``."""

    start: int
    end: int
    text: str
    folded: str
    kind: TokenKind


class _Pieces(dict[str, tuple[str, TokenKind] | None]):
    """Remembers the folded form and the kind of the pieces of text seen lately."""

    def __missing__(self, piece: str) -> tuple[str, TokenKind] | None:
        known = _read_piece(piece)
        if len(self) >= _MOST_KEPT:
            self.clear()
        if len(piece) < _LONGEST_KEPT:
            self[piece] = known
        return known


def _read_piece(piece: str) -> tuple[str, TokenKind] | None:
    if _IS_WORD.match(piece):
        return fold(piece), "word"
    if _IS_BLANK.match(piece):
        return None
    return fold(piece), "digits" if _IS_DIGITS.match(piece) else "sign"


_PIECES = _Pieces()


def folded_pieces(text: str) -> Iterator[tuple[str, TokenKind]]:
    """Give the folded form and the kind of each token of ``text``, without its place.

    The same tokens as ``tokenize`` gives, for whoever reads very many texts.

    >>> list(folded_pieces("نحو ٢ ألفِ"))
    [('نحو', 'word'), ('2', 'digits'), ('الف', 'word')]
    """
    return filter(None, map(_PIECES.__getitem__, _PIECE.findall(text)))


def tokenize(text: str) -> list[Token]:
    """Give the tokens of ``text`` in order; offsets are code points, end exclusive.

    >>> [token.folded for token in tokenize("نحو ٢,٦ ألفِ موقع")]
    ['نحو', '2', ',', '6', 'الف', 'موقع']
    """
    tokens: list[Token] = []
    start = 0
    # tuple.__new__ is what Token(...) calls, without its wrapper: this loop runs for
    # every word of every article.
    make, append, pieces = tuple.__new__, tokens.append, _PIECES
    for piece in _PIECE.findall(text):
        end = start + len(piece)
        known = pieces[piece]
        if known:
            append(make(Token, (start, end, piece, known[0], known[1])))
        start = end
    return tokens
