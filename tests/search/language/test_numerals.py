"""A number has many ways to be written."""

from __future__ import annotations

import pytest

from search.language.numerals import same_numbers, ways_to_write
from search.language.syntax import parse

NUMBERS = [
    ("3000", 3_000),
    ("٣٬٠٠٠", 3_000),
    ("3 آلاف", 3_000),
    ("ثلاثة آلاف", 3_000),
    ("ثلاث آلاف", 3_000),
    ("نحو ثلاثة آلاف نازح", 3_000),
    ("ألفين", 2_000),
    ("مليونا", None),
    ("مليونان", 2_000_000),
    ("11 ألف", 11_000),
    ("2.5 مليون", 2_500_000),
    ("2014", None),
    ("1000", None),
    ("5", 5),
    ("٧٠٠ خيمة", 700),
    ("سبعمائة", 700),
    ("خمسة وعشرين نازحا", 25),
    ("إحدى عشرة قرية", 11),
    ("مائتين", 200),
    ("ثلاثة كتب", 3),
    ("1.5", None),
    ("0", None),
    ("1", None),
    ("425", None),
    ("-3000", None),
    ("9" * 40, None),
]


@pytest.mark.parametrize(("query", "number"), NUMBERS)
def test_numbers_of_a_query(query: str, number: int | None):
    node = parse(query).node
    assert node

    assert list(same_numbers(node)) == ([ways_to_write(number)] if number else [])


@pytest.mark.parametrize("number", [0, 1, 2, 999, 1000, 1500, 2014, 10**13])
def test_what_has_no_other_way(number: int):
    assert ways_to_write(number) == []
