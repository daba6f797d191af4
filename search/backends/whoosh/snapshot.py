"""The index at one moment, as arrays: what a query reads.

A segment's files never change once written, so what is read of them is kept for the
life of the process; a commit adds segments, and the next snapshot opens only those.
Nothing here has a cursor: a snapshot may be shared by any number of threads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.index import TOC, FileIndex
from whoosh.reading import SegmentReader

from search.backends.documents import NUMBERS, TEXTS
from search.backends.whoosh.checksums import check_sums
from search.backends.whoosh.codec import NOWHERE, Postings, read_postings
from search.backends.whoosh.schema import length_of
from search.backends.whoosh.storage import MappedStorage
from search.backends.whoosh.terms import TermTable
from search.latest import Latest

INDEX_NAME = "articles"

_MOST_MATCHES = 6
"""Of so many queries the matches are kept: five bytes of each for every document."""


class Segment:
    """One written segment, opened once."""

    def __init__(self, storage: MappedStorage, schema: Any, segment: Any) -> None:
        check_sums(Path(storage.folder), segment.segment_id())
        self.size: int = segment.doc_count_all()
        terms = SegmentReader(storage, schema, segment)._terms
        self.terms = TermTable(terms)
        self._postings = terms._postfile
        self._storage = storage
        self._segment = segment
        self.columns = {name: self._numbers(name, ">i4") for name in NUMBERS}
        self.lengths = {name: self._numbers(length_of(name), ">i4") for name in TEXTS}

    def postings(self, field: str, term: bytes) -> Postings | None:
        """Read the postings of a term, None where it does not stand."""
        extent = self.terms.extent(field, term)
        return read_postings(self._postings.taken(*extent)) if extent else None

    def _numbers(self, column: str, kind: str) -> NDArray[Any]:
        # The file of a column ends with its last document that has a value.
        numbers = np.zeros(self.size, dtype=np.dtype(kind).newbyteorder("="))
        name = self._segment.make_filename(f".{column}.col")
        if self._storage.file_exists(name):
            length = self._storage.file_length(name)
            stored = np.frombuffer(self._storage.open_file(name).view(0, length), kind)
            numbers[: len(stored)] = stored
        return numbers


class Snapshot:
    """All segments of one commit as if they were one."""

    def __init__(self, segments: list[Segment], deleted: list[set[int]]) -> None:
        self.segments = segments
        sizes = [segment.size for segment in segments]
        self.offsets = [sum(sizes[:index]) for index in range(len(sizes))]
        self.size = sum(sizes)
        self.live = np.ones(self.size, dtype=bool)
        for offset, gone in zip(self.offsets, deleted, strict=True):
            self.live[[offset + doc for doc in gone]] = False
        self.columns = {
            name: _joined([segment.columns[name] for segment in segments], "i4")
            for name in NUMBERS
        }
        self.latest_matches: Latest[Any, Any] = Latest(_MOST_MATCHES)

    def postings(self, field: str, term: str) -> Postings:
        """Read the postings of a term in the whole index, by document number."""
        runs = []
        for segment, offset in zip(self.segments, self.offsets, strict=True):
            run = segment.postings(field, term.encode())
            if run is not None:
                runs.append(run._replace(docs=run.docs + offset) if offset else run)
        if len(runs) <= 1:
            return runs[0] if runs else NOWHERE
        return Postings(*(np.concatenate(parts) for parts in zip(*runs, strict=True)))

    def frequencies(self, field: str, words: Sequence[str]) -> dict[str, int]:
        """Count the documents of terms, those since deleted among them."""
        counts = [0] * len(words)
        terms = [word.encode() for word in words]
        for segment in self.segments:
            more = segment.terms.frequencies(field, terms)
            counts = [count + n for count, n in zip(counts, more, strict=True)]
        return {word: n for word, n in zip(words, counts, strict=True) if n}

    def terms(self, field: str, prefix: str, most: int) -> Counter[str]:
        """Give terms that begin with ``prefix`` with their document counts.

        The first ``most`` of each segment, at most.
        """
        counts: Counter[str] = Counter()
        for segment in self.segments:
            for term, documents in segment.terms.starting(field, prefix.encode(), most):
                counts[term.decode()] += documents
        return counts

    def length_norms(self, field: str, b: float) -> NDArray[Any]:
        """Give BM25's length factor of every document for a field."""
        key = field, b
        if key not in self._norms:
            lengths = self._lengths(field)
            # Documents without the field don't count, as titles may be missing.
            mean = lengths[lengths > 0].mean() if lengths.any() else 1.0
            self._norms[key] = ((1 - b) + b * rounded(lengths) / mean).astype("f4")
        return self._norms[key]

    def holders(self, field: str) -> int:
        """Count the documents that have a text in a field, deleted ones among them."""
        if field not in self._holders:
            self._holders[field] = int(np.count_nonzero(self._lengths(field)))
        return self._holders[field]

    def _lengths(self, field: str) -> NDArray[Any]:
        return _joined([segment.lengths[field] for segment in self.segments], "i4")

    @cached_property
    def _holders(self) -> dict[str, int]:
        return {}

    @cached_property
    def _norms(self) -> dict[tuple[str, float], NDArray[Any]]:
        return {}

    @cached_property
    def months(self) -> NDArray[Any]:
        """Give year × 100 + month of every document, 0 where undated."""
        days = self.columns["published"] // 1440
        # 719,163 is the ordinal of 1970-01-01, where datetime64 begins.
        months = (days - 719_163).astype("M8[D]").astype("M8[M]").astype("i4")
        numbers = (months // 12 + 1970) * 100 + months % 12 + 1
        return np.where(days > 0, numbers, 0).astype("i4")


def _joined(arrays: list[NDArray[Any]], kind: str) -> NDArray[Any]:
    return np.concatenate(arrays) if arrays else np.empty(0, dtype=kind)


def rounded(lengths: NDArray[Any]) -> NDArray[Any]:
    """Round lengths of texts down as engines do that keep each in one byte.

    Lucene's ``SmallFloat.intToByte4``, which tantivy has too: exact up to 40, then
    the four highest bits of what is above 24 are kept. So all engines score alike.
    """
    above = np.maximum(lengths - 24, 0)
    bits = np.frexp(above.astype("f8"))[1]  # how many binary digits it has
    cut = np.maximum(bits - 4, 0)
    return np.where(lengths < 24, lengths, 24 + (above >> cut << cut))


class SnapshotReader:
    """Gives the latest snapshot of a folder, opening only what is new."""

    def __init__(self, folder: Path, schema: Any) -> None:
        self.folder = folder
        self._storage = MappedStorage(str(folder))
        self._schema = schema
        self._index = FileIndex(self._storage, schema, INDEX_NAME)
        self._segments: dict[str, Segment] = {}
        self._generation = -1
        self._snapshot = Snapshot([], [])
        self._lock = Lock()

    def latest(self) -> Snapshot:
        """Read the latest commit; raises where its files can't be read."""
        generation = self._index.latest_generation()
        if generation == self._generation:
            return self._snapshot
        with self._lock:
            if generation != self._generation:
                self._open()
            return self._snapshot

    def _open(self) -> None:
        toc = TOC.read(self._storage, INDEX_NAME, schema=self._schema)
        opened = {
            written.segment_id(): self._segments.get(written.segment_id())
            or Segment(self._storage, self._schema, written)
            for written in toc.segments
        }
        deleted = [set(written.deleted_docs()) for written in toc.segments]
        self._snapshot = Snapshot(list(opened.values()), deleted)
        self._segments, self._generation = opened, toc.generation
