"""Hears of changed articles (Haystack makes one of these at start)."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save
from haystack.signals import BaseSignalProcessor

from articles.changes import batch_finished


class OutboxSignalProcessor(BaseSignalProcessor):  # type: ignore[misc]
    """Notes every saved or deleted article in the outbox, in the same transaction."""

    def setup(self) -> None:
        """Listen to articles alone."""
        from articles.models import Article

        post_save.connect(self.note, sender=Article)
        post_delete.connect(self.note, sender=Article)
        batch_finished.connect(self.drain)

    def teardown(self) -> None:
        """Stop listening."""
        from articles.models import Article

        post_save.disconnect(self.note, sender=Article)
        post_delete.disconnect(self.note, sender=Article)
        batch_finished.disconnect(self.drain)

    def note(self, sender: Any, instance: Any, raw: bool = False, **_: Any) -> None:
        """Write the outbox row of an article."""
        from search import outbox

        outbox.enqueue([instance.pk])

    def drain(self, **_: Any) -> None:
        """Bring a whole batch of changes to the index, once their transaction is in."""
        from django.db import transaction

        from search import outbox

        transaction.on_commit(outbox.drain_quietly)
