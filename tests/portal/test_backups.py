"""A backup holds the whole archive, proves itself, and brings it back."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.management import CommandError, call_command

from articles.models import Capture
from portal.backups.restoring import Backup, BackupRefused
from tests.factories import ArticleFactory, CaptureFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """Back a small archive up."""
    CaptureFactory(data="بايتات".encode())
    ArticleFactory()
    default_storage.save("uploads/1/waiting", ContentFile(b"waiting"))
    path = tmp_path / "archive.tar"
    call_command("backup", str(path), stdout=StringIO())
    return path


def test_everything_is_in_it_and_proves_itself(backup: Path) -> None:
    manifest = Backup.checked(backup).manifest
    capture = Capture.objects.get()
    assert manifest.counts == {"articles": 2, "captures": 1}
    assert manifest.members[f"captures/{capture.path}"].sha256 == capture.sha256
    assert set(manifest.members) == {
        "database",
        f"captures/{capture.path}",
        "files/uploads/1/waiting",
    }
    assert any(name.startswith("articles.") for name in manifest.migrations)
    assert [path.name for path in backup.parent.glob("*archive.tar*")] == [backup.name]


@pytest.mark.skipif(
    not settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"),
    reason="a dump of PostgreSQL is read by pg_restore alone",
)
@pytest.mark.long
def test_the_snapshot_is_a_database_of_its_own(backup: Path, tmp_path: Path) -> None:
    with tarfile.open(backup) as tar:
        tar.extract("database", tmp_path, filter="data")
    with closing(sqlite3.connect(tmp_path / "database")) as copy:
        assert copy.execute("SELECT count(*) FROM articles_article").fetchone() == (2,)


@pytest.mark.faults
def test_one_flipped_byte_anywhere_is_found(backup: Path, tmp_path: Path) -> None:
    data = backup.read_bytes()
    spoilt = tmp_path / "spoilt.tar"
    chosen = random.Random(7)
    places = [0, len(data) - 1, *chosen.sample(range(len(data)), 12)]
    for name in (b"captures/", b"manifest.json", b"files/"):
        places.append(data.rindex(name) + chosen.randrange(2000))
    for place in places:
        flipped = bytearray(data)
        flipped[place] ^= 1 << chosen.randrange(8)
        spoilt.write_bytes(flipped)
        with pytest.raises(BackupRefused):
            Backup.checked(spoilt)


@pytest.mark.faults
@pytest.mark.parametrize("cut", [0, 10, 1024, -20_000])
def test_a_backup_that_was_cut_short_is_found(
    backup: Path, tmp_path: Path, cut: int
) -> None:
    spoilt = tmp_path / "spoilt.tar"
    spoilt.write_bytes(backup.read_bytes()[:cut])
    with pytest.raises(BackupRefused):
        Backup.checked(spoilt)


@pytest.mark.faults
def test_lost_and_damaged_captures_are_told_and_the_rest_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lost, damaged = CaptureFactory(data=b"lost"), CaptureFactory(data=b"damaged")
    CaptureFactory(data=b"whole")
    storages["captures"].delete(lost.path)
    path = Path(storages["captures"].path(damaged.path))
    path.chmod(0o640)
    path.write_bytes(b"damagex")
    with pytest.raises(SystemExit):
        call_command("backup", str(tmp_path / "a.tar"), stdout=StringIO())
    told = capsys.readouterr().err
    assert lost.sha256 in told
    assert damaged.sha256 in told
    assert len(Backup.checked(tmp_path / "a.tar").manifest.missing) == 2


@pytest.mark.long
def test_into_a_folder_it_is_named_by_the_time_and_compressed_by_name(
    tmp_path: Path,
) -> None:
    CaptureFactory()
    call_command("backup", str(tmp_path), prune=True, stdout=StringIO())
    [path] = tmp_path.glob("archive-*Z.tar")
    call_command("backup", str(tmp_path / "small.tar.gz"), stdout=StringIO())
    packed = tmp_path / "small.tar.gz"
    assert packed.stat().st_size < path.stat().st_size
    assert Backup.checked(packed).manifest.counts["captures"] == 1


@pytest.mark.long
def test_a_file_that_can_not_be_written_or_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="تعذرت كتابة"):
        call_command("backup", str(tmp_path / "no" / "a.tar"), stdout=StringIO())
    with pytest.raises(CommandError):
        call_command("restore", str(tmp_path / "none.tar"), stdout=StringIO())


def test_a_backup_is_not_restored_over_an_archive(backup: Path) -> None:
    with pytest.raises(BackupRefused, match="--force"):
        Backup.checked(backup).restore()


@pytest.mark.long
def test_a_backup_of_a_newer_version_is_refused(
    backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = Backup.checked(backup)
    checked.manifest.migrations.append("articles.9999_future")
    with pytest.raises(BackupRefused, match="9999_future"):
        checked.restore(force=True)


# -- with an archive of its own, in processes of its own -------------------------------


def manage(data_dir: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "DATA_DIR": str(data_dir),
        "ENV_FILE": os.devnull,
        "DATABASE_URL": f"sqlite:///{data_dir}/archive.sqlite3",
    }
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def living(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with the sample articles."""
    folder = tmp_path_factory.mktemp("living")
    ended = manage(folder, "setup_archive")
    assert ended.returncode == 0, ended.stderr
    return folder


