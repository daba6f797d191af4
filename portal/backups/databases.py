"""A database as one file at one moment, and back: SQLite by itself, PostgreSQL by its
own tools."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import connection
from django.utils import timezone


class DatabaseFault(Exception):  # noqa: N818  (what went wrong, not what it is)
    """The database could not be copied, or a copy is damaged; the message is Arabic."""


def snapshot(path: Path) -> None:
    """Copy the database to ``path`` as it is at one moment, while others write.

    The copy is checked. A plain copy of the file would not do: under write load one in
    twelve is damaged.
    """
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(path)) as copy:
            connection.connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
        check(path)
    else:
        _run("pg_dump", "--format=custom", "--no-owner", f"--file={path}")


def digests_named(path: Path, tables: Iterable[str]) -> dict[str, set[str]]:
    """Give the digests that each of ``tables`` of a snapshot names in ``sha256``.

    Of a dump of PostgreSQL, which can't be asked, the database itself is asked later:
    files are written before their rows and never taken away, so none is missed.
    """
    named: dict[str, set[str]] = {}
    for table in tables:
        query = f'SELECT DISTINCT sha256 FROM "{table}"'  # noqa: S608  (our tables)
        if connection.vendor == "sqlite":
            with closing(sqlite3.connect(path)) as copy:
                named[table] = {row[0] for row in copy.execute(query)}
        else:
            with connection.cursor() as cursor:
                cursor.execute(query)
                named[table] = {row[0] for row in cursor.fetchall()}
    return named


def check(path: Path) -> None:
    """Raise ``DatabaseFault`` unless a SQLite file is whole."""
    try:
        with closing(sqlite3.connect(path)) as copy:
            (verdict,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        raise DatabaseFault(f"قاعدة البيانات تالفة: {error}") from error
    if verdict != "ok":
        raise DatabaseFault(f"قاعدة البيانات تالفة: {verdict}")


def holds_anything() -> bool:
    """Tell whether the database in use has articles or accounts."""
    if connection.vendor == "sqlite" and not _path().exists():
        return False
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for table in {"articles_article", "auth_user"} & tables:
            cursor.execute(f"SELECT 1 FROM {table} LIMIT 1")  # noqa: S608  (ours)
            if cursor.fetchone():
                return True
    return False


def replace_by(path: Path) -> Path | None:
    """Put a snapshot in the place of the database in use; give where the old one went.

    Nobody else may use the database meanwhile. An older one is never deleted: its file
    is renamed, or a dump of it is written beside ``path``.
    """
    stamp = f"before-{timezone.now():%Y%m%dT%H%M%S}"
    if connection.vendor != "sqlite":
        aside = path.with_name(f"database.{stamp}") if holds_anything() else None
        if aside:
            snapshot(aside)
        connection.close()
        options = ("--clean", "--if-exists", "--no-owner", "--single-transaction")
        _run("pg_restore", *options, str(path))
        path.unlink()
        return aside
    check(path)
    connection.close()
    aside = _put_aside(_path(), stamp)
    path.replace(_path())
    return aside


def _put_aside(target: Path, stamp: str) -> Path | None:
    aside = None
    for suffix in ("", "-wal", "-shm"):
        old = target.with_name(target.name + suffix)
        if old.exists():
            gone = target.with_name(f"{target.name}.{stamp}{suffix}")
            old.replace(gone)
            aside = aside or gone
    return aside


def _path() -> Path:
    return Path(str(connection.settings_dict["NAME"]))


def _run(program: str, *arguments: str) -> None:
    told: dict[str, Any] = connection.settings_dict
    given = {
        "PGHOST": told["HOST"],
        "PGPORT": str(told["PORT"] or ""),
        "PGUSER": told["USER"],
        "PGPASSWORD": told["PASSWORD"],
    }
    environment = os.environ | {name: value for name, value in given.items() if value}
    command = [program, f"--dbname={told['NAME']}", *arguments]
    try:
        subprocess.run(command, env=environment, check=True, capture_output=True)  # noqa: S603
    except FileNotFoundError as error:
        raise DatabaseFault(f"الأمر {program} غير مثبت على هذا الجهاز.") from error
    except subprocess.CalledProcessError as error:
        why = error.stderr.decode("utf-8", "replace").strip()[-500:]
        raise DatabaseFault(f"فشل {program}: {why}") from error
