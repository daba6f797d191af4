"""A disk that fills up while articles come in, at twenty points."""

from __future__ import annotations

import json
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
FILL = """
import json, os, sys
from pathlib import Path
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from articles.ingest import Result, Wishes, ingest
from articles.models import Article
from articles.readers.files import read_file
from search.indexing import outbox

Article.objects.count()  # a site that runs has its database open
ballast = Path(settings.DATA_DIR, "ballast")

def bring_in(label):
    text = f"خبر {label} من المرفأ\\n\\n12.03.2017\\n\\n"
    text += f"قالت البلدية إن {len(label)} عائلة عادت إلى المرفأ في {label}. " * 60
    try:
        ends = list(ingest(read_file(f"{label}.txt", text.encode()), Wishes()))
    except OSError:
        return False
    return any(end.result is Result.CREATED for end in ends)

for point in range(int(sys.argv[1])):
    disk = os.statvfs(settings.DATA_DIR)
    left = 20_000 * (point + 1)
    with ballast.open("wb") as file:
        file.write(b"x" * max(disk.f_bavail * disk.f_frsize - left, 0))
    ends = [bring_in(f"{point}-{n}") for n in range(25)]
    cache.clear()
    page = Client().get("/browse/", HTTP_HOST="localhost").status_code
    ballast.unlink()
    after = bring_in(f"{point}-after")  # without a restart
    outbox.drain()
    print(json.dumps([sum(ends) + after, ends.count(False), page, after]))
"""
CHECK = """
import json
from articles.models import Article, Capture
from articles.models.capture import sha256_of
from search.models import Outbox
half = Article.objects.filter(captures=None)
torn = [one.pk for one in Capture.objects.all() if sha256_of(one.read()) != one.sha256]
print(json.dumps([
    Article.objects.count(), len(half), len(torn), Outbox.objects.count()
]))
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
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def told(own: OwnArchive, code: str, *arguments: str) -> list[list[int]]:
    process = own.start(code, *arguments)
    lines, faults = process.communicate(timeout=300)
    assert process.returncode == 0, faults
    return [json.loads(line) for line in lines.splitlines()]


def test_a_full_disk_leaves_no_half_article_and_heals(
    small_disk: Path, trust_figure: Measured
) -> None:
    own = OwnArchive(small_disk)
    own.make()
    points = told(own, FILL, str(POINTS))
    [[articles, half, torn, waiting]] = told(own, CHECK)
    known = sum(kept for kept, _filled, _page, _after in points)

    assert len(points) == POINTS
    assert all(filled for _kept, filled, _page, _after in points)
    assert {(page, after) for _kept, _filled, page, after in points} == {(200, True)}
    assert (articles, half, torn, waiting) == (known, 0, 0, 0)
    assert own.ask("PRAGMA integrity_check") == "ok"
    trust_figure(
        f"{POINTS} times full: {known} told stored, all there, 0 half, read and healed"
    )
