"""What stands rarely in a newspaper: other centuries, halves of dates, bad days."""

from datetime import date

import pytest

from articles.corpus.dates import find_dates, read_stamp
from articles.corpus.dates.calendars import hijri_day, hijri_year_of
from articles.corpus.dates.cursor import Reading
from articles.corpus.dates.mention import Calendar, Precision
from articles.corpus.dates.resolve import resolve

PUBLISHED = date(2017, 3, 22)
"""A Wednesday."""

CENTURIES = [
    ("في هذا القرن", [("القرن", "20", None)]),
    ("في القرنين الماضيين", []),
    ("في القرنين الثامن عشر والثاني", []),  # the second is no later one
    ("في القرنين الثالث والرابع قبل الميلاد", []),
]
HOURS = [
    ("الأربعاء 9 مساء", [("الأربعاء 9 مساء", "2017-03-22T21:00", None)]),
    ("الساعة الـ9 مساء", [("الساعة الـ9 مساء", "T21:00", None)]),
    ("الساعة 1900 بتوقيت غرينتش", [("الساعة 1900", "T19:00", None)]),
    ("أمس 30 مساء", [("أمس", "2017-03-21", None)]),
    ("أمس 15 مساء", [("أمس", "2017-03-21", None)]),
    ("الساعة 75ر09", []),
    ("الساعة 9 م. ثم غادر", [("الساعة 9 م", "T21:00", None)]),
    ("الساعة التاسعة و18 دقيقة", [("الساعة التاسعة و18 دقيقة", "T09:18", None)]),
    (
        "الساعة التاسعة وثلاث وعشرون دقيقة",
        [("الساعة التاسعة وثلاث وعشرون دقيقة", "T09:23", None)],
    ),
    ("الساعة 10 ص.ب 25", [("الساعة 10", "T10:00", None)]),  # a box of the post
]
NEIGHBOURS = [
    (  # a name that is also a woman's, behind a month
        "بين جانفي وجوان",
        [("جانفي وجوان", "2017-01", "2017-06")],
    ),
    ("بين مارس وماي 2016", [("مارس وماي 2016", "2016-03", "2016-05")]),
    (  # over the turn of the year
        "بين نوفمبر وفيفري",
        [("نوفمبر وفيفري", "2016-11", "2017-02")],
    ),
    (
        "ما بين 3 مارس و5 أبريل 2019",
        [("3 مارس و5 أبريل 2019", "2019-03-03", "2019-04-05")],
    ),
    (  # two months that are compared
        "الفرق بين مارس 2016 ومارس 2017",
        [("مارس 2016", "2016-03", None), ("مارس 2017", "2017-03", None)],
    ),
    ("بين مارس السياسة وبين أن يدعيها", []),
    (
        "أيام 17، 18 و19 مارس",
        [("17، 18 و19 مارس", "2017-03-17", "2017-03-19")],
    ),
    ("يوم 18 أو 19 مارس", [("يوم 18 أو 19 مارس", "2017-03-18", "2017-03-19")]),
    ("يوم 5 أو 12 مارس", [("12 مارس", "2017-03-12", None)]),
    (  # two calendars side by side, with nothing between them
        "9 رجب 1442هـ 23 فبراير 2021م",
        [("9 رجب 1442هـ 23 فبراير 2021م", "2021-02-23", None)],
    ),
    (  # ten years apart: no two names of one day
        "1 رجب 1442 12 فبراير 2012",
        [("1 رجب 1442", "2021-02-13", None), ("12 فبراير 2012", "2012-02-12", None)],
    ),
    ("في السوق كل يوم السبت", []),
    ("بسوق الجمعة وبالجمعة", [("الجمعة", "2017-03-17", None)]),
    ("بملعب 15 أكتوبر", [("15 أكتوبر", None, None)]),
    ("حضرت سلمى وجوان", []),
    ("الخميس 21/09", [("الخميس 21/09", "2017-09-21", None)]),
    ("في فبراير 2000 جندي", [("فبراير", "2017-02", None)]),  # soldiers, no year
    (  # the same day twice in one calendar is two dates
        "22 مارس 2017 الموافق غدا",
        [("22 مارس 2017", "2017-03-22", None), ("غدا", "2017-03-23", None)],
    ),
    (  # a month is not a day
        "آذار 2017 الموافق 5 رمضان 1438",
        [("آذار 2017", "2017-03", None), ("5 رمضان 1438", "2017-05-31", None)],
    ),
    (  # the bracket is not closed
        "5 رمضان 1438 (31 أيار 2017",
        [("5 رمضان 1438", "2017-05-31", None), ("31 أيار 2017", "2017-05-31", None)],
    ),
    (
        "13 تموز إلى 2018",
        [("13 تموز", "2017-07-13", None), ("2018", "2018", None)],
    ),
    (
        "الأحد - الثلاثاء",
        [("الأحد", "2017-03-19", None), ("الثلاثاء", "2017-03-21", None)],
    ),
    (
        "الأسبوع الماضي إلى الأسبوع المقبل",
        [("الأسبوع الماضي", "2017-W11", None), ("الأسبوع المقبل", "2017-W13", None)],
    ),
    (
        "من 5 آذار 2016 إلى 7 نيسان",
        [("5 آذار 2016 إلى 7 نيسان", "2016-03-05", "2016-04-07")],
    ),
]
MONTHS = [
    ("في رمضان المبارك", [("رمضان المبارك", "2017-05-27", "2017-06-24")]),
    ("5 آذار من هذا العام", [("5 آذار من هذا العام", "2017-03-05", None)]),
    (
        "رمضان من العام الماضي",
        [("رمضان من العام الماضي", "2016-06-06", "2016-07-05")],
    ),
    ("في 5 من الشهر", []),
    ("يوم 5 ناصر", []),  # the leader's name, until a year stands behind it
    ("31 رمضان 1438", [("رمضان 1438", "2017-05-27", "2017-06-24")]),
    ("31 شباط 2016", [("شباط 2016", "2016-02", None)]),
    ("29 شباط", [("29 شباط", None, None)]),  # 2017 has none
    ("رجب الجاري", [("رجب الجاري", "2018-03-18", "2018-04-16")]),
    ("في مارس 22-24 شخصا", [("مارس", "2017-03", None)]),
    ("مارس 22-24", [("مارس 22-24", "2017-03-22", "2017-03-24")]),
    ("قال حزب الغد", []),
    ("يوم الغد", [("يوم الغد", "2017-03-23", None)]),
]
DIGITS = [
    ("30/13/1436", []),
    ("الأربعاء 31/02", [("الأربعاء", "2017-03-22", None)]),
    ("2014-15", [("2014-15", "2014", "2015")]),
    ("2014-2015 كتابا", []),
    ("(865-200)", []),
    ("عشية 13 تموز", [("13 تموز", "2017-07-13", None)]),
    ("عامي 1500 و1900", [("عامي 1500 و1900", "1500", "1900")]),
    ("عامي 1500 و1200", []),
    ("2500-2501", []),
    ("في 2005 مدارس", []),
    ("في 2005 عن", [("2005", "2005", None)]),
]


