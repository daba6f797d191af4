"""Dates as pages, tables and mails write them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from articles.corpus.dates import read_stamp

_ISO = re.compile(
    r"\s*(\d{4})-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d))?)?"
    r"(?::\d\d(?:[.,]\d{1,9})?)?\s*(?:Z|[+-]\d\d:?\d\d)?\s*"
)
_EPOCH = re.compile(r"\s*(\d{9,10})(?:\d{3})?\s*")
_IN_URL = re.compile(
    r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)|"
    r"/((?:19|20)\d\d)(\d\d)(\d\d)(?=[/-]|$)"
)
_LENGTHS = {"year": 4, "month": 7, "day": 10, "minute": 16}
_LONGEST = 120


def published_iso(told: str) -> str:
    """Give a date of publication as ISO 8601, cut to what is known; "" for none.

    The clock stays the one the outlet wrote: a zone is dropped, not converted.

    >>> published_iso("2020-06-03T03:01+0400")
    '2020-06-03T03:01'
    >>> published_iso("3 يونيو 2020")
    '2020-06-03'
    """
    told = told.strip()[:_LONGEST]
    if found := _ISO.fullmatch(told):
        day = "-".join(filter(None, found.group(1, 2, 3)))
        return _checked(day, f"T{found[4]}:{found[5]}" if found[4] else "")
    if found := _EPOCH.fullmatch(told):
        return datetime.fromtimestamp(int(found[1]), UTC).isoformat()[:16]
    stamp = read_stamp(told)
    if stamp is None:
        return ""
    return stamp.value.isoformat()[: _LENGTHS.get(stamp.precision, 10)]


def _checked(day: str, clock: str) -> str:
    whole_day = day if len(day) == 10 else f"{day}-01"
    try:
        datetime.fromisoformat(whole_day + clock)
    except ValueError:
        return ""
    return day + clock


def date_in_url(url: str) -> str:
    """Give the day that an address names, as many outlets build theirs; "" for none.

    >>> date_in_url("https://outlet.example/story/2020/8/24/ميناء/49")
    '2020-08-24'
    """
    if not (found := _IN_URL.search(url)):
        return ""
    year, month, day = (int(part) for part in found.groups() if part)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
