"""Knows a damaged segment from a whole one."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

_SUMS = "sums"


class DamagedIndex(OSError):  # noqa: N818  (an OSError: reading failed)
    """A file of the index is missing or is not as it was written."""


def write_sums(folder: Path, segment: str) -> None:
    """Keep beside the files of a segment what they sum up to."""
    sums = {path.name: _sum(path) for path in folder.glob(f"{segment}.*")}
    (folder / f"{segment}.{_SUMS}").write_text(json.dumps(sums))


def check_sums(folder: Path, segment: str) -> None:
    """Raise ``DamagedIndex`` unless every file of a segment is as it was written."""
    sums = json.loads((folder / f"{segment}.{_SUMS}").read_text())
    for name, expected in sums.items():
        if _sum(folder / name) != expected:
            raise DamagedIndex(f"{name} is damaged")


def _sum(path: Path) -> int:
    """Sum a file up, read and not mapped: its pages would count as ours for good."""
    total = 0
    with path.open("rb", buffering=0) as file:
        while piece := file.read(1 << 20):
            total = zlib.crc32(piece, total)
    return total
