"""The day of a report that has no stamp, as its first paragraph tells it."""

from __future__ import annotations

import re
from datetime import datetime

from articles.corpus.arabic import fold
from articles.corpus.dates import Calendar, Precision, Stamp, find_dates
from articles.corpus.dates.lexicon import WEEKDAYS

_DATED = re.compile(r"(?<!\w)اليوم[^\d\n.]{1,25}\d{1,2}[^\d\n.]{1,25}\d{4}\)?")
"""«اليوم», with a day and a year close behind it."""
_DAYS = (Precision.DAY, Precision.MINUTE)
_LONGEST_LEAD = 400


def told_day(paragraph: str) -> Stamp | None:
    """Read «أعلنت الوزارة، اليوم الاثنين (19 تموز 2021)، عن …».

    The year must stand there, and the weekday must be that of the day: in the first
    weeks of a year writers put the last one.

    >>> told_day("أعلن أمس") is None
    True
    >>> told_day("أعلنت اليوم الاثنين 19 تموز 2021 أن الماء عاد").value.date()
    datetime.date(2021, 7, 19)
    """
    for today in _DATED.finditer(paragraph[:_LONGEST_LEAD]):
        # One date stands there at most; dates of the rest are none of its business.
        for date in find_dates(today.group())[:1]:
            first = not date.start and date.precision in _DAYS
            told = date.calendar is Calendar.GREGORIAN and date.iso
            if first and told and _is_its_weekday(date.text, _day_of(told)):
                span = today.start(), today.start() + date.end
                day = _day_of(told)
                return Stamp(*span, day, Precision.DAY, date.calendar, "", False)
    return None


def _day_of(iso: str) -> datetime:
    return datetime.fromisoformat(iso[:10])


def _is_its_weekday(text: str, day: datetime) -> bool:
    named = (WEEKDAYS.get(word.strip("،,(")) for word in fold(text).split())
    return all(weekday in (None, day.weekday()) for weekday in named)
