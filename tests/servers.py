"""Starts servers of its own for a test, and ends them with it."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 60.0
"""Seconds a server may take to listen."""


def free_port() -> int:
    """Give a port of this machine that nobody listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def running(
    command: Sequence[str],
    port: int,
    log: Path,
    *,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server that listens at ``port``; what it says goes to ``log``."""
    with log.open("wb") as said:
        server = subprocess.Popen(
            command, env=environment, cwd=folder, stdout=said, stderr=said
        )
    try:
        _wait_for(server, port, log)
        yield server
    finally:
        server.terminate()
        try:
            server.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def listens(port: int) -> bool:
    """Tell whether somebody listens at a port of this machine."""
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0


def _wait_for(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not listens(port):
        if server.poll() is not None or time.monotonic() > until:
            raise AssertionError(f"no server: {log.read_text(errors='replace')}")
        time.sleep(0.05)
