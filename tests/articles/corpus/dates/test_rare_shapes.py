"""Dates that stand seldom in news, and what only looks like an hour."""

from datetime import date

import pytest

from articles.corpus.dates import find_dates

DAY = date(2023, 5, 17)


@pytest.mark.parametrize(
    ("text", "quote", "iso", "end"),
    [
        ("حكم الأمير (865–915) البلاد", "865–915", "0865", "0915"),
        (
            "من القرنين الثامن عشر والتاسع عشر",
            "القرنين الثامن عشر والتاسع عشر",
            "17",
            "18",
        ),
        ("يجرى في 18 سبتمبرالمقبل", "18 سبتمبرالمقبل", "2023-09-18", None),
        ("صدرت الصحيفة في 1891 وأغلقت", "1891", "1891", None),
        ("100 كلم في الساعة\n06.03.2017", "06.03.2017", "2017-03-06", None),
    ],
)
def test_a_rare_shape_is_read(text, quote, iso, end):
    [found] = find_dates(text, DAY)
    assert (found.text, found.iso, found.end_iso) == (quote, iso, end)


@pytest.mark.parametrize(
    "text",
    ["فاز بزمن 3:28.28 دقائق", "أنهى السباق في 2:05 دقيقة", "الفوج (865–915 شخصا)"],
)
def test_the_time_of_a_race_and_a_count_in_brackets_are_no_dates(text):
    assert find_dates(text, DAY) == []
