"""Lays claims out as marks in a plot. Nothing is summed and nothing is joined.

A chart is drawn from places in per cent of its plot, so that one drawing fits a phone
and a desk while its letters keep their size. Time runs as the page is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from search.charts.axis import TimeAxis, ValueAxis

MOST_SERIES = 6
"""Further outlets or claimants are drawn together."""


class Shape(StrEnum):
    """How the mark of a number tells its modifier."""

    EXACT = "exact"
    MORE = "more"
    LESS = "less"
    ABOUT = "about"
    RANGE = "range"


_SHAPES = {
    "more_than": Shape.MORE,
    "at_least": Shape.MORE,
    "less_than": Shape.LESS,
    "at_most": Shape.LESS,
    "up_to": Shape.LESS,
    "about": Shape.ABOUT,
    "nearly": Shape.ABOUT,
}


def shape_of(modifier: str, *, vague: bool = False, is_range: bool = False) -> Shape:
    """Choose the mark of a number: ▲ more than, ▼ less than, ≈, a bar, a dot."""
    if is_range:
        return Shape.RANGE
    return Shape.MORE if vague else _SHAPES.get(modifier, Shape.EXACT)


@dataclass(frozen=True, slots=True)
class Dot:
    """One claim to be drawn; ``high`` is its upper end where it is a range."""

    day: date
    value: float
    shape: Shape
    series: str
    url: str
    words: str
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim in its place: per cent of the plot from its left and from its top.

    Where marks crowd, some are not ``numbered``: numbers on numbers can't be read.
    """

    dot: Dot
    x: float
    y: float
    series: int
    height: float = 0.0
    numbered: bool = True

    @property
    def x_text(self) -> str:
        """Write the place as SVG reads it, whatever the language."""
        return f"{self.x:.2f}%"

    @property
    def y_text(self) -> str:
        """Write the height as SVG reads it."""
        return f"{self.y:.2f}%"

    @property
    def foot_text(self) -> str:
        """Write the lower end of a range as SVG reads it."""
        return f"{self.y + self.height:.2f}%"


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the plot and its value or day."""

    at: float
    value: float = 0.0
    day: date | None = None

    @property
    def place(self) -> str:
        """Write the place as SVG reads it."""
        return f"{self.at:.2f}%"


@dataclass(frozen=True, slots=True)
class Chart:
    """All that is drawn. ``series`` are names in the order of their numbers, from 1."""

    marks: tuple[Mark, ...]
    values: tuple[Tick, ...]
    times: tuple[Tick, ...]
    time_unit: str
    log: bool
    series: tuple[str, ...]
    right_to_left: bool = True


def lay_out(
    dots: Sequence[Dot], others: str = "", right_to_left: bool = True
) -> Chart | None:
    """Place the claims; None where there are none. ``others`` names the last series.

    >>> dot = Dot(date(2014, 8, 5), 20, Shape.MORE, "المرفأ", "/articles/1/", "20")
    >>> chart = lay_out([dot])
    >>> chart.marks[0].x, chart.series
    (50.0, ('المرفأ',))
    """
    if not dots:
        return None
    tops = [dot.high for dot in dots if dot.high is not None]
    values = ValueAxis.over([*(dot.value for dot in dots), *tops])
    times = TimeAxis.over([dot.day for dot in dots])
    series = _series(dots, others)
    numbers = {name: number for number, name in enumerate(series, 1)}
    last = len(series)
    marks = [
        _mark(
            dot,
            values,
            _across(times.place(dot.day), right_to_left),
            numbers.get(dot.series, last),
        )
        for dot in dots
    ]
    return Chart(
        marks=tuple(_with_numbers_apart(marks)),
        values=tuple(Tick(_down(values.place(v)), value=v) for v in values.ticks),
        times=tuple(
            Tick(_across(times.place(day), right_to_left), day=day)
            for day in times.ticks
        ),
        time_unit=times.unit,
        log=values.log,
        series=series,
        right_to_left=right_to_left,
    )


def _mark(dot: Dot, values: ValueAxis, x: float, series: int) -> Mark:
    low = _down(values.place(dot.value))
    high = low if dot.high is None else _down(values.place(dot.high))
    return Mark(dot, x, high, series, low - high)


_NUMBER_ROOM = (4.2, 4.0)
"""Per cent of a phone's plot that a number takes across and down."""


def _with_numbers_apart(marks: Sequence[Mark]) -> list[Mark]:
    """Number the marks whose numbers have room; each series is numbered once first.

    A number stands to the right of its mark, so the rightmost marks come first.
    """
    wide, high = _NUMBER_ROOM
    rightmost = sorted(range(len(marks)), key=lambda at: -marks[at].x)
    firsts = {marks[at].series: at for at in reversed(rightmost)}
    order = [*firsts.values(), *rightmost]
    numbered: set[int] = set()
    for at in order:
        mark = marks[at]
        if all(
            abs(mark.x - marks[other].x) >= wide or abs(mark.y - marks[other].y) >= high
            for other in numbered - {at}
        ):
            numbered.add(at)
    return [replace(mark, numbered=at in numbered) for at, mark in enumerate(marks)]


_EDGE = 3.0  # per cent of the plot kept free at either end, for whole marks


def _across(share: float, right_to_left: bool) -> float:
    """Place a time, as a share of the axis from its beginning."""
    part = 1 - share if right_to_left else share
    return round(_EDGE + part * (100 - 2 * _EDGE), 2)


def _down(share: float) -> float:
    return round(100 * (1 - share), 2)


def _series(dots: Sequence[Dot], others: str) -> tuple[str, ...]:
    """Give the most frequent names, and one for all others where there are more."""
    counts: dict[str, int] = {}
    for dot in dots:
        counts[dot.series] = counts.get(dot.series, 0) + 1
    names = sorted(counts, key=lambda name: -counts[name])
    if len(names) <= MOST_SERIES:
        return tuple(names)
    return (*names[: MOST_SERIES - 1], others)
