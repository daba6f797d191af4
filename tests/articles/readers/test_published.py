"""Dates as pages, tables and mails write them."""

import pytest

from articles.readers.published import date_in_url, published_iso


@pytest.mark.parametrize(
    ("told", "iso"),
    [
        ("2020-03-17T17:27:41Z", "2020-03-17T17:27"),
        ("2020-06-03T03:01+0400", "2020-06-03T03:01"),
        ("2020-06-03T03:01:09.123+04:00", "2020-06-03T03:01"),
        ("2018-05-12 09:30:00", "2018-05-12T09:30"),
        ("2018-05-12", "2018-05-12"),
        ("2018-05", "2018-05"),
        ("1584466061", "2020-03-17T17:27"),
        ("1584466061000", "2020-03-17T17:27"),
        ("3 يونيو 2020", "2020-06-03"),
        ("الإثنين، 24 أغسطس 2020 11:23 ص", "2020-08-24T11:23"),
        ("12/5/2018", "2018-05-12"),
        ("2018-13-45", ""),
        ("2018-05-12T25:00", ""),
        ("أمس", ""),
        ("", ""),
        ("9" * 5_000, ""),
    ],
)
def test_a_date_is_read_as_far_as_it_is_known(told, iso):
    assert published_iso(told) == iso


@pytest.mark.parametrize(
    ("url", "iso"),
    [
        ("https://outlet.example/story/2020/8/24/ميناء/49", "2020-08-24"),
        ("https://outlet.example/news/2020-06-03-1.38", "2020-06-03"),
        ("https://outlet.example/20200317/x", "2020-03-17"),
        ("https://outlet.example/2020/13/45/x", ""),
        ("https://outlet.example/202003171044893040-x", ""),
        ("https://outlet.example/2013/east/8/3/x", ""),
        ("", ""),
    ],
)
def test_an_address_may_name_the_day(url, iso):
    assert date_in_url(url) == iso
