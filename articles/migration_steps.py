"""Steps of migrations that keep nobody waiting, however many rows there are.

On an archive of a million articles a plain ``AddIndex`` holds up every writer until the
index is built, and a ``RunPython`` beside a change of the same table every reader too:
the lock of the change is let go of at the end of both. So, of tables that grow with the
archive:

- an index is added by ``AddIndexOnline`` and removed by ``RemoveIndexOnline``, in a
  migration with ``atomic = False``;
- a column is added with a constant default, or none: PostgreSQL then rewrites no row;
- what stands in rows is changed by ``in_batches``, in a migration of its own with
  ``atomic = False``, so that one killed halfway is run again.

``tests/articles/test_migrations.py`` keeps to it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import NotSupportedError, transaction
from django.db.migrations.operations import AddIndex, RemoveIndex
from django.db.models import QuerySet

BATCH = 1_000


class AddIndexOnline(AddIndex):
    """Add an index while the table is written to; elsewhere than on PostgreSQL plainly.

    What a killed one left unfinished is removed first.
    """

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        """Build the index."""
        connection = schema_editor.connection
        if connection.vendor != "postgresql":
            super().database_forwards(app_label, schema_editor, from_state, to_state)
            return
        if connection.in_atomic_block:
            raise NotSupportedError(f"{type(self).__name__} wants atomic = False")
        model = to_state.apps.get_model(app_label, self.model_name)
        if self.allow_migrate_model(connection.alias, model):
            schema_editor.execute(
                f"DROP INDEX CONCURRENTLY IF EXISTS {self.index.name}"
            )
            schema_editor.add_index(model, self.index, concurrently=True)

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        """Remove the index."""
        connection = schema_editor.connection
        if connection.vendor != "postgresql":
            super().database_backwards(app_label, schema_editor, from_state, to_state)
            return
        model = from_state.apps.get_model(app_label, self.model_name)
        if self.allow_migrate_model(connection.alias, model):
            schema_editor.remove_index(model, self.index, concurrently=True)


class RemoveIndexOnline(RemoveIndex):
    """Remove an index without waiting for whoever reads its table, or holding them up;
    elsewhere than on PostgreSQL plainly."""

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        """Remove the index."""
        connection = schema_editor.connection
        if connection.vendor != "postgresql":
            super().database_forwards(app_label, schema_editor, from_state, to_state)
            return
        if connection.in_atomic_block:
            raise NotSupportedError(f"{type(self).__name__} wants atomic = False")
        model = from_state.apps.get_model(app_label, self.model_name)
        if self.allow_migrate_model(connection.alias, model):
            schema_editor.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {self.name}")


def in_batches(
    rows: QuerySet[Any], change: Callable[[list[Any]], None], size: int = BATCH
) -> int:
    """Hand all rows to ``change``, so many in a transaction; give how many there were.

    ``change`` saves them; done again it must change nothing more.
    """
    done, last = 0, None
    while True:
        following = rows.order_by("pk")
        if last is not None:
            following = following.filter(pk__gt=last)
        with transaction.atomic(using=rows.db):
            some = list(following[:size])
            if not some:
                return done
            change(some)
        done, last = done + len(some), some[-1].pk
