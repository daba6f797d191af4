"""Hears of changed articles (Haystack makes one of these at start)."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any

from django.core.signals import request_finished, request_started
from django.db.models.signals import post_delete, post_save
from haystack.signals import BaseSignalProcessor

from articles.changes import batch_finished

_answering: ContextVar[bool] = ContextVar("answering_a_request", default=False)


class OutboxSignalProcessor(BaseSignalProcessor):  # type: ignore[misc]
    """Notes every saved or deleted article in the outbox, in the same transaction."""

    def setup(self) -> None:
        """Listen to articles alone."""
        from articles.models import Article

        post_save.connect(self.note, sender=Article)
        post_delete.connect(self.note, sender=Article)
        batch_finished.connect(self.drain)
        request_started.connect(self.begin_request)
        request_finished.connect(self.end_request)

    def teardown(self) -> None:
        """Stop listening."""
        from articles.models import Article

        post_save.disconnect(self.note, sender=Article)
        post_delete.disconnect(self.note, sender=Article)
        batch_finished.disconnect(self.drain)
        request_started.disconnect(self.begin_request)
        request_finished.disconnect(self.end_request)

    def note(self, sender: Any, instance: Any, raw: bool = False, **_: Any) -> None:
        """Write the outbox row of an article."""
        from search.indexing import outbox

        outbox.enqueue([instance.pk])

    def begin_request(self, **_: Any) -> None:
        """Remember that whoever changes articles now has a reader waiting."""
        _answering.set(True)

    def end_request(self, **_: Any) -> None:
        """Forget it."""
        _answering.set(False)

    def drain(self, **_: Any) -> None:
        """Bring a batch of changes to the index, once their transaction is in.

        All of it in a command; in a request the latest few, the indexer takes the rest.
        """
        from django.db import transaction

        from search.indexing import outbox

        prompt = _answering.get()
        transaction.on_commit(outbox.drain_promptly if prompt else outbox.drain_quietly)
