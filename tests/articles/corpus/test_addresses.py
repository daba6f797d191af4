"""Addresses of one page have one key; addresses of two pages never do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.corpus.addresses import (
    LONGEST_KEY,
    address_key,
    ascii_address,
    names_a_page,
)

SAME = [
    ("http://marfa.example/7", "https://marfa.example/7"),
    ("http://marfa.example/7", "https://www.marfa.example/7/"),
    ("http://marfa.example/7", "HTTP://Marfa.Example:80/7#comments"),
    ("http://marfa.example/7", "https://user:secret@marfa.example:443//7"),
    ("http://marfa.example/7", "marfa.example/7"),
    ("http://marfa.example/7", "https:/marfa.example/7"),
    ("http://marfa.example/7", "http://marfa.example./x/../7"),
    ("http://marfa.example/7", "http://marfa.example/7?"),
    ("http://marfa.example/7", "http://marfa.example/7;jsessionid=A1"),
    (
        "http://marfa.example/أخبار",
        "http://marfa.example/%d8%a3%D8%AE%D8%A8%D8%A7%D8%B1",
    ),
    ("http://marfa.example/%7Ea", "http://marfa.example/~a"),
    ("http://marfa.example/?id=7&p=2", "https://marfa.example/?p=2&id=7"),
    ("http://marfa.example/?id=7", "http://marfa.example?utm_source=x&id=7&fbclid=Z"),
    ("http://marfa.example/?q=a+b", "http://marfa.example/?q=a%20b"),
    ("http://المرفأ.example/7", "http://xn--igbh4a2dng.example/7"),
    # the letter with its hamza as one code point, and as two
    ("http://marfa.example/\u0623", "http://marfa.example/\u0627\u0654"),
]
DIFFERENT = [
    ("http://marfa.example/7", "http://marfa.example/8"),
    ("http://marfa.example/7", "http://other.example/7"),
    ("http://marfa.example/7", "http://m.marfa.example/7"),
    ("http://marfa.example/A", "http://marfa.example/a"),
    ("http://marfa.example/?id=7", "http://marfa.example/?id=8"),
    ("http://marfa.example/?id=7", "http://marfa.example/"),
    ("http://marfa.example/7", "http://marfa.example:8080/7"),
    ("http://marfa.example/a%2Fb", "http://marfa.example/a/b"),
    ("http://marfa.example/#!7", "http://marfa.example/#!8"),
    ("http://marfa.example/" + "a" * 2000, "http://marfa.example/" + "a" * 2001),
    ("ftp://marfa.example/7", "http://marfa.example/7"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_page(one: str, other: str) -> None:
    assert address_key(one) == address_key(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_pages(one: str, other: str) -> None:
    assert address_key(one) != address_key(other)


@pytest.mark.parametrize("url", ["", "  ", "https://"])
def test_no_address_has_no_key(url: str) -> None:
    assert address_key(url) == ""


@given(st.text(max_size=60).map("https://marfa.example/".__add__) | st.text())
def test_a_key_is_short_ascii_and_its_own_key(url: str) -> None:
    key = address_key(url)
    assert key.isascii()
    assert len(key) <= LONGEST_KEY
    assert not set("\0\r\n \t") & set(key)
    if "#" not in key and key.startswith("marfa.example/"):
        assert address_key(f"http://{key}") == key


@pytest.mark.parametrize(
    ("url", "is_page"),
    [
        ("https://marfa.example", False),
        ("https://marfa.example/", False),
        ("", False),
        ("https://marfa.example/?id=7", True),
        ("https://marfa.example/7", True),
    ],
)
def test_the_front_of_a_site_names_no_page(url: str, is_page: bool) -> None:
    assert names_a_page(address_key(url)) is is_page


def test_an_address_in_a_header_is_one_line_of_ascii() -> None:
    written = ascii_address("https://marfa.example/خبر\r\nSet-Cookie: x=1?a=1")
    assert written.isascii()
    assert "\n" not in written
    assert " " not in written
