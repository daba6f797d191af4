"""Writes documents into a generation, all of a batch or nothing of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from whoosh.index import FileIndex
from whoosh.writing import SegmentWriter

from search.backends.documents import PLACED, Document
from search.backends.whoosh.checksums import write_sums
from search.backends.whoosh.codec import ArrayCodec
from search.backends.whoosh.inversion import TermPool
from search.backends.whoosh.merging import merge_small
from search.backends.whoosh.schema import length_of, schema
from search.backends.whoosh.snapshot import INDEX_NAME
from search.backends.whoosh.storage import MappedStorage

_LOCK_TIMEOUT = 20.0
"""Seconds a writer waits for another."""


class DocumentWriter(SegmentWriter):  # type: ignore[misc]
    """Whoosh's writer of segments, fed with terms instead of texts."""

    def __init__(self, folder: Path) -> None:
        index = FileIndex(MappedStorage(str(folder)), schema(), INDEX_NAME)
        codec = ArrayCodec()
        super().__init__(index, timeout=_LOCK_TIMEOUT, codec=codec, compound=False)
        self.pool = TermPool()

    def add(self, document: Document) -> None:
        """Take a document."""
        numbers = self.perdocwriter
        numbers.start_doc(self.docnum)
        for name, terms in document.texts.items():
            self.pool.add(name, self.docnum, terms, placed=name in PLACED)
            numbers.add_field(name, self.schema[name], None, len(terms))
            self._put(length_of(name), len(terms))
        for name, number in document.numbers.items():
            self._put(name, number)
        numbers.finish_doc()
        self._added = True
        self.docnum += 1

    def _put(self, column: str, number: int) -> None:
        kind = self.schema[column].column_type
        self.perdocwriter.add_column_value(column, kind, number)

    def get_segment(self) -> Any:
        """Give the segment just written, its files summed up."""
        segment = super().get_segment()
        if self.fieldwriter.is_closed:
            write_sums(Path(self.storage.folder), segment.segment_id())
        return segment

    def give_up(self) -> None:
        """Leave the index as it was and let go of the lock, whatever is broken."""
        with suppress(Exception):
            self.cancel()
        with suppress(Exception):
            self.writelock.release()


@contextmanager
def writing(folder: Path) -> Iterator[DocumentWriter]:
    """Write into a generation: commit at the end, give up on any error."""
    writer = DocumentWriter(folder)
    try:
        yield writer
        writer.commit(mergetype=merge_small)
    except BaseException:
        writer.give_up()
        raise
