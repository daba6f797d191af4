"""Dates with the name of a month: ``الخامس والعشرين من أيار/مايو 2014``."""

from __future__ import annotations

from typing import NamedTuple

from articles.corpus.dates.calendars import LAST_HIJRI_YEAR, day_exists
from articles.corpus.dates.cursor import Cursor, Reading
from articles.corpus.dates.lexicon import (
    COMMAS,
    CONNECTORS,
    ORDINAL_DAYS,
    ORDINAL_OF_OTHERS,
    PARTS,
    SHIFTS,
    THIS,
    YEAR_WORDS,
    word_set,
)
from articles.corpus.dates.mention import Calendar, Kind, Precision
from articles.corpus.dates.months import EPITHETS, GLUED_MONTHS, MONTHS, MonthName
from articles.corpus.dates.numeric import (
    is_counted,
    read_era,
    read_numeric_date,
)

_PAIR_SIGNS = frozenset("/-(")
_MONTH_BEFORE = word_set("في منذ خلال بحلول وفي شهري شهر حتى") | set(PARTS)


_JOINERS, _OR = word_set("و أو"), "او"
_BEFORE_DAYS = word_set("أيام يوم يومي الأيام ليالي")
_FIRST_OF_MONTH = word_set("غرة فاتح الفاتح")
"""Only a month can follow: «غرة جوان»."""


class _Month(NamedTuple):
    stop: int
    name: MonthName
    is_certain: bool


class _Tail(NamedTuple):
    """What follows a month: its year, or last, this, next."""

    stop: int
    year: int | None = None
    calendar: Calendar = Calendar.GREGORIAN
    year_shift: int | None = None
    shift: int | None = None


def read_shift(cursor: Cursor, place: int) -> tuple[int, int] | None:
    """Read «الماضي», «الجاري», «المقبل», «قبل الماضي»: place behind it, and -2..2."""
    word = cursor.folded[place]
    beyond = word in ("قبل", "بعد")
    shift = SHIFTS.get(cursor.folded[place + 1] if beyond else word)
    if shift is None:
        return None
    return (place + 2, 2 * shift) if beyond else (place + 1, shift)


def _read_name(cursor: Cursor, place: int) -> tuple[int, MonthName] | None:
    word = cursor.bare(place)
    two = MONTHS.get((word, cursor.folded[place + 1]))
    if two:
        return place + 2, two
    one = MONTHS.get((word,))
    return (place + 1, one) if one else None


def _read_month(cursor: Cursor, place: int) -> _Month | None:
    """Read «شهر آب», «آب/أغسطس», «أيار (مايو)», «رمضان المبارك»."""
    named = cursor.bare(place) in ("شهر", "شهري")
    found = _read_name(cursor, place + named)
    if not found:
        return None
    stop, name = found
    paired = _read_other_name(cursor, stop, name)
    if paired:
        return _Month(paired, name, True)
    if name.calendar is Calendar.HIJRI and cursor.folded[stop] in EPITHETS:
        return _Month(stop + 1, name, True)
    return _Month(stop, name, named or name.trust == 2)


def _read_other_name(cursor: Cursor, place: int, name: MonthName) -> int | None:
    sign = cursor.folded[place]
    other = _read_name(cursor, place + (sign in _PAIR_SIGNS))
    if not other or other[1][:2] != name[:2]:
        return None
    if cursor.folded[other[0] - 1] == cursor.folded[place - 1]:
        return None  # «صفر - صفر», a score
    stop = other[0]
    if sign == "(":
        return stop + 1 if cursor.folded[stop] == ")" else None
    return stop


