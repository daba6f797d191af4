"""Dates as Arabic newspapers print them: both names of the month, both calendars.

«الثلاثاء 5 آب/أغسطس 2014 — 9 شوال 1435 هـ». Weekdays, Gregorian and Hijri month names
are hijridate's; the Levantine names are those of Unicode CLDR 46 (ar-SY).
"""

from __future__ import annotations

from datetime import date, time

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from hijridate import Gregorian

from articles.presentation.digits import in_chosen_digits

_LEVANTINE = (
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
)
_WEEKDAY_LETTERS = {
    "ar": "نثرخجسح",
    "en": "MTWTFSS",
}  # CLDR's narrow names, from Monday
WEEK = (5, 6, 0, 1, 2, 3, 4)
"""The days of a week in the order of Arab calendars, Monday being 0."""


def _language() -> str:
    return "en" if get_language() == "en" else "ar"


def month_name(month: int) -> str:
    """Give both names of a month: ``month_name(8) == "آب/أغسطس"``; one in English."""
    if _language() == "en":
        return str(Gregorian(2000, month, 1).month_name("en"))
    return f"{_LEVANTINE[month - 1]}/{Gregorian(2000, month, 1).month_name('ar')}"


def weekday_name(weekday: int) -> str:
    """Name a day of the week, Monday being 0: ``weekday_name(5) == "السبت"``."""
    return str(Gregorian(2024, 1, 1 + weekday).day_name(_language()))


def weekday_letter(weekday: int) -> str:
    """Give the letter over a column of a calendar: ``weekday_letter(5) == "س"``."""
    return _WEEKDAY_LETTERS[_language()][weekday]


def month_and_year(day: date) -> str:
    """Name the month of a day: «آب/أغسطس 2014»."""
    return f"{month_name(day.month)} {in_chosen_digits(str(day.year))}"


def day_and_month(day: date) -> str:
    """Name a day of any year: «5 آب/أغسطس»."""
    return f"{in_chosen_digits(str(day.day))} {month_name(day.month)}"


def short_date(day: date) -> str:
    """Name a day: «5 آب/أغسطس 2014»."""
    return f"{in_chosen_digits(str(day.day))} {month_and_year(day)}"


def hijri_date(day: date) -> str:
    """Name a day in the Hijri calendar (Umm al-Qura): «9 شوال 1435 هـ».

    "" outside the years 1343 to 1500 AH, where the calendar is not tabulated.
    """
    try:
        hijri = Gregorian.fromdate(day).to_hijri()
    except OverflowError:
        return ""
    era = "AH" if _language() == "en" else "هـ"
    named = f"{hijri.day} {hijri.month_name(_language())} {hijri.year} {era}"
    return in_chosen_digits(named)


def full_date(day: date) -> str:
    """Name a day by weekday and both calendars: «الثلاثاء 5 آب/أغسطس 2014 — …»."""
    gregorian = f"{weekday_name(day.weekday())} {short_date(day)}"
    return " — ".join(filter(None, (gregorian, hijri_date(day))))


def printed_date(
    day: date | None, clock: time | None, precision: str, *, full: bool = False
) -> str:
    """Say a date of publication no more exactly than it is known; "" for none.

    ``precision`` is "year", "month", "day" or "minute"; ``clock`` is the outlet's own
    and is said only where ``full``.
    """
    if day is None:
        return ""
    if precision == "year":
        return _("عام {year}").format(year=in_chosen_digits(str(day.year)))
    if precision == "month":
        return month_and_year(day)
    if not full:
        return short_date(day)
    if precision != "minute" or not clock:
        return full_date(day)
    at = in_chosen_digits(f"{clock:%H:%M}")
    return _("{day}، الساعة {clock}").format(day=full_date(day), clock=at)
