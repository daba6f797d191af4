"""XLSX workbooks, right-to-left, written row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, islice
from tempfile import TemporaryFile

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from articles.exports.cells import Cell, clean_text, plain_cell, without_zeros

MOST_ROWS = 1_048_575
"""A sheet of Excel ends here, below its head; what is more goes on in the next."""

LONGEST_CELL = 32_767
"""Code units of UTF-16 in one cell of Excel; longer text is cut and ends with «…»."""

_EXACT = 10**15  # Excel keeps fifteen digits of a number; longer ones stay text.
_CHUNK = 64 * 1024


def xlsx_chunks(
    labels: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> Iterator[bytes]:
    """Write a workbook: rows wait in a temporary file, not in memory.

    The head stays in sight. Text is text whatever it begins with, so no cell is a
    formula; numbers are numbers.
    """
    book = Workbook(write_only=True)
    waiting = iter(rows)
    while True:
        first = next(waiting, None)
        if first is None and book.worksheets:
            break
        sheet = book.create_sheet()
        sheet.sheet_view.rightToLeft = True
        sheet.freeze_panes = "A2"
        sheet.append([_cell(sheet, label) for label in labels])
        if first is None:
            break
        for row in chain([first], islice(waiting, MOST_ROWS - 1)):
            sheet.append([_cell(sheet, cell) for cell in row])
    with TemporaryFile() as file:
        book.save(file)
        file.seek(0)
        while chunk := file.read(_CHUNK):
            yield chunk


def _cell(sheet: object, value: Cell) -> object:
    match value:
        case None | bool():
            return value
        case int() if abs(value) < _EXACT:
            return value
        case float():
            return value
        case Decimal() if len(without_zeros(value).as_tuple().digits) <= 15:
            return without_zeros(value)
        case _:
            return _text(sheet, plain_cell(value))


def _text(sheet: object, text: str) -> object:
    text = clean_text(text)
    if len(text.encode("utf-16-le")) // 2 > LONGEST_CELL:
        units = text.encode("utf-16-le")[: 2 * (LONGEST_CELL - 1)]
        text = units.decode("utf-16-le", "ignore") + "…"
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"  # a text that begins with "=" would be a formula
    return cell
