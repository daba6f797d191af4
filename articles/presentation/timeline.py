"""The dates of an article in their own order."""

from __future__ import annotations

from collections.abc import Iterable

from articles.presentation.figures import ShownFigure


def timeline(dates: Iterable[ShownFigure]) -> list[ShownFigure]:
    """Give the dates whose day, month or year is known, the earliest first.

    «2011», «2011-03», «2011-03-15»: a longer one follows the shorter it begins with, so
    a year stands before its months.
    """
    known = [one for one in dates if one.when and one.iso[:4].isdigit()]
    return sorted(known, key=lambda one: one.iso)
