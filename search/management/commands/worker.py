"""``manage.py worker``: the long work of the archive while it is served."""

from __future__ import annotations

import logging
import os
import signal
from contextlib import suppress
from smtplib import SMTPException
from threading import Event
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, close_old_connections

from articles.editing.decisions import publish_due
from articles.outlets.learned_rereading import reread_waiting
from articles.uploads import work
from search import machines
from search.backends.contract import EngineFault
from search.indexing.outbox import drain_quietly
from search.indexing.rebuilding import build_if_unusable
from search.ledger.upkeep import catch_up
from search.saved.letters import send_due

logger = logging.getLogger(__name__)

NICE = 5  # those who read the site come first
LETTERS_EVERY = 3600.0  # seconds
LETTERS_AT_ONCE = 20
"""So many searches are looked at, then the rest of the work has its turn."""


class Command(BaseCommand):
    """Bring changes to the index and work off uploads, every few seconds.

    Publishes what is due. Builds the index where none can be used. Every machine has a
    worker, which keeps its ledger of figures current; one of all works at uploads,
    reads articles again by what was learned of their outlets' pages, and writes to
    readers who follow searches.
    """

    help = "يحدّث فهرس البحث ويحفظ ما رُفع، حتى يُوقف."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take ``--every`` and ``--once``."""
        parser.add_argument(
            "--every", type=float, default=2.0, help="seconds between two looks"
        )
        parser.add_argument("--once", action="store_true", help="look once and end")

    def handle(self, *args: Any, **options: Any) -> None:
        """Look, work, wait; end after the present slice on SIGTERM or Ctrl-C."""
        stop = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        if not options["once"]:
            os.nice(NICE)
        while not stop.is_set():
            with work.turn() as ours:
                _work_until(stop, options["every"], options["once"], uploads=ours)
            if options["once"]:
                return
        with suppress(DatabaseError):
            machines.leave()


def _work_until(stop: Event, every: float, once: bool, *, uploads: bool) -> None:
    """Work for as long as the turn is kept; without it look once, then ask again."""
    letters = Letters()
    while not stop.is_set():
        left = _look(stop, uploads)
        if uploads:
            letters.send()
        if once:
            return
        stop.wait(every if not left else 0.1)
        close_old_connections()
        if not uploads:
            return


class Letters:
    """Writes to readers what is new, once an hour, a few at a time."""

    def __init__(self) -> None:
        self._next = monotonic()

    def send(self) -> None:
        """Send if the hour is over; where the mail server is away try in an hour."""
        if monotonic() < self._next:
            return
        looked = 0
        try:
            looked = send_due(LETTERS_AT_ONCE).looked
        except (DatabaseError, EngineFault, OSError, SMTPException):
            logger.exception("letters could not be sent; the worker tries again")
        if looked < LETTERS_AT_ONCE:
            self._next = monotonic() + LETTERS_EVERY


def _look(stop: Event, uploads: bool) -> int:
    """Do what there is to do now; give how many uploads are not done yet.

    Ends early where ``stop`` is set: what is left waits in the database.
    """
    try:
        machines.be_seen()
        build_if_unusable()
        publish_due()
        drain_quietly(stopped=stop.is_set)
        catch_up(promptly=False)
        return work.work_off(stopped=stop.is_set) + reread_waiting() if uploads else 0
    except (DatabaseError, EngineFault, OSError):
        logger.exception("the worker could not work; it tries again")
        return 0
