"""Scales of a chart: where a value and a day lie, and what is written beside them.

Places are shares of the plot, 0 to 1: up for values, and from the earliest day to the
latest for time. Whoever draws decides in which direction time runs.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta

DECADES = 2
"""Values that span more powers of ten than this are drawn on a log scale."""
_STEPS = (1, 2, 5, 10)
_MOST_TICKS = 5
_MONTHS = (1, 2, 3, 6, 12)


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """Values from ``low`` to ``high``, log or linear, with its ticks."""

    low: float
    high: float
    log: bool
    ticks: tuple[float, ...]

    @classmethod
    def over(cls, values: list[float]) -> ValueAxis:
        """Make the axis that holds all values; a linear one of counts begins at 0.

        >>> ValueAxis.over([3.0, 40.0]).ticks
        (0.0, 10.0, 20.0, 30.0, 40.0)
        >>> ValueAxis.over([3.0, 4000.0]).ticks
        (1.0, 10.0, 100.0, 1000.0, 10000.0)
        """
        low, high = min(values), max(values)
        if low > 0 and high / low > 10**DECADES:
            return cls._powers(low, high)
        low = min(low, 0.0)
        step = _step(high - low)
        first, last = math.floor(low / step), max(math.ceil(high / step), 1)
        ticks = tuple(step * n for n in range(first, last + 1))
        return cls(ticks[0], ticks[-1], False, ticks)

    @classmethod
    def _powers(cls, low: float, high: float) -> ValueAxis:
        first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
        every = max(1, math.ceil((last - first) / _MOST_TICKS))
        ticks = tuple(10.0**n for n in range(first, last + 1, every))
        return cls(10.0**first, 10.0**last, True, ticks)

    def place(self, value: float) -> float:
        """Tell how far up a value lies; what is outside lies at the edge."""
        value = min(max(value, self.low), self.high)
        if self.log:
            low, high = math.log10(self.low), math.log10(self.high)
            return (math.log10(value) - low) / (high - low)
        return (value - self.low) / (self.high - self.low)


def _step(span: float) -> float:
    rough = (span or 1.0) / (_MOST_TICKS - 1)
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * step for step in _STEPS if power * step >= rough - 1e-12)


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Days from ``first`` to ``last``; ``unit`` is what its ticks are beginnings of."""

    first: date
    last: date
    unit: str
    ticks: tuple[date, ...]

    @classmethod
    def over(cls, days: list[date]) -> TimeAxis:
        """Make the axis that holds all days, with at most five ticks.

        >>> axis = TimeAxis.over([date(2012, 5, 1), date(2015, 2, 1)])
        >>> axis.unit, [tick.year for tick in axis.ticks]
        ('year', [2013, 2014, 2015])
        """
        first, last = min(days), max(days)
        span = (last - first).days
        if span > 2 * 365:
            return cls(first, last, "year", _years(first, last))
        if span > 45:
            return cls(first, last, "month", _months(first, last))
        gap = max(1, math.ceil(span / (_MOST_TICKS - 1)))
        ticks = tuple(first + timedelta(n) for n in range(0, span + 1, gap))
        return cls(first, last, "day", ticks)

    def place(self, day: date) -> float:
        """Tell how late a day lies; the middle where there is one day alone."""
        span = (self.last - self.first).days
        return (day - self.first).days / span if span else 0.5


def _years(first: date, last: date) -> tuple[date, ...]:
    every = max(1, math.ceil((last.year - first.year) / _MOST_TICKS))
    years = range(first.year + 1, last.year + 1, every)
    return tuple(date(year, 1, 1) for year in years)


def _months(first: date, last: date) -> tuple[date, ...]:
    start, end = first.year * 12 + first.month, last.year * 12 + last.month - 1
    count = end - start + 1
    every = next((n for n in _MONTHS if count / n <= _MOST_TICKS), _MONTHS[-1])
    return tuple(date(n // 12, n % 12 + 1, 1) for n in range(start, end + 1, every))
