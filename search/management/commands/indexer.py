"""``manage.py indexer``: bring changes to the index while the archive is served."""

from __future__ import annotations

import signal
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections

from articles.decisions import publish_due
from search.engine import archive_backend
from search.outbox import drain_quietly
from search.rebuilding import rebuild


class Command(BaseCommand):
    """Drain the outbox every few seconds; build the index where none can be used."""

    help = "Bring changed articles to the search index until told to stop."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take ``--every`` and ``--once``."""
        parser.add_argument(
            "--every", type=float, default=2.0, help="seconds between two looks"
        )
        parser.add_argument("--once", action="store_true", help="look once and end")

    def handle(self, *args: Any, **options: Any) -> None:
        """Look, drain, wait; end after the present batch on SIGTERM or Ctrl-C."""
        stop = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        while not stop.is_set():
            close_old_connections()
            if not archive_backend().health().usable:
                rebuild()
            publish_due()
            drain_quietly()
            if options["once"]:
                break
            stop.wait(options["every"])
