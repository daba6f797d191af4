"""What every test stands on: files and index in a folder of its own."""

from __future__ import annotations

import gc
import hashlib
import itertools
import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from hypothesis import settings as properties
from pytest_django import DjangoDbBlocker
from pytest_django.fixtures import Settings

Measured = Callable[[str], None]

# The quick suite tries the same examples each time, so that a change is judged by what
# it changes; `--hypothesis-profile thorough` looks for new ones.
properties.register_profile("quick", max_examples=50, deadline=None, derandomize=True)
properties.register_profile("thorough", max_examples=2_000, deadline=None)
properties.load_profile("quick")

NUMBERS = itertools.count()

# Thousands of tests and all modules are looked through again and again otherwise.
gc.set_threshold(5_000, 10, 10)


MEMORY_DISK = Path("/dev/shm")
ROOM = 4 * 1024**3
"""What the disk in memory must have free, or the tests keep their files elsewhere."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--keep-shown`` writes what a run showed into ``tests/TRUST.md``."""
    parser.addoption("--keep-shown", action="store_true", default=False)


def pytest_configure(config: pytest.Config) -> None:
    """Keep the files of tests in memory: a disk that others use makes them wait."""
    if config.getoption("keep_shown") and not hasattr(config, "workerinput"):
        from tests.trust.table import KeptShown

        config.pluginmanager.register(KeptShown())
    if "TMPDIR" in os.environ or not os.access(MEMORY_DISK, os.W_OK):
        return
    if shutil.disk_usage(MEMORY_DISK).free > ROOM:
        os.environ["TMPDIR"] = str(MEMORY_DISK)  # of all that they start as well
        tempfile.tempdir = None  # asked for anew


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave ``…_long.py`` unread where no long test is wanted.

    What they ask is made when they are read, and takes longer than many tests.
    """
    unwanted = "not long" in config.getoption("markexpr")
    return (unwanted and collection_path.stem.endswith("_long")) or None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes minutes, so that none of it is left at the end."""
    items.sort(key=_minutes, reverse=True)


def _minutes(item: pytest.Item) -> float:
    mark = item.get_closest_marker("long")
    minutes: float = mark.kwargs.get("minutes", 0) if mark else 0
    return minutes


def pytest_collection_finish() -> None:
    """Let the collector of garbage pass over modules and tests, which all stay."""
    gc.freeze()


@pytest.fixture(scope="session")
def django_db_use_migrations() -> bool:
    """Make the tables of SQLite from the models, in a tenth of the time.

    That its migrations make the same is a test of its own, in ``test_migrations``; on
    a database server they make the tables of all tests.
    """
    return connection.vendor != "sqlite"


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None,
    django_db_use_migrations: bool,
    django_db_blocker: DjangoDbBlocker,
) -> None:
    """Write into the database that every migration is in, as if they had made it."""
    if django_db_use_migrations:
        return
    django_settings.MIGRATION_MODULES = {}
    with django_db_blocker.unblock():
        recorder = MigrationRecorder(connection)
        recorder.ensure_schema()
        recorder.migration_qs.bulk_create(
            recorder.Migration(app=app, name=name)
            for app, name in MigrationLoader(None).disk_migrations
        )


@pytest.fixture(scope="session", autouse=True)
def settled(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Settle once for all tests what few of them ask about."""
    django_settings.STATIC_ROOT = tmp_path_factory.mktemp("static")
    # Else each Client() scans all static files.
    django_settings.WHITENOISE_USE_FINDERS = False
    # The one that production uses takes a tenth of a second and 100 megabytes.
    django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def own_files(
    tmp_path_factory: pytest.TempPathFactory, settings: Settings
) -> Iterator[Path]:
    """Keep captures, files and index of a test out of the archive's own folder.

    Most tests want no other: ``tmp_path`` would be made for thousands in vain.
    """
    folder = tmp_path_factory.getbasetemp() / f"own-{next(NUMBERS)}" / "data"
    folder.mkdir(parents=True)
    settings.DATA_DIR = folder
    storages = {name: dict(store) for name, store in settings.STORAGES.items()}
    for name in ("default", "captures"):
        options: dict[str, Any] = dict(storages[name]["OPTIONS"])
        storages[name]["OPTIONS"] = options | {"location": str(folder / name)}
    settings.STORAGES = storages
    own_index(settings, folder / "index")
    yield folder
    if (folder / "index").exists():
        _let_go_of_the_index()


def own_index(settings: Settings, path: Path, **connection: Any) -> None:
    """Let Haystack's default connection keep its index at ``path``, in all threads.

    On a search server it has a name that is made of the path. ``connection`` says what
    else is its own: ``ENGINE="search.backends.tantivy.TantivyEngine"``.
    """
    from haystack import connections

    name = f"test-{hashlib.sha256(str(path).encode()).hexdigest()[:16]}"
    own = {"PATH": str(path), "INDEX_NAME": name} | connection
    default = settings.HAYSTACK_CONNECTIONS["default"] | own
    settings.HAYSTACK_CONNECTIONS = {"default": default}
    connections.connections_info = settings.HAYSTACK_CONNECTIONS
    # A server's thread lives longer than a test: it shall not keep the test's index.
    connections.thread_local = threading.local()


def _let_go_of_the_index() -> None:
    """Close its files, or thousands of tests would have thousands of them open."""
    from search.engine import archive_backend

    archive_backend().forget()


@pytest.fixture
def index(db: None, own_files: Path) -> Path:
    """Ask for an empty index; articles saved in the test enter it by ``refresh``."""
    from search.engine import archive_backend

    archive_backend().clear()
    return own_files / "index"


@pytest.fixture
def trust_figure(record_property: Callable[[str, object], None]) -> Measured:
    """``trust_figure("0 of 5,120 answers")`` puts what was measured into the table."""

    def keep(figure: str) -> None:
        record_property("figure", figure)

    return keep
