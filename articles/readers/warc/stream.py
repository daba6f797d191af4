"""The records of an archive one after another, uncompressed."""

from __future__ import annotations

import io
import zlib
from itertools import islice
from typing import IO, TYPE_CHECKING

from articles.readers.document import Refusal

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

GZIP_MAGIC = b"\x1f\x8b"
_GZIP = zlib.MAX_WBITS | 16
_STEP = 64 * 1024


class Records(io.RawIOBase):
    """Inflates on the way, so that a bomb never stands in memory.

    It doesn't matter whether the archive is compressed record by record, as it should
    be, or as a whole. Where it is damaged or cut off the stream ends with what was
    readable, and ``fault`` says why.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self.fault: Refusal | None = None
        self._file = file
        self._engine = zlib.decompressobj(_GZIP)
        self._compressed = file.read(len(GZIP_MAGIC)) == GZIP_MAGIC
        file.seek(0)
        self._waiting = b""

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Put the next bytes into ``buffer``; 0 is the end."""
        view = memoryview(buffer)
        if not self._compressed:
            plain = self._file.read(len(view))
            view[: len(plain)] = plain
            return len(plain)
        data = self._inflate(len(view))
        view[: len(data)] = data
        return len(data)

    def _inflate(self, most: int) -> bytes:
        while self.fault is None:
            self._waiting = self._waiting or self._file.read(_STEP)
            if self._engine.eof:  # the next record is compressed for itself
                self._waiting = self._waiting.lstrip(b"\x00")
                if not self._waiting:
                    break
                self._engine = zlib.decompressobj(_GZIP)
            at_end = not self._waiting
            if data := self._step(most):
                return data
            if at_end and not self._engine.eof:
                self.fault = self.fault or Refusal.TRUNCATED
        return b""

    def _step(self, most: int) -> bytes:
        try:
            data = self._engine.decompress(self._waiting, most)
        except zlib.error:
            self.fault = Refusal.BROKEN
            return b""
        left = self._engine.unconsumed_tail
        self._waiting = self._engine.unused_data if self._engine.eof else left
        return data


def begins_as_archive(content: bytes) -> bool:
    """Tell a web archive by its first bytes, compressed or not."""
    if content.startswith(GZIP_MAGIC):
        content = Records(io.BytesIO(content[:4096])).read(16) or b""
    return content.startswith((b"WARC/", b"filedesc:"))


def holds_records(file: IO[bytes]) -> bool:
    """Tell whether a record begins anywhere near the start: broken archives may begin
    with something else, but a search through gigabytes of nothing has no end."""
    start = file.read(4 * _STEP)
    file.seek(0)
    if start.startswith(GZIP_MAGIC):
        records = Records(io.BytesIO(start))
        parts = iter(lambda: records.read(_STEP) or b"", b"")
        start = b"".join(islice(parts, 16))
    return b"WARC/" in start or b"filedesc:" in start
