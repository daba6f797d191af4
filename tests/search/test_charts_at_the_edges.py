"""Charts over years, of every shape, in large numbers and with many names."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PIL import Image, ImageDraw

from search.charts import picture
from search.charts.axis import TimeAxis
from search.charts.claims import By, ClaimChart, value_label
from search.charts.layout import Dot, Shape, lay_out, shape_of


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


class Shaped:
    def __init__(self, shape: Shape) -> None:
        self.shape = shape


class Mark:
    """Where a dot stands: the middle of the picture, a range reaching downwards."""

    x, y, height, series, numbered = 50.0, 40.0, 30.0, 1, True

    def __init__(self, shape: Shape) -> None:
        self.dot = Shaped(shape)


def test_every_shape_looks_different() -> None:
    seen: dict[bytes, Shape] = {}
    for shape in Shape:
        image = Image.new("RGB", (picture.WIDTH, picture.HEIGHT), "white")
        picture._draw(ImageDraw.Draw(image), Mark(shape))  # type: ignore[arg-type]
        seen[image.tobytes()] = shape
    assert set(seen.values()) == set(Shape)


def chart_over(days: list[date], outlets: list[str]) -> ClaimChart:
    dots = [
        Dot(day, 20 + at, Shape.EXACT, outlets[at % len(outlets)], "/", "20")
        for at, day in enumerate(days)
    ]
    chart = lay_out(dots, others="غيرها")
    assert chart is not None
    return ClaimChart(chart, By.OUTLET, (), 0)


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (date(2014, 8, 3), date(2014, 8, 5), ["3 آب", "4 آب", "5 آب"]),
        (
            date(2013, 11, 20),
            date(2014, 2, 1),
            ["كانون الأول 2013", "كانون الثاني 2014"],
        ),
        (date(2012, 5, 1), date(2015, 2, 1), ["2013", "2014", "2015"]),
    ],
)
def test_times_are_written_as_exactly_as_they_lie_apart(
    first: date, last: date, labels: list[str]
) -> None:
    written = [label for _, label in chart_over([first, last], ["المرفأ"]).time_labels]
    assert written[: len(labels)] == labels or written[-len(labels) :] == labels


SHORT = [f"وكالة {number}" for number in range(1, 9)]
LONG = [f"{name} للأنباء والنشر في مدن الساحل القديمة كلها" for name in SHORT]


@pytest.mark.parametrize(("outlets", "lines"), [(SHORT, 1), (LONG, 2), (["س"], 1)])
def test_the_legend_of_a_picture_keeps_to_its_room(
    outlets: list[str], lines: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[tuple[str, float, float]] = []
    monkeypatch.setattr(
        picture, "_write", lambda _, text, x, y, *rest: written.append((text, x, y))
    )
    days = [date(2014, 8, 1) + timedelta(number) for number in range(8)]
    chart = chart_over(days, outlets)
    picture._legend(ImageDraw.Draw(Image.new("RGB", (1, 1))), chart)

    assert [int(text.split()[0]) for text, _, _ in written] == [
        *range(1, len(written) + 1)
    ]
    assert len({y for _, _, y in written}) == lines
    for text, end, _ in written:
        assert end - picture.Font(24).width(text) >= picture.MARGIN
        assert end <= picture.WIDTH - picture.MARGIN
    if lines == 1:
        assert len(written) == len(chart.chart.series)
    else:
        assert 2 <= len(written) < len(chart.chart.series)
