"""Asks a fork server of this process to read files, starting it when first needed."""

from __future__ import annotations

import atexit
import logging
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import articles
from articles.readers.document import Refusal, RefusedFile
from articles.readers.sandbox.frames import (
    STATUS,
    Found,
    Request,
    read_found,
    write_request,
)
from articles.readers.sandbox.limits import HEAVY_EXIT, WALL_SECONDS
from articles.readers.tables import ColumnChoice

logger = logging.getLogger(__name__)

_SERVER = "articles.readers.sandbox.server"
_ROOT = Path(articles.__file__).parent.parent
_PATIENCE = WALL_SECONDS + 5.0
_SLOW_SIGNALS = (signal.SIGALRM, signal.SIGXCPU)
_HEAVY_SIGNALS = (signal.SIGKILL, signal.SIGXFSZ)
_BROKEN_OFF = (EOFError, ValueError, KeyError, TypeError)
"""What is met where a child's results end before their end."""


class Reception:
    """The way to the fork server of this process; threads may share it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._control: socket.socket | None = None
        self._server: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def run(self, asked: IO[bytes], results: IO[bytes]) -> int | None:
        """Have one file read; give the child's wait status, None if it never came."""
        for _attempt in range(2):  # an idle server may just have gone
            with self.begin(asked, results) as ours:
                status = _status_from(ours)
            if status is not None:
                return status
        return None

    def begin(self, asked: IO[bytes], results: IO[bytes]) -> socket.socket:
        """Have a file read meanwhile; the child's status comes over the socket."""
        ours, theirs = socket.socketpair()
        ours.settimeout(_PATIENCE)
        with theirs:
            self._send([asked.fileno(), results.fileno(), theirs.fileno()])
        return ours

    def close(self) -> None:
        """Hang up; the server ends when it notices."""
        with self._lock:
            self._hang_up()

    def _send(self, descriptors: list[int]) -> None:
        with self._lock:
            if self._owner != os.getpid() or not self._is_running():
                self._hang_up()
            try:
                socket.send_fds(self._connected(), [b"r"], descriptors)
            except OSError:
                self._hang_up()
                socket.send_fds(self._connected(), [b"r"], descriptors)

    def _is_running(self) -> bool:
        return self._server is not None and self._server.poll() is None

    def _connected(self) -> socket.socket:
        if self._control is None:
            self._control, theirs = socket.socketpair()
            with theirs:
                self._server = _start(theirs.fileno())
            self._owner = os.getpid()
        return self._control

    def _hang_up(self) -> None:
        if self._control:
            self._control.close()
        if self._server and self._owner == os.getpid():
            with suppress(subprocess.TimeoutExpired):
                self._server.wait(timeout=WALL_SECONDS)
        self._control = self._server = None


def _start(control: int) -> subprocess.Popen[bytes]:
    """Start a server that knows nothing of the archive: no settings, no secrets."""
    return subprocess.Popen(  # noqa: S603  (our own module)
        [sys.executable, "-m", _SERVER, str(control)],
        cwd=_ROOT,
        env={"LC_ALL": "C.UTF-8", "PYTHONPATH": str(_ROOT)},
        pass_fds=[control],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )


_reception = Reception()
atexit.register(_reception.close)


def read_in_child(
    label: str,
    content: bytes,
    charset: str | None = None,
    *,
    columns: ColumnChoice | None = None,
    head: bool = False,
) -> Iterator[Found]:
    """Read one file in a process of its own, under the limits of ``limits.py``.

    Gives what its reader gives, of a table with ``head`` its ``Table`` alone. Where the
    child is killed or dies, what it had read whole is given, then a ``RefusedFile``
    with the reason. Never raises for a file.
    """
    request = Request(label, charset, content, columns, head)
    with _asking(request) as asked, tempfile.TemporaryFile() as results:
        status = _reception.run(asked, results)
        results.seek(0)
        try:
            yield from read_found(results, content)
        except _BROKEN_OFF:
            yield _dead(label, status)


def stream_from_child(label: str, path: Path) -> Iterator[Found]:
    """Read a web archive of any size: the child goes on as results are taken from it.

    Neither of both ever holds more than a page or two in memory.
    """
    with _asking(Request(label, None, b"", path=str(path.resolve()))) as asked:
        theirs_in, theirs_out = os.pipe()
        with os.fdopen(theirs_in, "rb") as results:
            with os.fdopen(theirs_out, "wb") as handed:
                status = _reception.begin(asked, handed)
            with status:
                try:
                    yield from read_found(results, b"")
                except _BROKEN_OFF:
                    yield _dead(label, _status_from(status))


@contextmanager
def _asking(request: Request) -> Iterator[IO[bytes]]:
    with tempfile.TemporaryFile() as asked:
        write_request(asked, request)
        asked.flush()
        asked.seek(0)
        yield asked


def _dead(label: str, status: int | None) -> RefusedFile:
    reason = _reason(status)
    logger.warning("reading a file ended with %s: %s", status, reason)
    return RefusedFile.because(label, reason)


def _status_from(ours: socket.socket) -> int | None:
    try:
        status = ours.recv(STATUS.size)
    except TimeoutError:
        return signal.SIGALRM
    return int(STATUS.unpack(status)[0]) if status else None


def _reason(status: int | None) -> Refusal:
    if status is None:
        return Refusal.CRASHED
    if os.WIFSIGNALED(status):
        killed_by = os.WTERMSIG(status)
        if killed_by in _SLOW_SIGNALS:
            return Refusal.TOO_SLOW
        return Refusal.TOO_HEAVY if killed_by in _HEAVY_SIGNALS else Refusal.CRASHED
    heavy = os.WEXITSTATUS(status) == HEAVY_EXIT
    return Refusal.TOO_HEAVY if heavy else Refusal.CRASHED
