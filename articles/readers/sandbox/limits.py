"""What a child that reads one file may use, and what it may not do at all."""

from __future__ import annotations

import os
import resource
import signal
import sys
from typing import Any

MEMORY_BYTES = 512 * 1024 * 1024
CPU_SECONDS = 10
WALL_SECONDS = 14  # what is said of the child is said within 15
STREAM_STEP = 20 * 1024 * 1024
"""A streamed archive has the seconds of one file for each so many of its bytes."""
OUTPUT_BYTES = 256 * 1024 * 1024
HEAVY_EXIT = 3
"""The exit code of a child that ran out of memory."""

_FORBIDDEN = (
    "socket.connect",
    "socket.bind",
    "socket.getaddrinfo",
    "subprocess.Popen",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.system",
    "os.remove",
    "os.rename",
    "ctypes.dlopen",
)
_WRITING = os.O_WRONLY | os.O_RDWR


def enter_limits(streamed: int | None = None) -> None:
    """Put this process under the limits, for good.

    The system itself ends a process that passes them, whatever it is busy with: the
    alarm counts the wall clock, even where the parent is gone. Who reads an archive of
    ``streamed`` bytes waits for its parent most of the time: only its own work counts.
    """
    seconds = CPU_SECONDS * (1 + (streamed or 0) // STREAM_STEP)
    _limit(resource.RLIMIT_AS, MEMORY_BYTES)
    _limit(resource.RLIMIT_CPU, seconds, seconds + 1)
    _limit(resource.RLIMIT_FSIZE, OUTPUT_BYTES)
    _limit(resource.RLIMIT_CORE, 0)
    for signum in (signal.SIGALRM, signal.SIGXCPU, signal.SIGXFSZ):
        signal.signal(signum, signal.SIG_DFL)
    if streamed is None:
        signal.setitimer(signal.ITIMER_REAL, WALL_SECONDS)
    sys.addaudithook(_refuse)


def _limit(kind: int, soft: int, hard: int | None = None) -> None:
    wished = soft if hard is None else hard
    _, present = resource.getrlimit(kind)
    if present != resource.RLIM_INFINITY:
        wished = min(wished, present)
    resource.setrlimit(kind, (min(soft, wished), wished))


def _refuse(event: str, args: tuple[Any, ...]) -> None:
    """Refuse network, processes and writing: no reader has a use for them."""
    if event in _FORBIDDEN:
        raise PermissionError(event)
    if event == "open" and not isinstance(args[0], int) and args[2] & _WRITING:
        raise PermissionError(event)
