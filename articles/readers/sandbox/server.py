"""A small process that has the libraries in memory and forks one child a file.

Run as ``python -m articles.readers.sandbox.server FD``: it never reads a file itself.
Each request brings three descriptors: the file asked for, a place for the results, and
a socket over which the child's exit status goes back.
"""

from __future__ import annotations

import gc
import importlib
import logging
import os
import selectors
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import suppress

from articles.readers.document import ReadError, Refusal, RefusedFile
from articles.readers.html.reader import read_page
from articles.readers.registry import TABLES, reader_of
from articles.readers.sandbox.frames import (
    STATUS,
    Found,
    Request,
    read_request,
    write_end,
    write_found,
)
from articles.readers.sandbox.limits import HEAVY_EXIT, enter_limits
from articles.readers.warc import read_archive_at

LIBRARIES = ("docx", "lxml.html", "openpyxl", "trafilatura", "warcio", "brotli")
IDLE_SECONDS = 300.0
_NICE = 5  # those who read the site come first


class ForkServer:
    """Answers requests until its owner hangs up, or asks for nothing for a while."""

    def __init__(self, control: socket.socket) -> None:
        self._control = control
        self._children: dict[int, socket.socket] = {}
        self._wake, wake_in = socket.socketpair()
        for end in (self._wake, wake_in):
            end.setblocking(False)
        self._wake_in = wake_in
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(wake_in.fileno(), warn_on_full_buffer=False)
        # Not select(): its owner may have a thousand files open, and counts on.
        self._waited = selectors.DefaultSelector()
        for end in (control, self._wake):
            self._waited.register(end, selectors.EVENT_READ)

    def serve(self) -> None:
        """Fork for each request and tell how each child ended."""
        while True:
            ready = {key.fileobj for key, _ in self._waited.select(IDLE_SECONDS)}
            if not ready and not self._children:
                return
            if self._wake in ready:
                self._reap()
            if self._control in ready and not self._accept():
                return

    def _accept(self) -> bool:
        message, fds, _, _ = socket.recv_fds(self._control, 1, 3)
        if not message or len(fds) != 3:
            return False
        asked, results, status = fds
        child = os.fork()
        if child == 0:
            self._become_child(asked, results)
        os.close(asked)
        os.close(results)
        self._children[child] = socket.socket(fileno=status)
        return True

    def _become_child(self, asked: int, results: int) -> None:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        self._waited.close()
        self._control.close()
        try:
            os._exit(answer(asked, results))
        except BaseException:
            logging.exception("a child failed")
        finally:
            os._exit(1)

    def _reap(self) -> None:
        with suppress(BlockingIOError):
            self._wake.recv(4096)
        while self._children:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if not pid:
                return
            with self._children.pop(pid) as asker, suppress(OSError):
                asker.send(STATUS.pack(status))


def answer(asked: int, results: int) -> int:
    """Read the one file asked for, under limits; give the exit code."""
    with os.fdopen(asked, "rb") as stream:
        request = read_request(stream)
    enter_limits(os.path.getsize(request.path) if request.path else None)
    try:
        with os.fdopen(results, "wb") as stream:
            for found in _results(request):
                write_found(stream, found, request.content)
                stream.flush()
            write_end(stream)
    except MemoryError:
        return HEAVY_EXIT
    return 0


def _results(request: Request) -> Iterator[Found]:
    try:
        yield from _read(request)
    except ReadError as fault:
        yield RefusedFile(request.label, fault.message, fault.choices)
    except MemoryError:
        yield RefusedFile.because(request.label, Refusal.TOO_HEAVY)
    except Exception:
        logging.exception("a reader failed")
        yield RefusedFile.because(request.label, Refusal.CRASHED)


def _read(request: Request) -> Iterator[Found]:
    label, content, charset = request.label, request.content, request.charset or None
    if request.path:
        yield from read_archive_at(request.path, label)
        return
    table = next((one for one in TABLES if one.accepts(label, content)), None)
    if request.head and table:
        yield table.table(content, charset=charset)
        return
    reader = reader_of(label, content)
    assert reader is not None
    if table is reader and table is not None:
        yield from table.read(label, content, charset=charset, columns=request.columns)
    else:
        yield from reader.read(label, content, charset=charset)


def warm_up() -> None:
    """Load what every child would load again for itself."""
    for name in LIBRARIES:
        importlib.import_module(name)
    with suppress(ReadError):  # its word lists are read with the first page
        read_page("<html><body><p>عاد الماء.</p></body></html>")


def main() -> None:
    """Load the libraries once, then serve."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.disable(logging.WARNING)  # what libraries say of odd files
    os.nice(_NICE)
    warm_up()
    gc.collect()
    gc.freeze()
    with socket.socket(fileno=int(sys.argv[1])) as control:
        ForkServer(control).serve()


if __name__ == "__main__":
    main()
