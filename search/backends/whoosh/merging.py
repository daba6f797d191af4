"""Keeps the index in few segments, so that a query looks into few files."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.reading import SegmentReader

from search.backends.whoosh.codec import Postings, postings_of


def merge_small(writer: Any, segments: list[Any]) -> list[Any]:
    """Keep few segments: fold those together that are small beside the rest.

    A Whoosh merge policy. Segments are taken smallest first as long as the next is
    less than four times what is gathered, so an article is rewritten seldom.
    """
    by_size = sorted(segments, key=lambda segment: int(segment.doc_count_all()))
    gathered = max(writer.doc_count(), 8)
    merged = 0
    for segment in by_size:
        if segment.doc_count_all() >= 4 * gathered:
            break
        gathered += segment.doc_count_all()
        merged += 1
    if merged < 4:
        merged = 0
    for segment in by_size[:merged]:
        merge_segment(writer, segment)
    kept = {id(segment) for segment in by_size[merged:]}
    return [segment for segment in segments if id(segment) in kept]


def merge_segment(writer: Any, segment: Any) -> None:
    """Add the living documents of a segment to those being written."""
    reader = SegmentReader(writer.storage, writer.schema, segment)
    first = writer.docnum
    numbers = writer.write_per_doc(set(writer.schema.names()), reader)
    new_of_old = np.arange(first, first + segment.doc_count_all(), dtype="<i8")
    if numbers is not None:
        new_of_old[:] = -1
        new_of_old[list(numbers)] = list(numbers.values())
    for field, text in reader.all_terms():
        info = reader.term_info(field, text)
        postings = postings_of(reader._terms._postfile, info)
        postings = _renumbered(postings, new_of_old)
        if len(postings.docs):
            writer.pool.extend(field, text, postings)
    writer._added = True


def _renumbered(postings: Postings, new_of_old: NDArray[Any]) -> Postings:
    docs = new_of_old[postings.docs]
    alive = docs >= 0
    if alive.all():
        return postings._replace(docs=docs)
    freqs = postings.freqs[alive]
    places = postings.places
    if len(places):
        places = places[np.repeat(alive, postings.freqs)]
    return Postings(docs[alive], freqs, places)
