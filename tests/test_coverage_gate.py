"""The gate names each line that no test ran where every line must be."""

from __future__ import annotations

from pathlib import Path

import pytest
from coverage import Coverage

from tests import coverage_gate


@pytest.fixture
def measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Coverage:
    """An archive of two files, of each of which the second line never ran."""
    monkeypatch.setattr(coverage_gate, "ROOT", tmp_path)
    coverage = Coverage(data_file=None, config_file=False)
    for name in ("search/engine.py", "portal/logs.py"):
        path = tmp_path / name
        path.parent.mkdir()
        path.write_text("def f():\n    return 1\n")
        coverage.get_data().add_lines({str(path): [1]})
    return coverage


def test_a_line_of_the_search_that_never_ran_is_named(measured: Coverage) -> None:
    assert coverage_gate.gaps(measured) == (["search/engine.py: 2"], 50.0)
