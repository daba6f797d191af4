"""The months or years along which hits are counted."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MOST_MONTHS_UNASKED = 36
"""Hits of no longer a time are counted by months unless years are asked for."""

MOST_MONTHS = 240
LONGEST_AXIS = 150
"""In years; beyond it, where a date was misread, only years with hits stand."""


class Grain(StrEnum):
    """How long a period is."""

    AUTO = ""
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A month, or a whole year where ``month`` is 0."""

    year: int
    month: int = 0

    @property
    def since(self) -> date:
        """Give its first day."""
        return date(self.year, self.month or 1, 1)

    @property
    def until(self) -> date:
        """Give its last day."""
        month = self.month or 12
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def iso(self) -> str:
        """Write it as 2014-08 or 2014."""
        return f"{self.year:04}-{self.month:02}" if self.month else f"{self.year:04}"


def grain_of(asked: Grain, months: set[int]) -> Grain:
    """Choose how long a period is for hits in these months (201408)."""
    span = _number(max(months)) - _number(min(months)) if months else 0
    most = MOST_MONTHS if asked is Grain.MONTH else MOST_MONTHS_UNASKED
    return Grain.YEAR if asked is Grain.YEAR or span >= most else Grain.MONTH


def _number(month: int) -> int:
    """Count months: 201401 is 2014 × 12, the next one is one more."""
    return month // 100 * 12 + month % 100 - 1


def periods_of(grain: Grain, months: set[int]) -> tuple[Period, ...]:
    """Give the periods of an axis on which these months (201408) stand."""
    if not months:
        return ()
    if grain is Grain.MONTH:
        numbers = range(_number(min(months)), _number(max(months)) + 1)
        return tuple(Period(number // 12, number % 12 + 1) for number in numbers)
    years = {month // 100 for month in months}
    axis: Iterable[int] = range(min(years), max(years) + 1)
    if max(years) - min(years) > LONGEST_AXIS:
        axis = sorted(years)
    return tuple(Period(year) for year in axis)
