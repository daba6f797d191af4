"""Work that one process does at a time, of all processes on however many machines.

Where the database is a server it hands out the turn, else a lock on a file does. Either
is let go of with its holder, so none is ever stale.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zlib import crc32

from django.db import connection


@contextmanager
def turn_at(work: str, lock: Path, *, wait: bool) -> Iterator[bool]:
    """Hold the right to do ``work``; False where another has it and ``wait`` is off.

    ``lock`` is the file to lock where machines do not share a database.
    """
    shared = _is_shared()
    held = _by_database(work, wait) if shared else turn_here(lock, wait=wait)
    with held as ours:
        yield ours


@contextmanager
def turn_here(lock: Path, *, wait: bool) -> Iterator[bool]:
    """Hold the right to do what each machine does for itself; like ``turn_at``."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
            return
        yield True


def _is_shared() -> bool:
    return connection.vendor == "postgresql"


@contextmanager
def _by_database(work: str, wait: bool) -> Iterator[bool]:
    # A session of its own: a transaction that fails, or a connection that is given back
    # meanwhile, must not take the turn along.
    session = connection.copy()
    number = crc32(f"archive: {work}".encode())
    try:
        with session.cursor() as cursor:
            if wait:
                cursor.execute("SELECT pg_advisory_lock(%s)", [number])
                ours = True
            else:
                cursor.execute("SELECT pg_try_advisory_lock(%s)", [number])
                ours = bool(cursor.fetchone()[0])
        yield ours
    finally:
        session.close()
