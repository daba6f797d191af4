"""Migrations make the tables the models describe: the other tests have no others."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
TABLES = "SELECT type || ' ' || name, sql FROM sqlite_master WHERE name NOT LIKE ?"


def made_by_migrations(folder: Path) -> dict[str, list[str]]:
    """Bring a new archive up in ``folder``; give what its tables are made of."""
    environment = os.environ | {"DATA_DIR": str(folder)}
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    with sqlite3.connect(folder / "archive.sqlite3") as database:
        rows = database.execute(TABLES, ["sqlite_%"]).fetchall()
    database.close()
    return {name: parts(sql) for name, sql in rows}


def parts(sql: str | None) -> list[str]:
    """Give the words that make a table, sorted: new columns are added at the end."""
    return sorted(re.findall(r"[^\s,()]+|[()]", sql or ""))


@pytest.mark.long
@pytest.mark.skipif(connection.vendor != "sqlite", reason="reads what SQLite tells")
def test_migrations_and_models_make_the_same_tables(db: None, tmp_path: Path) -> None:
    migrated = made_by_migrations(tmp_path)
    with connection.cursor() as cursor:
        cursor.execute(TABLES.replace("?", "%s"), ["sqlite_%"])
        described = {name: parts(sql) for name, sql in cursor.fetchall()}
    migrated.pop("table django_migrations", None)
    described.pop("table django_migrations", None)
    assert migrated == described