@pytest.mark.parametrize(
    ("text", "dates"), CENTURIES + HOURS + NEIGHBOURS + MONTHS + DIGITS
)
def test_a_rare_date_is_read_or_left(text, dates):
    found = find_dates(text, PUBLISHED)
    assert [(date.text, date.iso, date.end_iso) for date in found] == dates


def test_beyond_the_tables_of_months_a_hijri_date_has_no_day():
    assert hijri_day(1200, 1, 1) is None
    assert hijri_year_of(date(1500, 1, 1)) is None
    (found,) = find_dates("من رمضان 1600 إلى شوال 1600", PUBLISHED)
    assert (found.iso, found.end_iso) == (None, None)
    assert read_stamp("29 محرم 1342") is None


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("28/فبراير/2015", date(2015, 2, 28)),
        ("30/فبراير/2015", None),
        ("5/رمضان/1438", None),
    ],
)
def test_a_stamp_with_the_name_of_its_month_is_a_day_that_was(stamp, day):
    found = read_stamp(stamp)
    assert (found.value.date() if found else None) == day


@pytest.mark.parametrize(
    ("year", "iso"), [(2017, "2017-05-27"), (9999, None), (0, None)]
)
def test_a_hijri_month_of_a_gregorian_year_out_of_reach_has_no_day(year, iso):
    twin = Reading(0, 1, Precision.YEAR, year=year)
    ramadan = Reading(
        0, 1, Precision.MONTH, calendar=Calendar.HIJRI, month=9, twin=twin
    )
    assert resolve(ramadan, PUBLISHED).iso == iso


def test_a_shift_beyond_the_calendar_is_no_day():
    tomorrow = Reading(0, 1, Precision.DAY, days=1)
    assert resolve(tomorrow, date.max).iso is None
    assert resolve(tomorrow, PUBLISHED).iso == "2017-03-23"


@pytest.mark.parametrize(("year", "hijri"), [(1300, "1300"), (1438, "1438")])
def test_a_hijri_year_keeps_its_name(year, hijri):
    reading = Reading(0, 1, Precision.YEAR, calendar=Calendar.HIJRI, year=year)
    meaning = resolve(reading, PUBLISHED)
    assert meaning.hijri == hijri
    assert (meaning.iso is None) == (year < 1343)
