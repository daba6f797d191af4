"""A site that is really served, by processes of its own."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from django.conf import settings

from tests.trust.own_archive import OwnArchive

PATIENCE = 90.0


def free_port() -> int:
    """Give a port at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def running(
    command: list[str], environment: dict[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program and all that it starts, until they are not needed any more."""
    process = subprocess.Popen(
        command,
        env=environment,
        cwd=settings.BASE_DIR,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextmanager
def serving(own: OwnArchive, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Serve an archive as `make run` does."""
    command = [sys.executable, "manage.py", "serve", "--bind", f"127.0.0.1:{port}"]
    with running(command, own.environment) as process:
        wait_for(port)
        yield process


def wait_for(port: int) -> None:
    """Wait until the site at a port answers from its index."""
    deadline = time.monotonic() + PATIENCE
    address = f"http://127.0.0.1:{port}/readyz"
    while time.monotonic() < deadline:
        with suppress(OSError):
            if json.load(urllib.request.urlopen(address))["search"] == "index":
                return
        time.sleep(0.2)
    pytest.fail("the site did not come up")
