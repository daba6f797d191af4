"""Days of two calendars: what a year, month and day mean, and whether they exist.

Hijri dates follow Umm al-Qura by the package ``hijridate``, 1343-1500 AH
(1924-2077 CE). Outside of that range a Hijri date has no Gregorian one here.
"""

from __future__ import annotations

import calendar as gregorian
from datetime import date
from functools import lru_cache

from hijridate import Gregorian, Hijri

FIRST_HIJRI_YEAR, LAST_HIJRI_YEAR = 1343, 1500


def month_length(year: int, month: int) -> int:
    return gregorian.monthrange(year, month)[1]


def day_exists(year: int | None, month: int, day: int) -> bool:
    """Tell whether a Gregorian day is real; without a year 29 February is."""
    return 1 <= month <= 12 and 1 <= day <= month_length(year or 2000, month)


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    years, month0 = divmod(month - 1 + count, 12)
    return year + years, month0 + 1


@lru_cache(maxsize=4096)
def hijri_day(year: int, month: int, day: int) -> date | None:
    """Give the Gregorian day of a Hijri one, or None when there is none.

    >>> hijri_day(1442, 9, 27)
    datetime.date(2021, 5, 9)
    """
    if not FIRST_HIJRI_YEAR <= year <= LAST_HIJRI_YEAR:
        return None
    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def hijri_span(year: int, month: int | None = None) -> tuple[date, date] | None:
    """Give the first and the last Gregorian day of a Hijri month or year."""
    first = hijri_day(year, month or 1, 1)
    last_month = month or 12
    last = hijri_day(year, last_month, 30) or hijri_day(year, last_month, 29)
    return (first, last) if first and last else None


@lru_cache(maxsize=1024)
def hijri_year_of(day: date) -> int | None:
    """Give the Hijri year that a Gregorian day falls in."""
    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None
