"""Cuts a reader's query into the marks of the language and the words between them."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from articles.corpus.arabic import fold, plain_digits

LexemeKind = Literal[
    "open", "close", "or", "and", "not", "minus", "field", "range", "phrase", "word"
]


class Lexeme(NamedTuple):
    """A mark or a run of words as written; ``field`` is what a "field" lexeme names."""

    kind: LexemeKind
    text: str
    slop: int = 0
    field: str = ""


FIELDS = {
    "title": ("عنوان", "العنوان", "title"),
    "outlet": ("مصدر", "المصدر", "outlet", "source"),
    "section": ("قسم", "القسم", "section"),
    "author": ("كاتب", "الكاتب", "author"),
    "date": ("تاريخ", "التاريخ", "date"),
    "figure": ("رقم", "الرقم", "figure", "number"),
}
"""What a field may be called in a query, before a colon."""

OR_WORDS = ("أو", "OR", "|")
AND_WORDS = ("و", "AND", "&")
NOT_WORDS = ("ليس", "NOT")
"""Joining words count only where they stand alone, in this spelling, between terms."""

# LEFT, RIGHT and LOW-9 DOUBLE QUOTATION MARK: keyboards and scrapers mix them up.
_CURLY = "\u201c\u201d\u201e"
QUOTES = {"«": '»"', **dict.fromkeys('"' + _CURLY, '"' + _CURLY)}
"""What opens a phrase, and the signs that may close it."""

_FIELD_BY_NAME = {
    fold(name): field for field, names in FIELDS.items() for name in names
}
_JOINERS: dict[str, LexemeKind] = {
    **dict.fromkeys(OR_WORDS, "or"),
    **dict.fromkeys(AND_WORDS, "and"),
    **dict.fromkeys(NOT_WORDS, "not"),
}
_ANY_QUOTE = "".join(QUOTES)
_SLOP = re.compile(r"~([0-9]{1,2})")
_RUN_ENDS = re.compile(rf"[\s(){_ANY_QUOTE}»]")
_FIELD = re.compile(rf"([^\s:(){_ANY_QUOTE}»]{{2,12}}):")
_MINUSES = "-\u2212\u2013"  # HYPHEN-MINUS, MINUS SIGN, EN DASH


def lex(text: str) -> list[Lexeme]:
    """Give the lexemes of a query in order; no text raises.

    >>> [lexeme.kind for lexeme in lex('"دير الزور" أو (نازح -مخيم)')]
    ['phrase', 'or', 'open', 'word', 'minus', 'word', 'close']
    """
    lexemes: list[Lexeme] = []
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        lexeme, place = _next(text, place, lexemes)
        lexemes.append(lexeme)
    return lexemes


def _next(text: str, place: int, before: list[Lexeme]) -> tuple[Lexeme, int]:
    char = text[place]
    if char in "()":
        return Lexeme("open" if char == "(" else "close", char), place + 1
    if char in QUOTES or char == "»":
        return _phrase(text, place)
    if char in _MINUSES and _begins_term(text, place):
        return Lexeme("minus", char), place + 1
    if before and before[-1].field in {"date", "figure"} and char == "[":
        return _range(text, place)
    return _run(text, place)


def _begins_term(text: str, place: int) -> bool:
    after = text[place + 1 : place + 2]
    free = place == 0 or text[place - 1].isspace() or text[place - 1] == "("
    return free and bool(after) and not after.isspace() and after not in _MINUSES


def _phrase(text: str, place: int) -> tuple[Lexeme, int]:
    closing = QUOTES.get(text[place], '"')
    end = next(
        (at for at in range(place + 1, len(text)) if text[at] in closing), len(text)
    )
    slop = _SLOP.match(plain_digits(text), end + 1)
    stop = slop.end() if slop else end + 1
    words = text[place + 1 : end]
    return Lexeme("phrase", words, int(slop[1]) if slop else 0), stop


def _range(text: str, place: int) -> tuple[Lexeme, int]:
    end = text.find("]", place)
    end = len(text) if end < 0 else end
    return Lexeme("range", text[place + 1 : end]), end + 1


def _run(text: str, place: int) -> tuple[Lexeme, int]:
    named = _FIELD.match(text, place)
    field = _FIELD_BY_NAME.get(fold(named[1])) if named else None
    if named and field:
        return Lexeme("field", named[1], field=field), named.end()
    found = _RUN_ENDS.search(text, place + 1)
    end = found.start() if found else len(text)
    run = text[place:end]
    return Lexeme(_JOINERS.get(run, "word"), run), end