@pytest.mark.long
def test_the_way_there_and_back(living: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    assert manage(living, "backup", str(path)).returncode == 0
    other = tmp_path / "other"
    ended = manage(other, "restore", str(path))
    assert ended.returncode == 0, ended.stderr
    assert "سليمة" in ended.stdout
    assert manage(other, "verify").returncode == 0
    assert contents(other) == contents(living)
    found = manage(other, "find", "المرفأ OR ميناء")
    assert found.stdout == manage(living, "find", "المرفأ OR ميناء").stdout

    again = manage(other, "restore", str(path))
    assert again.returncode == 1
    assert "--force" in again.stderr
    assert manage(other, "restore", str(path), "--force").returncode == 0
    assert list(other.glob("archive.sqlite3.before-*"))
    assert contents(other) == contents(living)


def contents(folder: Path) -> tuple[list[object], set[str]]:
    with closing(sqlite3.connect(folder / "archive.sqlite3")) as copy:
        query = "SELECT id, title, body, content_hash FROM articles_article ORDER BY id"
        rows = copy.execute(query).fetchall()
    captures = {
        path.name for path in (folder / "captures").rglob("*") if path.is_file()
    }
    return rows, captures


WRITER = """
import itertools, sys
import django
django.setup()
from articles.ingest import Wishes, ingest
from articles.readers.files import read_file
for number in itertools.count():
    text = f"عودة {number} عائلة إلى المرفأ\\n\\nقالت البلدية إن {number} عائلة عادت."
    name = f"{sys.argv[1]}-{number}.txt"
    list(ingest(read_file(name, (text + sys.argv[1]).encode()), Wishes()))
"""


@pytest.fixture
def writers(living: Path) -> Iterator[None]:
    """Two processes that store articles all the time."""
    environment = os.environ | {
        "DATA_DIR": str(living),
        "ENV_FILE": os.devnull,
        "DATABASE_URL": f"sqlite:///{living}/archive.sqlite3",
        "DJANGO_SETTINGS_MODULE": "portal.settings",
    }
    running = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, name],
            cwd=settings.BASE_DIR,
            env=environment,
        )
        for name in ("أ", "ب")
    ]
    yield
    for process in running:
        process.kill()
        process.wait()


TWENTY = """
import sys
from pathlib import Path
import django
django.setup()
from portal.backups.databases import check
from portal.backups.writing import write_backup
from portal.backups.restoring import Backup
import sqlite3, tarfile
folder = Path(sys.argv[1])
for number in range(20):
    path = folder / f"{number}.tar"
    assert write_backup(path).missing == []
    Backup.checked(path)
    with tarfile.open(path) as tar:
        tar.extract("database", folder, filter="data")
        held = {name[-64:] for name in tar.getnames() if name.startswith("captures/")}
    check(folder / "database")
    copy = sqlite3.connect(folder / "database")
    ask = lambda query: copy.execute(query).fetchone()[0]
    named = {row[0] for row in copy.execute("SELECT sha256 FROM articles_capture")}
    assert named == held
    assert ask("SELECT count(*) FROM articles_article") == len(named)
    print(len(named))
"""


@pytest.mark.faults
def test_20_backups_under_write_load_are_whole(
    living: Path, writers: None, tmp_path: Path
) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", TWENTY, str(tmp_path)],
        cwd=settings.BASE_DIR,
        env=os.environ
        | {
            "DATA_DIR": str(living),
            "ENV_FILE": os.devnull,
            "DATABASE_URL": f"sqlite:///{living}/archive.sqlite3",
            "DJANGO_SETTINGS_MODULE": "portal.settings",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    counts = list(map(int, ended.stdout.split()))
    assert len(counts) == 20
    assert counts == sorted(counts)
    assert counts[-1] > counts[0]
