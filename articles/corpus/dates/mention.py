"""What a date in a text is: the span, the day it means, and how exactly it says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class Precision(StrEnum):
    """The smallest unit of time that the text names."""

    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Calendar(StrEnum):
    """The calendar that the text counts by; ``iso`` is Gregorian in any case."""

    GREGORIAN = "gregorian"
    HIJRI = "hijri"


class Part(StrEnum):
    """Which part of a month, year, decade or century: أوائل، منتصف، أواخر."""

    BEGIN = "begin"
    MID = "mid"
    END = "end"


class Kind(StrEnum):
    """``DATETIME`` names an hour or a part of the day, ``TIME`` an hour alone."""

    DATE = "date"
    DATETIME = "datetime"
    TIME = "time"
    DATE_RANGE = "date_range"


class DateMention(NamedTuple):
    """One date, hour or stretch of dates as the text says it.

    ``text == source[start:end]``; offsets are code points, end exclusive. ``iso`` is
    cut to what is known: ``2017-03-22T21:38``, ``2017-03-22``, ``2017-W12``,
    ``2017-03``, ``2017``, ``201`` (a decade), ``20`` (a century), ``T21:38`` (an hour
    of no certain day); None where the text alone doesn't tell the day. ``end_iso`` is
    the last day, month or year of a range, and of a Hijri month or year.
    """

    start: int
    end: int
    text: str
    kind: Kind
    iso: str | None
    precision: Precision
    calendar: Calendar = Calendar.GREGORIAN
    end_iso: str | None = None
    hijri: str | None = None
    """The date by the Hijri calendar, as ``1438-06-24``, ``1438-06`` or ``1438``."""
    relative: bool = False
    """True when the day follows from the day of publication («أمس»، «مارس الماضي»)."""
    part: Part | None = None
    part_start: int | None = None
    """Where the word of ``part`` stands; it is outside of ``text``."""
    part_end: int | None = None
    day_part: str | None = None
    """dawn, morning, noon, afternoon, evening or night, when no hour is named."""
    is_name: bool = False
    """True in names of events and parties: «ثورة 25 يناير»."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time of publication found in a header line."""

    start: int
    end: int
    value: datetime
    """Naive: the local time that the outlet printed; midnight with precision DAY."""
    precision: Precision
    calendar: Calendar
    rest: str
    """The line without the stamp, its label («نشر في:») and the signs around it."""
    is_update: bool
    """True when the line says that this is the last change («آخر تحديث»)."""
