"""Every migration, one after another, on tables that are full."""

from __future__ import annotations

import json
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.trust.conftest import Measured
from tests.trust.own_archive import OwnArchive
from tests.trust.postgres import DATABASES, postgres

pytestmark = pytest.mark.long

ROWS = 20_000
MOST_SECONDS = 60.0

MIGRATE = """
import datetime, hashlib, json, sys, time
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
rows = int(sys.argv[1])
first = [("articles", "0001_initial"), ("search", "0001_initial")]
executor = MigrationExecutor(connection)
others = [leaf for leaf in executor.loader.graph.leaf_nodes()
          if leaf[0] not in ("articles", "search", "portal")]
executor.migrate([*others, *first])
old = MigrationExecutor(connection).loader.project_state(first).apps
names = ("Outlet", "Article", "Capture", "Figure")
Outlet, Article, Capture, Figure = (old.get_model("articles", name) for name in names)
outlets = [
    Outlet.objects.create(name=f"مصدر {n}", key=f"{n}", slug=f"{n}") for n in range(9)
]
day = datetime.date(2010, 1, 1)
made = Article.objects.bulk_create([
    Article(
        title=f"عاد {n} إلى المرفأ", body=f"قالت البلدية إن {n} عائلة عادت إلى المرفأ.",
        outlet=outlets[n % 9], published_on=day + datetime.timedelta(days=n % 3000),
        published_precision="day", content_hash=f"{n:064}", removed=[], segments=[],
        status=("published", "draft", "withdrawn")[n % 3],
    ) for n in range(rows)
], batch_size=1000)
Capture.objects.bulk_create([
    Capture(article=article, sha256=f"{n:064x}", size=n, source=f"{n}.txt")
    for n, article in enumerate(made)
], batch_size=1000)
start = len("قالت البلدية إن ")
Figure.objects.bulk_create([
    Figure(article=article, part="body", start=start, end=start + len(str(n)),
           **figure(Figure, str(n)))
    for n, article in enumerate(made)
], batch_size=1000)
TABLES = {}
def described(table):
    with connection.cursor() as cursor:
        return [column.name for column in
                connection.introspection.get_table_description(cursor, table)]
for model in (Outlet, Article, Capture, Figure):
    TABLES[model._meta.db_table] = described(model._meta.db_table)
def digest():
    told = {}
    for table, columns in TABLES.items():
        kept = [column for column in columns if column in described(table)]
        names = ", ".join(f'"{column}"' for column in kept)
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT {names} FROM "{table}" ORDER BY id')
            data = hashlib.sha256()
            count = 0
            for row in cursor:
                data.update(repr(row).encode())
                count += 1
        told[table] = [count, kept, data.hexdigest()]
    return told
before, begun, slowest = digest(), time.monotonic(), [0.0, ""]
executor = MigrationExecutor(connection)
plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
for migration, _backwards in plan:
    at = time.monotonic()
    step = MigrationExecutor(connection)
    step.migrate([(migration.app_label, migration.name)])
    name = f"{migration.app_label}.{migration.name}"
    slowest = max(slowest, [time.monotonic() - at, name])
seconds = time.monotonic() - begun
print(json.dumps([len(plan), seconds, slowest, before, digest()]))
"""
FIGURE = """
def figure(Figure, text):
    given = {"text": text, "value": int(text), "phrase": f"{text} عائلة"}
    for field in Figure._meta.concrete_fields:
        bare = not (field.null or field.blank or field.has_default())
        if bare and "Integer" in field.get_internal_type() and not field.primary_key:
            given.setdefault(field.name, 0)
    known = {field.name for field in Figure._meta.fields} - {"start", "end", "part"}
    return {name: value for name, value in given.items() if name in known}
"""


@pytest.mark.long(minutes=1)
@pytest.mark.parametrize("database", DATABASES)
def test_each_migration_keeps_every_row_of_full_tables(
    tmp_path: Path, database: str, trust_figure: Measured
) -> None:
    with ExitStack() as stack:
        settings = {}
        if database == "postgres":
            server = stack.enter_context(postgres())
            stack.enter_context(server.running())
            settings["DATABASE_URL"] = server.url
        migrate(OwnArchive(tmp_path, **settings), database, trust_figure)


def migrate(own: OwnArchive, database: str, trust_figure: Measured) -> None:
    out, faults = own.start(FIGURE + MIGRATE, str(ROWS)).communicate(timeout=400)
    assert out, faults
    steps, seconds, slowest, before, after = json.loads(out.splitlines()[-1])

    assert steps > 10
    assert [count for count, _kept, _data in before.values()][1:] == [ROWS] * 3
    for table, (count, kept, data) in before.items():
        assert after[table][0] == count, table
        if after[table][1] == kept:
            assert after[table][2] == data, table
    assert seconds < MOST_SECONDS, slowest
    trust_figure(
        f"{database}: {steps} migrations over {ROWS:,} articles in {seconds:.0f} s, "
        f"the slowest {slowest[1]} {slowest[0]:.1f} s; every row as it was"
    )
