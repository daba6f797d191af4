"""What belongs to a date once it is read: its other calendar, its end, its hour."""

from __future__ import annotations

from datetime import date
from math import inf

from articles.corpus.dates.clock import read_clock, read_oclock
from articles.corpus.dates.cursor import Cursor, Reading
from articles.corpus.dates.lexicon import (
    COMMAS,
    CONNECTORS,
    DASHES,
    SAME_DAY_WORDS,
    word_set,
)
from articles.corpus.dates.mention import Calendar, Kind, Precision
from articles.corpus.dates.openings import read_at
from articles.corpus.dates.resolve import resolve

_MOST_APART = 3
"""Days by which a month that was seen begins off the tables of Umm al-Qura."""
_BETWEEN = word_set("بين وبين مابين")
_COMPARED = word_set("مقارنة المقارنة بالمقارنة قارن الفرق الفارق فرق فارق")
"""«الفرق بين مارس 2018 ومارس 2019» is no stretch of time."""
_BETWEEN_DATE_AND_TIME = (
    COMMAS | DASHES | {"|", "في", "عند", "علي", "/", "•", "·", "at"}
)


def extend(cursor: Cursor, place: int, reading: Reading) -> Reading:
    """Join what follows the date at ``place``; the reading goes on behind all of it."""
    if reading.kind is Kind.TIME or reading.last is not None:
        return reading
    reading = _with_twin(cursor, reading)
    reading = _between(cursor, place, reading) or _with_end(cursor, reading)
    if reading.precision is Precision.DAY and reading.last is None:
        reading = _with_time(cursor, reading)
    return reading


def _with_twin(cursor: Cursor, reading: Reading) -> Reading:
    """Read ``X هـ الموافق Y م`` as one date."""
    at = reading.stop
    linked = cursor.folded[at] in SAME_DAY_WORDS
    if linked:
        at += 1 + (cursor.folded[at + 1] in ("ل", "يوم"))
    elif cursor.folded[at] in ("/", "-", "(") and reading.calendar is Calendar.HIJRI:
        at += 1
    else:
        return _with_neighbour(cursor, reading)
    other = read_at(cursor, at)
    if not other or other.calendar is reading.calendar or other.day is None:
        return reading
    if reading.day is None or other.last is not None:
        return reading
    closes = cursor.folded[at - 1] == "("
    if closes and cursor.folded[other.stop] != ")":
        return reading
    reading.stop = other.stop + closes
    return _join_calendars(reading, other)


def _with_neighbour(cursor: Cursor, reading: Reading) -> Reading:
    """Read «9 رجب 1442هـ 21 فبراير 2021م» as one: both say nearly the same day."""
    at = reading.stop
    at += cursor.folded[at] in COMMAS | DASHES | {"|"}
    if reading.day is None or reading.year is None or not cursor.same_line(at):
        return reading
    if not cursor.folded[at].isdecimal():
        return reading
    other = read_at(cursor, at)
    if not other or other.day is None or other.calendar is reading.calendar:
        return reading
    first, second = resolve(reading, None).iso, resolve(other, None).iso
    if other.last is not None or _days_apart(first, second) > _MOST_APART:
        return reading
    reading.stop = other.stop
    return _join_calendars(reading, other)


def _days_apart(first: str | None, second: str | None) -> float:
    """Count the days between two; no day is near to one that is none."""
    told = [date.fromisoformat(day) for day in (first, second) if day]
    return abs((told[0] - told[-1]).days) if len(told) == 2 else inf


def _join_calendars(reading: Reading, other: Reading) -> Reading:
    if reading.calendar is Calendar.HIJRI:
        reading.twin = other
        return reading
    other.start, other.stop, other.weekday = (
        reading.start,
        reading.stop,
        reading.weekday,
    )
    other.twin = reading
    return other


def _with_end(cursor: Cursor, reading: Reading) -> Reading:
    """Join «13 تموز إلى 15 تموز» into one range."""
    if cursor.folded[reading.stop] not in CONNECTORS or reading.days is not None:
        return reading
    at = reading.stop + 1
    at += cursor.folded[at] == "غايه"
    at += cursor.folded[at] in ("يوم", "شهر")
    last = read_at(cursor, at)
    if not last or last.kind is not Kind.DATE or not _can_end(cursor, reading, last):
        return reading
    reading.stop, reading.last = last.stop, last
    reading.kind = Kind.DATE_RANGE
    if reading.shift is None:
        reading.shift = last.shift
    return reading


def _between(cursor: Cursor, place: int, reading: Reading) -> Reading | None:
    """Join «بين جانفي وجوان 2019» and «ما بين 3 مارس و5 أبريل» into one range."""
    before = cursor.folded[place - 1] if place else ""
    at = reading.stop
    if (
        before not in _BETWEEN
        or cursor.folded[place - 2].removeprefix("و") in _COMPARED
        or cursor.folded[at][:1] != "و"
        or reading.month is None
    ):
        return None
    at += cursor.folded[at] == "و"
    at += cursor.folded[at] in ("بين", "شهر")
    last = read_at(cursor, at)
    if (
        not last
        or last.kind is not Kind.DATE
        or last.month is None
        or not _can_end(cursor, reading, last)
    ):
        return None
    reading.stop, reading.last = last.stop, last
    reading.kind = Kind.DATE_RANGE
    return reading


def _can_end(cursor: Cursor, first: Reading, last: Reading) -> bool:
    dash = cursor.folded[first.stop] in DASHES
    if first.precision is not last.precision or first.calendar is not last.calendar:
        return False
    if dash and (first.weekday is not None or first.shift is not None):
        return False
    if first.precision is Precision.WEEK or last.days is not None:
        return False
    if None not in (first.year, last.year):
        return _days(first) < _days(last)
    return (first.month is None) == (last.month is None)


def _days(reading: Reading) -> tuple[int, int, int]:
    return reading.year or 0, reading.month or 0, reading.day or 0


def _with_time(cursor: Cursor, reading: Reading) -> Reading:
    at = reading.stop
    if cursor.folded[at] == "t" and cursor.glued(at - 1):
        at += 1
    else:
        at += cursor.folded[at] in _BETWEEN_DATE_AND_TIME
        at += cursor.folded[at] in ("في", "عند")
    if at >= cursor.size:
        return reading
    opens = cursor.bare(at)
    clock = read_oclock(cursor, at) if opens in ("الساعه", "ساعه") else None
    if clock is None and cursor.tokens[at].kind == "digits":
        clock = read_clock(cursor, at)
    if clock is None:
        return reading
    reading.hour, reading.minute, reading.stop = clock.hour, clock.minute, clock.stop
    reading.kind, reading.precision = Kind.DATETIME, Precision.MINUTE
    reading.stop = _skip_offset(cursor, reading.stop)
    return reading


def _skip_offset(cursor: Cursor, place: int) -> int:
    """Step over the ``Z`` or ``+03:00`` of ISO 8601."""
    if not cursor.glued(place - 1):
        return place
    if cursor.folded[place] == "." and cursor.number(place + 1, 6) is not None:
        place += 2
    if cursor.folded[place] == "z":
        return place + 1
    if cursor.folded[place] in ("+", "-") and cursor.number(place + 1, 4) is not None:
        colon = cursor.folded[place + 2] == ":" and cursor.glued(place + 1)
        return (
            place + 4 if colon and cursor.number(place + 3) is not None else place + 2
        )
    return place
