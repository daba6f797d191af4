"""The log of changed articles, by which every machine keeps its own columns current.

A batch that was brought to the engine is one row, written in the transaction that
takes the batch out of the outbox. Rows are numbered one by one, and who writes row 8
has seen row 7: so no row ever becomes visible before an earlier one, whatever commits
first. Two who write the same number are told apart by the primary key: the second
fails, and its batch waits in the outbox.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.db import transaction

from search.models import LedgerChange

KEPT = 20_000
"""So many batches are kept; a machine that missed more builds its columns anew."""

READ = 50
"""So many batches are read at once."""


class Position(NamedTuple):
    """A row of the log: all up to it is in some columns.

    ``token`` tells the row from one of the same number in a database that was restored.
    """

    number: int
    token: str


class Lost(Exception):  # noqa: N818
    """The log does not reach back to a position, or is another one."""


def append(article_ids: Iterable[int]) -> None:
    """Note a batch of changed articles, in the caller's transaction."""
    number = latest().number + 1
    LedgerChange.objects.create(number=number, article_ids=sorted(set(article_ids)))
    if number > KEPT:
        LedgerChange.objects.filter(number__lte=number - KEPT).delete()


def begin_anew() -> None:
    """Cut the log off: every machine builds its columns anew when it next looks."""
    with transaction.atomic():
        append(())
        LedgerChange.objects.filter(number__lt=latest().number).delete()


def latest() -> Position:
    """Give the last row; an empty log begins with a row that tells of nothing."""
    last = LedgerChange.objects.order_by("-number").first()
    if last is None:
        last, _ = LedgerChange.objects.get_or_create(
            number=1, defaults={"article_ids": []}
        )
    return Position(last.number, last.token)


def after(position: Position, most: int) -> tuple[set[int], Position]:
    """Give the next changed articles, and the position up to which they are all.

    Whole batches until there are ``most`` articles or more; none at the end of the
    log. Raises ``Lost`` where what follows ``position`` is not known.
    """
    rows = LedgerChange.objects.filter(number__gte=position.number).order_by("number")
    changed: set[int] = set()
    reached: Position | None = None
    for row in rows[: READ + 1]:
        here = Position(row.number, row.token)
        if reached is None and here != position:
            break
        if reached is not None:
            changed.update(row.article_ids)
        reached = here
        if len(changed) >= most:
            break
    if reached is None:
        raise Lost(f"the log of changes does not hold {position.number} any more")
    return changed, reached
