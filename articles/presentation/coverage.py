"""Where an archive is silent: the stretches of time an outlet has no article in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

LEAST_DAYS = 30
"""A silence shorter than this is a newspaper's ordinary rhythm."""

MOST_GAPS = 12
"""A page names no more; the longest are kept."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Days without an article, both ends included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """Count the days."""
        return (self.last - self.first).days + 1


def known_span(day: date, precision: str) -> tuple[date, date]:
    """Give the days a date may mean: «آب 2014» may be any of the month.

    >>> known_span(date(2014, 2, 1), "month")[1]
    datetime.date(2014, 2, 28)
    """
    if precision == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if precision == "month":
        return day.replace(day=1), _end_of_month(day)
    return day, day


def gaps(
    spans: Iterable[tuple[date, date]],
    *,
    least: int = LEAST_DAYS,
    most: int = MOST_GAPS,
) -> list[Gap]:
    """Find the silences of ``least`` days or more between ``spans``, oldest first.

    Before the first and after the last article nothing is known, so nothing is said.
    Where there are more than ``most``, the longest are kept.
    """
    found: list[Gap] = []
    covered: date | None = None
    for first, last in sorted(spans):
        if covered and (first - covered).days > least:
            one = timedelta(days=1)
            found.append(Gap(covered + one, first - one))
        covered = max(covered or last, last)
    longest = sorted(found, key=lambda gap: -gap.days)[:most]
    return sorted(longest, key=lambda gap: gap.first)


def _end_of_month(day: date) -> date:
    month = day.replace(day=28) + timedelta(days=4)
    return month - timedelta(days=month.day)
