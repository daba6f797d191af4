"""Figures that news has rarely, and numbers that look like another kind of figure."""

from datetime import date
from decimal import Decimal

import pytest

from articles.corpus.figures import extract_figures

PUBLISHED = date(2017, 3, 22)


def read(text):
    """Give (words, kind, value, unit, noun) of each figure; a range has two values."""
    return [
        (figure.text, str(figure.kind), _plain(figure.value), figure.unit, figure.noun)
        for figure in extract_figures(text, PUBLISHED)
    ]


def _plain(value):
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    return float(value) if isinstance(value, Decimal) else value


COUNTS = [
    ("5 تتحدث", [("5", "count", 5, None, None)]),
    ("1 ـ النادي", [("1", "count", 1, None, None)]),  # an item of a list
    ("لِخمسة رجال", [("خمسة", "count", 5, None, "رجال")]),
    ("3 ونصف مليون", [("3 ونصف مليون", "count", 3_500_000, None, None)]),
    ("القانون - 10", [("10", "count", 10, None, None)]),
    ("هاتف 1234567 1234567", []),
    ("حالتي", []),  # «my state»
    ("في الحادي", []),
]
TWICE = [  # a number and the same in brackets is one figure; another number is another
    (
        "100 (مئتان)",
        [("100", "count", 100, None, None), ("مئتان", "count", 200, None, None)],
    ),
    (
        "100 (خمسون كتابا",
        [("100", "count", 100, None, None), ("خمسون", "count", 50, None, "كتابا")],
    ),
    (
        "مليون، 5 كتب",
        [("مليون", "count", 1_000_000, None, None), ("5", "count", 5, None, "كتب")],
    ),
    (
        "عشرات وآلاف",
        [("عشرات", "count", None, None, None), ("آلاف", "count", None, None, None)],
    ),
]
UNITS = [
    ("دولاران", [("دولاران", "money", 2, "USD", None)]),
    ("واحد دولار", [("واحد", "money", 1, "USD", None)]),
    ("مرة واحدة", [("واحدة", "frequency", 1, "times", None)]),
    ("ثلاثة أيام ونصف اليوم", [("ثلاثة", "duration", 3.5, "day", None)]),
    ("دون سن 16", [("16", "age", 16, "year", None)]),
    ("زاوية 5 درجات", [("5", "measure", 5, "degree", None)]),
    ("خمسة km", [("خمسة", "count", 5, None, None)]),  # a sign wants digits
    ("5 م", [("5", "measure", 5, "m", None)]),
    ("5abc", [("5", "count", 5, None, None)]),
    (  # a kilometre is no part of a metre
        "5 أمتار و80 كيلومترا",
        [("5", "measure", 5, "m", None), ("80", "measure", 80, "km", None)],
    ),
    ("سجل الهدف للدقيقة 71", [("71", "ordinal", 71, None, "الدقيقة")]),
]
PARTS = [
    ("1 على كتاب", [("1", "count", 1, None, None)]),
    (
        "1 على 3 محاور",
        [("1", "count", 1, None, None), ("3", "count", 3, None, "محاور")],
    ),
    ("1 على 1", [("1", "count", 1, None, None), ("1", "count", 1, None, None)]),
    ("1/0", [("1", "count", 1, None, None), ("0", "count", 0, None, None)]),
    ("5/7", [("5", "count", 5, None, None), ("7", "count", 7, None, None)]),
]
RANGES = [
    ("ثلاثة أو أربعة", [("ثلاثة أو أربعة", "range", (3, 4), None, None)]),
    ("بين 5 إلى 7", [("5 إلى 7", "range", (5, 7), None, None)]),
    ("بين 5 و بين 7", [("5 و بين 7", "range", (5, 7), None, None)]),
    ("$5-$7", [("5-$7", "range", (5, 7), "USD", None)]),
    ("4.5-3.5", [("4.5-3.5", "range", (4.5, 3.5), None, None)]),
    (  # nine hundred is no nine hundred million
        "من 900 إلى 3.7 مليون",
        [("900 إلى 3.7 مليون", "range", (900, 3_700_000), None, None)],
    ),
    (
        "4 مقابل 3 أصوات",
        [("4", "count", 4, None, None), ("3", "count", 3, None, "أصوات")],
    ),
    (
        "ثلاثة - 7",
        [("ثلاثة", "count", 3, None, None), ("7", "count", 7, None, None)],
    ),
    ("بين\nخمسة", [("خمسة", "count", 5, None, None)]),
]


@pytest.mark.parametrize(("text", "figures"), COUNTS + TWICE + UNITS + PARTS + RANGES)
def test_a_rare_figure_is_read_or_left(text, figures):
    assert read(text) == figures


@pytest.mark.parametrize("text", ["جولة شهري", "تقرير يومي"])
def test_a_word_of_time_alone_is_no_frequency(text):
    assert read(text) == []


CLAIMANTS = [
    ("الوزارة التي تعلن عن 5 وفيات", None),
    ("وزارة الصحة زلزال: 5 قتلى", "وزارة الصحة زلزال"),
    ('قالت شبكة "الأفق إن 5 قتلى سقطوا', "شبكة"),  # the quotation never ends
    ("لفت إلى أنه حسب قوله 5 قتلى", None),  # nobody was named before
]


@pytest.mark.parametrize(("text", "claimant"), CLAIMANTS)
def test_who_said_it_in_broken_sentences(text, claimant):
    (figure,) = extract_figures(text, PUBLISHED)
    assert (figure.claimant.name if figure.claimant else None) == claimant
