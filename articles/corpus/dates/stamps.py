"""The time of publication in the header of an article."""

from __future__ import annotations

from datetime import datetime

from articles.corpus.dates.calendars import day_exists
from articles.corpus.dates.clock import read_clock, read_oclock, skip_zone
from articles.corpus.dates.cursor import Cursor, Reading
from articles.corpus.dates.joins import extend
from articles.corpus.dates.lexicon import STAMP_LABELS, UPDATE_LABELS
from articles.corpus.dates.mention import Calendar, Kind, Precision, Stamp
from articles.corpus.dates.months import MONTHS
from articles.corpus.dates.numeric import read_numeric_date
from articles.corpus.dates.openings import read_at
from articles.corpus.dates.resolve import resolve
from articles.corpus.words import tokenize

_MAX_TOKENS = 60
_SEPARATORS = " \t\n|-–—•·:,،/()[]\u200e\u200f\u00a0"
_HALFWAY = frozenset("|-–—,،•·/") | {"في", "يوم", "بتاريخ"}


def read_stamp(line: str) -> Stamp | None:
    """Find the publication stamp of a header line: the first whole date, its hour.

    A date without a year, or one told from today («قبل 3 ساعات»), is no stamp. Whether
    the line is a header or prose is the caller's question: ``rest`` is what the line
    says beside the stamp, and is empty for a line that is nothing but a stamp.

    >>> stamp = read_stamp("نشر في: الأربعاء 22 آذار/مارس 2017 - 09:38 م")
    >>> stamp.value.isoformat(), stamp.rest
    ('2017-03-22T21:38:00', '')
    >>> read_stamp("قبل 3 ساعات") is None
    True
    """
    cursor = Cursor(line, tokenize(line)[:_MAX_TOKENS])
    for place in range(cursor.size):
        reading = _read_day(cursor, place)
        if reading is not None:
            return _stamp(cursor, place, reading)
    return None


def _read_day(cursor: Cursor, place: int) -> Reading | None:
    reading = read_at(cursor, place)
    if reading is not None:
        reading = extend(cursor, place, reading)
    elif cursor.tokens[place].kind == "digits":
        reading = read_numeric_date(cursor, place, short=True)
        reading = reading or _read_with_name(cursor, place)
        reading = extend(cursor, place, reading) if reading else None
    if reading is None or reading.day is None or reading.kind is Kind.DATE_RANGE:
        return None
    return reading if reading.year is not None else None


def _read_with_name(cursor: Cursor, place: int) -> Reading | None:
    """Read ``21/Mar/2015`` and «21-مارس-2015»: the month by its name."""
    sign, month = cursor.folded[place + 1], MONTHS.get((cursor.folded[place + 2],))
    day, year = cursor.number(place), cursor.year(place + 4)
    if sign not in ("/", "-", ".") or sign != cursor.folded[place + 3]:
        return None
    if month is None or day is None or year is None or cursor.inside_number(place):
        return None
    if month.calendar is Calendar.HIJRI or not day_exists(year, month.number, day):
        return None
    start = cursor.start(place)
    return Reading(
        start, place + 5, Precision.DAY, year=year, month=month.number, day=day
    )


def _stamp(cursor: Cursor, place: int, reading: Reading) -> Stamp | None:
    iso = resolve(reading, None).iso
    if iso is None:
        return None
    start, stop = reading.start, reading.stop
    hour, minute = reading.hour, reading.minute
    if hour is None:
        found = _time_before(cursor, place)
        if found:
            start, hour, minute = found.start, found.hour, found.minute
    end = cursor.end(skip_zone(cursor, stop)) if hour is not None else cursor.end(stop)
    value = datetime.fromisoformat(iso).replace(hour=hour or 0, minute=minute)
    precision = Precision.DAY if hour is None else Precision.MINUTE
    rest, is_update = _rest(cursor.text, start, end)
    return Stamp(start, end, value, precision, reading.calendar, rest, is_update)


def _time_before(cursor: Cursor, place: int) -> Reading | None:
    """Find the hour of ``21:38 - 22/03/2017``, right before the day."""
    for at in range(max(0, place - 8), place):
        if cursor.bare(at) == "الساعه":
            reading = read_oclock(cursor, at)
        elif cursor.tokens[at].kind == "digits":
            reading = read_clock(cursor, at)
        else:
            continue
        if reading and all(
            word in _HALFWAY
            for word in cursor.folded[skip_zone(cursor, reading.stop) : place]
        ):
            return reading
    return None


def _rest(line: str, start: int, end: int) -> tuple[str, bool]:
    before, after = line[:start], line[end:]
    labels = tokenize(before)
    kept = len(labels)
    while kept and (
        labels[kept - 1].folded in STAMP_LABELS or labels[kept - 1].kind == "sign"
    ):
        kept -= 1
    is_update = any(token.folded in UPDATE_LABELS for token in labels[kept:])
    if kept < len(labels):
        before = before[: labels[kept].start]
    parts = (before.strip(_SEPARATORS), after.strip(_SEPARATORS))
    return " ".join(part for part in parts if part), is_update
