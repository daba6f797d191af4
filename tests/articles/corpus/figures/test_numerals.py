"""Digits and their marks: what groups thousands, what opens decimals."""

from decimal import Decimal

import pytest

from articles.corpus.figures import extract_figures

D = Decimal


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234,567 شخصا", D(1234567)),
        ("1.234.567 شخصا", D(1234567)),
        ("٥٫٩٤٩٫٢١٢ ناخبا", D(5949212)),
        ("1 250 000 نسمة", D(1250000)),
        ("1,234,567.89 دولارا", D("1234567.89")),
        ("1.234.567,89 دولارا", D("1234567.89")),
        ("٢,٦ ألف موقع", D(2600)),
        ("10,8 في المئة", D("10.8")),
        ("2،7 بالمائة", D("2.7")),
        ("0.776 نقطة", D("0.776")),
        ("9.121 مليار دولار", D(9121000000)),
        ("7,508 مليون درهم", D(7508000000)),
        ("12.345 بالمئة", D("12.345")),
        ("204.732 عبوة", D(204732)),
        ("3.500 متر", D(3500)),
        ("42.195 كيلومترا", D("42.195")),
        ("٢١٫٠٠٠ مريض", D(21000)),
        ("٣٬٥٠٠ أسرة", D(3500)),
        ("6ر2 مليون برميل", D(2600000)),
        ("20ر115 دولار", D("115.20")),
        ("135ر2 تقريرا", D(2135)),
        ("( 721 , 2 ) مليار", D(2721000000)),
        ("-3.2%", D("-3.2")),
        ("٪١٢", D(12)),
        (".77 بالمئة", D("0.77")),
        ("3/4 كوب", D("0.75")),
    ],
)
def test_marks_are_read_by_what_follows(text, value):
    assert value in [figure.value for figure in extract_figures(text)]


@pytest.mark.parametrize(
    ("text", "ambiguous"),
    [
        ("بلغ السعر 1.480 دينارا", True),
        ("بلغ السعر 1.480 دينارا بعد أن كان 2.125.000 دينار", False),
        ("بلغ السعر 1,480 دولارا والنسبة 3.5%", False),
        ("بلغ العدد 1.480 شخصا", False),
    ],
)
def test_one_mark_before_three_digits_is_open_unless_the_text_settles_it(
    text, ambiguous
):
    figure = extract_figures(text, country="IQ")[0]
    assert figure.value == 1480
    assert figure.ambiguous is ambiguous
    if ambiguous:
        assert figure.candidates == ("1.480",)
