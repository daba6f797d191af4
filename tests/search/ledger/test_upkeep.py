"""Every machine keeps its own columns current by the log that all share."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from articles.models import Figure
from articles.storing.extraction import store_readings
from search.indexing import outbox, rebuilding
from search.ledger import LedgerRequest, Sort, find_claims, log, store, upkeep
from search.models import LedgerChange
from tests.search.ledger.conftest import Told
from tests.trust.own_archive import OwnArchive

pytestmark = pytest.mark.django_db

needs_postgresql = pytest.mark.skipif(
    "postgres" not in os.environ.get("DATABASE_URL", ""),
    reason="no DATABASE_URL names PostgreSQL: .ci/with-postgres",
)

At = Callable[[str], Any]


@pytest.fixture
def at(settings: Settings, tmp_path: Path) -> At:
    """Be at a machine for a while: ``with at("second"): …``; it has its own folder."""

    @contextmanager
    def be_at(machine: str) -> Iterator[None]:
        here, settings.DATA_DIR = settings.DATA_DIR, tmp_path / machine
        settings.DATA_DIR.mkdir(exist_ok=True)
        yield
        settings.DATA_DIR = here

    return be_at


def claims() -> list[str]:
    """Give what the columns of this machine say, as they stand."""
    page = find_claims(LedgerRequest(noun="عامل", sort=Sort.HIGHEST))
    assert not page.reserve
    return [claim.quote for claim in page.claims]


def look() -> None:
    """Do what the worker of this machine does every few seconds."""
    upkeep.catch_up(promptly=False)


def test_what_changes_on_one_machine_is_soon_on_the_other(told: Told, at: At) -> None:
    first = told("وصل 10 عمال.")
    second = told("وصل 20 عاملا.")
    outbox.drain()
    with at("second"):
        call_command("worker", "--once")
        assert claims() == ["20", "10"]

    first.body = "وصل 30 عاملا."
    first.save()
    store_readings(first)
    second.delete()
    told("وصل 25 عاملا.")
    outbox.drain()

    assert claims() == ["30", "25"]
    with at("second"):
        assert upkeep.lag().batches == 1
        call_command("worker", "--once")
        assert claims() == ["30", "25"]
        assert upkeep.lag() == upkeep.Lag(usable=True)


def test_machines_take_turns_at_bringing_changes_in(told: Told, at: At) -> None:
    for number, machine in enumerate(("first", "second", "first", "third"), start=1):
        with at(machine):
            told(f"وصل {number}0 عاملا.")
            outbox.drain()
            assert f"{number}0" in claims()

    for machine in ("first", "second", "third"):
        with at(machine):
            look()
            assert claims() == ["40", "30", "20", "10"]


def test_a_machine_that_is_current_asks_once_and_writes_nothing(
    told: Told, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    told("وصل 10 عمال.")
    outbox.drain()
    root = store.generations().root
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}

    with django_assert_num_queries(1):
        look()

    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before


def test_a_long_way_is_gone_in_steps(
    told: Told, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "AT_ONCE", 2)
    monkeypatch.setattr(log, "READ", 2)
    with at("second"):
        look()
    for number in range(10, 15):
        told(f"وصل {number} عمال.")
        outbox.drain()

    steps: list[int] = []
    apply = store.apply

    def count(article_ids: set[int], *rest: Any) -> None:
        steps.append(len(article_ids))
        apply(article_ids, *rest)

    monkeypatch.setattr(store, "apply", count)
    with at("second"):
        look()
        assert claims() == ["14", "13", "12", "11", "10"]
    assert steps == [2, 2, 1]


def test_where_the_log_was_cut_the_columns_are_built_anew(
    told: Told, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "KEPT", 2)
    told("وصل 10 عمال.")
    outbox.drain()
    with at("second"):
        look()
    for number in range(11, 16):
        told(f"وصل {number} عمال.")
        outbox.drain()

    assert LedgerChange.objects.count() == 2
    with at("second"):
        assert claims() == ["10"]
        look()
        assert claims() == ["15", "14", "13", "12", "11", "10"]


def test_what_is_built_anew_on_one_machine_is_on_the_other_too(
    told: Told, at: At
) -> None:
    told("وصل 10 عمال.")
    outbox.drain()
    with at("second"):
        look()
    Figure.objects.update(value=12, quote="12")  # behind the archive's back

    rebuilding.rebuild()

    with at("second"):
        look()
        found = find_claims(LedgerRequest(noun="عامل", low=Decimal(12)))
        assert found.total == 1


def test_who_has_no_time_leaves_a_large_archive_to_the_worker(
    told: Told, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    told("وصل 10 عمال و11 سائقا.")
    outbox.drain()
    LedgerChange.objects.update(token="of another database")
    monkeypatch.setattr(upkeep, "SMALL_ARCHIVE", 1)
    told("وصل 20 عاملا.")
    outbox.drain()

    assert claims() == ["10"]
    look()
    assert claims() == ["20", "10"]


def test_a_restored_database_is_not_taken_for_the_one_that_was(
    told: Told, at: At
) -> None:
    first = told("وصل 10 عمال.")
    outbox.drain()
    with at("second"):
        look()
        assert claims() == ["10"]
    LedgerChange.objects.all().delete()
    first.body = "وصل 70 عاملا."
    first.save()
    store_readings(first)
    for number in range(3):
        told(f"وصل {number} عمال.")
        outbox.drain()

    with at("second"):
        look()
        assert claims()[:1] == ["70"]


def test_rows_without_the_one_before_are_refused() -> None:
    here = log.latest()
    log.append([7, 5, 7])
    assert log.after(here, 10) == ({5, 7}, log.latest())
    assert log.after(log.latest(), 10) == (set(), log.latest())
    for gone in (log.Position(99, "a"), log.Position(here.number, "another")):
        with pytest.raises(log.Lost):
            log.after(gone, 10)


def test_of_two_who_write_one_row_the_second_writes_nothing(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    told("وصل 10 عمال.")
    before = log.latest()
    log.append([1])
    monkeypatch.setattr(log, "latest", lambda: before)

    with pytest.raises(IntegrityError), transaction.atomic():
        outbox.drain()

    monkeypatch.undo()
    assert outbox.waiting() == 1
    assert outbox.drain() == 1
    assert claims() == ["10"]


FAULTS = {
    "before the layer": "search.ledger.layers.Layer.save",
    "before its words": "search.ledger.layers.write_whole",
    "before the switch": "search.ledger.store._put_in_use",
    "while tidying up": "search.ledger.store._remove_all_but",
}


@pytest.mark.parametrize("place", FAULTS.values(), ids=list(FAULTS))
def test_a_fault_on_the_way_to_the_disk_is_made_up_for(
    told: Told, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    told("وصل 10 عمال.")
    outbox.drain()

    def full(*_: Any) -> None:
        raise OSError("no space left on device")

    told("وصل 20 عاملا.")
    with monkeypatch.context() as broken:
        broken.setattr(place, full)
        assert outbox.drain() == 1

    assert claims() == ["10"]
    assert upkeep.lag().batches == 1
    look()
    assert claims() == ["20", "10"]
    folder = store.generations().current()
    assert folder is not None
    kept = {entry.name for entry in folder.iterdir() if entry.name.isdigit()}
    assert kept == set(store.ledger().layers)


FILL = """
from articles.storing.extraction import store_readings
from articles.models import Article
for n in range(30):
    store_readings(Article.objects.create(title=f"خبر {n}", body=f"وصل {n + 10} عمال."))
