"""A month is laid out in weeks that begin on Saturday."""

from datetime import date

from articles.presentation.month_grid import month_grid


def test_weeks_begin_on_saturday_and_are_full() -> None:
    grid = month_grid(2014, 8, {})  # the first of August 2014 was a Friday
    assert grid.heads[0] == ("السبت", "س")
    assert all(len(week) == 7 for week in grid.weeks)
    assert [cell and cell.day.day for cell in grid.weeks[0]] == [None] * 6 + [1]
    assert [cell and cell.day.day for cell in grid.weeks[-1]] == [30, 31] + [None] * 5


def test_days_carry_their_counts_and_their_warmth() -> None:
    per_day = {date(2014, 8, 1): 1, date(2014, 8, 2): 8, date(2014, 9, 1): 40}
    august, september = month_grid(2014, 8, per_day), month_grid(2014, 9, per_day)
    cells = {cell.day.day: cell for week in august.weeks for cell in week if cell}
    assert (august.count, september.count) == (9, 40)
    assert [(cells[day].count, cells[day].heat) for day in (1, 2, 3)] == [
        (1, 1),
        (8, 1),
        (0, 0),
    ]
