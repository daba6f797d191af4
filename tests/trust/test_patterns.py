"""No pattern in the code can be made slow by a text that is written for it."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest

from tests.trust.attacks import TEXTS, Found, hostile_texts, patterns
from tests.trust.conftest import Measured

LONGEST = 40_000
MOST_SECONDS = 0.1

CAPPED = {
    "articles.corpus.raw_article.captions._OWNED_PICTURE": 40,
    "articles.corpus.raw_article.datelines._SIGN": 110,
    "articles.corpus.raw_article.page._LAST_SIGNS": 12,
    "articles.corpus.raw_article.signatures._AGENCY_END": 50,
    "articles.corpus.raw_article.signatures._CREDITS": 200,
    "articles.corpus.raw_article.signatures._WITH": 200,
    "articles.readers.html.charset._DECLARED": 8_192,
    "articles.readers.published._ISO": 120,
    "search.language.periods._BETWEEN": 256,
    "search.language.syntax._PATTERN": 256,
}
"""How much of a text some patterns are asked of: the code never shows them more."""


def ask(pattern: Any, way: str, text: Any) -> None:
    if way == "sub":
        pattern.sub(text[:0], text)
    elif way == "finditer":
        for _found in pattern.finditer(text):
            pass
    else:
        getattr(pattern, way)(text)


def slowest(found: Found, length: int) -> float:
    """Give the most seconds that one of the texts for a pattern takes."""
    worst = 0.0
    for text in hostile_texts(found.pattern, CAPPED.get(found.name, length)):
        for way in found.asked or ("search",):
            begun = time.process_time()
            ask(found.pattern, way, text)
            worst = max(worst, time.process_time() - begun)
    return worst


@pytest.mark.parametrize(
    ("slow", "text"),
    [
        (r"(?:\w+\s*)+$", "ا" * 30 + "!"),
        (r"\s*[|]", " " * 30 + "!"),
        (r"[(]x(?:a|b)*;", "(x" + "b" * 28 + "!"),
    ],
)
def test_the_texts_are_what_a_pattern_repeats(slow: str, text: str) -> None:
    assert text in hostile_texts(re.compile(slow), 30)


@pytest.mark.long(minutes=1)
def test_no_text_makes_a_pattern_slow(trust_figure: Measured) -> None:
    asked = patterns()
    assert len(asked) > 100
    assert set(CAPPED) <= {found.name for found in asked}
    times = {found.name: slowest(found, LONGEST) for found in asked}
    longest = max(times.values())
    trust_figure(
        f"{len(asked)} patterns × {TEXTS} texts of up to {LONGEST:,} letters: "
        f"{longest * 1000:.0f} ms at most"
    )

    assert {name: s for name, s in times.items() if s > MOST_SECONDS} == {}
