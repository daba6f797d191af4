"""JSON: a line, or an object of a list, an article."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from articles.readers.document import RawDocument, ReadError, Refusal, RefusedFile
from articles.readers.labels import has_suffix, inside
from articles.readers.tables.columns import (
    FIELDS,
    ColumnChoice,
    Columns,
    Table,
    guess_columns,
    names_of,
)
from articles.readers.tables.rows import MAX_ROWS, document_of, keys_of, table_of
from articles.readers.text import decode_text

_LISTS = ("articles", "items", "results", "data", "documents", "records", "rows")
_SAMPLE = 50


class JsonLinesReader:
    """Reads ``.jsonl``, ``.ndjson`` and ``.json``."""

    def accepts(self, label: str, content: bytes) -> bool:
        """Accept files that are named as JSON."""
        return has_suffix(label, (".jsonl", ".ndjson", ".json"))

    def read(
        self,
        label: str,
        content: bytes,
        *,
        charset: str | None = None,
        columns: ColumnChoice | None = None,
    ) -> Iterator[RawDocument | RefusedFile]:
        """Give a document an object; a broken line is refused alone.

        A file of one object is one document, and its bytes are the evidence as long as
        they say by themselves which of its values is what.
        """
        objects, alone = _objects(content, charset)
        if alone and columns is None:
            yield _document(label, next(iter(objects)), content)
            return
        found = False
        for number, parsed in enumerate(objects, start=1):
            if number > MAX_ROWS:
                raise ReadError(Refusal.TOO_MANY_ROWS)
            found = True
            name = inside(label, f"{number}.json")
            yield _document(name, parsed, choice=columns)
        if not found:
            raise ReadError(Refusal.EMPTY)

    def table(self, content: bytes, *, charset: str | None = None) -> Table:
        """Give the first objects as rows below their keys."""
        objects, _alone = _objects(content, charset)
        first = [each for each in islice(objects, _SAMPLE) if isinstance(each, dict)]
        keys = list(dict.fromkeys(str(key) for each in first for key in each))
        rows = [[_plain(each.get(key)) for key in keys] for each in first]
        return table_of([keys, *rows] if keys else [], keyed=True)


def _objects(content: bytes, charset: str | None) -> tuple[Iterable[Any], bool]:
    """Give the objects of a file, and whether it is a single one."""
    text = decode_text(content, chosen=charset).text.removeprefix("\ufeff")  # BOM
    whole = _parsed(text)
    if isinstance(whole, dict) and not any(key in whole for key in _LISTS):
        return [whole], True
    return _listed(whole) or map(_parsed, _lines(text)), False


def _lines(text: str) -> Iterator[str]:
    """Cut at line feeds only: JSON strings may hold the other signs of a new line."""
    return (line for line in text.split("\n") if line.strip())


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _listed(whole: Any) -> list[Any]:
    if isinstance(whole, dict):
        whole = next((whole[key] for key in _LISTS if key in whole), None)
    return whole if isinstance(whole, list) else []


def _document(
    label: str,
    parsed: Any,
    content: bytes | None = None,
    choice: ColumnChoice | None = None,
) -> RawDocument | RefusedFile:
    if not isinstance(parsed, dict):
        return RefusedFile.because(label, Refusal.BROKEN_ROW)
    told = {str(key): _plain(value) for key, value in parsed.items()}
    row = list(told.values())
    names = names_of(list(told))
    columns = _chosen(names, choice) if choice else guess_columns(list(told), [row])
    keys = keys_of(names, columns)
    values = {key: value for key, value in zip(keys, row, strict=True) if value}
    if content is None and not set(values) & set(FIELDS):
        return RefusedFile.because(label, Refusal.NO_TEXT_COLUMN)
    return document_of(label, values, content)


def _chosen(names: list[str], choice: ColumnChoice) -> Columns:
    """Find the chosen keys in one object: some objects lack some of them."""
    meant = {field: name for name, field in choice.fields.items() if field in FIELDS}
    return Columns(
        {field: names.index(name) for field, name in meant.items() if name in names}
    )


def _plain(value: Any) -> str:
    """Give a value as the text of a cell: names of objects, lists joined."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, dict):
        return _plain(value.get("name") or value.get("title") or value.get("$date"))
    if isinstance(value, list):
        return "، ".join(filter(None, map(_plain, value)))
    return str(value)
