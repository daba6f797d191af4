"""The page inside a record: chunks joined, compression undone, nothing believed."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING

from articles.readers.archive_limits import read_up_to
from articles.readers.document import MAX_BYTES, ReadError, Refusal
from articles.readers.warc.stream import GZIP_MAGIC

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_STEP = 64 * 1024


def payload_of(record: ArcWarcRecord) -> bytes:
    """Give the bytes that a browser would have seen.

    Crawlers often undo an encoding and leave its header: what is not in it is taken as
    it is. Raises ``ReadError`` for a page that is cut off, damaged or too large.
    """
    raw = read_up_to(record.raw_stream, MAX_BYTES)
    if _ends_early(record, len(raw)):
        raise ReadError(Refusal.TRUNCATED)
    if record.http_headers is None:
        return raw
    if "chunked" in (record.http_headers.get_header("transfer-encoding") or "").lower():
        raw = _joined(raw)
    named = record.http_headers.get_header("content-encoding") or ""
    for encoding in reversed(named.lower().replace(" ", "").split(",")):
        raw = _decoded(raw, encoding)
    return raw


def _ends_early(record: ArcWarcRecord, size: int) -> bool:
    """Tell whether the file ended, or the crawler stopped, before the page did.

    Where the record's own length is wrong the server's is believed.
    """
    if record.rec_headers.get_header("WARC-Truncated"):
        return True
    if not getattr(record.raw_stream, "limit", 0):
        return False
    served = record.http_headers and record.http_headers.get_header("content-length")
    return not (served and served.isdecimal() and size >= int(served[:12]))


def _joined(raw: bytes) -> bytes:
    """Join the chunks of a body; one that is not in chunks is given as it is."""
    stream = io.BytesIO(raw)
    parts: list[bytes] = []
    while True:
        size = _chunk_size(stream.readline(64))
        if size is None and not parts:
            return raw
        if size is None:
            raise ReadError(Refusal.BROKEN)
        if size == 0:
            return b"".join(parts)
        part = stream.read(size)
        if len(part) < size:
            raise ReadError(Refusal.TRUNCATED)
        parts.append(part)
        stream.readline(64)


def _chunk_size(line: bytes) -> int | None:
    digits = line.split(b";")[0].strip()
    if not digits or len(digits) > 8:
        return None
    try:
        return int(digits, 16)
    except ValueError:
        return None


def _decoded(raw: bytes, encoding: str) -> bytes:
    if encoding == "br":
        return _from_brotli(raw)
    if encoding in ("gzip", "x-gzip"):
        is_gzip = raw.startswith(GZIP_MAGIC)
        return _inflated(raw, zlib.MAX_WBITS | 16) if is_gzip else raw
    if encoding == "deflate":
        zlib_head = raw[:1] == b"\x78"
        return _inflated(raw, zlib.MAX_WBITS if zlib_head else -zlib.MAX_WBITS)
    return raw


def _inflated(raw: bytes, window: int) -> bytes:
    engine = zlib.decompressobj(window)
    try:
        data = engine.decompress(raw, MAX_BYTES + 1)
    except zlib.error:
        raise ReadError(Refusal.BROKEN) from None
    if len(data) > MAX_BYTES:
        raise ReadError(Refusal.TOO_MUCH_INSIDE)
    if not engine.eof:
        raise ReadError(Refusal.TRUNCATED)
    return data


def _from_brotli(raw: bytes) -> bytes:
    """Undo brotli; its streams have no magic, so plain markup tells itself apart."""
    if raw.lstrip()[:1] == b"<":
        return raw
    import brotli  # slow to import: only where a record needs it

    engine, parts, size = brotli.Decompressor(), [], 0
    try:
        for start in range(0, len(raw), _STEP):
            parts.append(engine.process(raw[start : start + _STEP]))
            size += len(parts[-1])
            if size > MAX_BYTES:
                raise ReadError(Refusal.TOO_MUCH_INSIDE)
    except brotli.error:
        raise ReadError(Refusal.BROKEN) from None
    if not engine.is_finished():
        raise ReadError(Refusal.TRUNCATED)
    return b"".join(parts)
