"""Tells whoever listens that articles have changed, without knowing who listens.

A single save is announced by Django's own signals. Storing thousands, it would be
wasteful to bring the index up to date after each one: inside ``batch()`` listeners
wait for ``batch_finished``.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.dispatch import Signal

batch_finished = Signal()
"""Sent when the outermost batch ends, also when it ends by an error."""

regrouped = Signal()
"""Sent in the transaction that moves articles to another cluster of copies, with their
``article_ids``: what is known of them elsewhere by their cluster is out of date."""

_depth: ContextVar[int] = ContextVar("batch_depth", default=0)


def in_batch() -> bool:
    """Tell whether changes are being made in bulk right now."""
    return _depth.get() > 0


@contextmanager
def batch() -> Iterator[None]:
    """Hold back listeners until everything inside is stored."""
    _depth.set(_depth.get() + 1)
    try:
        yield
    finally:
        _depth.set(_depth.get() - 1)
        if not in_batch():
            batch_finished.send(sender=None)
