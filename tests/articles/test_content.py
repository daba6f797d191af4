"""The date of publication as the database keeps it."""

from datetime import date, time

import pytest

from articles.content import published_fields


@pytest.mark.parametrize(
    ("iso", "on", "at", "precision"),
    [
        ("", None, None, ""),
        ("2017", date(2017, 1, 1), None, "year"),
        ("2017-03", date(2017, 3, 1), None, "month"),
        ("2017-03-22", date(2017, 3, 22), None, "day"),
        ("2017-03-22T21:38", date(2017, 3, 22), time(21, 38), "minute"),
    ],
)
def test_what_is_known_of_the_date_is_kept_and_no_more(iso, on, at, precision):
    assert published_fields(iso) == {
        "published_on": on,
        "published_time": at,
        "published_precision": precision,
    }
