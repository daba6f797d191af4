"""An archive in a folder of its own, worked on by processes of their own."""

from __future__ import annotations

import atexit
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path

from django.conf import settings

BEGIN = "import django\ndjango.setup()\n"


class OwnArchive:
    """Runs Python inside an archive that lives in ``folder``."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self.folder = folder
        self.database = folder / "archive.sqlite3"
        self.environment = os.environ | {
            "DATA_DIR": str(folder),
            "DATABASE_URL": f"sqlite:///{self.database}",
            "DJANGO_SETTINGS_MODULE": "portal.settings",
            "LEAST_FREE_MEGABYTES": "0",
            **environment,
        }

    def make(self) -> None:
        """Make the tables, in a file as copies of those that were made first."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if self.environment["DATABASE_URL"].startswith("sqlite:"):
            shutil.copyfile(_empty_database(), self.database)
        else:
            self._migrate()

    def _migrate(self) -> None:
        command = [sys.executable, "manage.py", "migrate", "-v", "0"]
        subprocess.run(command, check=True, env=self.environment, cwd=settings.BASE_DIR)

    def start(self, code: str, *arguments: str) -> subprocess.Popen[str]:
        """Start ``code`` in a process; it prints what it has to tell."""
        return self._open("-c", BEGIN + code, *arguments)

    def run(self, module: str, *arguments: str) -> subprocess.Popen[str]:
        """Start a module of the tests in a process; it prints what it has to tell."""
        return self._open("-m", module, *arguments)

    def _open(self, *command: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, *command],
            env=self.environment,
            cwd=settings.BASE_DIR,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def ask(self, question: str) -> object:
        """Ask the database, as another program would."""
        with closing(sqlite3.connect(self.database, timeout=20)) as database:
            return database.execute(question).fetchone()[0]


@cache
def _empty_database() -> Path:
    """Migrate once for all archives."""
    with tempfile.TemporaryDirectory() as folder:
        empty = OwnArchive(Path(folder))
        empty._migrate()
        with closing(sqlite3.connect(empty.database)) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # into the file
        handle, kept = tempfile.mkstemp(prefix="empty-archive-")
        os.close(handle)
        shutil.move(empty.database, kept)
    atexit.register(os.unlink, kept)
    return Path(kept)
