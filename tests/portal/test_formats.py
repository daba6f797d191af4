"""Dates and numbers where Django writes them by itself."""

import datetime

from django.utils.formats import date_format, localize


def test_a_day_is_written_day_first_with_figures() -> None:
    assert date_format(datetime.date(2014, 8, 5)) == "5/8/2014"


def test_a_moment_has_its_hour() -> None:
    moment = datetime.datetime(2014, 8, 5, 21, 38)
    assert date_format(moment, "DATETIME_FORMAT") == "5/8/2014 21:38"


def test_decimals_follow_a_point() -> None:
    assert localize(2.5) == "2.5"
