"""SQLite under many writers, and with its log cut off anywhere."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.trust.conftest import Measured
from tests.trust.own_archive import OwnArchive

pytestmark = pytest.mark.faults

WRITERS, WRITES = 8, 500
WRITER = f"""
import json, sys, time
from django.db import OperationalError, transaction
from django.db.models import F
from articles.models import Outlet
longest, failed, first = 0.0, 0, time.time()
for n in range({WRITES}):
    begun = time.monotonic()
    try:
        with transaction.atomic():
            row = Outlet.objects.get(key="count")
            row.notes = str(int(row.notes) + 1)  # else a lost update shows
            row.save()
            Outlet.objects.create(name=f"مصدر {{sys.argv[1]}}-{{n}}")
    except OperationalError:
        failed += 1
    longest = max(longest, time.monotonic() - begun)
print(json.dumps([failed, longest, first, time.time()]))
"""


@pytest.fixture
def own(tmp_path: Path) -> OwnArchive:
    own = OwnArchive(tmp_path / "own")
    own.make()
    with closing(sqlite3.connect(own.database)) as database, database:
        database.execute(
            "INSERT INTO articles_outlet"
            " (name, key, slug, created_at, country, website, time_zone, notes,"
            " learned_up_to)"
            " VALUES ('count', 'count', 'count', '2020-01-01', '', '', 'UTC', '0', 0)"
        )
    return own


@pytest.mark.alone
def test_eight_writers_wait_for_each_other(
    own: OwnArchive, trust_figure: Measured
) -> None:
    writers = [own.start(WRITER, str(number)) for number in range(WRITERS)]
    ends = [writer.communicate(timeout=500) for writer in writers]
    assert all(writer.returncode == 0 for writer in writers), ends
    told = zip(*(json.loads(out) for out, _error in ends), strict=True)
    failed, longest, first, last = told

    assert sum(failed) == 0
    assert own.ask("SELECT notes FROM articles_outlet WHERE key = 'count'") == str(
        WRITERS * WRITES
    )
    assert own.ask("SELECT count(*) FROM articles_outlet") == WRITERS * WRITES + 1
    assert own.ask("PRAGMA integrity_check") == "ok"
    rate = WRITERS * WRITES / (max(last) - min(first))
    trust_figure(
        f"{WRITERS} × {WRITES} writes: 0 locked, 0 lost, longest wait "
        f"{max(longest):.1f} s, {rate:.0f} a second"
    )


def test_a_log_cut_anywhere_leaves_a_whole_database(
    own: OwnArchive, tmp_path: Path, trust_figure: Measured
) -> None:
    """What a power cut leaves: the log ends anywhere, or its last block is torn."""
    chance = random.Random(30)
    with closing(sqlite3.connect(own.database)) as database:
        database.execute("PRAGMA wal_autocheckpoint = 0")
        for n in range(200):
            with database:
                database.execute("UPDATE articles_outlet SET notes = ?", (str(n + 1),))
        log = Path(f"{own.database}-wal").read_bytes()
        base = tmp_path / "base"
        shutil.copy(own.database, base)
    seen = []
    for number in range(100):
        end = chance.randrange(len(log))
        cut = log[:end] + (chance.randbytes(512) if number % 2 else b"")
        copy = tmp_path / "copy.sqlite3"
        shutil.copy(base, copy)
        Path(f"{copy}-wal").write_bytes(cut)
        Path(f"{copy}-shm").unlink(missing_ok=True)
        with closing(sqlite3.connect(copy)) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            notes = database.execute("SELECT notes FROM articles_outlet").fetchone()
        frames = max(0, end - 32) // (4096 + 24)
        assert frames - 12 <= int(notes[0]) * len(log) // 200 // 4120 <= frames + 12
        seen.append(int(notes[0]))

    assert len(set(seen)) > 50
    trust_figure("100 cut logs: all whole, each with every write before the cut")
