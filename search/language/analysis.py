"""Turns Arabic text into the terms that are indexed, searched and marked.

Index, query and highlighter read the same terms, so what one finds the others find.
A term's position is its rank among the terms of its text: words that follow each
other form a phrase, whatever signs stand between them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from articles.corpus.arabic import fold, fold_with_offsets
from articles.corpus.words import DIGITS, WORD
from search.language.spellings import ONTO_DIGITS, name_begins, spelled
from search.language.stems import stem

ANALYSIS_VERSION = 2
"""Raised with every change that gives any text other terms; indexes are rebuilt."""

_GROUP_SIGNS = ",\u060c\u066c"  # COMMA, ARABIC COMMA, ARABIC THOUSANDS SEPARATOR
_DECIMAL_SIGNS = ".,\u066b"  # FULL STOP, COMMA, ARABIC DECIMAL SEPARATOR
_CHAIN = re.compile(rf"{DIGITS}(?:[{_GROUP_SIGNS}{_DECIMAL_SIGNS}]{DIGITS})*")
_PIECE = re.compile(rf"(?:{ONTO_DIGITS}(?={DIGITS}))?{_CHAIN.pattern}|{WORD}")
_RUN = re.compile(DIGITS)


class Forms(NamedTuple):
    """The two faces of a term: its folded letters and its light stem."""

    exact: str
    stem: str


class Term(NamedTuple):
    """A word or number, ``text[start:end]``, with its folded form and its stem."""

    start: int
    end: int
    exact: str
    stem: str


def analyze(text: str) -> list[Term]:
    """Give the terms of ``text`` in order; offsets are code points, end exclusive.

    >>> [(term.exact, term.stem) for term in analyze("عَوْدةُ ٣,٠٠٠ نازحٍ")]
    [('عوده', 'عود'), ('3000', '3000'), ('نازح', 'نازح')]
    """
    return [
        Term(found.start() + start, found.start() + end, exact, stemmed)
        for found in _PIECE.finditer(text)
        for start, end, exact, stemmed in _pieces[found.group()]
    ]


def analyze_forms(text: str) -> list[Forms]:
    """Give the terms of ``text`` without their places, as an index wants them.

    >>> analyze_forms("النازحون") == [Forms("النازحون", "نازح")]
    True
    """
    return [forms for piece in _PIECE.findall(text) for forms in _forms[piece]]


def pieces(text: str) -> list[str]:
    """Cut ``text`` into words and chains of digits, as they are written.

    >>> pieces("عاد النّازحون")
    ['عاد', 'النّازحون']
    """
    return _PIECE.findall(text)


def terms_of(piece: str) -> tuple[Term, ...]:
    """Give the terms of one of the ``pieces`` of a text, their places inside it."""
    return _pieces[piece]


class _Pieces(dict[str, tuple[Term, ...]]):
    """What a piece of text, a word or a chain of digits, is made of.

    News repeats its words, so each is worked out once.
    """

    def __missing__(self, piece: str) -> tuple[Term, ...]:
        if len(self) > 300_000:
            self.clear()
        terms = tuple(_number(piece) if piece[-1].isdigit() else _word(piece))
        self[piece] = terms
        return terms


class _PieceForms(dict[str, tuple[Forms, ...]]):
    def __missing__(self, piece: str) -> tuple[Forms, ...]:
        if len(self) > 300_000:
            self.clear()
        forms = tuple(Forms(term.exact, term.stem) for term in _pieces[piece])
        self[piece] = forms
        return forms


_pieces = _Pieces()
_forms = _PieceForms()


def _word(piece: str) -> list[Term]:
    folded = spelled(piece)
    letters = name_begins(folded)
    if letters:
        return _joined_name(piece, letters)
    return [Term(0, len(piece), folded, stem(folded))] if folded else []


def _joined_name(piece: str, letters: int) -> list[Term]:
    # عبدالرحمن and عبد الرحمن are one name, أبوظبي and أبو ظبي too.
    cut = fold_with_offsets(piece).span(0, letters)[1]
    first, name = fold(piece[:cut]), spelled(piece[cut:])
    return [
        Term(0, cut, first, first),
        Term(cut, len(piece), name, stem(name)),
    ]


def _number(piece: str) -> list[Term]:
    """Read digit runs joined by signs: one number, or (22.03.2017) several.

    ``3,000``, ``٣٠٠٠`` and ``3000`` are one number; ``2,6`` and ``2.6`` are another.
    What is written onto it, «لـ200», is no part of the term.
    """
    first = _RUN.search(piece)
    start = first.start() if first else 0
    chain = piece[start:]
    runs = [fold(run) for run in _RUN.findall(chain)]
    signs = _RUN.sub("", chain)
    number = _plain(runs[0], "") if not signs else _joined(runs, signs)
    if number:
        return [Term(start, len(piece), number, number)]
    return [
        Term(*run.span(), number, number)
        for run in _RUN.finditer(piece)
        for number in (_plain(fold(run.group()), ""),)
    ]


def _joined(runs: list[str], signs: str) -> str:
    """Give the number that digit runs and the signs between them write, "" for none."""
    if not 1 <= len(runs[0]) <= 3 or any(len(run) != 3 for run in runs[1:-1]):
        return ""
    if len(runs[-1]) == 3 and len(set(signs)) == 1 and _groups(runs, signs):
        return _plain("".join(runs), "")
    if signs[-1] in _DECIMAL_SIGNS and signs[-1] not in signs[:-1]:
        return _plain("".join(runs[:-1]), runs[-1])
    return ""


def _groups(runs: list[str], signs: str) -> bool:
    # One full stop before three digits is a decimal, 3.141, unless they are zeros.
    if signs[0] in _GROUP_SIGNS:
        return runs[0] != "0"
    return signs[0] == "." and (len(signs) > 1 or runs[-1] == "000")


def _plain(whole: str, decimals: str) -> str:
    whole, decimals = whole.lstrip("0") or "0", decimals.rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole
