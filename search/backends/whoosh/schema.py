"""The fields of the Whoosh index."""

from __future__ import annotations

from whoosh import columns, fields, formats

from search.backends.documents import NUMBERS, TEXTS

SCHEMA_VERSION = 3
"""Raised with every change of the fields below; indexes are then rebuilt."""


class Terms(fields.FieldType):  # type: ignore[misc]
    """Terms that come ready from our analysis.

    Whoosh pickles its schema: this class must stay importable under its name.
    """

    def __init__(self) -> None:
        super().__init__(formats.Frequency(), analyzer=None, scorable=True)


def length_of(field: str) -> str:
    """Name the column of how many terms a text has; Whoosh itself keeps it roughly."""
    return f"{field}_length"


def schema() -> fields.Schema:
    """Make the schema: words as written and as stems, and the columns of numbers."""
    texts = {name: Terms() for name in TEXTS}
    names = (*NUMBERS, *map(length_of, TEXTS))
    numbers = {name: fields.COLUMN(columns.NumericColumn("i")) for name in names}
    return fields.Schema(**texts, **numbers)
