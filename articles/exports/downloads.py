"""Files sent to a browser as they are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from django.http import StreamingHttpResponse
from django.utils.http import content_disposition_header

from articles.exports.cells import Cell
from articles.exports.tables import Column, Table, TableFormat, write_table


def download(
    chunks: Iterator[bytes], *, name: str, media_type: str
) -> StreamingHttpResponse:
    """Stream a file to be saved under ``name``; no page ever shows its inside."""
    response = StreamingHttpResponse(begun(chunks), content_type=media_type)
    disposition = content_disposition_header(as_attachment=True, filename=name)
    response["Content-Disposition"] = disposition or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def begun(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Write the first piece now: what fails before it can still be told in a page."""
    first = next(chunks, b"")

    def all_of_them() -> Iterator[bytes]:
        yield first
        yield from chunks

    return all_of_them()


def table_download(table: Table, form: TableFormat) -> StreamingHttpResponse:
    """Stream a table: ``table_download(ledger, TableFormat.XLSX)``."""
    return download(
        write_table(table, form),
        name=f"{table.name}.{form}",
        media_type=form.media_type,
    )


def rows_download(name: str, rows: Iterable[Sequence[Cell]]) -> StreamingHttpResponse:
    """Stream rows as CSV, the first being the labels of the columns."""
    rest = iter(rows)
    labels = [str(label) for label in next(rest, ())]
    columns = [Column(label, label) for label in labels]
    return table_download(Table(name, columns, rest), TableFormat.CSV)
