"""Migrations of a large archive keep nobody waiting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import NotSupportedError, connection, models, transaction
from django.db.migrations import Migration
from django.db.migrations import operations as of
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from articles.migration_steps import AddIndexOnline, RemoveIndexOnline, in_batches
from articles.models import Article
from tests.factories import ArticleFactory

_GROWING = """
article capture figure mention sketch sketchhash reprint clustermember cluster name
articleversion figureversion outbox arrival edition uploaditem ledgerchange
"""
GROWING = set(_GROWING.split())
FIRST_RELEASE = {"articles": 12, "search": 6}
"""Until then the tables were empty when they were migrated."""


def faults(migration: Migration) -> Iterator[str]:
    """Tell what in a migration would hold readers or writers up."""
    steps = migration.operations
    new = {step.name_lower for step in steps if isinstance(step, of.CreateModel)}
    data = [step for step in steps if isinstance(step, of.RunPython | of.RunSQL)]
    if data and (len(data) < len(steps) or migration.atomic):
        yield "data is changed beside tables, or in one transaction"
    for step in steps:
        table = getattr(step, "model_name", "").lower()
        if table not in GROWING - new:
            continue
        field = getattr(step, "field", None)
        if isinstance(step, AddIndexOnline):
            if migration.atomic:
                yield f"the index {step.index.name} is built in a transaction"
        elif isinstance(step, RemoveIndexOnline):
            if migration.atomic:
                yield f"the index {step.name} is removed in a transaction"
        elif isinstance(step, of.AddIndex | of.RemoveIndex | of.AddConstraint):
            yield f"{table} is locked by {step.describe()}"
        elif isinstance(step, of.AddField) and (field.db_index or field.unique):
            yield f"{table}.{step.name} is indexed as it is added"


def test_no_migration_locks_a_table_that_grows_with_the_archive():
    found = [
        f"{app}.{name}: {fault}"
        for (app, name), migration in MigrationLoader(None).disk_migrations.items()
        if app in FIRST_RELEASE and int(name[:4]) > FIRST_RELEASE[app]
        for fault in faults(migration)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("steps", "atomic", "count"),
    [
        ([of.AddIndex("article", models.Index(fields=["url"], name="a"))], True, 1),
        ([AddIndexOnline("article", models.Index(fields=["url"], name="a"))], True, 1),
        ([AddIndexOnline("article", models.Index(fields=["url"], name="a"))], False, 0),
        ([of.RemoveIndex("article", "a")], False, 1),
        ([RemoveIndexOnline("article", "a")], True, 1),
        ([RemoveIndexOnline("article", "a")], False, 0),
        ([of.AddField("article", "a", models.IntegerField(default=0))], True, 0),
        ([of.AddField("article", "a", models.IntegerField(db_index=True))], True, 1),
        ([of.AddField("outlet", "a", models.IntegerField(db_index=True))], True, 0),
        ([of.RunPython(of.RunPython.noop)], True, 1),
        ([of.RunPython(of.RunPython.noop)], False, 0),
        (
            [
                of.AddField("article", "a", models.IntegerField(default=0)),
                of.RunPython(of.RunPython.noop),
            ],
            False,
            1,
        ),
    ],
)
def test_what_would_lock_is_found(steps: list[Any], atomic: bool, count: int):
    migration = Migration("0099_later", "articles")
    migration.operations, migration.atomic = steps, atomic
    assert len(list(faults(migration))) == count


def test_rows_are_changed_in_batches_and_all_of_them(db: None):
    made = [ArticleFactory().pk for _row in range(7)]
    sizes: list[int] = []

    def change(rows: list[Article]) -> None:
        sizes.append(len(rows))
        for row in rows:
            Article.objects.filter(pk=row.pk).update(agency="واف")

    assert in_batches(Article.objects.all(), change, size=3) == len(made)
    assert sizes == [3, 3, 1]
    assert Article.objects.filter(agency="واف").count() == len(made)


@pytest.mark.long
@pytest.mark.django_db(transaction=True)
def test_an_index_is_added_and_removed_even_after_an_unfinished_one():
    state = MigrationLoader(connection).project_state()
    step = AddIndexOnline("article", models.Index(fields=["byline"], name="by_byline"))
    after = state.clone()
    step.state_forwards("articles", after)
    run(step.database_forwards, state, after)
    assert "by_byline" in indexes()
    if connection.vendor == "postgresql":
        run(step.database_forwards, state, after)  # as after a killed one
        with transaction.atomic(), pytest.raises(NotSupportedError):
            run(step.database_forwards, state, after)
    remove = RemoveIndexOnline("article", "by_byline")
    run(remove.database_forwards, after, state)
    assert "by_byline" not in indexes()
    run(remove.database_backwards, state, after)
    assert "by_byline" in indexes()
    if connection.vendor == "postgresql":
        with transaction.atomic(), pytest.raises(NotSupportedError):
            run(remove.database_forwards, after, state)
    run(step.database_backwards, after, state)
    assert "by_byline" not in indexes()


def run(move: Any, before: ProjectState, after: ProjectState) -> None:
    with connection.schema_editor(atomic=False) as editor:
        move("articles", editor, before, after)


def indexes() -> set[str]:
    with connection.cursor() as cursor:
        return set(
            connection.introspection.get_constraints(cursor, Article._meta.db_table)
        )