def _read_tail(cursor: Cursor, place: int, calendar: Calendar) -> _Tail:
    stop = place + (cursor.folded[place] in COMMAS)
    year = cursor.year(stop)
    if year is not None and not cursor.inside_number(stop):
        return _year_tail(cursor, place, stop, calendar)
    shift = read_shift(cursor, place)
    if shift:
        return _Tail(shift[0], shift=shift[1])
    if cursor.folded[place - 1] in GLUED_MONTHS:
        return _Tail(place, shift=GLUED_MONTHS[cursor.folded[place - 1]][1])
    stop = place + (cursor.folded[place] in ("من", "في"))
    this = cursor.folded[stop] in THIS
    if cursor.bare(stop + this) not in YEAR_WORDS:
        return _Tail(place)
    if this:
        return _Tail(stop + 2, year_shift=0)
    if cursor.year(stop + 1) is not None:
        return _year_tail(cursor, place, stop + 1, calendar)
    shift = read_shift(cursor, stop + 1)
    return _Tail(shift[0], year_shift=shift[1]) if shift else _Tail(place)


def _year_tail(cursor: Cursor, place: int, at: int, calendar: Calendar) -> _Tail:
    year = int(cursor.folded[at])
    counted = is_counted(cursor, at + 1) or _is_decimal(cursor, at)
    if counted or not (1000 <= year < 2200):
        return _Tail(place)
    of = calendar
    if calendar is Calendar.HIJRI and year > LAST_HIJRI_YEAR:
        of = Calendar.GREGORIAN
    return _Tail(read_era(cursor, at + 1, of), year, of)


def _is_decimal(cursor: Cursor, place: int) -> bool:
    if not (cursor.glued(place) and cursor.folded[place + 1] in ".,،"):
        return False
    return cursor.glued(place + 1) and cursor.folded[place + 2].isdecimal()


def read_day_number(cursor: Cursor, place: int) -> tuple[int, int] | None:
    """Read ``13``, ``الـ13``, «الثالث عشر»: the place behind it, and the day."""
    if cursor.folded[place] == "ال" and cursor.glued(place):
        place += 1
    day = cursor.number(place)
    if day is not None:
        return (place + 1, day) if 1 <= day <= 31 else None
    word = cursor.bare(place)
    two = ORDINAL_DAYS.get((word, cursor.folded[place + 1]))
    if two:
        return place + 2, two
    one = ORDINAL_DAYS.get((word,))
    return (place + 1, one) if one else None


def _read_days(cursor: Cursor, place: int) -> tuple[int, int, int] | None:
    """Read one day, or ``13-15``, ``16 وحتى 22``, ``13 و14 و15``: first and last.

    Behind «أيام» commas part them too: «أيام 17، 18 و19 مارس».
    """
    found = read_day_number(cursor, place)
    if not found:
        return None
    stop, first = found
    last = first
    listed = cursor.folded[place - 1] in _BEFORE_DAYS
    for _ in range(6):
        joined = cursor.folded[stop] in CONNECTORS or cursor.folded[stop] in _JOINERS
        joined = joined or (listed and cursor.folded[stop] in COMMAS)
        more = read_day_number(cursor, stop + 1) if joined else None
        if not more or more[1] <= last:
            break
        if cursor.folded[stop] == _OR and more[1] > last + 1:
            break  # «5 أو 12 نوفمبر» is no stretch of days
        stop, last = more
    return stop, first, last


def read_day_of_month(cursor: Cursor, place: int) -> Reading | None:
    """Read a day or a stretch of days and the month that they belong to."""
    if cursor.inside_number(place) or cursor.folded[place - 1] in ORDINAL_OF_OTHERS:
        return None
    days = _read_days(cursor, place)
    if not days:
        return None
    stop, first, last = days
    if last > first and cursor.folded[stop] in ("/", "-"):
        return _read_numeric_end(cursor, place, first)
    spelled = not cursor.folded[stop - 1].isdecimal()
    spelled = spelled and cursor.bare(place) not in _FIRST_OF_MONTH
    linked = cursor.folded[stop] in ("من", "في", "لشهر")
    stop += linked and cursor.folded[stop] != "لشهر"
    reading = _read_this_month(cursor, stop) if linked else None
    reading = reading or _read_named_month(cursor, stop, spelled and not linked)
    if reading is None:
        return None
    reading.start = cursor.start(place)
    return _with_days(reading, first, last)


