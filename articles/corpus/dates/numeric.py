"""Dates in digits: ``22/03/2017``, ``22.03.2017``, ``2017-03-22``, ``24/6/1438 هـ``.

The day stands first, always: Arabic newspapers never write mm/dd.
"""

from __future__ import annotations

from articles.corpus.dates.calendars import (
    FIRST_HIJRI_YEAR,
    LAST_HIJRI_YEAR,
    day_exists,
    hijri_day,
)
from articles.corpus.dates.cursor import Cursor, Reading
from articles.corpus.dates.lexicon import (
    CONNECTORS,
    COUNTED,
    DASHES,
    GREGORIAN_MARKS,
    HIJRI_MARKS,
    IDENTIFIERS,
    YEAR_BEFORE,
    YEAR_BEFORE_LOOSE,
    YEAR_WORDS,
    word_set,
)
from articles.corpus.dates.mention import Calendar, Kind, Precision

_SEPARATORS = frozenset("/-.\\–—")
_OPENING = frozenset("([")
_CLOSING = frozenset(")]")
_COUNTING_SIGNS = frozenset("%٪$€£")
_CLITICS = frozenset("وفبلك")
_HIJRI_OF_OUR_DAYS = range(1400, 1460)
_GOING_ON = frozenset(".,،٫٬/-:")

_SHORT_SPAN = 10


def read_numeric_date(
    cursor: Cursor, place: int, short: bool = False
) -> Reading | None:
    """Read three numbers with one sign between them, or with spaces if ``short``.

    ``short`` is for header lines, where a year may have two digits in any shape.
    """
    if cursor.inside_number(place):
        return None
    sign = cursor.folded[place + 1]
    step = 2 if sign in _SEPARATORS and cursor.folded[place + 3] == sign else 1
    if step == 1 and not short:
        return None
    numbers = [cursor.folded[place + step * index] for index in range(3)]
    stop = place + 2 * step + 1
    if not all(word.isdecimal() for word in numbers) or _goes_on(cursor, stop, sign):
        return None
    if len(numbers[0]) == 4:
        numbers.reverse()
    elif len(numbers[2]) != 4 and not _two_digit_year(numbers, sign, short):
        return None
    elif len(numbers[2]) != 4:
        numbers[2] = _full_year(numbers[2])
    return _day(cursor, place, stop, numbers)


def _goes_on(cursor: Cursor, stop: int, sign: str) -> bool:
    follows = cursor.folded[stop] == sign and cursor.folded[stop + 1].isdecimal()
    return follows and cursor.glued(stop - 1) and cursor.glued(stop)


def _two_digit_year(numbers: list[str], sign: str, short: bool) -> bool:
    return (sign == "/" or short) and len(numbers[2]) == 2


def _full_year(digits: str) -> str:
    return ("20" if int(digits) < 70 else "19") + digits


def _day(cursor: Cursor, place: int, stop: int, numbers: list[str]) -> Reading | None:
    if len(numbers[0]) > 2 or len(numbers[1]) > 2:
        return None
    day, month, year = map(int, numbers)
    reading = Reading(
        cursor.start(place), stop, Precision.DAY, year=year, month=month, day=day
    )
    if FIRST_HIJRI_YEAR <= year <= LAST_HIJRI_YEAR:
        reading.calendar = Calendar.HIJRI
        if hijri_day(year, month, day) is None:
            return None
    elif not 1000 <= year < 2200 or not day_exists(year, month, day):
        return None
    reading.stop = read_era(cursor, stop, reading.calendar)
    return reading


def read_era(cursor: Cursor, place: int, calendar: Calendar) -> int:
    """Step over the ``هـ`` or ``م`` that agrees with the calendar of a year."""
    marks = HIJRI_MARKS if calendar is Calendar.HIJRI else GREGORIAN_MARKS
    return place + 1 if cursor.folded[place] in marks else place


def read_day_and_month(cursor: Cursor, place: int) -> Reading | None:
    """Read ``21/09``; only a reader who knows that a date comes may call this."""
    day, month = cursor.number(place), cursor.number(place + 2)
    if cursor.folded[place + 1] not in ("/", "-") or day is None or month is None:
        return None
    if cursor.inside_number(place) or not day_exists(None, month, day):
        return None
    start = cursor.start(place)
    return Reading(start, place + 3, Precision.DAY, month=month, day=day)


def read_month_and_year(cursor: Cursor, place: int) -> Reading | None:
    """Read ``03/2017``, but not the number of a law."""
    month, year = cursor.number(place), cursor.year(place + 2)
    if month is None or year is None or cursor.folded[place + 1] != "/":
        return None
    before = {cursor.folded[place - 1], cursor.folded[place - 2]}
    if not 1 <= month <= 12 or not 1900 <= year < 2100 or before & IDENTIFIERS:
        return None
    if cursor.inside_number(place):
        return None
    start = cursor.start(place)
    return Reading(start, place + 3, Precision.MONTH, month=month, year=year)


def read_year_range(cursor: Cursor, place: int) -> Reading | None:
    """Read ``2014/2015``, ``2014-15``, ``1436 / 1437هـ``, ``2010 إلى 2015``."""
    first, stop = cursor.year(place), place + 2
    connector = cursor.folded[place + 1]
    if connector == "و" and cursor.folded[place - 1] in ("عامي", "سنتي", "بين"):
        connector = "-"
    if first is None or cursor.inside_number(place):
        return None
    if connector not in CONNECTORS and connector != "/":
        return None
    last = cursor.year(stop)
    if last is None and _is_short_end(cursor, stop, first):
        last = first + 1
    if last is not None and connector == "/" and 0 < first - last <= _SHORT_SPAN:
        first, last = last, first  # «2020/2016», turned round by a change of direction
    if last is None or not first < last <= first + 150:
        return None
    if is_counted(cursor, stop + 1) or cursor.inside_number(place):
        return None
    return _year_range(cursor, place, stop + 1, first, last)


