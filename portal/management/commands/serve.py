"""Serves the archive: gunicorn for readers, and the indexer beside it."""

import os
import signal
import subprocess
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

WORKERS = 2 * (os.cpu_count() or 1) + 1


class Command(BaseCommand):
    """``manage.py serve [--bind HOST:PORT] [--workers N]``."""

    help = "يشغّل الموقع على هذا الجهاز مع عامل الفهرسة."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to listen and with how many processes."""
        parser.add_argument("--bind", default="127.0.0.1:8000")
        parser.add_argument("--workers", type=int, default=WORKERS)

    def handle(self, *args: Any, **options: Any) -> None:
        """Run both until one stops or a signal comes, then end the other."""
        here = [sys.executable, "manage.py"]
        indexer = subprocess.Popen([*here, "indexer"])  # noqa: S603
        web = subprocess.Popen(gunicorn(options["bind"], options["workers"]))  # noqa: S603
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: web.terminate())
        self.stdout.write(f"الأرشيف على http://{options['bind']}/  (Ctrl+C للإيقاف)")
        try:
            code = web.wait()
        finally:
            indexer.terminate()
            indexer.wait()
        sys.exit(max(code, 0))


def gunicorn(bind: str, workers: int) -> list[str]:
    """Give the command line of the web server; its limits stand in web_server.py."""
    options = ["--bind", bind, "--workers", str(workers)]
    limits = ["--config", "portal/web_server.py"]
    return [sys.executable, "-m", "gunicorn", *options, *limits, "portal.wsgi"]
