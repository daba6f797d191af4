"""A month as a calendar shows it: weeks from Saturday, with a count on each day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from articles.presentation.calendar import (
    WEEK,
    month_name,
    weekday_letter,
    weekday_name,
)

HEADS = tuple((weekday_name(weekday), weekday_letter(weekday)) for weekday in WEEK)
"""The name and the letter over each column."""


@dataclass(frozen=True, slots=True)
class MonthGrid:
    """A month; ``weeks`` has rows of seven (day, count) cells, None outside the month."""

    first: date
    name: str
    count: int
    weeks: tuple[tuple[tuple[date, int] | None, ...], ...]
    heads: tuple[tuple[str, str], ...] = HEADS


def month_grid(year: int, month: int, per_day: Mapping[date, int]) -> MonthGrid:
    """Lay out a month with the articles of each day.

    >>> month_grid(2014, 8, {date(2014, 8, 5): 3}).weeks[0][-1]
    (datetime.date(2014, 8, 1), 0)
    """
    first = date(year, month, 1)
    days = [date(year, month, day + 1) for day in range(monthrange(year, month)[1])]
    cells: list[tuple[date, int] | None] = [None] * WEEK.index(first.weekday())
    cells += [(day, per_day.get(day, 0)) for day in days]
    cells += [None] * (-len(cells) % 7)
    return MonthGrid(
        first,
        month_name(month),
        sum(per_day.get(day, 0) for day in days),
        tuple(tuple(cells[week : week + 7]) for week in range(0, len(cells), 7)),
    )