def read_reign(cursor: Cursor, place: int) -> Reading | None:
    """Read ``(865–915)``: years of three digits, which only brackets tell."""
    digits, end = cursor.folded[place], cursor.folded[place + 2]
    if cursor.folded[place - 1] not in _OPENING or not end.isdecimal():
        return None
    stop = place + 3
    after = read_era(cursor, stop, Calendar.GREGORIAN)
    if cursor.folded[place + 1] not in DASHES or cursor.folded[after] not in _CLOSING:
        return None
    first, last = int(digits), int(end)
    if len(end) > 4 or not first < last <= first + 150:
        return None
    reading = Reading(
        cursor.start(place), after, Precision.YEAR, Kind.DATE_RANGE, year=first
    )
    reading.last = Reading(reading.start, after, Precision.YEAR, year=last)
    return reading


def _is_short_end(cursor: Cursor, stop: int, first: int) -> bool:
    if not cursor.glued(stop - 1) or not cursor.glued(stop - 2):
        return False
    return cursor.folded[stop] == f"{(first + 1) % 100:02}"


def _year_range(
    cursor: Cursor, place: int, stop: int, first: int, last: int
) -> Reading | None:
    calendar = era(cursor, stop, first)
    if calendar is None:
        return None
    start = cursor.start(place)
    reading = Reading(start, stop, Precision.YEAR, Kind.DATE_RANGE, calendar, first)
    reading.stop = read_era(cursor, stop, calendar)
    reading.last = Reading(start, stop, Precision.YEAR, calendar=calendar, year=last)
    return reading


def era(cursor: Cursor, stop: int, year: int) -> Calendar | None:
    """Tell which calendar a bare number may be a year of, by its size and mark."""
    if cursor.folded[stop] in HIJRI_MARKS:
        return Calendar.HIJRI if year <= LAST_HIJRI_YEAR else None
    if year in _HIJRI_OF_OUR_DAYS and cursor.folded[stop] not in GREGORIAN_MARKS:
        return Calendar.HIJRI
    return Calendar.GREGORIAN if 1000 <= year < 2200 else None


def is_counted(cursor: Cursor, stop: int) -> bool:
    """Tell whether the word at ``stop`` is a thing that news counts."""
    return cursor.folded[stop] in COUNTED or cursor.folded[stop] in _COUNTING_SIGNS


def read_bare_year(cursor: Cursor, place: int) -> Reading | None:
    """Read four digits as a year where the words around them say so."""
    year = cursor.year(place)
    if year is None or cursor.inside_number(place) or _number_goes_on(cursor, place):
        return None
    calendar = era(cursor, place + 1, year)
    marked = cursor.folded[place + 1] in HIJRI_MARKS | GREGORIAN_MARKS
    if calendar is None or not (marked or 1800 <= year < 2100):
        return None
    if not (_marked_well(cursor, place, marked) or _year_context(cursor, place, year)):
        return None
    start, stop = cursor.start(place), read_era(cursor, place + 1, calendar)
    return Reading(start, stop, Precision.YEAR, calendar=calendar, year=year)


def _number_goes_on(cursor: Cursor, place: int) -> bool:
    sign, digits = cursor.folded[place + 1], cursor.folded[place + 2]
    return sign in _GOING_ON and digits.isdecimal() and cursor.glued(place)


def _marked_well(cursor: Cursor, place: int, marked: bool) -> bool:
    """``2015م`` and ``1436هـ``; but ``1500 م`` may be metres."""
    if not marked:
        return False
    mark = cursor.folded[place + 1]
    return mark != "م" or (cursor.glued(place) and int(cursor.folded[place]) >= 1900)


def _year_context(cursor: Cursor, place: int, year: int) -> bool:
    before, after = cursor.folded[place - 1], cursor.folded[place + 1]
    if before in _OPENING:
        return after in _CLOSING or after in DASHES
    if before == "منذ":
        return after not in _UNITS_OF_TIME
    if is_counted(cursor, place + 1):
        return False
    if before == "و" and cursor.year(place - 2) is not None:
        before = cursor.folded[place - 3]
        if cursor.bare(place - 3) in YEAR_WORDS:
            return True
    if before in YEAR_BEFORE or (before[:1] in _CLITICS and before[1:] in YEAR_BEFORE):
        return True
    loose = before in YEAR_BEFORE_LOOSE
    return loose and year >= 1800 and not _looks_counted(cursor, place + 1, year)


def _looks_counted(cursor: Cursor, stop: int, year: int) -> bool:
    """A number ending in 11-99 counts in the accusative: ``2014 عنصرا``."""
    word = cursor.folded[stop]
    if year % 100 > 10:
        return len(word) > 3 and word.endswith("ا") and not word.startswith("ال")
    return word.isalpha() and word not in _AFTER_A_YEAR


_UNITS_OF_TIME = word_set("يوم يوما ساعة سنة عام عاما")
_AFTER_A_YEAR = word_set("و في الي علي عن من ان التي الذي حيث بعد قبل بين كما لكن او")
