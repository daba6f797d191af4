"""From what was read to the day that is meant.

A year that the text leaves out is the one that brings the day nearest to the
publication, as a newspaper's reader takes it; without a day of publication nothing
relative is resolved.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from articles.corpus.dates.calendars import (
    add_months,
    day_exists,
    hijri_day,
    hijri_span,
    hijri_year_of,
    month_length,
)
from articles.corpus.dates.cursor import Reading
from articles.corpus.dates.mention import Calendar, Precision

_FAR_OFF = 270
"""Days: «15 كانون الأول» in a January paper is not eleven months ahead."""


class Meaning:
    """The ISO 8601 dates of a reading; None where they are not known."""

    __slots__ = ("end_iso", "hijri", "iso")

    def __init__(
        self,
        iso: str | None = None,
        end_iso: str | None = None,
        hijri: str | None = None,
    ) -> None:
        self.iso, self.end_iso, self.hijri = iso, end_iso, hijri


def is_relative(reading: Reading) -> bool:
    """Tell whether the publication is needed to know the day."""
    if reading.kind == "time":
        return False
    if reading.century is not None and reading.shift is None:
        return False
    return reading.year is None and reading.twin is None


def resolve(reading: Reading, published: date | None) -> Meaning:
    """Find the days of a reading; ``published`` is the day of the newspaper."""
    if reading.last is not None:
        return _resolve_range(reading, reading.last, published)
    if reading.precision in (Precision.DECADE, Precision.CENTURY):
        return _resolve_century(reading, published)
    if reading.calendar is Calendar.HIJRI:
        meaning = _resolve_hijri(reading, published)
    else:
        meaning = Meaning(_resolve_gregorian(reading, published))
    if reading.twin is not None and reading.twin.month is not None:
        meaning.iso = _resolve_gregorian(reading.twin, published) or meaning.iso
    return meaning


def _resolve_range(first: Reading, last: Reading, published: date | None) -> Meaning:
    if first.year is None and last.year is not None and last.month is not None:
        wraps = first.month is not None and first.month > last.month
        first = replace(first, year=last.year - wraps)
    elif last.year is None and first.year is not None and last.month is not None:
        last = replace(last, year=first.year)
    begin = resolve(replace(first, last=None), published)
    end = resolve(last, published)
    if _is_before(end, begin) and first.year is None and end.iso:
        # «بين نوفمبر وفيفري»: the months that lie before the turn of the year
        first = replace(first, last=None, year=int(end.iso[:4]) - 1, shift=None)
        begin = resolve(first, published)
    if begin.iso is None or end.iso is None:
        return Meaning(None, None, begin.hijri)
    return Meaning(begin.iso, end.end_iso or end.iso, begin.hijri)


def _is_before(end: Meaning, begin: Meaning) -> bool:
    return None not in (end.iso, begin.iso) and (end.iso or "") < (begin.iso or "")


def _resolve_century(reading: Reading, published: date | None) -> Meaning:
    century = reading.century
    if reading.shift is not None:
        century = published.year // 100 + reading.shift if published else None
    if century is None or century < 0:
        return Meaning()  # before Christ there is no ISO 8601 of two digits
    decade = "" if reading.decade is None else str(reading.decade)
    return Meaning(f"{century:02}{decade}")


def _resolve_gregorian(reading: Reading, published: date | None) -> str | None:
    if reading.days is not None and reading.month is None:
        return _shifted_day(reading, published)
    if reading.year is None:
        return _without_year(reading, published)
    if reading.month is None:
        return f"{reading.year:04}"
    if reading.day is None:
        return f"{reading.year:04}-{reading.month:02}"
    if not day_exists(reading.year, reading.month, reading.day):
        return None
    return f"{reading.year:04}-{reading.month:02}-{reading.day:02}"


def _shifted_day(reading: Reading, published: date | None) -> str | None:
    if published is None or reading.days is None:
        return None
    day = _days_later(published, reading.days)
    if reading.weekday is not None and day and day.weekday() != reading.weekday:
        # «أمس الأربعاء» in a paper dated a day later: the weekday is the surer word.
        return _iso(_weekday(published, reading.weekday, reading.days))
    return _iso(day)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _days_later(day: date, count: int) -> date | None:
    try:
        return day + timedelta(count)
    except OverflowError:
        return None


def _weekday(published: date, weekday: int, shift: int | None) -> date | None:
    back = (published.weekday() - weekday) % 7
    if shift is None or shift == 0:
        return _days_later(published, -back)
    if shift < 0:
        return _days_later(published, -(back or 7))
    return _days_later(published, 7 - back)


def _without_year(reading: Reading, published: date | None) -> str | None:
    if published is None:
        return None
    if reading.year_shift is not None:
        year = published.year + reading.year_shift
        return _resolve_gregorian(replace(reading, year=year), published)
    if reading.month_shift is not None:
        year, month = add_months(published.year, published.month, reading.month_shift)
        dated = replace(reading, year=year, month=month, month_shift=None)
        return _resolve_gregorian(dated, published)
    if reading.month is not None:
        year = _likely_year(reading, published)
        return _resolve_gregorian(replace(reading, year=year), published)
    if reading.weekday is not None:
        return _iso(_weekday(published, reading.weekday, reading.shift))
    return _unit(reading, published)


def _unit(reading: Reading, published: date) -> str | None:
    shift = reading.shift or 0
    if reading.precision is Precision.YEAR:
        return f"{published.year + shift:04}"
    if reading.precision is Precision.MONTH:
        year, month = add_months(published.year, published.month, shift)
        return f"{year:04}-{month:02}"
    if reading.precision is Precision.WEEK:
        day = _days_later(published, 7 * shift)
        return "{}-W{:02}".format(*day.isocalendar()[:2]) if day else None
    return None


def _likely_year(reading: Reading, published: date) -> int:
    """Choose the year of a month without one, by «الماضي» or by distance."""
    years = (published.year - 1, published.year, published.year + 1)
    month = reading.month or 1
    if reading.day and reading.weekday is not None:
        for year in (years[1], years[0], years[2]):
            if day_exists(year, month, reading.day):
                day = date(year, month, reading.day)
                if day.weekday() == reading.weekday and reading.shift is None:
                    return year
    here = (published.month, published.day if reading.day else 0)
    there = (month, reading.day or 0)
    if reading.shift is not None:
        return published.year + _year_step(reading.shift, here, there)
    return _nearest_year(published, month, reading.day)


def _year_step(shift: int, here: tuple[int, int], there: tuple[int, int]) -> int:
    if shift < 0:
        return 0 if there < here else -1
    if shift > 0:
        return 0 if there > here else 1
    return 0


def _nearest_year(published: date, month: int, day: int | None) -> int:
    year = published.year
    safe_day = min(day or 15, month_length(year, month))
    distance = (date(year, month, safe_day) - published).days
    if distance > _FAR_OFF:
        return year - 1
    return year + 1 if distance < -_FAR_OFF else year


def _resolve_hijri(reading: Reading, published: date | None) -> Meaning:
    year = reading.year or _hijri_year(reading, published)
    if year is None:
        return Meaning()
    if reading.month is None:
        span, name = hijri_span(year), f"{year:04}"
    elif reading.day is None:
        span, name = hijri_span(year, reading.month), f"{year:04}-{reading.month:02}"
    else:
        day = hijri_day(year, reading.month, reading.day)
        name = f"{year:04}-{reading.month:02}-{reading.day:02}"
        return Meaning(_iso(day), None, name)
    if span is None:
        return Meaning(hijri=name)
    return Meaning(span[0].isoformat(), span[1].isoformat(), name)


def _hijri_year(reading: Reading, published: date | None) -> int | None:
    """Choose the Hijri year of «رمضان», «رمضان الماضي» or «رمضان 2019»."""
    if reading.twin is not None and reading.twin.year is not None:
        if not 1 <= reading.twin.year <= 9998:
            return None
        return _hijri_year_in(reading.month or 1, reading.twin.year)
    this = hijri_year_of(published) if published else None
    if this is None or published is None:
        return None
    if reading.year_shift is not None:
        return this + reading.year_shift
    if reading.shift is None:
        return _nearest_hijri_year(reading, this, published)
    years = (this, this - 1) if reading.shift < 0 else (this, this + 1)
    for year in years:
        first = hijri_day(year, reading.month or 1, reading.day or 1)
        if first and (first < published) == (reading.shift <= 0):
            return year
    return years[1]


def _hijri_year_in(month: int, gregorian_year: int) -> int | None:
    year = hijri_year_of(date(gregorian_year, 1, 1))
    for candidate in (year, (year or 0) + 1):
        first = hijri_day(candidate, month, 1) if candidate else None
        if first and first.year == gregorian_year:
            return candidate
    return None


def _nearest_hijri_year(reading: Reading, this: int, published: date) -> int:
    distances = []
    for year in (this, this - 1, this + 1):
        day = hijri_day(year, reading.month or 1, reading.day or 15)
        if day:
            distances.append((abs((day - published).days), year))
    return min(distances)[1] if distances else this
