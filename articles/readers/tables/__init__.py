"""Tables of articles: one row, one document, whatever its columns are called."""

from articles.readers.tables.columns import (
    FIELDS,
    ColumnChoice,
    Columns,
    Table,
    guess_columns,
    names_of,
)

__all__ = [
    "FIELDS",
    "ColumnChoice",
    "Columns",
    "Table",
    "guess_columns",
    "names_of",
]
