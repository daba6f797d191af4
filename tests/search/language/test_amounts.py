"""Numbers that a reader asks figures for."""

from __future__ import annotations

from decimal import Decimal

import pytest

from search.language.amounts import read_amounts
from search.language.syntax import Trouble, parse
from search.language.tree import All, Any, Figures, Not, Word

AMOUNTS = [
    ("300", "300", "300"),
    ("=300", "300", "300"),
    ("٣٬٠٠٠", "3000", "3000"),
    ("3,000,000", "3000000", "3000000"),
    ("2.5", "2.5", "2.5"),
    ("2,5", "2.5", "2.5"),
    ("3 آلاف", "3000", "3000"),
    ("2.5 مليون", "2500000", "2500000"),
    (">1000", "1000.000001", None),
    (">=1000", "1000", None),
    ("≥ 1000", "1000", None),
    ("<5", None, "4.999999"),
    ("<=5", None, "5"),
    ("100 إلى 200", "100", "200"),
    ("200 الى 100", "100", "200"),
    ("100..200", "100", "200"),
    ("100 TO 200", "100", "200"),
    ("100 إلى *", "100", None),
    ("إلى ٢٠٠", None, "200"),
]


@pytest.mark.parametrize(("text", "low", "high"), AMOUNTS)
def test_amounts(text: str, low: str | None, high: str | None):
    expected = Figures(low and Decimal(low), high and Decimal(high))

    assert read_amounts(text) == expected


@pytest.mark.parametrize(
    "text", ["", "كثير", ">", "إلى", "* إلى *", "1 إلى 2 إلى 3", "3 كتب", "9" * 40]
)
def test_what_is_no_amount(text: str):
    assert read_amounts(text) is None


def test_the_word_after_a_number_is_what_is_counted():
    many = Figures(Decimal("1000.000001"), None, "نازح")

    assert parse("رقم:>1000 نازح").node == many
    assert parse("figure:>1000 «نازح»").node == many
    thousands = Figures(Decimal(3000), Decimal(3000))
    assert parse("رقم:3 آلاف").node == thousands
    assert parse("رقم:3 آلاف (هدنة)").node == All((thousands, Word("هدنه", "هدن")))
    assert parse("رقم:>1 ألف نازح").node == many
    assert parse("الرقم:[100 إلى 200]").node == Figures(Decimal(100), Decimal(200))
    assert parse("رقم:>1000 نازح هدنة").node == All((many, Word("هدنه", "هدن")))
    assert parse("-رقم:>1000 نازح").node == Not(many)
    bare = Figures(Decimal(5), Decimal(5))
    assert parse("رقم:5 أو هدنة").node == Any((bare, Word("هدنه", "هدن")))
    assert parse("رقم:5 -هدنة").node == All((bare, Not(Word("هدنه", "هدن"))))
    assert parse("(رقم:5)").node == bare


def test_what_is_no_number_is_searched_as_words():
    query = parse("رقم:كثير")

    assert query.node == Word("كثير", "كثير")
    assert query.notices[0].trouble is Trouble.UNREADABLE_NUMBER
