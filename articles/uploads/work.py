"""The long work of uploads, as a process of its own does it.

All that is known of the work stands in the database: which files are closed, which
items wait. A worker that is killed leaves nothing behind but work.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone

from articles.models import Upload
from articles.turns import turn_at
from articles.uploads.opening import OPENING_SECONDS, open_files
from articles.uploads.storing import go_on

logger = logging.getLogger(__name__)

SLICE_SECONDS = 5.0
"""How long one upload is worked at before others, and the index, have their turn."""


def work_off(
    seconds: float = SLICE_SECONDS, stopped: Callable[[], bool] = lambda: False
) -> int:
    """Work a while at each upload that waits for it; give how many are not done yet.

    Begins with no further one once ``stopped``.
    """
    left = 0
    for upload in _waiting():
        if stopped():
            break
        try:
            left += not _work_at(upload, seconds)
        except (DatabaseError, OSError):
            logger.exception("an upload could not be worked at")
            left += 1
    return left


def _waiting() -> list[Upload]:
    states = Upload.State
    # A request that takes files in opens some of them by itself.
    settled = timezone.now() - timedelta(seconds=OPENING_SECONDS)
    reading = Upload.objects.filter(state=states.READING, created_at__lt=settled)
    storing = Upload.objects.filter(state=states.STORING)
    return [*reading.order_by("pk"), *storing.order_by("pk")]


def _work_at(upload: Upload, seconds: float) -> bool:
    if upload.state == Upload.State.READING:
        return open_files(upload, seconds)
    return go_on(upload, seconds)


@contextmanager
def turn() -> Iterator[bool]:
    """Hold the right to be the worker; False where another process has it.

    It dies with its process, so none is ever stale.
    """
    lock = Path(settings.DATA_DIR) / "worker.lock"
    with turn_at("uploads", lock, wait=False) as ours:
        yield ours


def is_running() -> bool:
    """Tell whether a worker is there to do what a request leaves over."""
    with turn() as free:
        return not free
