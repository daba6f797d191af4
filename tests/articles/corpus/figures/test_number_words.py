"""Numbers in words read back: every gender, case and spelling."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.corpus.figures.quantity import read_quantity
from articles.corpus.figures.source import Source

ONES = {
    "masculine": [
        "",
        "واحد",
        "",
        "ثلاثة",
        "أربعة",
        "خمسة",
        "ستة",
        "سبعة",
        "ثمانية",
        "تسعة",
    ],
    "feminine": ["", "واحدة", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع"],
}
TWO = {
    ("masculine", "nominative"): "اثنان",
    ("masculine", "oblique"): "اثنين",
    ("feminine", "nominative"): "اثنتان",
    ("feminine", "oblique"): "اثنتين",
}
TENS = ["عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
TENS_ENDING = {"nominative": "ون", "oblique": "ين"}
HUNDREDS = ["ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع"]
DUAL_ENDING = {"nominative": "ان", "oblique": "ين"}
SCALES = (
    (10**12, "تريليون", "تريليونات"),
    (10**9, "مليار", "مليارات"),
    (10**6, "مليون", "ملايين"),
    (10**3, "ألف", "آلاف"),
)


def below_hundred(value: int, gender: str, case: str) -> str:
    ones = [*ONES[gender]]
    ones[2] = TWO[gender, case]
    ten = "عشر" if gender == "masculine" else "عشرة"
    if value < 10:
        return ones[value]
    if value == 10:
        return "عشرة" if gender == "masculine" else "عشر"
    if value == 11:
        return f"أحد {ten}" if gender == "masculine" else f"إحدى {ten}"
    if value == 12:
        return f"{ones[2][:-1]} {ten}"
    if value < 20:
        return f"{ones[value - 10]} {ten}"
    tens = TENS[value // 10 - 2] + TENS_ENDING[case]
    return f"{ones[value % 10]} و{tens}" if value % 10 else tens


def below_thousand(value: int, gender: str, case: str, split: bool) -> str:
    hundreds, rest = divmod(value, 100)
    words = []
    if hundreds == 1:
        words.append("مائة" if split else "مئة")
    elif hundreds == 2:
        words.append("مئت" + DUAL_ENDING[case])
    elif hundreds:
        words.append(HUNDREDS[hundreds - 3] + (" مائة" if split else "مئة"))
    if rest:
        words.append(below_hundred(rest, gender, case))
    return " و".join(words)


def spell(value: int, gender: str, case: str, split: bool) -> str:
    """Write a number as a grammar does; independent of the reader."""
    if value == 0:
        return "صفر"
    words = []
    for scale, singular, plural in SCALES:
        count, value = divmod(value, scale)
        if count == 1:
            words.append(singular)
        elif count == 2:
            words.append(singular + DUAL_ENDING[case])
        elif count:
            small = 3 <= count % 100 <= 10
            accusative = 11 <= count % 100 <= 99
            noun = plural if small else singular + ("ًا" if accusative else "")
            words.append(f"{below_thousand(count, 'masculine', case, split)} {noun}")
    if value:
        words.append(below_thousand(value, gender, case, split))
    return " و".join(words)


@given(
    value=st.one_of(
        st.integers(0, 1200),
        st.integers(0, 10**15 - 1),
        st.builds(
            lambda head, zeros: head * 10**zeros,
            st.integers(1, 999),
            st.integers(0, 12),
        ).filter(lambda number: number < 10**15),
    ),
    gender=st.sampled_from(["masculine", "feminine"]),
    case=st.sampled_from(["nominative", "oblique"]),
    split=st.booleans(),
)
def test_a_number_in_words_reads_back_to_itself(value, gender, case, split):
    words = spell(value, gender, case, split)
    quantity = read_quantity(Source.of(words), 0)
    assert quantity is not None, words
    assert quantity.value == value, words
    assert quantity.end == len(Source.of(words).tokens), words


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("أربعمئة وسبعة وثلاثين ألفا", 437_000),
        ("ثلاث مائة وخمسة وعشرون", 325),
        ("خمسمية خمسة و عشرين", 525),
        ("الف وخمسمائه", 1_500),
        ("مليوني", 2_000_000),
        ("مليون ونصف المليون", 1_500_000),
        ("مليون ونصف", 1_500_000),
        ("خمسة ملايين ونصف المليون", 5_500_000),
        ("نصف مليون", 500_000),
        ("ربع مليار", 250_000_000),
        ("ثلاثة أرباع المليون", 750_000),
        ("ألف مليار", 10**12),
        ("ثلاثة آلاف مليار", 3 * 10**12),
        ("ميلون", 1_000_000),
        ("بليون", 10**9),
        ("مئة ألف وألف", 101_000),
        ("واحد فاصلة خمسة", Decimal("1.5")),
        ("311 ألفا و297", 311_297),
        ("مليار و 389 مليون", 1_389_000_000),
        ("3 ملايين و200 ألف و15", 3_200_015),
        ("مئة و20", 120),
        ("2.5 مليون", 2_500_000),
    ],
)
def test_words_and_digits_mix(words, value):
    source = Source.of(words)
    quantity = read_quantity(source, 0)
    assert quantity is not None
    assert (quantity.value, quantity.end) == (value, len(source.tokens))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("خمسة وستة", 5),  # two units are two numbers
        ("20 ألفا و30 ألفا", 20_000),
        ("مليون ومليونان", 1_000_000),
        ("10 و20", 10),
        ("ثلاثة، وأربعة", 3),
    ],
)
def test_two_numbers_stay_two(words, value):
    quantity = read_quantity(Source.of(words), 0)
    assert quantity is not None
    assert quantity.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ألفا شخص في الساحة", 2000),  # the dual before its noun
        ("مليونا دولار", 2_000_000),
        ("تجاوز العدد ألفا و200 شخص", 1200),
        ("بلغ العدد ألفًا", 1000),
        ("خمسون ألفا", 50_000),
    ],
)
def test_the_construct_dual_is_told_from_the_accusative(text, value):
    source = Source.of(text)
    at = next(i for i, word in enumerate(source.words) if read_quantity(source, i))
    quantity = read_quantity(source, at)
    assert quantity is not None
    assert quantity.value == value
