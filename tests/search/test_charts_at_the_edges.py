"""Charts over years, of every shape, in large numbers and with many names."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PIL import Image, ImageDraw

from search.charts import picture
from search.charts.axis import TimeAxis
from search.charts.claims import value_label
from search.charts.layout import Shape, shape_of


def test_ticks_of_many_years_are_first_days_of_years() -> None:
    axis = TimeAxis.over([date(2012, 5, 1), date(2015, 2, 1)])
    assert axis.unit == "year"
    assert axis.ticks == tuple(date(year, 1, 1) for year in (2013, 2014, 2015))


def test_a_century_has_few_ticks() -> None:
    axis = TimeAxis.over([date(1920, 1, 1), date(2020, 1, 1)])
    assert 3 <= len(axis.ticks) <= 6
    assert all(tick.month == tick.day == 1 for tick in axis.ticks)


def test_days_and_months_have_their_own_ticks() -> None:
    first = date(2014, 8, 1)
    units = [
        TimeAxis.over([first, first + timedelta(days)]).unit for days in (3, 90, 900)
    ]
    assert units == ["day", "month", "year"]


@pytest.mark.parametrize(
    ("value", "label"),
    [(5e3, "5,000"), (2.5e6, "2.5 مليون"), (3e9, "3 مليار"), (1e12, "1 تريليون")],
)
def test_a_large_value_is_written_shortly(value: float, label: str) -> None:
    assert value_label(value) == label


@pytest.mark.parametrize(
    ("modifier", "said", "shape"),
    [
        ("", {}, Shape.EXACT),
        ("about", {}, Shape.ABOUT),
        ("", {"vague": True}, Shape.MORE),
        ("more_than", {"is_range": True}, Shape.RANGE),
    ],
)
def test_a_number_is_drawn_as_it_was_said(
    modifier: str, said: dict[str, bool], shape: Shape
) -> None:
    assert shape_of(modifier, **said) is shape


class Dot:
    def __init__(self, shape: Shape) -> None:
        self.shape = shape


class Mark:
    """Where a dot stands: the middle of the picture, a range reaching downwards."""

    x, y, height, series, numbered = 50.0, 40.0, 30.0, 1, True

    def __init__(self, shape: Shape) -> None:
        self.dot = Dot(shape)


def test_every_shape_looks_different() -> None:
    seen: dict[bytes, Shape] = {}
    for shape in Shape:
        image = Image.new("RGB", (picture.WIDTH, picture.HEIGHT), "white")
        picture._draw(ImageDraw.Draw(image), Mark(shape))  # type: ignore[arg-type]
        seen[image.tobytes()] = shape
    assert set(seen.values()) == set(Shape)
