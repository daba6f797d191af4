"""JSON: a line, or an object of a list, an article."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from articles.readers.document import RawDocument, ReadError, Refusal, RefusedFile
from articles.readers.labels import has_suffix, inside
from articles.readers.tables.columns import FIELDS, guess_columns
from articles.readers.tables.rows import MAX_ROWS, document_of
from articles.readers.text import decode_text

_LISTS = ("articles", "items", "results", "data", "documents", "records", "rows")


class JsonLinesReader:
    """Reads ``.jsonl``, ``.ndjson`` and ``.json``."""

    def accepts(self, label: str, content: bytes) -> bool:
        """Accept files that are named as JSON."""
        return has_suffix(label, (".jsonl", ".ndjson", ".json"))

    def read(
        self, label: str, content: bytes, *, charset: str | None = None
    ) -> Iterator[RawDocument | RefusedFile]:
        """Give a document an object; a broken line is refused alone.

        A file of one object is one document, and its bytes are the evidence.
        """
        text = decode_text(content, chosen=charset).text.removeprefix("\ufeff")  # BOM
        whole = _parsed(text)
        if isinstance(whole, dict) and not any(key in whole for key in _LISTS):
            yield _document(label, whole, content)
            return
        lines: Iterable[Any] = _listed(whole) or map(_parsed, _lines(text))
        found = False
        for number, parsed in enumerate(lines, start=1):
            if number > MAX_ROWS:
                raise ReadError(Refusal.TOO_MANY_ROWS)
            found = True
            yield _document(inside(label, f"{number}.json"), parsed)
        if not found:
            raise ReadError(Refusal.EMPTY)


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
    label: str, parsed: Any, content: bytes | None = None
) -> RawDocument | RefusedFile:
    if not isinstance(parsed, dict):
        return RefusedFile.because(label, Refusal.BROKEN_ROW)
    told = {str(key): _plain(value) for key, value in parsed.items()}
    row = list(told.values())
    columns = guess_columns(list(told), [row])
    names = [columns.field_at(place) or name for place, name in enumerate(told)]
    values = {name: value for name, value in zip(names, row, strict=True) if value}
    if content is None and not set(values) & set(FIELDS):
        return RefusedFile.because(label, Refusal.NO_TEXT_COLUMN)
    return document_of(label, values, content)


def _plain(value: Any) -> str:
    """Give a value as the text of a cell: names of objects, lists joined."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, dict):
        return _plain(value.get("name") or value.get("title") or value.get("$date"))
    if isinstance(value, list):
        return "، ".join(filter(None, map(_plain, value)))
    return str(value)
