"""A disk that fills up while articles come in, at twenty points."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.trust.conftest import Measured
from tests.trust.own_archive import OwnArchive

pytestmark = pytest.mark.faults

POINTS = 20

MEGABYTES = 24
BRING_IN = """
import os, sys
from pathlib import Path
from django.conf import settings
from django.test import Client
from articles.ingest import Result, Wishes, ingest
from articles.models import Article
from articles.readers.files import read_file
from search import outbox

Article.objects.count()  # a site that runs has its database open
point = int(sys.argv[1])
ballast = Path(settings.DATA_DIR, "ballast")
disk = os.statvfs(settings.DATA_DIR)
with ballast.open("wb") as file:
    size = disk.f_bavail * disk.f_frsize - 20_000 * (point + 1)
    file.write(b"x" * max(size, 0))
kept, refused = 0, 0

def bring_in(n):
    global kept, refused
    text = f"خبر {point}-{n} من المرفأ\\n\\n12.03.2017\\n\\n"
    text += f"قالت البلدية إن {n + 10} عائلة عادت إلى المرفأ القديم. " * 60
    try:
        ends = list(ingest(read_file(f"{point}-{n}.txt", text.encode()), Wishes()))
    except OSError:
        ends = []
    stored = [end for end in ends if end.result is Result.CREATED]
    kept, refused = kept + len(stored), refused + (not stored)

for n in range(25):
    bring_in(n)
filled, page = refused, Client().get("/browse/", HTTP_HOST="localhost").status_code
ballast.unlink()
bring_in(1000)  # without a restart
outbox.drain()
print(kept, filled, page, refused - filled)
"""
CHECK = """
from articles.models import Article, Capture
from articles.models.capture import sha256_of
from search.models import Outbox
half = Article.objects.filter(captures=None)
torn = [one.pk for one in Capture.objects.all() if sha256_of(one.read()) != one.sha256]
print(Article.objects.count(), len(half), len(torn), Outbox.objects.count())
"""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a folder that holds 24 megabytes and no more."""
    folder = tmp_path / "small"
    folder.mkdir()
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("a small disk is mounted by root alone")
    command = ["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "tmpfs", str(folder)]
    mounted = subprocess.run(command, capture_output=True, text=True, check=False)
    if mounted.returncode != 0:
        pytest.skip(f"no small disk can be mounted here: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def numbers(own: OwnArchive, code: str, *arguments: str) -> list[int]:
    process = own.start(code, *arguments)
    told, faults = process.communicate(timeout=300)
    assert process.returncode == 0, faults
    return [int(word) for word in told.split()]


def test_a_full_disk_leaves_no_half_article_and_heals(
    small_disk: Path, trust_figure: Measured
) -> None:
    own = OwnArchive(small_disk)
    own.make()
    known, fillings = 0, 0
    for point in range(POINTS):
        kept, filled, page, refused_after = numbers(own, BRING_IN, str(point))
        known += kept
        fillings += filled > 0
        assert (page, refused_after) == (200, 0), point
    articles, half, torn, waiting = numbers(own, CHECK)

    assert fillings == POINTS
    assert (articles, half, torn, waiting) == (known, 0, 0, 0)
    assert own.ask("PRAGMA integrity_check") == "ok"
    trust_figure(
        f"{POINTS} times full: {known} told stored, all there, 0 half, read and healed"
    )
