"""Serves an archive by gunicorn, and asks it for pages as a browser would."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from portal.management.commands.serve import gunicorn

PATIENCE = 60.0
"""Seconds a server may take to answer at all."""

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Served:
    """An archive that is served, and a way to ask it."""

    connection: HTTPConnection
    server: subprocess.Popen[bytes]

    def fetch(self, address: str) -> tuple[float, bytes]:
        """Ask for a page; give how many milliseconds pass until all of it is there,
        and the page."""
        start = time.perf_counter()
        self.connection.request("GET", address)
        answer = self.connection.getresponse()
        page = answer.read()
        spent = (time.perf_counter() - start) * 1000
        # The server ends what is idle for seconds: the next page asks anew.
        self.connection.close()
        if answer.status != 200:
            raise RuntimeError(f"{address} was answered with {answer.status}")
        return spent, page

    def memory(self) -> float:
        """Give the resident memory of the process that answers, in MB."""
        children = Path(f"/proc/{self.server.pid}/task/{self.server.pid}/children")
        return max(map(resident, map(int, children.read_text().split())))


def resident(process: int) -> float:
    """Give the resident memory of a process, in MB."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


@contextmanager
def served(environment: Mapping[str, str] | None = None) -> Iterator[Served]:
    """Serve the archive of an environment, or of this one, by one gunicorn process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*gunicorn(f"127.0.0.1:{port}", workers=1), "--log-level", "error"]
    server = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL
    )
    try:
        yield Served(_connected(port, server), server)
    finally:
        server.terminate()
        server.wait()


def _connected(port: int, server: subprocess.Popen[bytes]) -> HTTPConnection:
    until = time.monotonic() + PATIENCE
    while True:
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            connection.connect()
        except OSError:
            if time.monotonic() > until or server.poll() is not None:
                raise
            time.sleep(0.1)
        else:
            return connection
