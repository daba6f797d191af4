"""Keeps this machine's columns current by the log that all machines share.

Whoever brings changes to the engine catches up at once, so that who changed an article
finds it; the worker of every machine looks again and again. One process of a machine
writes at a time, by a lock on a file; who finds another at it leaves the rest to it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from articles.models import Figure
from articles.turns import turn_here
from search.ledger import log, store
from search.ledger.layers import is_settled
from search.ledger.store import NoColumns
from search.models import LedgerChange

logger = logging.getLogger(__name__)

AT_ONCE = 2_000
"""So many changed articles are brought in by one step."""

SMALL_ARCHIVE = 20_000
"""An archive of no more figures gets its columns with the first change."""

PROMPT_CLAIMS = 100_000
"""Who has no time writes no larger layer anew."""


def catch_up(*, promptly: bool = True) -> None:
    """Bring what the log tells to the columns.

    Where there are no columns, or the log does not reach back to them, they are built
    anew: ``promptly`` only those of a small archive; a large one is answered from what
    there is, and from the database, until somebody has time.
    """
    # What was written while we were at it was left to us: look once more.
    while _is_to_do(promptly):
        with writing_here(wait=False) as ours:
            if not ours or not _step(promptly):
                break


def _is_to_do(promptly: bool) -> bool:
    try:
        found = store.ledger()
    except NoColumns:
        return True
    if found.position != log.latest():
        return True
    return not promptly and not is_settled(list(found.layers.values()))


def _step(promptly: bool) -> bool:
    """Do a part of what there is to do; tell whether it could be done."""
    try:
        changed, reached = log.after(store.ledger().position, AT_ONCE)
        store.apply(changed, reached, PROMPT_CLAIMS if promptly else float("inf"))
    except (NoColumns, log.Lost) as reason:
        if promptly and Figure.objects.count() > SMALL_ARCHIVE:
            logger.warning("the ledger of figures is to be built anew: %s", reason)
            return False
        store.rebuild()
    return True


def rebuild() -> int:
    """Build this machine's columns anew; give how many claims they hold."""
    with writing_here(wait=True):
        return store.rebuild()


@contextmanager
def writing_here(*, wait: bool) -> Iterator[bool]:
    """Hold the right to write this machine's columns; False where another has it."""
    path = Path(settings.DATA_DIR) / "ledger.lock"
    with turn_here(path, wait=wait) as ours:
        yield ours


@dataclass(frozen=True, slots=True)
class Lag:
    """How far this machine's columns are behind: batches, and seconds since the first.

    Both are 0 where they are current; ``usable`` is False where there are none.
    """

    usable: bool
    batches: int = 0
    seconds: float = 0.0


def lag() -> Lag:
    """Tell how far this machine's columns are behind what the engine has."""
    try:
        position = store.ledger().position
    except NoColumns:
        return Lag(usable=False)
    missed = LedgerChange.objects.filter(number__gt=position.number).order_by("number")
    first = missed.first()
    if first is None:
        return Lag(usable=True)
    seconds = (timezone.now() - first.created_at).total_seconds()
    return Lag(usable=True, batches=missed.count(), seconds=max(0.0, seconds))
