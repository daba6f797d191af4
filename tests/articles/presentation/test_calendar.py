"""Dates are said with both month names and both calendars, as exactly as known."""

from datetime import date, time

import pytest

from articles.presentation.calendar import (
    full_date,
    hijri_date,
    month_name,
    printed_date,
    weekday_name,
)

DAY = date(2014, 8, 5)
CLOCK = time(21, 38)


@pytest.mark.parametrize(
    ("precision", "short", "full"),
    [
        ("year", "عام 2014", "عام 2014"),
        ("month", "آب/أغسطس 2014", "آب/أغسطس 2014"),
        ("day", "5 آب/أغسطس 2014", "الثلاثاء 5 آب/أغسطس 2014 — 9 شوال 1435 هـ"),
        (
            "minute",
            "5 آب/أغسطس 2014",
            "الثلاثاء 5 آب/أغسطس 2014 — 9 شوال 1435 هـ، الساعة 21:38",
        ),
    ],
)
def test_a_date_is_said_no_more_exactly_than_it_is_known(
    precision: str, short: str, full: str
) -> None:
    assert printed_date(DAY, CLOCK, precision) == short
    assert printed_date(DAY, CLOCK, precision, full=True) == full


def test_no_date_is_said_as_nothing() -> None:
    assert printed_date(None, None, "") == ""


@pytest.mark.parametrize(
    ("month", "names"),
    [(1, "كانون الثاني/يناير"), (7, "تموز/يوليو"), (12, "كانون الأول/ديسمبر")],
)
def test_a_month_has_its_eastern_and_its_egyptian_name(month: int, names: str) -> None:
    assert month_name(month) == names


def test_the_week_is_named_from_monday() -> None:
    assert weekday_name(0) == "الاثنين" or weekday_name(0) == "الإثنين"
    assert weekday_name(5) == "السبت"


@pytest.mark.parametrize("day", [date(1899, 1, 1), date(1, 1, 1), date(2100, 1, 1)])
def test_a_day_outside_the_hijri_tables_is_said_in_one_calendar(day: date) -> None:
    assert hijri_date(day) == ""
    assert "هـ" not in full_date(day)
