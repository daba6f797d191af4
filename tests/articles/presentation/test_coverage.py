"""Silences of an outlet, told no more exactly than its dates are known."""

from datetime import date

import pytest

from articles.presentation.coverage import Gap, gaps, known_span


def days(*iso: str) -> list[tuple[date, date]]:
    return [(date.fromisoformat(day), date.fromisoformat(day)) for day in iso]


@pytest.mark.parametrize(
    ("spans", "found"),
    [
        ([], []),
        (days("2014-08-05"), []),
        (days("2014-08-05", "2014-09-04"), []),
        (days("2014-08-05", "2014-09-05"), [("2014-08-06", "2014-09-04")]),
        (days("2014-09-05", "2014-08-05"), [("2014-08-06", "2014-09-04")]),
        (
            [*days("2014-08-05"), known_span(date(2014, 9, 1), "month")],
            [],
        ),
        (
            [known_span(date(2013, 1, 1), "year"), *days("2013-03-01", "2014-03-01")],
            [("2014-01-01", "2014-02-28")],
        ),
    ],
)
def test_a_silence_of_thirty_days_or_more_is_named(
    spans: list[tuple[date, date]], found: list[tuple[str, str]]
) -> None:
    assert [(str(gap.first), str(gap.last)) for gap in gaps(spans)] == found


def test_the_longest_silences_are_kept_in_the_order_of_time() -> None:
    spans = days("2010-01-01", "2010-03-15", "2010-04-20", "2011-01-01")
    kept = gaps(spans, most=2)
    assert [gap.first.month for gap in kept] == [1, 4]
    assert Gap(date(2014, 1, 1), date(2014, 1, 31)).days == 31


@pytest.mark.parametrize(
    ("day", "precision", "last"),
    [
        (date(2014, 12, 1), "month", date(2014, 12, 31)),
        (date(2016, 2, 1), "month", date(2016, 2, 29)),
        (date(2014, 8, 5), "minute", date(2014, 8, 5)),
        (date(2014, 1, 1), "year", date(2014, 12, 31)),
    ],
)
def test_a_date_may_mean_many_days(day: date, precision: str, last: date) -> None:
    assert known_span(day, precision)[1] == last
