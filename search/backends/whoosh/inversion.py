"""Turns documents of terms into terms with their documents, by sorting numbers.

Whoosh's own pool makes a tuple of every posting and sorts them all. Here a text is
appended to its field as numbers of terms, and NumPy puts a whole batch in order.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator

import numpy as np

from search.backends.whoosh.codec import (
    NOWHERE,
    Postings,
    Run,
    read_postings,
    write_all,
    write_postings,
)


class _Numbers(dict[str, int]):
    """Numbers terms as they are met."""

    def __missing__(self, term: str) -> int:
        number = self[term] = len(self)
        return number


class _Field:
    """The texts of a field, one behind the other."""

    def __init__(self, *, placed: bool) -> None:
        self._placed = placed
        self._numbers = _Numbers()
        self._terms = array("I")
        self._docs = array("I")
        self._sizes = array("I")

    def add(self, doc: int, terms: list[str]) -> None:
        self._terms.extend(map(self._numbers.__getitem__, terms))
        self._docs.append(doc)
        self._sizes.append(len(terms))

    def inverted(self) -> Iterator[tuple[bytes, Run]]:
        """Give every term with its postings, in no order of terms."""
        if not self._terms:
            return
        terms, sizes = np.array(self._terms), np.array(self._sizes)
        order = np.argsort(terms, kind="stable")  # so documents and places stay so
        terms = terms[order]
        docs = np.repeat(np.array(self._docs), sizes)[order]
        changes = (terms[1:] != terms[:-1]) | (docs[1:] != docs[:-1])
        firsts = np.append(0, np.flatnonzero(changes) + 1)
        freqs = np.diff(firsts, append=len(terms)).astype("u4")
        docs, terms = docs[firsts], terms[firsts]
        begins = np.append(0, np.flatnonzero(terms[1:] != terms[:-1]) + 1)
        places, first_places = NOWHERE.places, np.zeros_like(begins)
        end_places = first_places
        if self._placed:
            starts = np.repeat(sizes.cumsum(dtype="i8") - sizes, sizes)
            places = (np.arange(len(order)) - starts)[order].astype("u4")
            first_places = firsts[begins]
            end_places = np.append(first_places[1:], len(places))
        # Terms got their numbers one after another, so they come as they were met.
        runs = write_all(
            Postings(docs, freqs, places), begins, first_places, end_places
        )
        for term, run in zip(self._numbers, runs, strict=True):
            yield term.encode(), run


class TermPool:
    """Gathers the postings of a segment while documents are added (a Whoosh pool)."""

    def __init__(self) -> None:
        self._fields: dict[str, _Field] = {}
        self._merged: dict[str, dict[bytes, list[Run]]] = {}

    def add(self, field: str, doc: int, terms: list[str], *, placed: bool) -> None:
        """Take the terms of a field of a document, with their places if ``placed``."""
        if field not in self._fields:
            self._fields[field] = _Field(placed=placed)
        self._fields[field].add(doc, terms)

    def extend(self, field: str, term: bytes, postings: Postings) -> None:
        """Take a run of postings of documents after all that came before."""
        runs = self._merged.setdefault(field, {}).setdefault(term, [])
        runs.append(write_postings(postings))

    def iter_postings(self) -> Iterator[tuple[str, bytes, Run]]:
        """Give fields and terms in order, each with its postings."""
        for name in sorted({*self._fields, *self._merged}):
            field = self._fields.get(name)
            fresh = dict(field.inverted()) if field else {}
            merged = self._merged.get(name, {})
            for term in sorted({*fresh, *merged}):
                runs = [fresh[term]] if term in fresh else []
                yield name, term, _joined([*runs, *merged.get(term, ())])

    def cleanup(self) -> None:
        """Let go of everything."""
        self._fields, self._merged = {}, {}


def _joined(runs: list[Run]) -> Run:
    if len(runs) == 1:
        return runs[0]
    parts = [read_postings(memoryview(run.bytes)) for run in runs]
    return write_postings(Postings(*map(np.concatenate, zip(*parts, strict=True))))
