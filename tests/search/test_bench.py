"""``make bench-search`` runs as one command and prints every table."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

LINES = (
    "## 300 articles",
    "| indexed a second ",
    "| memory, MB ",
    "| deep page ",
    "| times as fast as stock ",
    "| times as fast as same ",
    "| times as fast as bare ",
    "| times an article page ",
    "| whoosh, times as fast as stock ",
    "stock, 40",
)


@pytest.mark.long
def test_the_search_benchmark_prints_its_tables(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("STOCK", "40")
    monkeypatch.delenv("REAL_DATA", raising=False)

    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.bench_search", "300"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert not done.stderr
    assert [line for line in LINES if line not in done.stdout] == []
    assert done.stdout.count("| histogram ") == 3
