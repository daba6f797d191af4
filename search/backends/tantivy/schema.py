"""The fields of the tantivy index."""

from __future__ import annotations

from datetime import date

import tantivy

from search.backends.documents import NUMBERS, PLACED, TEXTS, Document

SCHEMA_VERSION = 2
"""Raised with every change of the fields below; indexes are then rebuilt."""

NEWEST, OLDEST = "newest", "oldest"
"""Numbers that put all articles in order, largest first; no two are equal.

They hold the minutes of the printed date and, below them, the id: articles of one
minute come by id, the newest first, and undated ones are last in either order.
"""

_ID_BITS = 30
_NEVER = 1 << 33  # more minutes than there are to the year 9999


def schema() -> tantivy.Schema:
    """Make the schema. Terms come ready, so text is split at spaces and that is all."""
    builder = tantivy.SchemaBuilder()
    for name in NUMBERS:
        sought = name not in ("published", "digest")
        builder.add_integer_field(name, indexed=sought, fast=True)
    for name in ("month", NEWEST, OLDEST):
        builder.add_integer_field(name, fast=True)
    for name in TEXTS:
        kept = "position" if name in PLACED else "freq"
        builder.add_text_field(name, tokenizer_name="whitespace", index_option=kept)
    return builder.build()


def written(document: Document) -> tantivy.Document:
    """Give a document as tantivy takes it."""
    made = tantivy.Document()
    for name, number in document.numbers.items():
        made.add_integer(name, number)
    article_id, published = document.numbers["id"], document.numbers["published"]
    made.add_integer("month", _month(published))
    made.add_integer(NEWEST, (published << _ID_BITS) + article_id)
    until_never = _NEVER - published if published else 0
    made.add_integer(OLDEST, (until_never << _ID_BITS) + article_id)
    for name, terms in document.texts.items():
        made.add_text(name, " ".join(terms))
    return made


def id_of(order: int) -> int:
    """Give the id of an article by its ``NEWEST`` or ``OLDEST``."""
    return order & ((1 << _ID_BITS) - 1)


def _month(minutes: int) -> int:
    if not minutes:
        return 0
    day = date.fromordinal(minutes // 1440)
    return day.year * 100 + day.month
