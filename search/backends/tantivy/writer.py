"""Writes into an index, all of a batch or nothing of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

import tantivy

_LOCK_TIMEOUT = 20.0
"""Seconds a writer waits for another."""

_MEMORY = 256_000_000
"""Bytes of terms gathered before they are written: a chunk of a rebuild fits."""


@contextmanager
def writing(folder: Path) -> Iterator[tantivy.IndexWriter]:
    """Write into an index: commit at the end, give up on any error.

    The index is opened anew, since one that was open while another process wrote does
    not know its files and leaves them behind.
    """
    writer = _locked(tantivy.Index.open(str(folder)))
    try:
        yield writer
        writer.commit()
    except BaseException:
        with suppress(Exception):
            writer.rollback()
        raise
    finally:
        # Only this lets go of the lock at once; what is dropped may do so later.
        writer.wait_merging_threads()


def _locked(index: tantivy.Index) -> tantivy.IndexWriter:
    until = monotonic() + _LOCK_TIMEOUT
    while True:
        try:
            return index.writer(_MEMORY, num_threads=1)
        except ValueError as error:
            if "LockBusy" not in str(error) or monotonic() > until:
                raise OSError(f"the index can't be written: {error}") from error
            sleep(0.05)
