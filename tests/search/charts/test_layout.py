"""Where claims lie in a chart."""

from datetime import date

import pytest

from search.charts import Dot, Shape, lay_out
from search.charts.axis import ValueAxis
from search.charts.layout import shape_of


def dot(value: float, day: date = date(2014, 8, 5), series: str = "المرفأ") -> Dot:
    return Dot(day, value, Shape.EXACT, series, "/articles/1/#f1", str(value))


def test_time_runs_from_right_to_left_and_values_upwards() -> None:
    chart = lay_out([dot(1, date(2014, 1, 1)), dot(9, date(2016, 1, 1))])
    assert chart is not None
    early, late = chart.marks
    assert early.x > late.x
    assert early.y > late.y


@pytest.mark.parametrize(("high", "log"), [(99, False), (101, True)])
def test_values_over_two_decades_are_on_a_log_scale(high: float, log: bool) -> None:
    assert ValueAxis.over([1, high]).log is log


def test_zero_and_below_never_stand_on_a_log_scale() -> None:
    assert not ValueAxis.over([0, 5000]).log
    assert ValueAxis.over([-40, 5000]).low <= -40


def test_further_outlets_are_drawn_together() -> None:
    chart = lay_out([dot(n, series=f"مصدر {n}") for n in range(1, 10)], "غيرها")
    assert chart is not None
    assert chart.series[-1] == "غيرها"
    assert max(mark.series for mark in chart.marks) == len(chart.series) == 6


@pytest.mark.parametrize(
    ("modifier", "shape"),
    [("more_than", "more"), ("at_most", "less"), ("about", "about"), ("", "exact")],
)
def test_the_mark_tells_the_modifier(modifier: str, shape: str) -> None:
    assert shape_of(modifier) == shape


def test_no_claims_no_chart() -> None:
    assert lay_out([]) is None