def _read_numeric_end(cursor: Cursor, place: int, first: int) -> Reading | None:
    """Read ``1 حتى 26 / 11 / 1436 هـ``."""
    at = next(at for at in range(place, place + 9) if cursor.folded[at] in CONNECTORS)
    reading = read_numeric_date(cursor, at + 1)
    if not reading or reading.day is None:
        return None
    reading.start = cursor.start(place)
    return _with_days(reading, first, reading.day)


def _read_this_month(cursor: Cursor, place: int) -> Reading | None:
    """Read «الشهر الجاري» or «هذا الشهر» behind a day."""
    this = cursor.folded[place] in THIS
    if cursor.folded[place + this] != "الشهر":
        return None
    shift = (place + 2, 0) if this else read_shift(cursor, place + 1)
    if not shift:
        return None
    return Reading(0, shift[0], Precision.DAY, month_shift=shift[1])


def _read_named_month(cursor: Cursor, place: int, strict: bool) -> Reading | None:
    month = _read_month(cursor, place)
    if not month:
        return None
    tail = _read_tail(cursor, month.stop, month.name.calendar)
    if strict and not month.is_certain and tail.year is None:
        return None
    if month.name.trust == 0 and tail.year is None and not month.is_certain:
        return None
    return _reading(month, tail, Precision.DAY)


def _reading(month: _Month, tail: _Tail, precision: Precision) -> Reading:
    reading = Reading(0, tail.stop, precision, calendar=month.name.calendar)
    reading.month = month.name.number
    reading.year, reading.year_shift = tail.year, tail.year_shift
    reading.shift = tail.shift
    if tail.year is not None and tail.calendar is not month.name.calendar:
        reading.year = None
        reading.twin = Reading(0, tail.stop, Precision.YEAR, year=tail.year)
    return reading


def _with_days(reading: Reading, first: int, last: int) -> Reading | None:
    year, month = reading.year, reading.month
    hijri = reading.calendar is Calendar.HIJRI
    if hijri and last > 30:
        return None
    if not hijri and month is not None and not day_exists(year, month, last):
        return None
    reading.day = first
    if last > first:
        reading.kind = Kind.DATE_RANGE
        reading.last = Reading(
            reading.start,
            reading.stop,
            Precision.DAY,
            calendar=reading.calendar,
            year=reading.year,
            month=month,
            day=last,
            shift=reading.shift,
            year_shift=reading.year_shift,
            month_shift=reading.month_shift,
        )
    return reading


def read_month(cursor: Cursor, place: int) -> Reading | None:
    """Read a month without a day, or with the day behind it («مارس 22, 2017»)."""
    month = _read_month(cursor, place)
    if not month:
        return None
    reading = _read_day_behind(cursor, month) or _read_month_alone(cursor, place, month)
    if reading:
        reading.start = cursor.start(place)
    return reading


def _read_day_behind(cursor: Cursor, month: _Month) -> Reading | None:
    days = _read_days(cursor, month.stop)
    if not days or not cursor.folded[month.stop].isdecimal():
        return None
    tail = _read_tail(cursor, days[0], month.name.calendar)
    if tail.year is None and days[1] == days[2]:
        return None
    if tail.year is None and is_counted(cursor, days[0]):
        return None
    return _with_days(_reading(month, tail, Precision.DAY), days[1], days[2])


def _read_month_alone(cursor: Cursor, place: int, month: _Month) -> Reading | None:
    tail = _read_tail(cursor, month.stop, month.name.calendar)
    if not month.is_certain:
        if month.name.trust == 0:
            return None
        if tail.stop == month.stop and not _has_context(cursor, place):
            return None
    return _reading(month, tail, Precision.MONTH)


def _has_context(cursor: Cursor, place: int) -> bool:
    token = cursor.tokens[place]
    if token.folded == "اب" and not token.text.startswith("آ"):
        return False
    before = cursor.folded[place - 1]
    joined = token.folded.startswith("و") and (before,) in MONTHS
    opens = before in ("بين", "مابين") and _joins_month(cursor, place + 1)
    return joined or opens or before in _MONTH_BEFORE  # «بين جانفي وجوان»


def _joins_month(cursor: Cursor, place: int) -> bool:
    return cursor.folded[place][:1] == "و" and _read_name(cursor, place) is not None