"""
DIE = """
import os, signal, sys
from pydoc import locate
from search.ledger import upkeep
place, left = sys.argv[1], int(sys.argv[2])
holder, name = locate(place.rpartition(".")[0]), place.rpartition(".")[2]
original = getattr(holder, name)
def die(*arguments):
    global left
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
    return original(*arguments)
setattr(holder, name, die)
upkeep.AT_ONCE = 1
upkeep.catch_up(promptly=False)
"""
TELL = """
from search.ledger import LedgerRequest, find_claims, upkeep
upkeep.catch_up(promptly=False)
page = find_claims(LedgerRequest(noun="عامل"))
print(page.total, page.reserve, upkeep.lag().batches)
"""


@pytest.mark.faults
def test_a_follower_that_is_killed_again_and_again_ends_whole(tmp_path: Path) -> None:
    first = OwnArchive(tmp_path / "first")
    first.folder.mkdir()
    first.make()
    second = OwnArchive(tmp_path / "second", DATABASE_URL=f"sqlite:///{first.database}")
    second.folder.mkdir()
    assert second.start(TELL).communicate()[0].split() == ["0", "False", "0"]
    said, complaints = first.start(FILL).communicate()
    assert (said, complaints) == ("", "")

    for place in FAULTS.values():
        for calls in (1, 2, 3):
            killed = second.start(DIE, place, str(calls))
            killed.communicate()
            assert killed.returncode == -signal.SIGKILL

    assert second.start(TELL).communicate()[0].split() == ["30", "False", "0"]


@needs_postgresql
@pytest.mark.django_db(transaction=True)
def test_no_row_is_seen_before_the_one_before_it() -> None:
    log.latest()
    seen: list[str] = []

    def write_too() -> None:
        try:
            with transaction.atomic():
                log.append([2])
        except IntegrityError:
            seen.append("refused")
        connection.close()

    with transaction.atomic():
        log.append([1])
        other = Thread(target=write_too)
        other.start()
        other.join(0.5)
        assert other.is_alive()  # it waits to learn whether ours stays
        assert seen == []
    other.join()
    assert seen == ["refused"]
    assert log.after(log.Position(1, LedgerChange.objects.get(number=1).token), 9) == (
        {1},
        log.latest(),
    )
