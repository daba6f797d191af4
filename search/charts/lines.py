"""Lines over time: where every line, point, tick and label of the drawing stands.

Coordinates are those of the drawing (``viewBox``). Time runs from right to left where
the page does. Series are told apart by shape and dash, not by colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from search.charts.scale import ticks

SHAPES = ("circle", "square", "triangle", "diamond", "cross")
_RADIUS = {"circle": 4.5, "square": 4.2, "triangle": 5.5, "diamond": 5.6, "cross": 4.6}


@dataclass(frozen=True, slots=True)
class Value:
    """What is drawn at one time: how high, how it is told, where it leads."""

    height: float
    told: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """The size of a drawing and of the margins its labels need."""

    width: int
    height: int
    axis: int = 56
    foot: int = 30
    edge: int = 22
    label_room: int = 76
    whole: bool = True
    right_to_left: bool = True


@dataclass(frozen=True, slots=True)
class Point:
    """A value in its place, as the path of its series' shape."""

    path: str
    told: str
    url: str


@dataclass(frozen=True, slots=True)
class Line:
    """One series: ``number`` from 1 is what its style goes by."""

    name: str
    number: int
    path: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A number or a time at an axis, in its place."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """All that a template needs to draw lines over time."""

    frame: Frame
    lines: tuple[Line, ...]
    heights: tuple[Tick, ...]
    times: tuple[Tick, ...]
    left: float
    right: float
    foot: float
    axis_at: float
    axis_anchor: str

    @property
    def under(self) -> float:
        """Tell where labels under the drawing stand."""
        return self.foot + 21


def shape(number: int, x: float, y: float, radius: float = 0) -> str:
    """Give the path of the shape of a series, numbered from 1, around a place."""
    name = SHAPES[(number - 1) % len(SHAPES)]
    r = radius or _RADIUS[name]
    match name:
        case "circle":
            return (
                f"M{x - r:.1f} {y:.1f}a{r} {r} 0 1 0 {2 * r} 0"
                f"a{r} {r} 0 1 0 {-2 * r} 0z"
            )
        case "square":
            return f"M{x - r:.1f} {y - r:.1f}h{2 * r}v{2 * r}h{-2 * r}z"
        case "triangle":
            return f"M{x:.1f} {y - r:.1f}l{r} {1.8 * r:.1f}h{-2 * r}z"
        case "diamond":
            return f"M{x:.1f} {y - r:.1f}l{r} {r}l{-r} {r}l{-r} {-r}z"
        case _:
            return (
                f"M{x - r:.1f} {y - r:.1f}l{2 * r} {2 * r}m0 {-2 * r}l{-2 * r} {2 * r}"
            )


def line_chart(
    times: Sequence[str],
    series: Sequence[tuple[str, Sequence[Value]]],
    frame: Frame,
    largest: float | None = None,
) -> Chart:
    """Work out the drawing of named series, each with a value for every time.

    ``largest`` makes drawings that stand beside each other comparable.
    """
    drawing = _Drawing(len(times), series, frame, largest)
    lines = tuple(
        drawing.line(number, name, values)
        for number, (name, values) in enumerate(series, start=1)
    )
    return Chart(
        frame=frame,
        lines=lines,
        heights=drawing.height_ticks(),
        times=drawing.time_ticks(times),
        left=drawing.left,
        right=drawing.right,
        foot=drawing.foot,
        axis_at=drawing.right + 10 if frame.right_to_left else drawing.left - 10,
        axis_anchor="start" if frame.right_to_left else "end",
    )


class _Drawing:
    """The two scales of one drawing."""

    def __init__(
        self,
        count: int,
        series: Sequence[tuple[str, Sequence[Value]]],
        frame: Frame,
        largest: float | None,
    ) -> None:
        self._frame = frame
        self._count = count
        margins = (frame.edge, frame.axis)
        before, after = margins if frame.right_to_left else margins[::-1]
        self.left, self.right = float(before), float(frame.width - after)
        self.top, self.foot = 14.0, float(frame.height - frame.foot)
        highest = max((v.height for _, values in series for v in values), default=0)
        self._marks = ticks(largest or highest, whole=frame.whole)

    def x(self, place: int) -> float:
        """Place the time that is ``place``-th from the earliest."""
        inset = 16.0
        wide = self.right - self.left - 2 * inset
        part = place / (self._count - 1) if self._count > 1 else 0.5
        if self._frame.right_to_left:
            part = 1 - part
        return self.left + inset + wide * part

    def y(self, height: float) -> float:
        """Place a height."""
        return self.foot - (self.foot - self.top) * height / self._marks[-1]

    def line(self, number: int, name: str, values: Sequence[Value]) -> Line:
        """Place one series."""
        places = [(self.x(at), self.y(v.height)) for at, v in enumerate(values)]
        path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in places) if places else ""
        points = tuple(
            Point(shape(number, x, y), value.told, value.url)
            for (x, y), value in zip(places, values, strict=True)
        )
        return Line(name, number, path, points)

    def height_ticks(self) -> tuple[Tick, ...]:
        """Place the round numbers of the axis."""
        return tuple(Tick(round(self.y(mark), 1), f"{mark:g}") for mark in self._marks)

    def time_ticks(self, times: Sequence[str]) -> tuple[Tick, ...]:
        """Place as many names of times as have room, the earliest among them."""
        room = max(1, int((self.right - self.left) // self._frame.label_room))
        step = -(-len(times) // room) if times else 1
        return tuple(
            Tick(round(self.x(at), 1), times[at]) for at in range(0, len(times), step)
        )
