"""CSV and its kin."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice

from articles.readers.document import RawDocument, ReadError, Refusal, RefusedFile
from articles.readers.labels import has_suffix
from articles.readers.tables.columns import ColumnChoice, Table, field_named
from articles.readers.tables.rows import documents_of, table_of
from articles.readers.text import decode_text

_DELIMITERS = ",;\t|،"
_MAX_CELL = 2_000_000
_SAMPLE_ROWS = 20


class CsvReader:
    """Reads ``.csv`` and ``.tsv``, separated by whatever its first row shows."""

    def accepts(self, label: str, content: bytes) -> bool:
        """Accept files that are named as tables of text."""
        return has_suffix(label, (".csv", ".tsv"))

    def read(
        self,
        label: str,
        content: bytes,
        *,
        charset: str | None = None,
        columns: ColumnChoice | None = None,
    ) -> Iterator[RawDocument | RefusedFile]:
        """Give a document a row."""
        try:
            yield from documents_of(label, _all_rows(content, charset), columns)
        except csv.Error:
            raise ReadError(Refusal.BROKEN) from None

    def table(self, content: bytes, *, charset: str | None = None) -> Table:
        """Give the first rows."""
        try:
            return table_of(_all_rows(content, charset))
        except csv.Error:
            raise ReadError(Refusal.BROKEN) from None


def _all_rows(content: bytes, charset: str | None) -> Iterator[list[str]]:
    text = decode_text(content, chosen=charset).text.removeprefix("\ufeff")  # BOM
    csv.field_size_limit(_MAX_CELL)
    return _rows(text, _delimiter(text))


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _delimiter(text: str) -> str:
    """Give the sign that yields the most known columns, then the steadiest rows."""
    return max(_DELIMITERS, key=lambda sign: _fitness(text, sign))


def _fitness(text: str, delimiter: str) -> tuple[int, float]:
    try:
        rows = list(islice(_rows(text, delimiter), _SAMPLE_ROWS))
    except csv.Error:
        return 0, 0.0
    widths = [len(row) for row in rows if row]
    if not widths:
        return 0, 0.0
    steady = widths.count(widths[0]) / len(widths)
    known = sum(field_named(name) is not None for name in rows[0])
    return known, steady * min(widths[0] - 1, 1)
