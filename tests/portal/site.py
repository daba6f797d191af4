"""The site as its unit runs it, to be restarted or to stand behind a proxy."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path

from django.conf import settings

from tests.trust.own_archive import OwnArchive

PATIENCE = 300.0
KEY = "kJ8-vq3ZrT1xYw6mNc0pLs9dHf4gBa7eUi2oXz5tRy_Qn8wMv3bCl6k"

FILL = """
from articles.models import Article
for n in range(20):
    Article.objects.create(title=f"عودة العائلات {n}", body="عادت 180 عائلة.")
"""


def archive_at(folder: Path) -> Path:
    """Make an archive of twenty articles; give its folder."""
    archive = OwnArchive(folder)
    folder.mkdir()
    archive.make()
    archive.start(FILL).communicate()
    assert archive.ask("SELECT COUNT(*) FROM articles_article") == 20
    return folder


HAND_OVER = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
given = os.environ | {"LISTEN_FDS": "1", "LISTEN_PID": str(os.getpid())}
os.execve("portal/delivery/start", ["start", "web"], given)
"""


class Site:
    """What ``archive-web.service`` runs, at a socket that outlives it.

    systemd hands a unit its socket as file 3; who connects while nobody accepts waits.
    """

    def __init__(self, folder: Path, **environment: str) -> None:
        self.folder = folder
        self._listening = socket.create_server(("127.0.0.1", 0), backlog=512)
        self.port: int = self._listening.getsockname()[1]
        self._environment = {
            "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
            "ENV_FILE": os.devnull,
            "ARCHIVE_ENV": "production",
            "SECRET_KEY": KEY,
            "ALLOWED_HOSTS": "127.0.0.1",
            "HTTPS": "0",
            "DATA_DIR": str(folder),
            "WEB_WORKERS": "2",
            **environment,
        }

    def start(self) -> subprocess.Popen[bytes]:
        """Start the server as its unit does, and wait until it is ready."""
        number = self._listening.fileno()
        log = self.folder / "web.log"
        with log.open("wb") as said:
            server = subprocess.Popen(
                [sys.executable, "-c", HAND_OVER, str(number)],
                cwd=settings.BASE_DIR,
                env=self._environment,
                pass_fds=[number],
                stderr=said,
            )
        try:
            wait_until(lambda: self._is_ready(server, log))
        except BaseException:
            end(server)
            raise
        return server

    def _is_ready(self, server: subprocess.Popen[bytes], log: Path) -> bool:
        assert server.poll() is None, log.read_text()
        try:
            return self.get("/readyz", patience=2)[0] == 200
        except TimeoutError:
            return False

    def close(self) -> None:
        """Let go of the socket."""
        self._listening.close()

    @contextmanager
    def running(self) -> Iterator[subprocess.Popen[bytes]]:
        server = self.start()
        try:
            yield server
        finally:
            end(server)

    def get(self, address: str, patience: float = PATIENCE) -> tuple[int, str]:
        """Ask over a connection of its own."""
        asking = HTTPConnection("127.0.0.1", self.port, timeout=patience)
        with closing(asking):
            asking.request("GET", address)
            answer = asking.getresponse()
            return answer.status, answer.read().decode()


def workers_of(server: subprocess.Popen[bytes]) -> set[str]:
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children")
    return set(children.read_text().split())


def wait_until(happened: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < until, "it never came to that"
        time.sleep(0.1)


def end(server: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        server.send_signal(signal.SIGTERM)
    server.wait(PATIENCE)
