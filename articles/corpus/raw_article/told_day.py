"""The day of a report that has no stamp, as its first paragraph tells it."""

from __future__ import annotations

from datetime import datetime

from articles.corpus.arabic import fold
from articles.corpus.dates import Calendar, Precision, Stamp, find_dates
from articles.corpus.dates.lexicon import WEEKDAYS

_TODAY = "اليوم"
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
    lead = paragraph[:_LONGEST_LEAD]
    if _TODAY not in lead or not any(map(str.isdigit, lead)):
        return None
    for date in find_dates(lead):
        if date.precision not in _DAYS or not date.iso:
            continue
        if not date.text.startswith(_TODAY) or date.calendar is not Calendar.GREGORIAN:
            continue
        day = datetime.fromisoformat(date.iso[:10])
        if _is_its_weekday(date.text, day):
            span = date.start, date.end
            return Stamp(*span, day, Precision.DAY, date.calendar, "", False)
    return None


def _is_its_weekday(text: str, day: datetime) -> bool:
    named = (WEEKDAYS.get(word.strip("،,(")) for word in fold(text).split())
    return all(weekday in (None, day.weekday()) for weekday in named)
