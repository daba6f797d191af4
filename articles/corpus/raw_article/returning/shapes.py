"""What a printed line has in common with itself on another day."""

from __future__ import annotations

import re
from functools import lru_cache

from articles.corpus.arabic import fold
from articles.corpus.dates.lexicon import WEEKDAYS
from articles.corpus.dates.months import MONTHS
from articles.corpus.raw_article.page import word_set

LONGEST = 300
"""Code points; a longer line is a paragraph."""

NUMBER = "#"
ANY = "…"
"""Stands for the headline that a lead alone on its line has behind it."""

_WORD = re.compile(rf"\w+|{NUMBER}")
_CLOCK = word_set("ص م صباحا مساء ظهرا ليلا الساعة am pm gmt")
_OF_DATES = (
    frozenset(WEEKDAYS)
    | {"ال" + day for day in WEEKDAYS}
    | {word for name in MONTHS for word in name}
    | _CLOCK
)
_LEAD = re.compile(
    r"(?P<lead>\W{0,3}\w[^:：|»«]{1,40}?)\s?(?:[:：|]|\s[»«]\s)\s*(?=\S)"
)
_LONGEST_LEAD = 4
_SHORTEST_HEADLINE = 3
_LONGEST_HEADLINE = 20


@lru_cache(maxsize=8192)
def shape_of(text: str) -> str:
    """Give the folded words of a line, with ``#`` for each number, day and hour.

    Equal shapes are one line, printed again; "" is a line without a word of its own.
    A line that ends with «: …» is a lead to any headline.

    >>> shape_of("شاركها ١٢ مرّة"), shape_of("الخميس 22 آذار 2017 - 10:30 ص")
    ('شاركها # مره', '')
    >>> shape_of("من الرف: …") == lead_shape("من الرف: عودة الماء إلى الحي")
    True
    """
    lead = text.endswith(ANY) and _LEAD.match(text)
    words = [
        word if word.isalpha() else NUMBER
        for word in _WORD.findall(fold(lead["lead"] if lead else text))
    ]
    if NUMBER in words:
        words = _without_dates(words)
    if not any(len(word) > 1 for word in words):
        return ""
    return " ".join([*words, ANY] if lead else words)


@lru_cache(maxsize=8192)
def lead_shape(text: str) -> str:
    """Give the shape of the lead of «من الرف: عودة الماء إلى الحي»; "" without one.

    What is behind the sign must have the words of a headline, and no full stop.
    """
    found = _LEAD.match(text)
    if not found or found["lead"].count(" ") >= _LONGEST_LEAD:
        return ""
    rest = text[found.end() :].rstrip()
    words = rest.count(" ") + 1
    if rest[-1] in ".،:" or not _SHORTEST_HEADLINE <= words <= _LONGEST_HEADLINE:
        return ""
    return shape_of(lead_line(text))


def lead_line(text: str) -> str:
    """Write the lead of a line as a rule names it: «من الرف: …»."""
    found = _LEAD.match(text)
    return f"{text[: found.end()].rstrip()} {ANY}" if found else text


def _without_dates(words: list[str]) -> list[str]:
    """Give one ``#`` for a number and what tells a day or an hour beside it."""
    for _direction in range(2):
        words.reverse()
        for at in range(1, len(words)):
            if words[at - 1] == NUMBER and words[at] in _OF_DATES:
                words[at] = NUMBER
    return [
        word
        for at, word in enumerate(words)
        if word != NUMBER or not at or words[at - 1] != NUMBER
    ]
