"""Cuts a web archive that is too large for one reading into parts that are not.

Only what is compressed record by record, as it should be, can be cut: each part is a
web archive of its own. A ``metadata`` record stays with what follows it.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from articles.readers.document import MAX_BYTES
from articles.readers.warc.stream import GZIP_MAGIC

PART_BYTES = 8 * 1024 * 1024
_GZIP = zlib.MAX_WBITS | 16
_STEP = 64 * 1024
_HEAD = 256
_LARGEST_RECORD = 10 * MAX_BYTES


def parts_of(stream: IO[bytes], size: int = PART_BYTES) -> Iterator[bytes]:
    """Give parts of about ``size`` bytes, together the whole stream.

    What can't be cut comes as one part, no longer than ``MAX_BYTES`` and one byte: it
    is for the reader to refuse it.
    """
    part = b""
    for record, goes_on in _records(stream):
        part += record
        if len(part) >= size and not goes_on:
            yield part
            part = b""
    if part:
        yield part


def _records(stream: IO[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Give each compressed record and whether the next one belongs to it."""
    waiting = stream.read(_STEP)
    while waiting:
        record = _Record()
        while waiting and not record.is_whole and not record.is_bad:
            record.take(waiting)
            waiting = record.left or stream.read(_STEP)
        if record.is_bad:
            rest = record.data + waiting
            yield rest + stream.read(max(0, MAX_BYTES + 1 - len(rest))), False
            return
        yield record.data, b"WARC-Type: metadata" in record.head


@dataclass
class _Record:
    """One gzip member as it comes in, inflated only to find where it ends."""

    data: bytes = b""
    head: bytes = b""
    left: bytes = b""
    inflated: int = 0
    is_bad: bool = False
    _engine: zlib._Decompress = field(default_factory=lambda: zlib.decompressobj(_GZIP))

    @property
    def is_whole(self) -> bool:
        """Tell whether its end was met."""
        return self._engine.eof

    def take(self, more: bytes) -> None:
        """Take the next bytes; ``left`` are those after its end."""
        if not self.data and not more.startswith(GZIP_MAGIC):
            self.is_bad, self.left = True, b""
        try:
            self._inflate(more)
        except zlib.error:
            self.is_bad = True
        self.left = self._engine.unused_data
        self.data += more[: len(more) - len(self.left)]

    def _inflate(self, more: bytes) -> None:
        while more and not self._engine.eof:
            found = self._engine.decompress(more, _STEP)
            more = self._engine.unconsumed_tail
            self.inflated += len(found)
            if len(self.head) < _HEAD:
                self.head += found[:_HEAD]
            if self.inflated > _LARGEST_RECORD or len(self.data) > MAX_BYTES:
                self.is_bad = True
                return
