"""Two hundred processes die in the middle of their work, and nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.trust.conftest import Measured
from tests.trust.mortals import ITEMS
from tests.trust.own_archive import OwnArchive

pytestmark = pytest.mark.faults

KILLS = 201  # three at a time
MOST_SECONDS = 60.0
"""After a new start the index is the database's again by then."""


@pytest.mark.long
def test_two_hundred_kills_lose_nothing(tmp_path: Path, trust_figure: Measured) -> None:
    own = OwnArchive(tmp_path / "own")
    own.make()
    nursery = own.run("tests.trust.mortals", str(KILLS), "29")
    out, faults = nursery.communicate(timeout=600)
    assert nursery.returncode == 0, faults
    found = json.loads(out.splitlines()[-1])

    assert sum(found["killed"].values()) == KILLS
    assert found["told"] > 50
    assert found["imported_meanwhile"] < ITEMS == found["items"]
    assert (found["lost"], found["half"], found["faults"]) == ([], 0, [])
    assert (found["twice"], found["articles_twice"], found["waiting"]) == (0, 0, 0)
    assert found["seconds"] < MOST_SECONDS
    assert own.ask("PRAGMA integrity_check") == "ok"
    trust_figure(
        f"{KILLS} kills: {found['told'] + ITEMS} confirmed, 0 lost, 0 twice, "
        f"index and database the same {found['seconds']:.0f} s after the start"
    )
