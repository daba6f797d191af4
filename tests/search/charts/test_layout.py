"""Where claims lie in a chart."""

from datetime import date

import pytest

from search.charts import Dot, Shape, lay_out
from search.charts.axis import ValueAxis
from search.charts.layout import shape_of


def dot(value: float, day: date = date(2014, 8, 5), series: str = "المرفأ") -> Dot:
    return Dot(day, value, Shape.EXACT, series, "/articles/1/#f1", str(value))


def test_time_runs_as_the_page_is_read_and_values_upwards() -> None:
    dots = [dot(1, date(2014, 1, 1)), dot(9, date(2016, 1, 1))]
    for right_to_left in (True, False):
        chart = lay_out(dots, right_to_left=right_to_left)
        assert chart is not None
        early, late = chart.marks
        assert (early.x > late.x) is right_to_left
        assert early.y > late.y
        assert (chart.times[0].at > chart.times[-1].at) is right_to_left


def test_crowded_marks_leave_room_for_numbers_and_each_series_keeps_one() -> None:
    dots = [dot(100 + n / 10, series=f"مصدر {n % 3}") for n in range(30)]
    dots.append(dot(900, series="مصدر 3"))
    chart = lay_out([*dots, dot(5, date(2018, 1, 1))])
    assert chart is not None
    numbered = [mark for mark in chart.marks if mark.numbered]
    assert len(numbered) == 3  # of thirty at one place one
    assert {5, 900} < {mark.dot.value for mark in numbered}


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
