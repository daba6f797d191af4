"""Makes documents of the rows of a table."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from articles.readers.document import RawDocument, ReadError, Refusal, RefusedFile
from articles.readers.labels import inside
from articles.readers.published import published_iso
from articles.readers.tables.columns import Columns, guess_columns

MAX_ROWS = 20_000
MEDIA_TYPE = "application/json"
_SAMPLE = 50
_HINTS = {
    "title": "title",
    "outlet": "outlet",
    "section": "section",
    "author": "byline",
}


def documents_of(
    label: str, rows: Iterable[Sequence[str]], columns: Columns | None = None
) -> Iterator[RawDocument | RefusedFile]:
    """Give the document of each row of a table whose first row may be its header.

    ``columns`` are those an editor chose; without them they are guessed. Raises
    ``ReadError`` for a table without a column of texts, and where it is too long.
    """
    numbered = enumerate(rows, start=1)
    full = ((number, row) for number, row in numbered if any(map(str.strip, row)))
    table = list(islice(full, MAX_ROWS + 2))
    if not table:
        raise ReadError(Refusal.EMPTY)
    header = table[0][1]
    sample = [row for _, row in table[1:_SAMPLE]]
    columns = columns or guess_columns(header, sample)
    if len(table) - columns.named > MAX_ROWS:
        raise ReadError(Refusal.TOO_MANY_ROWS)
    if "text" not in columns.places:
        raise ReadError(Refusal.NO_TEXT_COLUMN)
    name = _column_names(columns, header if columns.named else ())
    for number, row in table[columns.named :]:
        values = {name(at): cell for at, cell in enumerate(row) if cell.strip()}
        yield document_of(inside(label, f"{number}.json"), values)


def _column_names(columns: Columns, header: Sequence[str]) -> Callable[[int], str]:
    def name(at: int) -> str:
        told = header[at].strip() if at < len(header) else ""
        return columns.field_at(at) or told or f"column_{at + 1}"

    return name


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
    return told[:2000] if told.startswith(("http://", "https://")) else ""
