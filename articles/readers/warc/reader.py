"""Gives the pages of a web archive to the readers of pages."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any

from articles.readers.document import (
    MAX_BYTES,
    Member,
    RawDocument,
    ReadError,
    Refusal,
    RefusedFile,
)
from articles.readers.labels import has_suffix, inside
from articles.readers.warc.payload import payload_of
from articles.readers.warc.stored import stored_document, stored_record
from articles.readers.warc.stream import Records, begins_as_archive, holds_records

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

MAX_RECORDS = 50_000
MAX_TOTAL_BYTES = 100 * 1024 * 1024
SUFFIXES = (".warc", ".warc.gz", ".arc", ".arc.gz")
_PAGES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}
_KINDS = ("response", "resource", "revisit")
_Page = Member | RawDocument | RefusedFile
_OWN_NOTES = ("metadata:", "urn:", "warcinfo:", "dns:")
_MARKUP = (b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body")
_BAD_DIGEST = "بصمة الصفحة لا تطابق ما سجل لها في أرشيف الويب."


class WarcReader:
    """Reads ``.warc`` and ``.arc``, plain or compressed.

    Pages and plain texts that a server sent whole become members, with their address.
    A page that is cut off, damaged, a bare revisit or an answer of failure is refused
    with its reason; requests, pictures and a crawler's notes are passed over. Records
    of an export of ours come as documents, with what it says of their articles.
    """

    def accepts(self, label: str, content: bytes) -> bool:
        """Accept files that are named as web archives, or begin like one."""
        return has_suffix(label, SUFFIXES) or begins_as_archive(content)

    def read(
        self, label: str, content: bytes, *, charset: str | None = None
    ) -> Iterator[_Page]:
        """Give the pages in the order of their records."""
        return _members(label, io.BytesIO(content))


def read_archive_at(path: str, label: str) -> Iterator[_Page]:
    """Give the pages of an archive too large to stand in memory, one at a time.

    Raises ``ReadError`` for a file that is no web archive.
    """
    growth = 1 + os.path.getsize(path) // MAX_BYTES
    with open(path, "rb") as file:
        yield from _members(label, file, growth)


def _members(label: str, file: IO[bytes], growth: int = 1) -> Iterator[_Page]:
    """Give the pages; the caps are for an archive of the usual size, or so many."""
    if not holds_records(file):
        raise ReadError(Refusal.WRONG_TYPE)
    records = Records(file)
    found, refused, left = False, False, MAX_TOTAL_BYTES * growth
    for given in _pages(label, records, MAX_RECORDS * growth):
        found, refused = True, refused or isinstance(given, RefusedFile)
        if not isinstance(given, RefusedFile):
            left -= len(given.content)
        if left < 0:
            yield RefusedFile.because(given.label, Refusal.TOO_MUCH_INSIDE)
            return
        yield given
    if records.fault and not refused:
        yield RefusedFile.because(label, records.fault)
    elif not found:
        raise ReadError(Refusal.NO_TEXT)


def _pages(label: str, stream: Records, most: int) -> Iterator[_Page]:
    from warcio.archiveiterator import ArchiveIterator  # slow to import

    number, told = 0, None
    try:
        for record in ArchiveIterator(stream, arc2warc=True, check_digests=True):
            number += 1
            if number > most:
                yield RefusedFile.because(label, Refusal.TOO_MANY_MEMBERS)
                return
            name = inside(label, str(number))
            if record.rec_type == "metadata":
                told = stored_record(record)
            if told:
                yield from _stored(name, told, record)
            elif record.rec_type in _KINDS:
                yield from _page(name, record)
            if record.rec_type != "metadata":
                told = None
    except MemoryError:
        raise
    except Exception:  # what follows a broken record can't be found any more
        yield RefusedFile.because(inside(label, str(number + 1)), Refusal.BROKEN)


def _stored(label: str, told: dict[str, Any], record: ArcWarcRecord) -> Iterator[_Page]:
    """Give what an export of ours holds; its note alone where it refers to no bytes."""
    is_note = record.rec_type == "metadata"
    if is_note and record.rec_headers.get_header("WARC-Refers-To"):
        return
    try:
        data = b"" if is_note else payload_of(record)
    except ReadError as fault:
        yield RefusedFile(label, fault.message)
        return
    date = record.rec_headers.get_header("WARC-Date") or ""
    yield stored_document(label, told, data, date)


def _page(label: str, record: ArcWarcRecord) -> Iterator[Member | RefusedFile]:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    told = _told_type(record)
    if url.startswith(_OWN_NOTES) or (told and told not in _PAGES):
        return
    try:
        _check_answer(record)
        data = payload_of(record)
    except ReadError as fault:
        yield RefusedFile(label, fault.message)
        return
    suffix = _PAGES.get(told) or _sniffed(data)
    if not data.strip():
        yield RefusedFile.because(label, Refusal.EMPTY)
    elif suffix:
        note = _BAD_DIGEST if record.digest_checker.passed is False else ""
        date = record.rec_headers.get_header("WARC-Date") or ""
        yield Member(
            f"{label}{suffix}", data, url=url[:2000], note=note, captured_at=date
        )


def _told_type(record: ArcWarcRecord) -> str:
    """Give the media type the server told, or the crawler for what it made itself."""
    headers = record.http_headers
    if record.rec_type == "resource":
        headers = record.rec_headers
    told = (headers and headers.get_header("content-type")) or ""
    return told.split(";")[0].strip().lower()


def _check_answer(record: ArcWarcRecord) -> None:
    if record.rec_type == "revisit":
        raise ReadError(Refusal.REVISIT)
    if record.rec_type == "resource":
        return
    status = (record.http_headers and record.http_headers.get_statuscode()) or ""
    if not status.strip().isdigit():
        raise ReadError(Refusal.BROKEN)
    if status.strip() != "200":
        raise ReadError(Refusal.NOT_FOUND)


def _sniffed(data: bytes) -> str:
    return ".html" if data.lstrip()[:64].lower().startswith(_MARKUP) else ""
