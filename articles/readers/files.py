"""Finds the files to read on this machine and gives their documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from articles.readers.document import (
    MAX_BYTES,
    REFUSAL_MESSAGES,
    Member,
    RawDocument,
    ReadError,
    Refusal,
    RefusedFile,
)
from articles.readers.labels import has_suffix
from articles.readers.registry import CONTAINERS, LIGHT, TABLES, reader_of
from articles.readers.sandbox import read_in_child, stream_from_child
from articles.readers.tables import ColumnChoice, Table
from articles.readers.text import TextReader
from articles.readers.warc import SUFFIXES

MAX_STREAMED_BYTES = 2 * 1024 * 1024 * 1024
"""How large a web archive may be that is read from this machine's own disk."""

_TEXT = TextReader()
_STOPPED = (REFUSAL_MESSAGES[Refusal.TOO_SLOW], REFUSAL_MESSAGES[Refusal.TOO_HEAVY])
_MOST_STOPPED = 3
"""After so many members that had to be stopped nobody waits for the others."""


def files_under(paths: Iterable[Path]) -> list[Path]:
    """List the files named, and below folders those some reader accepts, in order."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (file for file in path.rglob("*") if file.is_file())
            found += sorted(file for file in inside if reader_of(file.name))
        else:
            found.append(path)
    return found


def read_files(
    files: Iterable[Path], columns: ColumnChoice | None = None
) -> Iterator[RawDocument | RefusedFile]:
    """Give the documents of each file; one that can't be read tells why instead.

    A web archive may be as large as ``MAX_STREAMED_BYTES``: its pages are read one
    after another.
    """
    for file in files:
        try:
            size = file.stat().st_size
            if size > MAX_BYTES and has_suffix(file.name, SUFFIXES):
                yield from _read_streamed(file, size)
                continue
            with file.open("rb") as stream:
                content = stream.read(MAX_BYTES + 1)  # the next byte is one too many
        except OSError as fault:
            yield RefusedFile(file.name, f"تعذر فتح الملف: {fault.strerror}")
        else:
            yield from read_file(file.name, content, columns=columns)


def read_file(
    label: str,
    content: bytes,
    *,
    charset: str | None = None,
    columns: ColumnChoice | None = None,
) -> Iterator[RawDocument | RefusedFile]:
    """Give the documents of one file's bytes, or why there are none.

    Text is decoded here; any other format is read in a child process with limits, and
    the members of an archive each in one of their own. A file of no known format is
    tried as text. ``label`` names the file, it is never opened. ``columns`` are what
    an editor chose for tables.
    """
    stopped = 0
    for found in unpack(label, content, charset=charset, columns=columns):
        if not isinstance(found, Member):
            yield found
        elif stopped >= _MOST_STOPPED:
            yield RefusedFile.because(found.label, Refusal.TOO_SLOW)
        else:
            for given in read_member(found, charset, columns):
                stopped += was_stopped(given)
                yield given


def unpack(
    label: str,
    content: bytes,
    *,
    charset: str | None = None,
    columns: ColumnChoice | None = None,
) -> Iterator[RawDocument | Member | RefusedFile]:
    """Give what lies in a file; the members of an archive are still to be read."""
    if len(content) > MAX_BYTES:
        yield RefusedFile.because(label, Refusal.TOO_LARGE)
        return
    yield from _read(label, content, charset, columns)


def read_member(
    member: Member, charset: str | None = None, columns: ColumnChoice | None = None
) -> Iterator[RawDocument | RefusedFile]:
    """Give the documents of a file that lay in another one, or why there are none."""
    if reader_of(member.label, member.content) in CONTAINERS:
        yield RefusedFile.because(member.label, Refusal.NESTED)
        return
    for found in _read(member.label, member.content, charset, columns):
        if isinstance(found, RawDocument):
            note = " ".join(filter(None, (found.note, member.note)))
            yield replace(
                found,
                url=member.url or found.url,
                note=note,
                captured_at=member.captured_at or found.captured_at,
            )
        elif isinstance(found, RefusedFile):
            yield found


def was_stopped(found: object) -> bool:
    """Tell whether a file was refused because its reading had to be stopped."""
    return isinstance(found, RefusedFile) and found.message in _STOPPED


def is_table(label: str) -> bool:
    """Tell whether a file of this name holds a document a row."""
    return any(one.accepts(label, b"") for one in TABLES)


def look_at_table(
    label: str, content: bytes, *, charset: str | None = None
) -> Table | RefusedFile:
    """Give the first rows of a table, or why there are none."""
    found = next(iter(read_in_child(label, content, charset, head=True)))
    return found if isinstance(found, Table) else _as_refused(found, label)


def _as_refused(found: object, label: str) -> RefusedFile:
    if isinstance(found, RefusedFile):
        return found
    return RefusedFile.because(label, Refusal.BROKEN)


def _read_streamed(file: Path, size: int) -> Iterator[RawDocument | RefusedFile]:
    if size > MAX_STREAMED_BYTES:
        yield RefusedFile.because(file.name, Refusal.TOO_LARGE)
        return
    for found in stream_from_child(file.name, file):
        if isinstance(found, Member):
            yield from read_member(found)
        elif not isinstance(found, Table):
            yield found


def _read(
    label: str,
    content: bytes,
    charset: str | None,
    columns: ColumnChoice | None,
) -> Iterator[RawDocument | Member | RefusedFile]:
    reader = reader_of(label, content) or _TEXT
    if reader is not _TEXT and reader not in LIGHT:
        for found in read_in_child(label, content, charset, columns=columns):
            if not isinstance(found, Table):
                yield found
        return
    try:
        yield from reader.read(label, content, charset=charset or None)
    except ReadError as fault:
        yield RefusedFile(label, fault.message, fault.choices)
