"""``make bench-search`` and ``make bench-scale`` print every table."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.bench_scale import STEPS

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


@pytest.mark.long(minutes=1)
def test_the_search_benchmark_prints_its_tables(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("STOCK", "40")
    monkeypatch.setenv("VARIANTS", "2")
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


SCALE_LINES = (
    "## 60 articles",
    "| ingest, full archive ",
    "| web process ",
    "| bytes an article ",
    "| home ",
    "| ledger, geometric mean ",
    "tantivy / whoosh",
    "| | SQLite, Whoosh | SQLite, tantivy | ratio |",
    "| articles a second, brought in and findable | ",
    "| database, KB an article ¹ | ",
    "| … as kept for a minute | ",
    "| search, 12 kinds of questions | ",
)


@pytest.mark.long(minutes=1)
def test_the_scale_benchmark_prints_its_tables_and_goes_on_where_it_was_ended(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setenv("SETUPS", "whoosh,tantivy")
    monkeypatch.setenv("FOLDER", str(tmp_path))
    monkeypatch.setenv("VARIANTS", "2")
    monkeypatch.delenv("REAL_DATA", raising=False)

    def run() -> tuple[str, list[str]]:
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.bench_scale", "60"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        said = [line.split(",")[0] for line in done.stderr.splitlines()]
        return done.stdout, [line for line in said if line.startswith("whoosh: ")]

    printed, steps = run()
    assert [line for line in SCALE_LINES if line not in printed] == []
    assert [step.removeprefix("whoosh: ") for step in steps] == list(STEPS)

    notes = tmp_path / "whoosh" / "measured-60.json"
    measured = json.loads(notes.read_text()) | {"steps": STEPS.index("index")}
    notes.write_text(json.dumps(measured))
    monkeypatch.setenv("SETUPS", "whoosh")
    printed, steps = run()
    assert "## 60 articles" in printed
    assert steps == ["whoosh: index", "whoosh: weigh", "whoosh: ingest"]
