"""Measures search: stock Haystack with Whoosh, our engines, and bare tantivy.

    [REAL_DATA=folder] python -m tests.bench.bench_search [12000,120000]

Prints a table for each number of articles: how fast each indexes, how large the index
is, how much memory a process that searches it takes, and how long twelve kinds of
queries take (p50 and p95 of wall time, in milliseconds). Stock is measured at the first
size alone: at larger ones it would take days. Each contender works in processes of its
own, one that indexes and one that asks, so that none pays for another's memory.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from math import exp, log
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench.bench_search_questions import KINDS

ROOT = Path(__file__).parents[2]
SIZES = "12000"

Row = dict[str, Any]


def main(sizes: str = SIZES) -> None:
    """Measure every contender at every size and print the tables."""
    for at, size in enumerate(map(int, sizes.split(","))):
        names = ["whoosh", "whoosh-engine", "tantivy", "tantivy-engine", "bare"]
        if at == 0 and os.environ.get("STOCK", "1") == "1":
            names.insert(0, "stock")
        with TemporaryDirectory() as folder:
            _run("make", folder, str(size))
            rows = {name: _measure(name, folder) for name in names}
        _show(size, rows)


def _measure(name: str, folder: str) -> Row:
    indexed = {} if name.endswith("-engine") else _run("index", folder, name)
    return indexed | _run("ask", folder, name)


def _run(step: str, folder: str, argument: str) -> Row:
    engine = argument.split("-")[0]
    env = os.environ | {
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "DATA_DIR": folder,
        "SEARCH_ENGINE": engine if engine in {"whoosh", "tantivy"} else "whoosh",
    }
    program = [sys.executable, "-m", "tests.bench.bench_search_steps"]
    done = subprocess.run(
        [*program, step, folder, argument],
        env=env,
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
    )
    answer: Row = json.loads(done.stdout.splitlines()[-1])
    return answer


def _show(size: int, rows: dict[str, Row]) -> None:
    print(f"\n{size} articles\n")
    _line("", rows)
    for label, key in (
        ("indexed a second", "rate"),
        ("index, MB", "megabytes"),
        ("memory, MB", "memory"),
    ):
        _line(label, [_number(row.get(key)) for row in rows.values()])
    for kind in KINDS:
        pairs = [row["times"][kind] for row in rows.values()]
        _line(kind, [f"{_number(p50)} / {_number(p95)}" for p50, p95 in pairs])
    means = {
        name: _mean([row["times"][kind][0] for kind in KINDS])
        for name, row in rows.items()
    }
    _line("geometric mean of p50", [_number(mean) for mean in means.values()])
    for other in ("stock", "bare"):
        if other in means:
            ratios = [means[other] / mean for mean in means.values()]
            text = [
                f"{ratio:.1f}" if ratio >= 1 else f"1/{1 / ratio:.1f}"
                for ratio in ratios
            ]
            _line(f"times as fast as {other}", text)


def _line(label: str, cells: Any) -> None:
    line = " | ".join(f"{cell:>15}" for cell in cells)
    print(f"| {label:24} | {line} |")


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}" if value < 10 else f"{value:.0f}"


def _mean(values: list[float]) -> float:
    return exp(sum(map(log, values)) / len(values))


if __name__ == "__main__":
    main(*sys.argv[1:2])
