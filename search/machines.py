"""Which machines serve this archive, as far as their workers were seen.

A machine is who shares a ``DATA_DIR``. Most archives have one; of several, each must
find in the database, the search server and the store of files what the others wrote.
"""

from __future__ import annotations

import logging
import socket
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from articles.kept_once import kept_once
from search.models import Machine

logger = logging.getLogger(__name__)

EVERY = timedelta(minutes=1)
"""A machine says so often that it is there."""

GONE = timedelta(minutes=10)
"""Who was not seen for so long is a machine no more."""

FORGOTTEN = timedelta(days=30)


def be_seen() -> None:
    """Say that this machine is there, once in a while."""
    now, key = timezone.now(), _own_key()
    if Machine.objects.filter(key=key, seen_at__gt=now - EVERY).exists():
        return
    Machine.objects.update_or_create(
        key=key, defaults={"name": socket.gethostname(), "seen_at": now}
    )
    Machine.objects.filter(seen_at__lt=now - FORGOTTEN).delete()
    if missing := not_shared():
        logger.error("several machines serve this archive without %s", missing)


def leave() -> None:
    """Say that this machine's worker has ended: another may take its place at once."""
    Machine.objects.filter(key=_own_key()).delete()


def present() -> QuerySet[Machine]:
    """Give the machines whose workers were seen of late."""
    return Machine.objects.filter(seen_at__gt=timezone.now() - GONE)


def not_shared() -> list[str]:
    """Name the settings that several machines lack; [] where there is but one.

    With an index in files each would search what it brought in alone; with files in a
    folder each would have the captures that it received.
    """
    if present().count() < 2:
        return []
    shared = {
        "DATABASE_URL": connection.vendor != "sqlite",
        "SEARCH_URL": settings.SEARCH_ENGINE == "opensearch",
        "FILES_URL": bool(settings.FILES_URL),
    }
    return [name for name, is_shared in shared.items() if not is_shared]


def _own_key() -> str:
    """Give the key that is kept in this machine's folder, a new one the first time."""
    return kept_once(Path(settings.DATA_DIR) / "machine", lambda: uuid4().hex)
