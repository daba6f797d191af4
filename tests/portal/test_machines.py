"""What lets several machines serve one archive: readiness, turns, files, counts."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.utils import timezone
from prometheus_client.mmap_dict import MmapedDict
from pytest_django.fixtures import Settings

from articles.turns import turn_at
from articles.uploads.room import has_room
from portal import readiness, web_server
from portal.files import store
from search import machines
from search.checks import check_machines
from search.indexing import outbox, verification
from search.ledger import log
from search.models import LedgerChange, Machine
from tests.factories import ArticleFactory

needs_postgresql = pytest.mark.skipif(
    "postgres" not in os.environ.get("DATABASE_URL", ""),
    reason="no DATABASE_URL names PostgreSQL: .ci/with-postgres",
)


def test_a_machine_is_ready_with_its_index_and_its_ledger(client: Client, index: Path):
    ArticleFactory()
    outbox.drain()
    told = {"status": "ready", "search": "index", "ledger": "columns"}
    assert client.get("/readyz").json() == told | {"ledger_behind": 0}


def test_a_machine_tells_how_far_its_ledger_is_behind(client: Client, index: Path):
    ArticleFactory()
    outbox.drain()
    log.append([1])
    since = timezone.now() - timedelta(seconds=70)
    LedgerChange.objects.filter(number=log.latest().number).update(created_at=since)
    assert client.get("/readyz").json()["ledger_behind"] >= 70


def test_without_index_and_ledger_it_is_ready_too(client: Client, db: None):
    told = {"status": "ready", "search": "database", "ledger": "database"}
    assert client.get("/readyz").json() == told | {"ledger_behind": 0}


@pytest.fixture
def seen(settings: Settings, tmp_path: Path) -> Callable[[str], None]:
    """Let a machine be seen, whose folder has that name."""

    def see(machine: str) -> None:
        settings.DATA_DIR = tmp_path / machine
        settings.DATA_DIR.mkdir(exist_ok=True)
        machines.be_seen()

    return see


def test_who_shares_a_folder_is_one_machine(seen: Callable[[str], None], db: None):
    for machine in ("first", "first", "second"):
        seen(machine)
    assert machines.present().count() == 2
    Machine.objects.update(seen_at=timezone.now() - timedelta(minutes=11))
    seen("second")
    assert machines.present().count() == 1
    machines.leave()
    assert not machines.present().exists()


def test_of_two_processes_that_name_their_machine_the_first_does(
    seen: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, db: None
):
    def too_late(_mine: Path, place: Path) -> None:
        place.write_text("the other's")
        raise FileExistsError

    monkeypatch.setattr("articles.kept_once.os.link", too_late)
    seen("first")
    assert machines.present().get().key == "the other's"


@pytest.mark.parametrize(
    ("shared", "missing"),
    [
        ({"SEARCH_ENGINE": "opensearch", "FILES_URL": "s3://news"}, []),
        ({"SEARCH_ENGINE": "tantivy", "FILES_URL": "s3://news"}, ["SEARCH_URL"]),
        ({"SEARCH_ENGINE": "whoosh", "FILES_URL": ""}, ["SEARCH_URL", "FILES_URL"]),
    ],
)
def test_several_machines_must_share_index_and_files(
    seen: Callable[[str], None],
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    db: None,
    shared: dict[str, str],
    missing: list[str],
):
    server = SimpleNamespace(vendor="postgresql")
    monkeypatch.setattr("search.machines.connection", server)
    for name, value in shared.items():
        setattr(settings, name, value)
    seen("first")
    assert machines.not_shared() == []
    seen("second")
    assert machines.not_shared() == missing
    assert [each.id for each in check_machines(None)] == ["search.E001"][: len(missing)]
    assert len(verification.check_machines().faults) == len(missing)


def test_a_database_in_a_file_is_for_one_machine(
    seen: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, db: None
):
    file = SimpleNamespace(vendor="sqlite")
    monkeypatch.setattr("search.machines.connection", file)
    for machine in ("first", "second"):
        seen(machine)
    assert machines.not_shared()[0] == "DATABASE_URL"


def test_before_its_tables_are_made_it_is_not(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
):
    def not_yet() -> bool:
        raise readiness._NotYet

    monkeypatch.setattr(readiness, "_migrated", not_yet)
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (503, {"status": "migrating"})


def test_one_that_is_about_to_end_is_not(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(readiness, "_leaving", bytearray(1))
    readiness.leave()
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (503, {"status": "leaving"})


def test_told_to_end_a_server_says_so_before_it_does(monkeypatch: pytest.MonkeyPatch):
    done: list[str] = []
    server = SimpleNamespace(handle_term=lambda: done.append("ended"))
    monkeypatch.setattr(readiness, "leave", lambda: done.append("said so"))
    monkeypatch.delenv("LEAVING_SECONDS", raising=False)
    web_server.when_ready(server)
    server.handle_term()
    monkeypatch.setenv("LEAVING_SECONDS", "0.01")
    web_server.when_ready(server)
    server.handle_term()
    assert done == ["ended", "said so", "ended"]


def test_what_ended_processes_counted_stays_in_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def counted(process: str) -> dict[str, float]:
        rows = MmapedDict.read_all_values_from_file(
            str(tmp_path / f"counter_{process}.db")
        )
        return {key: value for key, value, *_place in rows}

    def count(process: int, **values: float) -> None:
        kept = MmapedDict(str(tmp_path / f"counter_{process}.db"))
        for key, value in values.items():
            kept.write_value(key, value, 0.0)
        kept.close()

    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", str(tmp_path))
    count(1, home=2.0, search=1.0)
    count(2, home=3.0)
    count(3, home=4.0)
    for process in (1, 2, 1):  # who is told of twice is counted once
        web_server.child_exit(None, SimpleNamespace(pid=process))
    assert counted("ended") == {"home": 5.0, "search": 1.0}
    assert counted("3") == {"home": 4.0}
    web_server.on_starting(None)
    assert not list(tmp_path.glob("*.db"))


def test_without_the_database_it_is_not(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
):
    def fail(*_args: Any) -> None:
        raise OSError

    monkeypatch.setattr(readiness, "_waiting_migrations", fail)
    assert client.get("/readyz").status_code == 503


def test_tables_that_lack_a_migration_are_told(
    db: None, monkeypatch: pytest.MonkeyPatch
):
    readiness._migrated.cache_clear()
    monkeypatch.setattr(
        readiness.MigrationExecutor, "migration_plan", lambda *_: ["one"]
    )
    assert readiness._waiting_migrations()
    monkeypatch.undo()
    assert not readiness._waiting_migrations()


def test_of_two_who_want_a_turn_one_has_it(db: None, tmp_path: Path):
    lock = tmp_path / "lock"
    with turn_at("index", lock, wait=False) as first:
        with turn_at("index", lock, wait=False) as second:
            assert (first, second) == (True, False)
        with turn_at("uploads", tmp_path / "other", wait=False) as other:
            assert other
    with turn_at("index", lock, wait=True) as again:
        assert again


@needs_postgresql
def test_the_database_hands_out_the_turn_whatever_the_folder(db: None, tmp_path: Path):
    with (
        turn_at("index", tmp_path / "one", wait=False) as first,
        turn_at("index", tmp_path / "two", wait=False) as second,
    ):
        assert (first, second) == (True, False)
    assert connection.vendor == "postgresql"


@pytest.mark.parametrize(
    ("url", "options"),
    [
        ("", {"location": "/var/archive/captures"}),
        ("s3://news", {"bucket_name": "news", "location": "captures"}),
        ("s3://news/a/b/", {"bucket_name": "news", "location": "a/b/captures"}),
        (
            "s3://news?endpoint=https://objects.example&region=local",
            {"endpoint_url": "https://objects.example", "region_name": "local"},
        ),
    ],
)
def test_files_are_in_a_folder_or_in_a_store(url: str, options: dict[str, str]):
    kept = store(url, Path("/var/archive"), "captures")
    assert options.items() <= kept["OPTIONS"].items()
    assert kept["BACKEND"].endswith("ObjectStore" if url else "FileSystemStorage")


@pytest.mark.parametrize(
    "url", ["/folder", "s3://", "s3://key:secret@news", "s3://news?acl=public"]
)
def test_other_stores_are_refused(url: str):
    with pytest.raises(ValueError, match="s3://"):
        store(url, Path("/var"), "captures")


def test_without_the_shared_cache_nothing_is_kept_and_nothing_fails(settings: Settings):
    backend = "portal.shared_cache.SharedCache"
    settings.CACHES = {
        "default": {"BACKEND": backend, "LOCATION": "redis://127.0.0.1:1"}
    }
    cache = caches["default"]
    cache.set("a", 1)
    assert cache.add("a", 1) is False
    assert cache.get("a", "none") == "none"
    assert cache.has_key("a") is False
    assert cache.delete("a") is False
    with pytest.raises(ValueError, match="not found"):
        cache.incr("a")


@pytest.mark.parametrize(
    ("files", "vendor", "room"),
    [("", "sqlite", False), ("s3://news", "sqlite", False), ("s3://news", "pg", True)],
)
def test_the_disk_counts_where_files_or_database_are_on_it(
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    files: str,
    vendor: str,
    room: bool,
):
    settings.FILES_URL, settings.LEAST_FREE_BYTES = files, 10**18
    settings.DATA_DIR.mkdir(exist_ok=True)
    monkeypatch.setattr(
        "articles.uploads.room.connection", SimpleNamespace(vendor=vendor)
    )
    assert has_room() is room


COUNTED = """
import django, sys
django.setup()
from django.core.management import call_command
from django.test import Client
call_command("migrate", verbosity=0)
from django.contrib.auth import get_user_model
client = Client()
client.get("/search/", {"q": "\u0633\u0631"})
client.get("/no-such-page-secret")
client.generic("BREW", "/healthz")
behind = {"HTTP_X_FORWARDED_FOR": "192.0.2.7"}
assert client.get("/metrics", **behind).status_code == 404
assert client.get("/metrics", REMOTE_ADDR="192.0.2.7").status_code == 404
staff = get_user_model().objects.create_superuser("editor", password="long enough pass")
editor = Client()
editor.force_login(staff)
assert editor.get("/metrics", **behind).status_code == 200
sys.stdout.write(client.get("/metrics").content.decode())
"""


@pytest.mark.long
def test_counts_name_views_and_never_what_was_typed(tmp_path: Path):
    clean = {"PATH": os.environ["PATH"], "ENV_FILE": os.devnull, "METRICS": "1"}
    where = {"DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "portal.settings"}
    ended = subprocess.run(
        [sys.executable, "-c", COUNTED],
        env=clean | where | {"ALLOWED_HOSTS": "testserver"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    lines = ended.stdout.splitlines()
    assert any(line.startswith("archive_requests_total{") for line in lines)
    assert 'view="none"' in ended.stdout
    assert 'method="other"' in ended.stdout
    assert "archive_index_usable 0.0" in lines
    assert "archive_outbox_rows 0.0" in lines
    assert "archive_ledger_batches 0.0" in lines
    assert "secret" not in ended.stdout
    assert "\u0633\u0631" not in ended.stdout


def test_without_the_setting_there_is_no_such_page(client: Client, db: None):
    assert client.get("/metrics").status_code == 404
