"""Tables for spreadsheet programs: Arabic opens right, and no cell is a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from io import StringIO

_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)*")
# FULLWIDTH EQUALS, PLUS, HYPHEN-MINUS and COMMERCIAL AT: some programs read them alike.
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
BOM = "\ufeff"  # ZERO WIDTH NO-BREAK SPACE: by it Excel knows UTF-8


def safe_cell(text: str) -> str:
    """Give a cell that no program takes for a formula: ``'`` stands before such.

    >>> safe_cell("=1+1"), safe_cell("-5"), safe_cell("هدنة")
    ("'=1+1", '-5', 'هدنة')
    """
    risky = text[:1] == "\x00" or _FORMULA.match(text)
    text = _CONTROLS.sub("", text)
    risky = risky or _FORMULA.match(text)
    return f"'{text}" if risky and not _NUMBER.fullmatch(text) else text


def csv_table(rows: Iterable[Iterable[str]]) -> bytes:
    """Write rows as CSV in UTF-8 with its mark, as spreadsheet programs expect it."""
    file = StringIO(newline="")
    writer = csv.writer(file)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return (BOM + file.getvalue()).encode()
