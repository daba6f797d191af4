"""The files in which the processes of a server count, each its own.

A process counts in ``counter_17.db``; what it counted stays when it ends, or the sums
would fall. Server processes end and begin all day: what ended ones counted is kept in
one file together, ``counter_ended.db``, and theirs are deleted.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from prometheus_client.mmap_dict import MmapedDict

_ENDED = "ended"


@contextmanager
def held(folder: Path, *, alone: bool = False) -> Iterator[None]:
    """Hold the files as they are while they are read, or ``alone`` to change them."""
    with (folder / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        yield


def forget_all(folder: Path) -> None:
    """Begin to count anew."""
    for counted in folder.glob("*.db"):
        counted.unlink(missing_ok=True)


def keep_of_ended(folder: Path, process: int) -> None:
    """Add what an ended process counted to what all ended ones did."""
    with held(folder, alone=True):
        for counted in folder.glob(f"*_{process}.db"):
            kind = counted.stem.rpartition("_")[0]
            _add(counted, folder / f"{kind}_{_ENDED}.db")
            counted.unlink()


def _add(counted: Path, ended: Path) -> None:
    rows = MmapedDict.read_all_values_from_file(str(counted))  # type: ignore[no-untyped-call]
    kept = MmapedDict(str(ended))  # type: ignore[no-untyped-call]
    for key, value, timestamp, _place in rows:
        before, _when = kept.read_value(key)  # type: ignore[no-untyped-call]
        kept.write_value(key, before + value, timestamp)  # type: ignore[no-untyped-call]
    kept.close()  # type: ignore[no-untyped-call]
