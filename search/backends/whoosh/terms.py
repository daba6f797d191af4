"""Looks up many terms of a segment at once in Whoosh's table of terms.

A slip or a pattern stands for hundreds of words. Whoosh's own reader takes a dozen
Python calls for each; the table lies in the memory map, so NumPy can look at it as
arrays. Its layout is that of ``whoosh.filedb.filetables``: entries in order of their
keys, 256 hash tables of pointers to them, and an array of where each entry begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from struct import Struct
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import W3TermInfo

_POINTER = np.dtype([("hash", ">u4"), ("place", ">u8")])
_HASH_AND_PLACE = Struct("!Iq")
_INFO = W3TermInfo._struct
_EXTENT = Struct("!qi")  # after the info
_LENGTHS = 8  # two numbers before each entry: the lengths of key and value
_NUMBER = 2  # each key begins with the number of its field
_FREQUENCY = 5  # in the value, before it come flags and a weight


class TermTable:
    """The terms of one segment, each with how many documents it stands in."""

    def __init__(self, terms: Any) -> None:
        index = terms._tindex  # of a W3TermsReader
        self._index = index
        self._numbers: dict[str, int] = terms._fieldmap
        self._bytes: memoryview = memoryview(index.dbfile._buf)
        self._places = np.frombuffer(
            self._bytes,
            np.dtype(index.extras["indextype"]).newbyteorder(">"),
            index.indexlen,
            index.indexbase,
        )
        places, sizes = np.array(index.tables, dtype="i8").reshape(256, 2).T
        first = int(places[0])
        self._sizes = sizes
        self._starts = (places - first) // _POINTER.itemsize
        self._pointers = np.frombuffer(self._bytes, _POINTER, sizes.sum(), first)

    def extent(self, field: str, term: bytes) -> tuple[int, int] | None:
        """Tell where the postings of a term begin and how long they are."""
        place = self._place(self._key(field, term))
        if not place:
            return None
        extent: tuple[int, int] = _EXTENT.unpack_from(
            self._bytes, place + _LENGTHS + _NUMBER + len(term) + _INFO.size
        )
        return extent

    def frequencies(self, field: str, terms: Sequence[bytes]) -> Iterator[int]:
        """Give for each term in how many documents it stands, 0 for none."""
        keys = [self._key(field, term) for term in terms]
        for key, place in zip(keys, self._find(keys).tolist(), strict=True):
            if place and self._key_at(place) != key:  # another of the same hash
                place = self._place(key)
            yield self._frequency(place) if place else 0

    def starting(self, field: str, prefix: bytes, most: int) -> list[tuple[bytes, int]]:
        """Give the first ``most`` terms that begin with ``prefix``, in order."""
        key = self._key(field, prefix)
        start = self._rank(key)
        stop = min(self._rank(key + b"\xff"), start + most)  # no UTF-8 holds FF
        return [
            (self._key_at(place)[_NUMBER:], self._frequency(place))
            for place in self._places[start:stop].tolist()
        ]

    def _key(self, field: str, term: bytes) -> bytes:
        return self._numbers.get(field, 0xFFFF).to_bytes(_NUMBER, "big") + term

    def _find(self, keys: list[bytes]) -> NDArray[Any]:
        """Give where the entry with the hash of each key begins, 0 for none."""
        found = np.zeros(len(keys), dtype="i8")
        hash_of = self._index.hashfn
        hashes = np.fromiter(map(hash_of, keys), dtype="i8", count=len(keys))
        sizes, starts = self._sizes[hashes & 255], self._starts[hashes & 255]
        slots = (hashes >> 8) % np.maximum(sizes, 1)
        asked = np.flatnonzero(sizes)
        while len(asked):
            pointers = self._pointers[starts[asked] + slots[asked]]
            places = pointers["place"].astype("i8")
            here = pointers["hash"] == hashes[asked]
            found[asked[here]] = places[here]
            asked = asked[(places > 0) & ~here]
            slots[asked] = (slots[asked] + 1) % sizes[asked]
        return found

    def _place(self, key: bytes) -> int:
        """Give where the entry of a key begins, 0 for none."""
        hashed = self._index.hashfn(key)
        start, size = self._index.tables[hashed & 255]
        slot = (hashed >> 8) % size if size else 0
        for _ in range(size):
            at = start + slot * _POINTER.itemsize
            found, place = _HASH_AND_PLACE.unpack_from(self._bytes, at)
            if not place:
                break
            if found == hashed and self._key_at(place) == key:
                return int(place)
            slot = (slot + 1) % size
        return 0

    def _rank(self, key: bytes) -> int:
        low, high = 0, len(self._places)
        while low < high:
            middle = (low + high) // 2
            if self._key_at(int(self._places[middle])) < key:
                low = middle + 1
            else:
                high = middle
        return low

    def _key_at(self, place: int) -> bytes:
        length = int.from_bytes(self._bytes[place : place + 4], "big")
        start = place + _LENGTHS
        return bytes(self._bytes[start : start + length])

    def _frequency(self, place: int) -> int:
        length = int.from_bytes(self._bytes[place : place + 4], "big")
        start = place + _LENGTHS + length + _FREQUENCY
        return int.from_bytes(self._bytes[start : start + 4], "big")
