"""The rows of hashes, some twenty an article: read and written without models, which
would take longer than all the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from django.db import connection

from articles.models import SketchHash

PARAMETERS = 900
"""What every database takes as parameters of one query."""

T = TypeVar("T")


def chunks(values: Iterable[T], size: int = PARAMETERS) -> Iterator[list[T]]:
    """Cut values into lists of at most ``size``."""
    rest = iter(values)
    while some := list(islice(rest, size)):
        yield some


def holders(hashes: Iterable[int]) -> Iterator[tuple[int, int, int]]:
    """Give (hash, article, size of its sketch) for every row of ``hashes``."""
    table = _table()
    with connection.cursor() as cursor:
        for some in chunks(sorted(hashes)):  # neighbours lie on one page of the index
            marks = ",".join(["%s"] * len(some))
            cursor.execute(
                f"SELECT hash, article_id, size FROM {table} WHERE hash IN ({marks})",  # noqa: S608
                some,
            )
            yield from cursor.fetchall()


def hold(rows: Iterable[tuple[int, int, int]]) -> None:
    """Store rows of (hash, article, size)."""
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {_table()} (hash, article_id, size) VALUES (%s, %s, %s)",  # noqa: S608
            sorted(rows),
        )


def _table() -> str:
    return connection.ops.quote_name(SketchHash._meta.db_table)
