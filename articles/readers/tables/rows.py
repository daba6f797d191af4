"""Makes documents of the rows of a table."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from articles.corpus.addresses import is_web_address
from articles.readers.document import RawDocument, ReadError, Refusal, RefusedFile
from articles.readers.labels import inside
from articles.readers.published import published_iso
from articles.readers.tables.columns import (
    ColumnChoice,
    Columns,
    Table,
    field_named,
    guess_columns,
    names_of,
)

MAX_ROWS = 20_000
MEDIA_TYPE = "application/json"
_SAMPLE = 50
_SHOWN_ROWS = 6
_SHOWN_CELL = 200
_SHOWN_COLUMNS = 100
_HINTS = {
    "title": "title",
    "outlet": "outlet",
    "section": "section",
    "author": "byline",
}


def documents_of(
    label: str, rows: Iterable[Sequence[str]], choice: ColumnChoice | None = None
) -> Iterator[RawDocument | RefusedFile]:
    """Give the document of each row of a table whose first row may be its header.

    ``choice`` is an editor's; without it the columns are guessed. Raises ``ReadError``
    for a table without a column of texts, and where it is too long.
    """
    numbered = enumerate(rows, start=1)
    full = ((number, row) for number, row in numbered if any(map(str.strip, row)))
    table = list(islice(full, MAX_ROWS + 2))
    if not table:
        raise ReadError(Refusal.EMPTY)
    header = table[0][1]
    columns = _columns([row for _, row in table[:_SAMPLE]], choice)
    if len(table) - columns.named > MAX_ROWS:
        raise ReadError(Refusal.TOO_MANY_ROWS)
    if "text" not in columns.places:
        raise ReadError(Refusal.NO_TEXT_COLUMN)
    width = max(len(row) for _, row in table)
    told = [*header, *[""] * (width - len(header))]
    keys = keys_of(names_of(told, columns.named), columns)
    for number, row in table[columns.named :]:
        values = {keys[at]: cell for at, cell in enumerate(row) if cell.strip()}
        yield document_of(inside(label, f"{number}.json"), values)


def _columns(rows: Sequence[Sequence[str]], choice: ColumnChoice | None) -> Columns:
    if choice is None:
        return guess_columns(rows[0], rows[1:])
    if found := choice.columns(rows[0]):
        return found
    raise ReadError(Refusal.OTHER_COLUMNS)


def table_of(rows: Iterable[Sequence[str]], *, keyed: bool = False) -> Table:
    """Give the first rows of a table and the guess about its columns.

    Raises ``ReadError`` for a table without any row.
    """
    full = list(islice((row for row in rows if any(map(str.strip, row))), _SAMPLE))
    if not full:
        raise ReadError(Refusal.EMPTY)
    columns = guess_columns(full[0], full[1:])
    shown = [
        [cell[:_SHOWN_CELL] for cell in row[:_SHOWN_COLUMNS]]
        for row in full[:_SHOWN_ROWS]
    ]
    return Table(shown, dict(columns.places), columns.named or keyed, keyed)


def keys_of(names: Sequence[str], columns: Columns) -> list[str]:
    """Give the key of each column in a row's evidence: its field, or its own name.

    A name that would be taken for a field when the row is read again gets its number
    before it.
    """
    keys = []
    for at, name in enumerate(names):
        plain = f"column_{at + 1} {name}" if field_named(name) else name
        keys.append(columns.field_at(at) or plain)
    return keys


def read_row(label: str, content: bytes) -> RawDocument | RefusedFile:
    """Read a row again from the evidence that ``canonical`` wrote of it."""
    return document_of(label, json.loads(content), content)


def document_of(
    label: str, values: Mapping[str, str], content: bytes | None = None
) -> RawDocument | RefusedFile:
    """Give the document of one row, its values by field (or column, if it is none).

    Its evidence is ``content`` or, where a table has no bytes of its own for a row,
    the values as one line of JSON: read again, it gives the same document.
    """
    text = values.get("text", "").strip()
    if not text:
        return RefusedFile.because(label, Refusal.EMPTY_ROW)
    title = " ".join(values.get("title", "").split())
    hints = {
        hint: " ".join(values[field].split())
        for field, hint in _HINTS.items()
        if values.get(field, "").strip()
    }
    if published := published_iso(values.get("date", "")):
        hints["published"] = published
    return RawDocument(
        label=label,
        content=canonical(values) if content is None else content,
        text=f"{title}\n\n{text}" if title and not text.startswith(title) else text,
        media_type=MEDIA_TYPE,
        charset="utf-8",
        hints=hints,
        url=_address(values.get("url", "")),
    )


def canonical(values: Mapping[str, str]) -> bytes:
    """Write the values of a row the one way they are always written."""
    line = json.dumps(dict(values), ensure_ascii=False, sort_keys=True)
    return line.encode("utf-8", "surrogatepass") + b"\n"


def _address(told: str) -> str:
    told = told.strip()
    return told[:2000] if is_web_address(told) else ""
