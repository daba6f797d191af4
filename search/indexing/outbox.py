"""Brings changed articles to index and ledger: after commit, in batches, never lost.

``enqueue`` writes rows in the caller's transaction; ``drain`` takes them to the index.
Only one process drains at a time; who finds another at it leaves the rows to it. What
the index has is noted in the log by which every machine keeps its ledger current.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from articles import changes
from articles.turns import turn_at
from search.engine import archive_backend, article_index
from search.ledger import log
from search.ledger.upkeep import catch_up
from search.models import Outbox

logger = logging.getLogger(__name__)

BATCH = 500

PROMPT_BATCH = 50
"""What a web request brings in at most after its own change, whoever else left rows
behind; the indexer takes the rest."""


Stopped = Callable[[], bool]
"""Tells, between two batches, whether whoever works should end."""


def never() -> bool:
    """Work to the end."""
    return False


def enqueue(article_ids: Iterable[int]) -> None:
    """Note articles as changed, in the caller's transaction; index them after it.

    Saves and deletes of articles come here by themselves; call it after a change that
    sends no signal (``queryset.update()``).
    """
    rows = [Outbox(article_id=article_id) for article_id in article_ids]
    Outbox.objects.bulk_create(rows, batch_size=1000)
    if rows and not changes.in_batch():
        transaction.on_commit(drain_promptly)


def drain_promptly() -> None:
    """Bring the latest few changes to the index, so that who made them finds them."""
    drain_quietly(most=PROMPT_BATCH)


def drain_quietly(
    most: int | None = None, stopped: Stopped = never, **_signal: Any
) -> None:
    """Drain, and only log what goes wrong: the rows wait for the next time."""
    try:
        drain(most, stopped)
    except Exception:
        logger.exception("the index could not be brought up to date")


def drain(most: int | None = None, stopped: Stopped = never) -> int:
    """Bring waiting changes to the index; give how many rows were done.

    All of them, the oldest first, until ``stopped``, or the ``most`` latest.

    0 at once where another process is at it. Faults of the index are raised; the
    rows then stay.
    """
    if most is not None:
        return _drain_latest(most)
    done = 0
    # Who came while we were at it left its rows to us: look once more after the turn.
    while Outbox.objects.exists() and not stopped():
        with writing_turn(wait=False) as ours:
            if not ours:
                break
            done += drain_in_turn(stopped)
    return done


def drain_in_turn(stopped: Stopped = never) -> int:
    """Drain as the one process whose turn it is."""
    done, waiting = 0, Outbox.objects.values_list("id", "article_id")
    while not stopped() and (rows := list(waiting[:BATCH])):
        done += _bring_in(rows)
    return done


def _drain_latest(most: int) -> int:
    done = last = 0
    while done < most and Outbox.objects.filter(id__gt=last).exists():
        with writing_turn(wait=False) as ours:
            if not ours:
                break
            newer = Outbox.objects.filter(id__gt=last).order_by("-id")
            rows = list(newer.values_list("id", "article_id")[: most - done])
            done += _bring_in(rows)
            last = max((row for row, _ in rows), default=last)
    return done


def _bring_in(rows: list[tuple[int, int]]) -> int:
    if rows:
        article_ids = {article_id for _, article_id in rows}
        _bring_to_engine(article_ids)
        with transaction.atomic():
            log.append(article_ids)
            Outbox.objects.filter(id__in=[row for row, _ in rows]).delete()
        _bring_to_ledger()
    return len(rows)


def _bring_to_ledger() -> None:
    """Bring to this machine's columns what the log tells; a full disk can wait there.

    The log keeps it for the worker, and the index must not wait for it.
    """
    try:
        catch_up()
    except OSError:
        logger.exception("the ledger could not be brought up to date")


def _bring_to_engine(article_ids: set[int]) -> None:
    index = article_index()
    articles = list(index.among(article_ids))
    removed = article_ids - {article.pk for article in articles}
    archive_backend().apply(index, articles, removed)


def waiting() -> int:
    """Count the changes that the index does not have yet."""
    return Outbox.objects.count()


@contextmanager
def writing_turn(*, wait: bool) -> Iterator[bool]:
    """Hold the right to write the index; False where another process has it.

    It dies with its process, so none is ever stale.
    """
    path = Path(settings.HAYSTACK_CONNECTIONS["default"]["PATH"]).with_suffix(".lock")
    with turn_at("index", path, wait=wait) as ours:
        yield ours
