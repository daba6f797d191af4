"""What a site and all others use of the machine, as the system tells it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Machine:
    """What the processes of a site, and all others, have used of the machine."""

    own: float
    all: float
    whole: float
    resident: dict[int, int]

    @classmethod
    def now(cls, process: int) -> Machine:
        """Look at the machine: seconds of processors, kilobytes of memory."""
        tick = os.sysconf("SC_CLK_TCK")
        own, resident = sum(os.times()[:4]), {}
        for folder in _below(process):
            with suppress(OSError):
                told = (folder / "stat").read_text().rpartition(")")[2].split()
                own += sum(map(int, told[11:15])) / tick
                pages = int((folder / "statm").read_text().split()[1])
                resident[int(folder.name)] = pages * os.sysconf("SC_PAGE_SIZE") // 1024
        times = [int(n) / tick for n in Path("/proc/stat").read_text().split()[1:9]]
        return cls(own, sum(times) - times[3] - times[4], sum(times), resident)

    def taken_by_others(self, before: Machine) -> float:
        """Give the share of the machine that was neither ours nor idle since."""
        others = (self.all - before.all) - (self.own - before.own)
        return max(0.0, others) / (self.whole - before.whole)

    def growth(self, before: Machine) -> float:
        """Give by how much the process that grew most has grown since."""
        return max(
            (kilobytes / before.resident[one] - 1)
            for one, kilobytes in self.resident.items()
            if one in before.resident
        )


def _below(process: int) -> Iterator[Path]:
    """Give what the system tells of a process and of all that it started."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            told = stat.read_text().rpartition(")")[2].split()
            parents[int(stat.parent.name)] = int(told[1])
    for one in parents:
        parent: int | None = one
        while parent and parent != process:
            parent = parents.get(parent)
        if parent == process:
            yield Path(f"/proc/{one}")
