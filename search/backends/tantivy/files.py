"""Knows a damaged segment from a whole one.

tantivy ends each file with a footer that tells the checksum of what stands before it,
but looks at it only when asked to, which its Python package can't. Of some files it
even takes a missing one for empty.
"""

from __future__ import annotations

import json
import mmap
import struct
import zlib
from pathlib import Path

_TAIL = struct.Struct("<II")  # length of the footer, and a constant
_MAGIC = 1337
_PARTS = ("term", "idx", "pos", "fieldnorm", "fast", "store")


class DamagedIndex(OSError):  # noqa: N818  (an OSError: reading failed)
    """A file of the index is missing or is not as it was written."""


def files_in_use(folder: Path) -> set[Path]:
    """Give the files of the segments of the latest commit."""
    meta = json.loads((folder / "meta.json").read_text())
    files: set[Path] = set()
    for segment in meta["segments"]:
        name = segment["segment_id"].replace("-", "")
        files.update(folder / f"{name}.{part}" for part in _PARTS)
        if segment["deletes"]:
            files.add(folder / f"{name}.{segment['deletes']['opstamp']}.del")
    return files


def check_file(path: Path) -> None:
    """Raise ``DamagedIndex`` unless a file is as it was written."""
    try:
        with (
            path.open("rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped,
        ):
            whole = _is_whole(mapped)
    except (OSError, ValueError, KeyError, struct.error) as error:
        # ValueError: empty, or no JSON; struct's own: shorter than the tail.
        raise DamagedIndex(f"{path.name} can't be read") from error
    if not whole:
        raise DamagedIndex(f"{path.name} is damaged")


def _is_whole(mapped: mmap.mmap) -> bool:
    end = len(mapped) - _TAIL.size
    length, magic = _TAIL.unpack(mapped[max(0, end) :])
    if magic != _MAGIC or not 0 < length <= end:
        return False
    footer = json.loads(mapped[end - length : end])
    with memoryview(mapped) as view, view[: end - length] as body:
        return bool(zlib.crc32(body) == footer["crc"])
