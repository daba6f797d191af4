"""The digits that a reader chose for the interface: 0-9 or \u0660-\u0669.

Only what the archive itself says is written in them. The words of articles, exports
and addresses are never changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal

Digits = Literal["latn", "arab"]
"""Unicode's names of the digits 0-9 and \u0660-\u0669 (CLDR numbering systems)."""

# The separators go with the digits: ARABIC THOUSANDS and DECIMAL SEPARATOR.
_DIGITS = {ord("0") + n: 0x660 + n for n in range(10)}
_NUMBER_SIGNS = _DIGITS | {ord(","): 0x66C, ord("."): 0x66B}

_chosen: ContextVar[Digits] = ContextVar("digits", default="latn")


@contextmanager
def writing(digits: Digits) -> Iterator[None]:
    """Write the interface in ``digits`` for the time of a request."""
    token = _chosen.set(digits)
    try:
        yield
    finally:
        _chosen.reset(token)


def in_chosen_digits(text: str) -> str:
    """Write the digits of a year, a date or a page number as the reader chose.

    >>> with writing("arab"):
    ...     in_chosen_digits("5 آب 2014")
    '\u0665 آب \u0662\u0660\u0661\u0664'
    """
    return text.translate(_DIGITS) if _chosen.get() == "arab" else text


def number_in_chosen_digits(text: str) -> str:
    """The same for a number with its separators: 1,500.5."""
    return text.translate(_NUMBER_SIGNS) if _chosen.get() == "arab" else text
