"""Finds the files to read on this machine and gives their documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from articles.readers.document import RawDocument, Reader, ReadError, RefusedFile
from articles.readers.text import TextReader

READERS: tuple[Reader, ...] = (TextReader(),)
"""One reader a format; the first that accepts a file reads it."""


def files_under(paths: Iterable[Path]) -> list[Path]:
    """List the files named, and below folders those some reader accepts, in order."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (file for file in path.rglob("*") if file.is_file())
            found += sorted(file for file in inside if _reader(file.name))
        else:
            found.append(path)
    return found


def read_files(files: Iterable[Path]) -> Iterator[RawDocument | RefusedFile]:
    """Give the documents of each file; one that can't be read tells why instead."""
    for file in files:
        try:
            content = file.read_bytes()
        except OSError as fault:
            yield RefusedFile(file.name, f"تعذر فتح الملف: {fault.strerror}")
        else:
            yield from read_file(file.name, content)


def read_file(
    label: str, content: bytes, *, charset: str | None = None
) -> Iterator[RawDocument | RefusedFile]:
    """Give the documents of one file's bytes, or why there are none.

    A file of no known format is tried as text.
    """
    reader = _reader(label, content) or TextReader()
    try:
        yield from reader.read(label, content, charset=charset or None)
    except ReadError as fault:
        yield RefusedFile(label, fault.message, fault.choices)


def _reader(label: str, content: bytes = b"") -> Reader | None:
    return next((one for one in READERS if one.accepts(label, content)), None)
