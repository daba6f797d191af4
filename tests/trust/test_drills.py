"""Backups made while others write bring everything back that was confirmed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.trust.conftest import Measured
from tests.trust.drills import DRILLS
from tests.trust.own_archive import OwnArchive

pytestmark = [pytest.mark.faults, pytest.mark.long]

WRITER = """
import sys, time
from articles.ingest import ingest
from articles.readers.files import read_file
from tests.trust.mortals import text_of
number = 0
while True:
    label = f"{sys.argv[1]}-{number}"
    list(ingest(read_file(f"{label}.txt", text_of(label).encode())))
    number += 1
    time.sleep(0.02)
"""


def test_twenty_backups_under_writes_are_brought_back_whole(
    tmp_path: Path, trust_figure: Measured
) -> None:
    own = OwnArchive(tmp_path / "own")
    own.make()
    writers = [own.start(WRITER, name) for name in ("أ", "ب")]
    try:
        drill = own.run("tests.trust.drills", str(tmp_path))
        out, faults = drill.communicate(timeout=400)
    finally:
        for writer in writers:
            writer.kill()
            writer.communicate()
    assert drill.returncode == 0, faults
    found = json.loads(out.splitlines()[-1])

    assert found["missing"] == 0
    assert found["restored"] == DRILLS, faults
    assert found["confirmed"][-1] > found["confirmed"][0]
    trust_figure(
        f"{DRILLS} backups under writes, {DRILLS} restored and verified, 0 lost "
        f"({found['seconds'] / DRILLS:.1f} s a restore)"
    )
