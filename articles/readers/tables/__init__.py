"""Tables of articles: one row, one document, whatever its columns are called."""

from articles.readers.tables.columns import Columns, guess_columns

__all__ = ["Columns", "guess_columns"]
