"""Serves the archive: gunicorn for readers, and the worker beside it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from argparse import ArgumentParser
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand

WORKERS = 2 * (os.cpu_count() or 1) + 1
LOOK_SECONDS = 0.5
CALM_SECONDS = 60.0
MOST_PATIENCE = 30.0
ENDING_SECONDS = 30.0


class Command(BaseCommand):
    """``manage.py serve [--bind HOST:PORT] [--workers N]``."""

    help = "يشغّل الموقع على هذا الجهاز مع عامل الفهرسة والحفظ."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to listen and with how many processes."""
        parser.add_argument("--bind", default="127.0.0.1:8000")
        parser.add_argument("--workers", type=int, default=WORKERS)

    def handle(self, *args: Any, **options: Any) -> None:
        """Run both; the site ends by a signal or itself, and the worker with it."""
        worker = Supervised([sys.executable, "manage.py", "worker"])
        web = subprocess.Popen(gunicorn(options["bind"], options["workers"]))  # noqa: S603
        stop = Event()

        def end(*_signal: object) -> None:
            stop.set()  # Ctrl-C reaches the worker by itself: it is not started again
            web.terminate()

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, end)
        self.stdout.write(f"الأرشيف على http://{options['bind']}/  (Ctrl+C للإيقاف)")
        try:
            while (code := web.poll()) is None:
                if not stop.is_set():
                    worker.keep_running()
                time.sleep(LOOK_SECONDS)
        finally:
            worker.end()
        sys.exit(max(code, 0))


class Supervised:
    """A process that is started again when it dies; later, if it does so at once."""

    def __init__(self, command: list[str]) -> None:
        self._command = command
        self._patience = 1.0
        self._start_at = 0.0
        self._started_at = time.monotonic()
        self._process: subprocess.Popen[bytes] | None = None
        self.keep_running()

    @property
    def pid(self) -> int | None:
        """The process, where one runs."""
        return self._process.pid if self._process else None

    def keep_running(self) -> None:
        """Look after it: call this every moment."""
        now = time.monotonic()
        if self._process and self._process.poll() is not None:
            lasted = now - self._started_at > CALM_SECONDS
            self._patience = 1.0 if lasted else min(2 * self._patience, MOST_PATIENCE)
            self._start_at = now + self._patience
            self._process = None
        if self._process is None and now >= self._start_at:
            self._process = subprocess.Popen(self._command)  # noqa: S603
            self._started_at = now

    def end(self) -> None:
        """End it after its present step, or at once if that takes too long."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(ENDING_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def gunicorn(bind: str, workers: int) -> list[str]:
    """Give the command line of the web server; its limits stand in web_server.py."""
    options = ["--bind", bind, "--workers", str(workers)]
    limits = ["--config", "portal/web_server.py"]
    return [sys.executable, "-m", "gunicorn", *options, *limits, "portal.wsgi"]
