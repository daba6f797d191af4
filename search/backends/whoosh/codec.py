"""How postings lie on disk: as arrays, so that a query reads them as arrays.

Whoosh's own codec packs 128 postings a block into a compressed pickle and walks them
one Python call at a time. Here the postings of a term are one run of bytes: how many,
the document numbers, how often the term stands in each, and at which places. NumPy
looks at them where they lie in the memory map, without a copy or a cursor, so any
number of threads may read the same files. Everything else of a segment (term table,
columns, table of contents) stays Whoosh's.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from struct import Struct
from sys import byteorder
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3TermInfo
from whoosh.matching import ListMatcher

_HEAD = Struct("<IBB")  # documents, bytes a frequency takes, bytes a place takes
_INFO = W3TermInfo._struct
_EXTENT = Struct("!qi")
_SIZES = {"B": 1, "H": 2, "I": 4}
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


_Gathered = tuple["array[int]", "array[int]", "array[int]"]

NOWHERE = Postings(*(np.empty(0, dtype="<u4") for _ in range(3)))


def write_postings(docs: array[int], freqs: array[int], places: array[int]) -> bytes:
    """Give the bytes of a term's postings; each part takes what its largest needs."""
    freq_code, place_code = _narrowest(freqs), _narrowest(places)
    head = _HEAD.pack(len(docs), _SIZES[freq_code], _SIZES[place_code])
    parts = (docs, array(freq_code, freqs), array(place_code, places))
    if byteorder == "big":
        for part in parts:
            part.byteswap()
    return head + b"".join(parts)


def read_postings(run: memoryview) -> Postings:
    """Look at the postings in the bytes that ``write_postings`` gave."""
    count, freq_size, place_size = _HEAD.unpack_from(run)
    freqs_at = _HEAD.size + 4 * count
    places_at = freqs_at + freq_size * count
    return Postings(
        np.frombuffer(run, "<u4", count, _HEAD.size),
        np.frombuffer(run, _UNSIGNED[freq_size], count, freqs_at),
        np.frombuffer(run[places_at:], _UNSIGNED[place_size]),
    )


def postings_of(file: Any, info: W3TermInfo) -> Postings:
    """Look at the postings of a term in the mapped file of postings."""
    offset, (length,) = info.extent()  # Whoosh reads the length as a tuple of one
    return read_postings(file.view(offset, length))


def _narrowest(numbers: array[int]) -> str:
    most = max(numbers, default=0)
    return "B" if most < 1 << 8 else "H" if most < 1 << 16 else "I"


class TermPool:
    """Gathers postings term by term while documents are added (a Whoosh pool).

    Whoosh's own pool makes a tuple of every posting and sorts them all; documents come
    in order, so gathering is enough and only the terms are left to sort.
    """

    def __init__(self) -> None:
        self._fields: dict[str, dict[bytes, _Gathered]] = {}

    def add_terms(self, field: str, doc: int, terms: Iterable[str]) -> None:
        """Take the terms of a field of a document, without their places."""
        gathered = self._fields.setdefault(field, {})
        for term, count in Counter(terms).items():
            docs, freqs, _ = _of_term(gathered, term.encode())
            docs.append(doc)
            freqs.append(count)

    def add_places(self, field: str, doc: int, terms: Iterable[str]) -> None:
        """Take the terms of a field of a document with their places."""
        gathered = self._fields.setdefault(field, {})
        places_of: dict[str, list[int]] = {}
        for place, term in enumerate(terms):
            if term in places_of:
                places_of[term].append(place)
            else:
                places_of[term] = [place]
        for term, at in places_of.items():
            docs, freqs, places = _of_term(gathered, term.encode())
            docs.append(doc)
            freqs.append(len(at))
            places.extend(at)

    def extend(self, field: str, term: bytes, postings: Postings) -> None:
        """Take a run of postings of documents after all that came before."""
        gathered = _of_term(self._fields.setdefault(field, {}), term)
        for part, more in zip(gathered, postings, strict=True):
            part.frombytes(more.astype("u4").tobytes())

    def iter_postings(self) -> Iterator[tuple[str, bytes, _Gathered]]:
        """Give fields and terms in order, each with its postings."""
        for field, gathered in sorted(self._fields.items()):
            for term in sorted(gathered):
                yield field, term, gathered[term]

    def cleanup(self) -> None:
        """Let go of everything."""
        self._fields = {}


def _of_term(gathered: dict[bytes, _Gathered], term: bytes) -> _Gathered:
    parts = gathered.get(term)
    if parts is None:
        parts = gathered[term] = (array("I"), array("I"), array("I"))
    return parts


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
        self, schema: Any, lengths: Any, items: Iterable[tuple[str, bytes, _Gathered]]
    ) -> None:
        """Write what ``TermPool.iter_postings`` gives."""
        number_of = self._fieldmap
        place = self._postfile.tell()
        for field, text, gathered in items:
            number = number_of.setdefault(field, len(number_of))
            run = write_postings(*gathered)
            info = _term_info(gathered, place, len(run))
            self._tindex.add(number.to_bytes(2, "big") + text, info)
            self._postfile.write(run)
            place += len(run)


def _term_info(gathered: _Gathered, place: int, length: int) -> bytes:
    """Write a term's entry as ``W3TermInfo`` does, without bounds of field lengths."""
    docs, freqs, _ = gathered
    figures = (False, sum(freqs), len(docs), 0, 255, max(freqs), docs[0], docs[-1])
    return bytes(_INFO.pack(*figures) + _EXTENT.pack(place, length))
