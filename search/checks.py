"""Says at start what keeps search from answering, and what would mend it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register
from django.db import DatabaseError

from articles.models import Article
from search import machines
from search.engine import archive_backend
from search.indexing.outbox import waiting

MANY_WAITING = 1_000
MANY_ARTICLES = 50_000
"""From here on Whoosh's answers take longer than a page should."""


@register("search", deploy=True)
def check_index(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Warn where the index can't answer or falls behind (``check --deploy``)."""
    try:
        behind, articles = waiting(), Article.objects.public().exists()
    except DatabaseError:
        return []  # not migrated yet
    messages: list[CheckMessage] = []
    health = archive_backend().health()
    if articles and not health.usable:
        messages.append(
            Warning(
                f"The search index can't answer: {health.reason}.",
                hint="Run `manage.py reindex`; until then the database answers.",
                id="search.W001",
            )
        )
    if behind > MANY_WAITING:
        messages.append(
            Warning(
                f"{behind} changes wait for the search index.",
                hint="Keep `manage.py worker` running.",
                id="search.W002",
            )
        )
    if settings.SEARCH_ENGINE == "whoosh" and health.articles > MANY_ARTICLES:
        messages.append(
            Warning(
                f"{health.articles} articles are many for the Whoosh engine.",
                hint="Set SEARCH_ENGINE=tantivy, then run `manage.py reindex`.",
                id="search.W003",
            )
        )
    return messages


@register("search", deploy=True)
def check_machines(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Say where several machines keep to themselves what they must share."""
    try:
        missing = machines.not_shared()
    except DatabaseError:
        return []  # not migrated yet
    names = ", ".join(missing)
    return [
        Error(
            f"Several machines serve this archive without {names}.",
            hint="Each finds only what it took in itself: see RUNBOOK.md.",
            id="search.E001",
        )
        for _ in missing[:1]
    ]
