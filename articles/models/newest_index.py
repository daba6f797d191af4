"""Indexes that hold articles in the order lists show them."""

from __future__ import annotations

from typing import Any

from django.db import models


class NewestIndex(models.Index):
    """An index in whose descending columns what has no value comes last.

    PostgreSQL reads an index for ``DESC NULLS LAST`` only where it was made so. SQLite
    counts what has no value as least of all, and knows no such words in an index.
    """

    def create_sql(
        self, model: Any, schema_editor: Any, using: str = "", **kwargs: Any
    ) -> Any:
        """Write the statement that makes the index."""
        index = models.Index(fields=self.fields, name=self.name)
        if schema_editor.connection.vendor == "postgresql":
            index.fields_orders = [
                (name, _undated_last(model, name, order))
                for name, order in self.fields_orders
            ]
        return index.create_sql(model, schema_editor, using, **kwargs)


def _undated_last(model: Any, name: str, order: str) -> str:
    nullable = model._meta.get_field(name).null
    return f"{order} NULLS LAST" if order and nullable else order
