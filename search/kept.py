"""Small tables of the database, kept in memory by every process that searches.

Names of outlets and synonyms change once a day and are read by every search. A change
of a row gives its table a new edition in the same transaction; who keeps rows looks at
the editions first, which is one short query, and drops what is of an older one. A new
heading needs no edition: an id that isn't kept is asked for.

Inside a transaction nothing is kept beyond the request: what it sees may be rolled
back.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any, TypeVar
from uuid import uuid4

from django.db import connection, models
from django.db.models.signals import post_delete, post_migrate, post_save

from articles.models import Author, Outlet, Section
from articles.models.catalogue import Heading
from search.models import Edition, LedgerChange, Outbox, SynonymGroup

_MOST_HEADINGS = 5_000
"""Of one kind so many are kept."""

Made = TypeVar("Made")

_EDITIONS = f'SELECT "table", token FROM {Edition._meta.db_table}'  # noqa: S608

_STATE = f"""
    {_EDITIONS}
    UNION ALL SELECT 'waiting', CAST(MAX(id) AS varchar) FROM {Outbox._meta.db_table}
    UNION ALL SELECT 'brought', token FROM {LedgerChange._meta.db_table} WHERE number =
        (SELECT MAX(number) FROM {LedgerChange._meta.db_table})
"""  # noqa: S608


def watch() -> None:
    """Give tables new editions from now on."""
    for model in (Outlet, Section, Author, SynonymGroup):
        post_save.connect(_saved, sender=model)
        post_delete.connect(_deleted, sender=model)
    post_migrate.connect(forget)


def renew(model: type[models.Model]) -> None:
    """Give a table a new edition; call it after a change that sends no signal."""
    Edition.objects.update_or_create(
        table=model._meta.db_table, defaults={"token": uuid4().hex}
    )


def state() -> str:
    """Name the state of all that searches and lists of articles show.

    It is another after each change of an article, when the index has the change, and
    after a change of names or synonyms. "" inside a transaction, which may yet be
    rolled back.
    """
    if connection.in_atomic_block:
        return ""
    with connection.cursor() as cursor:
        cursor.execute(_STATE)
        return repr(sorted(cursor.fetchall()))


def _saved(sender: type[models.Model], created: bool, **_: Any) -> None:
    # Uploads that make headings at the same time would wait here for each other.
    if not (created and issubclass(sender, Heading)):
        renew(sender)


def _deleted(sender: type[models.Model], **_: Any) -> None:
    renew(sender)


class _Table:
    """What a process keeps of one table, of one edition."""

    def __init__(self, edition: str) -> None:
        self.edition = edition
        self.headings: dict[int, Heading] = {}
        self.by_slug: dict[str, Heading] = {}
        self.made: Any = None


_tables: dict[str, _Table] = {}


def forget(**_: Any) -> None:
    """Let go of everything."""
    _tables.clear()


class Kept:
    """What is kept, as of the moment this is made: make one for each request."""

    def __init__(self) -> None:
        self._keeps = not connection.in_atomic_block
        self._own_tables: dict[str, _Table] = {}
        self._editions: dict[str, str] = {}
        self._nobodys: dict[type[Heading], set[str]] = {}
        if self._keeps:
            with connection.cursor() as cursor:
                cursor.execute(_EDITIONS)
                self._editions = dict(cursor.fetchall())

    def headings(self, model: type[Heading], ids: Iterable[int]) -> dict[int, Heading]:
        """Give headings by id, to be read and not changed; unknown ids are left out."""
        wanted = set(ids)
        known = self._table(model).headings
        unknown = [pk for pk in wanted if pk not in known]
        if unknown:
            known.update(model.objects.order_by().in_bulk(unknown))
        return {pk: known[pk] for pk in wanted if pk in known}

    def named(self, model: type[Heading], slugs: Collection[str]) -> list[Heading]:
        """Give the headings of slugs, to be read and not changed."""
        table = self._table(model)
        nobodys = self._nobodys.setdefault(model, set())
        unknown = set(slugs) - table.by_slug.keys() - nobodys
        for heading in model.objects.filter(slug__in=unknown) if unknown else ():
            table.by_slug[heading.slug] = table.headings[heading.pk] = heading
        nobodys |= unknown - table.by_slug.keys()
        return [table.by_slug[slug] for slug in slugs if slug in table.by_slug]

    def made(self, model: type[models.Model], make: Callable[[], Made]) -> Made:
        """Give what ``make`` made of the rows of a table, made again after a change."""
        table = self._table(model)
        if table.made is None:
            table.made = make()
        made: Made = table.made
        return made

    def _table(self, model: type[models.Model]) -> _Table:
        name = model._meta.db_table
        if not self._keeps:
            return self._own_tables.setdefault(name, _Table(""))
        edition = self._editions.get(name, "")
        table = _tables.get(name)
        if (
            table is None
            or table.edition != edition
            or len(table.headings) > _MOST_HEADINGS
        ):
            table = _tables[name] = _Table(edition)
        return table
