"""Tells a load balancer whether this machine may be sent readers now."""

from __future__ import annotations

from functools import lru_cache
from mmap import mmap

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse

from articles.models import Article
from search.engine import archive_backend
from search.ledger.upkeep import lag

_leaving = mmap(-1, 1)
"""Memory that the processes of a server share with the one that they come from."""


def leave() -> None:
    """Say from now on, in all processes of this server, that it is about to end."""
    _leaving[0] = 1


def readyz(request: HttpRequest) -> JsonResponse:
    """Answer 200 where pages can be served, 503 while not: then wait, don't restart.

    A server that is about to end says so. The tables must be those of this version.
    The index may be away, and this machine may have no ledger of its own yet, since the
    database answers in their place: ``search`` and ``ledger`` say who does.
    ``ledger_behind`` is by how many seconds this machine's ledger is older than the
    index.
    """
    if _leaving[0]:
        return JsonResponse({"status": "leaving"}, status=503)
    try:
        Article.objects.public().exists()
        ready = not _waiting_migrations()
    except Exception:
        return JsonResponse({"status": "unavailable"}, status=503)
    if not ready:
        return JsonResponse({"status": "migrating"}, status=503)
    return JsonResponse({"status": "ready"} | _who_answers())


def _who_answers() -> dict[str, str | int]:
    behind = lag()
    return {
        "search": "index" if archive_backend().health().usable else "database",
        "ledger": "columns" if behind.usable else "database",
        "ledger_behind": round(behind.seconds),
    }


def _waiting_migrations() -> bool:
    try:
        return not _migrated()
    except _NotYet:
        return True


class _NotYet(Exception):  # noqa: N818
    """Not an error: only what is true for good is kept."""


@lru_cache(maxsize=1)
def _migrated() -> bool:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise _NotYet
    return True
