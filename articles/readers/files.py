"""Finds the files to read on this machine and gives their documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from articles.readers.document import (
    MAX_BYTES,
    Member,
    RawDocument,
    ReadError,
    Refusal,
    RefusedFile,
)
from articles.readers.labels import has_suffix
from articles.readers.registry import CONTAINERS, LIGHT, reader_of
from articles.readers.sandbox import read_in_child
from articles.readers.text import TextReader
from articles.readers.warc.parts import parts_of

LARGE = (".warc.gz",)
"""Files of any size are read that can be cut into parts."""

_TEXT = TextReader()


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


def read_files(files: Iterable[Path]) -> Iterator[RawDocument | RefusedFile]:
    """Give the documents of each file; one that can't be read tells why instead."""
    for file in files:
        try:
            for content in _contents(file):
                yield from read_file(file.name, content)
        except OSError as fault:
            yield RefusedFile(file.name, f"تعذر فتح الملف: {fault.strerror}")


def _contents(file: Path) -> Iterator[bytes]:
    """Give the bytes of a file, those of a large web archive part by part."""
    with file.open("rb") as stream:
        if has_suffix(file.name, LARGE) and file.stat().st_size > MAX_BYTES:
            yield from parts_of(stream)
        else:
            yield stream.read(MAX_BYTES + 1)  # the next byte is one too many


def read_file(
    label: str, content: bytes, *, charset: str | None = None
) -> Iterator[RawDocument | RefusedFile]:
    """Give the documents of one file's bytes, or why there are none.

    Text is decoded here; any other format is read in a child process with limits, and
    the members of an archive each in one of their own. A file of no known format is
    tried as text. ``label`` names the file, it is never opened.
    """
    if len(content) > MAX_BYTES:
        yield RefusedFile.because(label, Refusal.TOO_LARGE)
        return
    for found in _read(label, content, charset):
        if isinstance(found, Member):
            yield from _read_member(found, charset)
        else:
            yield found


def _read_member(
    member: Member, charset: str | None
) -> Iterator[RawDocument | RefusedFile]:
    if reader_of(member.label, member.content) in CONTAINERS:
        yield RefusedFile.because(member.label, Refusal.NESTED)
        return
    for found in _read(member.label, member.content, charset):
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


def _read(
    label: str, content: bytes, charset: str | None
) -> Iterator[RawDocument | Member | RefusedFile]:
    reader = reader_of(label, content) or _TEXT
    if reader is not _TEXT and reader not in LIGHT:
        yield from read_in_child(label, content, charset)
        return
    try:
        yield from reader.read(label, content, charset=charset or None)
    except ReadError as fault:
        yield RefusedFile(label, fault.message, fault.choices)
