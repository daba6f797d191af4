"""Finds documents in which words follow each other."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from search.backends.whoosh.codec import Postings

_PLACES = 1 << 32  # no text has as many words


def documents_in_order(runs: list[Postings], slop: int) -> NDArray[Any]:
    """Give the documents where one place of each run follows the other's.

    At most ``slop`` words stand in between, counted over the whole phrase; with a slop
    the words may also come in the opposite order.
    """
    common = runs[0].docs
    for run in runs[1:]:
        common = np.intersect1d(common, run.docs, assume_unique=True)
    if not len(common):
        return common
    keys = [_keys(run, common) for run in runs]
    found = _follow(keys, slop)
    if slop:
        found = np.union1d(found, _follow(keys[::-1], slop))
    return found


def _keys(run: Postings, common: NDArray[Any]) -> NDArray[Any]:
    """Write document and place as one number, for the common documents alone."""
    kept = np.isin(run.docs, common, assume_unique=True)
    docs = np.repeat(run.docs[kept].astype("i8"), run.freqs[kept])
    keys: NDArray[Any] = docs * _PLACES + run.places[np.repeat(kept, run.freqs)]
    return keys


def _follow(keys: list[NDArray[Any]], slop: int) -> NDArray[Any]:
    """Walk from each place of the first word to the nearest next one of the others."""
    starts = ends = keys[0]
    for step, places in enumerate(keys[1:], start=1):
        after = np.searchsorted(places, ends, side="right")
        reached = after < len(places)
        starts, after = starts[reached], after[reached]
        ends = places[after]
        near = ends - starts <= step + slop
        starts, ends = starts[near], ends[near]
    return np.unique(starts // _PLACES)
