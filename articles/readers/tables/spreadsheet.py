"""Excel workbooks."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from articles.readers.archive_limits import check_members
from articles.readers.document import RawDocument, ReadError, Refusal, RefusedFile
from articles.readers.labels import has_suffix, label_of
from articles.readers.tables.columns import ColumnChoice, Table
from articles.readers.tables.rows import documents_of, table_of

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_MAX_COLUMNS = 100
_NOT_A_TABLE = (Refusal.EMPTY, Refusal.NO_TEXT_COLUMN, Refusal.OTHER_COLUMNS)


class XlsxReader:
    """Reads ``.xlsx``: every sheet that is a table of articles."""

    def accepts(self, label: str, content: bytes) -> bool:
        """Accept files that are named as workbooks."""
        return has_suffix(label, (".xlsx",))

    def read(
        self,
        label: str,
        content: bytes,
        *,
        charset: str | None = None,
        columns: ColumnChoice | None = None,
    ) -> Iterator[RawDocument | RefusedFile]:
        """Give a document a row; sheets of something else are passed over."""
        check_members(content)
        passed_over: list[Refusal] = []
        with closing(_opened(content)) as book:
            for sheet in book.worksheets:
                name = f"{label} › {label_of(sheet.title)}"
                try:
                    yield from documents_of(name, _rows(sheet), columns)
                except ReadError as fault:
                    if fault.reason_code not in _NOT_A_TABLE:
                        raise
                    passed_over.append(fault.reason_code)
            if len(passed_over) == len(book.worksheets):
                raise ReadError(max(passed_over, default=Refusal.EMPTY))

    def table(self, content: bytes, *, charset: str | None = None) -> Table:
        """Give the first rows of the first sheet that has texts, or of the first."""
        check_members(content)
        tables: list[Table] = []
        with closing(_opened(content)) as book:
            for sheet in book.worksheets:
                with suppress(ReadError):
                    tables.append(table_of(_rows(sheet)))
        if not tables:
            raise ReadError(Refusal.EMPTY)
        return next((each for each in tables if "text" in each.places), tables[0])


def _opened(content: bytes) -> Workbook:
    from openpyxl import load_workbook  # slow to import: only where a book is read

    try:
        return load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except MemoryError:
        raise
    except Exception:  # the library lets through whatever its parts raise
        raise ReadError(Refusal.BROKEN) from None


def _rows(sheet: Any) -> Iterator[list[str]]:
    """Give the cells of a sheet as text; the size it declares is not believed."""
    sheet.reset_dimensions()
    try:
        for row in sheet.iter_rows(max_col=_MAX_COLUMNS, values_only=True):
            yield [_as_text(cell) for cell in row]
    except (MemoryError, ReadError):
        raise
    except Exception:  # the sheet is only parsed here
        raise ReadError(Refusal.BROKEN) from None


def _as_text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        midnight = cell.time() == time.min
        return cell.date().isoformat() if midnight else cell.isoformat()[:16]
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)
