"""A PostgreSQL server of a test's own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.servers import free_port, running

PROGRAMS = max(Path("/usr/lib/postgresql").glob("*/bin/initdb"), default=None)
DATABASES = [
    "sqlite",
    pytest.param(
        "postgres",
        marks=pytest.mark.skipif(
            PROGRAMS is None, reason="PostgreSQL's server is not installed"
        ),
    ),
]
"""For tests that are to hold in either."""


@dataclass(frozen=True)
class Postgres:
    """A server that may be stopped and started again; it keeps what it was told."""

    folder: Path
    port: int

    @property
    def url(self) -> str:
        """Give what the setting DATABASE_URL says."""
        return f"postgres://archive@127.0.0.1:{self.port}/postgres"

    @contextmanager
    def running(self) -> Iterator[subprocess.Popen[bytes]]:
        """Run the server; nothing here outlives the test, so no disk is waited for."""
        program = str(_programs() / "postgres")
        options = ("fsync=off", "max_connections=60")
        command = [program, "-D", str(self.folder / "data"), "-p", str(self.port)]
        command += ["-k", str(self.folder), "-h", "127.0.0.1"]
        command += [word for option in options for word in ("-c", option)]
        log = self.folder / "log"
        with running(_as_server(command), self.port, log, folder=self.folder) as one:
            try:
                yield one
            finally:
                one.send_signal(signal.SIGQUIT)  # else it waits for those it serves


@contextmanager
def postgres() -> Iterator[Postgres]:
    """Make an empty server, in a folder that its own user may enter."""
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        made = ["-D", str(folder / "data"), "-U", "archive", "--auth=trust"]
        command = [str(_programs() / "initdb"), *made, "-E", "UTF8", "--no-locale"]
        subprocess.run(_as_server(command), check=True, capture_output=True, cwd=folder)
        yield Postgres(folder, free_port())
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    assert PROGRAMS is not None
    return PROGRAMS.parent


def _as_server(command: list[str]) -> list[str]:
    # The server refuses to run as root.
    if os.geteuid() != 0:
        return command
    return [
        "setpriv",
        "--reuid=postgres",
        "--regid=postgres",
        "--clear-groups",
        *command,
    ]
