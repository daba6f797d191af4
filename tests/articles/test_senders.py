"""One visitor is one sender, however many addresses he has, and two are two."""

from __future__ import annotations

import pytest

from articles.senders import sender


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::ffff", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::", "2001:db8:1:3::/64"),
        ("::1", "::/64"),
        ("unix:", "unix:"),
        ("x" * 999, "x" * 64),
        ("", ""),
    ],
)
def test_what_an_address_is_counted_by(address: str, counted: str) -> None:
    assert sender(address) == counted
