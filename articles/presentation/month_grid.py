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


@dataclass(frozen=True, slots=True)
class Cell:
    """A day, its articles, and how warm that makes it, from 0 (none) to 4."""

    day: date
    count: int
    heat: int


@dataclass(frozen=True, slots=True)
class MonthGrid:
    """A month; ``weeks`` has rows of seven cells, None outside the month."""

    first: date
    name: str
    count: int
    weeks: tuple[tuple[Cell | None, ...], ...]

    @property
    def heads(self) -> list[tuple[str, str]]:
        """Give the name and the letter over each column, in the page's language."""
        return [(weekday_name(weekday), weekday_letter(weekday)) for weekday in WEEK]


def month_grid(year: int, month: int, per_day: Mapping[date, int]) -> MonthGrid:
    """Lay out a month with the articles of each day, warmed against all ``per_day``.

    >>> month_grid(2014, 8, {date(2014, 8, 5): 3}).weeks[0][-1]
    Cell(day=datetime.date(2014, 8, 1), count=0, heat=0)
    """
    first = date(year, month, 1)
    days = [date(year, month, day + 1) for day in range(monthrange(year, month)[1])]
    most = max(per_day.values(), default=0)
    cells: list[Cell | None] = [None] * WEEK.index(first.weekday())
    cells += [_cell(day, per_day.get(day, 0), most) for day in days]
    cells += [None] * (-len(cells) % 7)
    return MonthGrid(
        first,
        month_name(month),
        sum(per_day.get(day, 0) for day in days),
        tuple(tuple(cells[week : week + 7]) for week in range(0, len(cells), 7)),
    )


def warmth(count: int, most: int) -> int:
    """Say how warm ``count`` is, from 0 (none) to 4 (close to ``most``)."""
    return -(-4 * count // most) if most else 0


def _cell(day: date, count: int, most: int) -> Cell:
    return Cell(day, count, warmth(count, most))
