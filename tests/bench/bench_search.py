"""Measures search: stock Haystack with Whoosh, our engines, and bare tantivy.

    [REAL_DATA=folder] [STOCK=2000] python -m tests.bench.bench_search [12000,120000]

Prints for each number of articles how fast each contender indexes, how large the index
is, how much memory a process that searches takes, and how long twelve kinds of queries
take: p50 / p95 of wall time in milliseconds. There are three tables:

- whole answers, as a page shows them: hits with title, snippet and names of facets.
  The peers are stock Haystack with its highlighter and bare tantivy with its stored
  text and its own snippets;
- the engine alone: ids, scores, the number of hits, counts of facets. The peers are
  tantivy with the very query of our engine, written beforehand ("same": it gives the
  same page), and tantivy with one field of words, where our engines ask five ("bare");
- pages through gunicorn, beside the page of an article in the same run.

Stock is measured at the first size alone, of ``STOCK`` articles at most (0 leaves it
out): at larger ones it would take days. Each contender works in processes of its own,
one that indexes and one that asks, so that none pays for another's memory.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from math import exp, log
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench.bench_search_questions import KINDS
from tests.bench.tables import head as _head
from tests.bench.tables import line as _line
from tests.bench.tables import number as _number
from tests.bench.tables import pair as _pair

ROOT = Path(__file__).parents[2]
SIZES = "12000"
ENGINES = ("whoosh", "tantivy")
ARTICLE_PAGE = "article page"

Row = dict[str, Any]
Rows = dict[str, Row]


def main(sizes: str = SIZES) -> None:
    """Measure every contender at every size and print the tables."""
    measured: dict[int, Rows] = {}
    for size in map(int, sizes.split(",")):
        stock = 0 if measured else min(size, int(os.environ.get("STOCK", size)))
        with TemporaryDirectory() as folder:
            measured[size] = _measure(folder, size, stock)
        _show(size, stock, measured[size])
    if len(measured) > 1:
        _show_growth(measured)


def _measure(folder: str, size: int, stock: int) -> Rows:
    _run("make", folder, str(size))
    rows: Rows = {}
    for name in (*(["stock"] if stock else []), *ENGINES, "bare"):
        indexed = _run("index", folder, name, stock)
        rows[name] = indexed | _run("ask", folder, name)
        if name != "stock":
            rows[f"{name}-alone"] = _run("ask", folder, f"{name}-alone")
        if name == "tantivy":
            rows["same-alone"] = _run("ask", folder, "same-alone")
        if name in ENGINES:
            rows[f"{name}-pages"] = _run("load", folder, name)
    return rows


def _run(step: str, folder: str, argument: str, stock: int = 0) -> Row:
    engine = argument.split("-")[0]
    env = os.environ | {
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "DATA_DIR": folder,
        "SEARCH_ENGINE": {"same": "tantivy", "tantivy": "tantivy"}.get(
            engine, "whoosh"
        ),
        "STOCK_SIZE": str(stock),
    }
    program = [sys.executable, "-m", "tests.bench.bench_search_steps"]
    done = subprocess.run(
        [*program, step, folder, argument],
        env=env,
        cwd=ROOT,
        check=False,
        capture_output=True,
    )
    if done.returncode:
        sys.exit(f"{step} {argument} failed:\n{done.stderr.decode()}")
    answer: Row = json.loads(done.stdout.splitlines()[-1])
    return answer


def _show(size: int, stock: int, rows: Rows) -> None:
    whole = [name for name in ("stock", *ENGINES, "bare") if name in rows]
    print(f"\n## {size:,} articles\n\nWhole answers, ms (p50 / p95)\n")
    _head(f"stock, {stock:,}" if name == "stock" else name for name in whole)
    for label, key in (
        ("indexed a second", "rate"),
        ("index, MB", "megabytes"),
        ("memory, MB", "memory"),
    ):
        _line(label, [_number(rows[name].get(key)) for name in whole])
    _times(whole, rows)
    for peer in ("stock", "bare"):
        if peer in rows:
            _ratios(whole, rows, peer)
    if stock:
        rates = [rows[name]["rate"] / rows["stock"]["rate"] for name in whole]
        _line("indexing, times stock", [_number(rate) for rate in rates])
    print("\nThe engine alone, ms (p50 / p95)\n")
    alone = [f"{name}-alone" for name in (*ENGINES, "same", "bare")]
    _head((*ENGINES, "same", "bare"))
    _times(alone, rows)
    for peer in ("same-alone", "bare-alone"):
        _ratios(alone, rows, peer)
    print("\nPages through gunicorn, ms (p50 / p95)\n")
    _head(ENGINES)
    pages = [f"{name}-pages" for name in ENGINES]
    _times(pages, rows)
    _line(ARTICLE_PAGE, [_pair(rows[name]["times"][ARTICLE_PAGE]) for name in pages])
    ratios = [_mean_p50(rows[name]) / _p50(rows[name], ARTICLE_PAGE) for name in pages]
    _line("times an article page", [_number(ratio) for ratio in ratios], flush=True)


def _show_growth(measured: dict[int, Rows]) -> None:
    """Tell how the slowest answers grow with the archive."""
    (small, first), (large, last) = min(measured.items()), max(measured.items())
    print(f"\np95 at {large:,} articles, as a multiple of that at {small:,}\n")
    names = [*ENGINES, *(f"{name}-alone" for name in ENGINES)]
    _head(names)
    for kind in KINDS:
        growth = [
            last[name]["times"][kind][1] / first[name]["times"][kind][1]
            for name in names
        ]
        _line(kind, [_number(times) for times in growth])
    means = [
        _mean(last[name]["times"][kind][1] for kind in KINDS)
        / _mean(first[name]["times"][kind][1] for kind in KINDS)
        for name in names
    ]
    _line("geometric mean", [_number(mean) for mean in means])


def _times(names: list[str], rows: Rows) -> None:
    for kind in KINDS:
        _line(kind, [_pair(rows[name]["times"][kind]) for name in names])
    _line("geometric mean of p50", [_number(_mean_p50(rows[name])) for name in names])


def _ratios(names: list[str], rows: Rows, peer: str) -> None:
    """Compare geometric means, and tell the kind of query that comes off worst."""
    ratios = [_mean_p50(rows[peer]) / _mean_p50(rows[name]) for name in names]
    label = peer.split("-")[0]
    _line(f"times as fast as {label}", [_ratio(ratio) for ratio in ratios])
    least = [
        min(_p50(rows[peer], kind) / _p50(rows[name], kind) for kind in KINDS)
        for name in names
    ]
    _line(f"the least, of {label}", [_ratio(ratio) for ratio in least])


def _p50(row: Row, kind: str) -> float:
    return float(row["times"][kind][0])


def _mean_p50(row: Row) -> float:
    return _mean(_p50(row, kind) for kind in KINDS)


def _mean(values: Iterable[float]) -> float:
    logs = [log(value) for value in values]
    return exp(sum(logs) / len(logs))


def _ratio(ratio: float) -> str:
    return f"{ratio:.1f}" if ratio >= 1 else f"1/{1 / ratio:.1f}"


if __name__ == "__main__":
    main(*sys.argv[1:2])
