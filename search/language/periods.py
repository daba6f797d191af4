"""Reads the days that a reader names in a query."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from articles.corpus.arabic import plain_digits
from search.language.tree import Dates

_BETWEEN = re.compile(r"\s*(?:إلى|الى|حتى|TO|to|\.\.)\s*")
_ISO = re.compile(r"([0-9]{4})(?:[-/]([0-9]{1,2})(?:[-/]([0-9]{1,2}))?)?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")


def read_period(text: str) -> Dates | None:
    """Read a year, month or day, or two of them with «إلى» between; None if neither.

    >>> read_period("٢٠١٤ إلى 2016-03")
    Dates(since=datetime.date(2014, 1, 1), until=datetime.date(2016, 3, 31))
    """
    parts = _BETWEEN.split(plain_digits(text).strip())
    if len(parts) > 2:
        return None
    first, last = (_span(part.strip()) for part in (parts[0], parts[-1]))
    if first is None or last is None or not (first[0] or last[1]):
        return None
    since, until = first[0], last[1]
    if since and until and since > until:
        (since, _), (_, until) = last, first
    return Dates(since, until)


def _span(text: str) -> tuple[date | None, date | None] | None:
    if text in {"", "*"}:
        return None, None
    iso, day_first = _ISO.fullmatch(text), _DAY_FIRST.fullmatch(text)
    if iso:
        year, month, day = (int(part) if part else 0 for part in iso.groups())
    elif day_first:
        day, month, year = (int(part) for part in day_first.groups())
    else:
        return None
    try:
        first = date(year, month or 1, day or 1)
        last_month = month or 12
        last = date(year, last_month, day or monthrange(year, last_month)[1])
    except ValueError:
        return None
    return first, last
