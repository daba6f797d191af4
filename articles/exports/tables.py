"""Tables as streams: rows go in, chunks of a file come out, nothing piles up.

    chunks = write_table(Table("ledger", columns, rows), TableFormat.CSV)

CSV opens right in spreadsheet programs (UTF-8 with its mark, no cell is a formula),
XLSX holds text as text and numbers as numbers, JSONL is one object a line under the
names of the columns. Memory doesn't grow with the number of rows.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from io import StringIO

from articles.exports.cells import (
    Cell,
    clean_text,
    plain_cell,
    safe_cell,
    without_zeros,
)
from articles.exports.workbook import xlsx_chunks

_BOM = "\ufeff"  # ZERO WIDTH NO-BREAK SPACE: by it Excel knows UTF-8
CHUNK = 64 * 1024
"""About so many characters are sent at once."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name for programs, and what readers see above it."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many cells as there are columns; ``rows`` is read once, in order.

    ``name`` names the file, without its ending.
    """

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]


class TableFormat(StrEnum):
    """The file formats of tables; the value is the ending of the file's name."""

    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"

    @property
    def media_type(self) -> str:
        """Give what the answer to a browser is declared as."""
        return _WRITERS[self][0]


def write_table(table: Table, form: TableFormat) -> Iterator[bytes]:
    """Write a table piece by piece; the pieces joined are the file."""
    return _WRITERS[form][1](table)


def csv_chunks(table: Table) -> Iterator[bytes]:
    """Write CSV in UTF-8 with its mark, as spreadsheet programs expect it."""
    yield from joined(_csv_lines(table))


def jsonl_chunks(table: Table) -> Iterator[bytes]:
    """Write one JSON object a row, under the names of the columns; no cell is left out.

    Texts are as they are, but for characters JSON files can't hold: a program reads
    these, no ``'`` stands before anything.
    """
    names = [column.name for column in table.columns]
    yield from joined(
        json.dumps(
            dict(zip(names, map(_json_value, row), strict=True)), ensure_ascii=False
        )
        + "\n"
        for row in table.rows
    )


def _csv_lines(table: Table) -> Iterator[str]:
    file = StringIO(newline="")
    writer = csv.writer(file)
    file.write(_BOM)
    writer.writerow([safe_cell(column.label) for column in table.columns])
    for row in table.rows:
        writer.writerow([_csv_cell(cell) for cell in row])
        yield file.getvalue()
        file.seek(0)
        file.truncate()
    if file.tell():
        yield file.getvalue()


def _csv_cell(cell: Cell) -> str:
    return safe_cell(cell) if isinstance(cell, str) else plain_cell(cell)


def _json_value(cell: Cell) -> str | int | float | bool | None:
    if isinstance(cell, Decimal):
        number = without_zeros(cell)
        # A float holds no more than 15 digits for certain; what is longer stays text.
        if number == number.to_integral_value():
            return int(number)
        return float(number) if len(number.as_tuple().digits) <= 15 else f"{number:f}"
    if cell is None or isinstance(cell, bool | int | float):
        return cell
    return clean_text(plain_cell(cell))


def joined(lines: Iterable[str]) -> Iterator[bytes]:
    """Put short lines together, so that not each is sent alone."""
    waiting: list[str] = []
    length = 0
    for line in lines:
        waiting.append(line)
        length += len(line)
        if length >= CHUNK:
            yield "".join(waiting).encode()
            waiting, length = [], 0
    if waiting:
        yield "".join(waiting).encode()


def _xlsx(table: Table) -> Iterator[bytes]:
    labels = [column.label for column in table.columns]
    return xlsx_chunks(labels, table.rows)


_WRITERS: dict[TableFormat, tuple[str, Callable[[Table], Iterator[bytes]]]] = {
    TableFormat.CSV: ("text/csv; charset=utf-8", csv_chunks),
    TableFormat.XLSX: (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _xlsx,
    ),
    TableFormat.JSONL: ("application/x-ndjson; charset=utf-8", jsonl_chunks),
}
