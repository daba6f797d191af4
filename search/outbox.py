"""Brings changed articles to the index: after commit, in batches, never lost.

``enqueue`` writes rows in the caller's transaction; ``drain`` takes them to the index.
Only one process drains at a time; who finds another at it leaves the rows to it.
"""

from __future__ import annotations

import fcntl
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from articles import changes
from search.engine import archive_backend, article_index
from search.models import Outbox

logger = logging.getLogger(__name__)

BATCH = 500


def enqueue(article_ids: Iterable[int]) -> None:
    """Note articles as changed, in the caller's transaction; index them after it.

    Saves and deletes of articles come here by themselves; call it after a change that
    sends no signal (``queryset.update()``).
    """
    rows = [Outbox(article_id=article_id) for article_id in article_ids]
    Outbox.objects.bulk_create(rows, batch_size=1000)
    if rows and not changes.in_batch():
        transaction.on_commit(drain_quietly)


def drain_quietly(**_signal: Any) -> None:
    """Drain, and only log what goes wrong: the rows wait for the next time."""
    try:
        drain()
    except Exception:
        logger.exception("the index could not be brought up to date")


def drain() -> int:
    """Bring all waiting changes to the index; give how many rows were done.

    0 at once where another process is at it. Faults of the index are raised; the
    rows then stay.
    """
    done = 0
    # Who came while we were at it left its rows to us: look once more after the turn.
    while Outbox.objects.exists():
        with writing_turn(wait=False) as ours:
            if not ours:
                break
            done += drain_in_turn()
    return done


def drain_in_turn() -> int:
    """Drain as the one process whose turn it is."""
    done = 0
    while rows := list(Outbox.objects.values_list("id", "article_id")[:BATCH]):
        _bring_up_to_date({article_id for _, article_id in rows})
        Outbox.objects.filter(id__in=[row for row, _ in rows]).delete()
        done += len(rows)
    return done


def _bring_up_to_date(article_ids: set[int]) -> None:
    index = article_index()
    articles = list(index.index_queryset().filter(pk__in=article_ids))
    removed = article_ids - {article.pk for article in articles}
    archive_backend().apply(index, articles, removed)


def waiting() -> int:
    """Count the changes that the index does not have yet."""
    return Outbox.objects.count()


@contextmanager
def writing_turn(*, wait: bool) -> Iterator[bool]:
    """Hold the right to write the index; False where another process has it.

    The lock dies with its process, so none is ever stale.
    """
    path = Path(settings.HAYSTACK_CONNECTIONS["default"]["PATH"]).with_suffix(".lock")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
            return
        yield True
