"""How postings lie on disk: as arrays, so that a query reads them as arrays.

Whoosh's own codec packs 128 postings a block into a compressed pickle and walks them
one Python call at a time. Here the postings of a term are one run of bytes: how many,
the document numbers, how often the term stands in each, and at which places. NumPy
looks at them as they lie in the file, without decoding or a cursor, so any
number of threads may read the same files. Everything else of a segment (term table,
columns, table of contents) stays Whoosh's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from struct import Struct
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3TermInfo
from whoosh.matching import ListMatcher

_HEAD = Struct("<IBB")  # documents, bytes a frequency takes, bytes a place takes
_INFO = W3TermInfo._struct
_EXTENT = Struct("!qi")
_LENGTHS = Struct("!ii")  # of key and value, before each entry of a hash file
_UNSIGNED: dict[int, np.dtype[Any]] = {
    size: np.dtype(f"<u{size}") for size in (1, 2, 4)
}


class Postings(NamedTuple):
    """Where a term stands: documents in order, how often in each, at which places.

    ``places`` are those of the first document, then of the second…, each in order; it
    is empty for fields that keep none.
    """

    docs: NDArray[Any]
    freqs: NDArray[Any]
    places: NDArray[Any]


NOWHERE = Postings(*(np.empty(0, dtype="<u4") for _ in range(3)))


class Run(NamedTuple):
    """The postings of a term as bytes, and what its entry tells of them."""

    bytes: bytes
    documents: int
    total: int
    most: int
    first: int
    last: int


def write_postings(postings: Postings) -> Run:
    """Write the postings of one term; each part takes what its largest needs."""
    nothing_else = np.zeros(1, dtype="i8")
    ends = np.array([len(postings.places)])
    return next(write_all(postings, nothing_else, ends - ends, ends))


def write_all(
    postings: Postings,
    begins: NDArray[Any],
    first_places: NDArray[Any],
    end_places: NDArray[Any],
) -> Iterator[Run]:
    """Write the postings of many terms that stand one behind the other.

    Those of a term begin at ``begins``; its places stand from ``first_places`` on and
    before ``end_places``.
    """
    docs, freqs, places = postings
    ends = np.append(begins[1:], len(docs))
    most = np.maximum.reduceat(freqs, begins)
    farthest = np.zeros_like(begins)
    if len(places):
        farthest = np.maximum.reduceat(places, first_places)
    doc_bytes = docs.astype("<u4").tobytes()
    freq_bytes, place_bytes = _in_each_size(freqs), _in_each_size(places)
    for begin, end, total, highest, place, first, last in zip(
        begins.tolist(),
        ends.tolist(),
        np.add.reduceat(freqs, begins, dtype="i8").tolist(),
        most.tolist(),
        farthest.tolist(),
        first_places.tolist(),
        end_places.tolist(),
        strict=True,
    ):
        size, wide = _narrowest(highest), _narrowest(place)
        run = (
            _HEAD.pack(end - begin, size, wide),
            doc_bytes[4 * begin : 4 * end],
            freq_bytes[size][size * begin : size * end],
            place_bytes[wide][wide * first : wide * last],
        )
        bounds = int(docs[begin]), int(docs[end - 1])
        yield Run(b"".join(run), end - begin, total, highest, *bounds)


def _in_each_size(numbers: NDArray[Any]) -> dict[int, bytes]:
    return {size: numbers.astype(kind).tobytes() for size, kind in _UNSIGNED.items()}


def read_postings(run: memoryview | bytes) -> Postings:
    """Look at the postings in the bytes that ``write_postings`` gave."""
    count, freq_size, place_size = _HEAD.unpack_from(run)
    freqs_at = _HEAD.size + 4 * count
    places_at = freqs_at + freq_size * count
    return Postings(
        np.frombuffer(run, "<u4", count, _HEAD.size),
        np.frombuffer(run, _UNSIGNED[freq_size], count, freqs_at),
        np.frombuffer(memoryview(run)[places_at:], _UNSIGNED[place_size]),
    )


def postings_of(file: Any, info: W3TermInfo) -> Postings:
    """Look at the postings of a term in the mapped file of postings."""
    offset, (length,) = info.extent()  # Whoosh reads the length as a tuple of one
    return read_postings(file.view(offset, length))


def _narrowest(most: int) -> int:
    return 1 if most < 1 << 8 else 2 if most < 1 << 16 else 4


class ArrayCodec(W3Codec):  # type: ignore[misc]
    """Whoosh's codec with postings as arrays."""

    length_stats = False

    def field_writer(self, storage: Any, segment: Any) -> ArrayFieldWriter:
        """Give the writer of terms and postings."""
        return ArrayFieldWriter(self, storage, segment)

    def postings_reader(
        self,
        dbfile: Any,
        terminfo: W3TermInfo,
        format_: Any,
        term: Any = None,
        scorer: Any = None,
    ) -> ListMatcher:
        """Let Whoosh's own searcher read the same postings, one by one."""
        docs, freqs, _ = postings_of(dbfile, terminfo)
        return ListMatcher(
            docs.tolist(),
            freqs.astype(float).tolist(),
            None,
            format_,
            scorer=scorer,
            term=term,
            terminfo=terminfo,
        )


class ArrayFieldWriter(W3FieldWriter):  # type: ignore[misc]
    """Writes the terms of a segment with their postings."""

    def add_postings(
        self, schema: Any, lengths: Any, items: Iterable[tuple[str, bytes, Run]]
    ) -> None:
        """Write what ``TermPool.iter_postings`` gives."""
        for field, terms in groupby(items, key=itemgetter(0)):
            number = self._fieldmap.setdefault(field, len(self._fieldmap))
            self._add_field(number, ((text, run) for _, text, run in terms))

    def _add_field(self, number: int, terms: Iterable[tuple[bytes, Run]]) -> None:
        """Write the terms of a field as ``OrderedHashWriter.add`` does, all at once."""
        table = self._tindex
        place, entry = self._postfile.tell(), table.dbfile.tell()
        runs: list[bytes] = []
        entries: list[bytes] = []
        for text, run in terms:
            key = number.to_bytes(2, "big") + text
            info = _term_info(run, place)
            hashed = table.hashfn(key)
            table.buckets[hashed & 255].append((hashed, entry))
            table.index.append(entry)
            table.lastkey = key
            runs.append(run.bytes)
            entries += (_LENGTHS.pack(len(key), len(info)), key, info)
            place += len(run.bytes)
            entry += _LENGTHS.size + len(key) + len(info)
        self._postfile.write(b"".join(runs))
        table.dbfile.write(b"".join(entries))


def _term_info(run: Run, place: int) -> bytes:
    """Write a term's entry as ``W3TermInfo`` does, without bounds of field lengths."""
    figures = (False, run.total, run.documents, 0, 255, run.most, run.first, run.last)
    return bytes(_INFO.pack(*figures) + _EXTENT.pack(place, len(run.bytes)))
