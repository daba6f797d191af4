"""Cells that spreadsheets show as they are: no formula, no illegal character."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal

Cell = str | int | float | Decimal | bool | date | time | None
"""What a row of a table holds; numbers stay numbers in every format that has them."""

_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)*")
# FULLWIDTH EQUALS, PLUS, HYPHEN-MINUS and COMMERCIAL AT: some programs read them alike.
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r]")
# Controls no XML may hold, lone surrogates and the two NONCHARACTERS of the plane.
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def clean_text(text: str) -> str:
    """Take out what files of text, JSON or XML can't hold."""
    return _ILLEGAL.sub("", text)


def safe_cell(text: str) -> str:
    """Give a cell that no program takes for a formula: ``'`` stands before such.

    >>> safe_cell("=1+1"), safe_cell("-5"), safe_cell("هدنة")
    ("'=1+1", '-5', 'هدنة')
    """
    risky = text[:1] == "\x00" or _FORMULA.match(text)
    text = clean_text(text)
    risky = risky or _FORMULA.match(text)
    return f"'{text}" if risky and not _NUMBER.fullmatch(text) else text


def plain_cell(cell: Cell) -> str:
    """Write a cell as text: numbers without exponent, dates as ISO 8601, None as ""."""
    match cell:
        case None:
            return ""
        case str():
            return cell
        case bool():
            return str(int(cell))
        case Decimal():
            return f"{without_zeros(cell):f}"
        case date() | time():
            return cell.isoformat()
        case _:
            return str(cell)


def without_zeros(number: Decimal) -> Decimal:
    """Drop the zeros a database puts behind a number: ``3.500000`` is ``3.5``."""
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()
