"""Measures search: stock Haystack with Whoosh, our engines, and bare tantivy.

    [REAL_DATA=folder] [STOCK=1000] python -m tests.bench.bench_search [12000,120000]

Prints for each number of articles how fast each contender indexes, how large the index
is, how much memory a process that searches takes, and how long twelve kinds of queries
take: p50 / p95. Contenders are asked in turn, and what they take is time of one
processor, in milliseconds, so that another's work on the machine counts for none of
them; pages are timed as a reader waits. There are three tables, and the ratios of all
at the end:

- whole answers, as a page shows them: hits with title, snippet and names of facets.
  The peers are stock Haystack with its highlighter and bare tantivy with its stored
  text and its own snippets;
- the engine alone: ids, scores, the number of hits, counts of facets. The peers are
  tantivy with the very query of our engine, written beforehand ("same": it gives the
  same page), and tantivy with one field of words, where our engines ask five ("bare");
- pages through gunicorn, beside the page of an article in the same run.

Stock is measured at the first size alone: at larger ones it would take days. Each
article takes it longer than the one before: ``STOCK=1000`` measures the rate of so many
alone, which flatters it, and puts in the others faster; ``STOCK=0`` leaves it out. Each
contender works in processes of its own, one that indexes and one that asks, so that
none pays for another's memory. Of a process the mapped files count as memory too. With
``KEEP=folder`` a run that was broken off goes on with what was done before;
``VARIANTS`` is how many queries of each kind there are, 12 where nothing is said.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from math import exp, log
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.bench_search_processes import Row, ask_in_turn, run
from tests.bench.bench_search_questions import KINDS
from tests.bench.tables import head as _head
from tests.bench.tables import line as _line
from tests.bench.tables import number as _number
from tests.bench.tables import pair as _pair

SIZES = "12000"
ENGINES = ("whoosh", "tantivy")
ARTICLE_PAGE = "article page"

Rows = dict[str, Row]


def main(sizes: str = SIZES) -> None:
    """Measure every contender at every size and print the tables."""
    measured: dict[int, Rows] = {}
    for size in map(int, sizes.split(",")):
        stock = 0 if measured else min(size, int(os.environ.get("STOCK", size)))
        with _folder(size) as folder:
            measured[size] = _measure(folder, size, stock)
        _show(size, stock, measured[size])
    if len(measured) > 1:
        _show_growth(measured)
    _show_ratios(measured)


@contextmanager
def _folder(size: int) -> Iterator[Path]:
    """Give a folder to work in; one under ``KEEP`` stays, with the steps done in it."""
    if kept := os.environ.get("KEEP"):
        folder = Path(kept) / str(size)
        folder.mkdir(parents=True, exist_ok=True)
        yield folder
        return
    with TemporaryDirectory() as passing:
        yield Path(passing)


def _measure(folder: Path, size: int, stock: int) -> Rows:
    run("make", folder, str(size))
    whole = [*(["stock"] if stock else []), *ENGINES, "bare"]
    with ThreadPoolExecutor(2) as two:  # what they take is counted by processor
        indexed = two.map(
            lambda name: run("index", folder, name, stock), sorted(whole, reverse=True)
        )
        rates = dict(zip(sorted(whole, reverse=True), indexed, strict=True))
    alone = [f"{name}-alone" for name in (*ENGINES, "same", "bare")]
    rows = ask_in_turn(folder, [*whole, *alone])
    for name in whole:
        rows[name] = rates[name] | rows[name]
    for name in ENGINES:
        rows[f"{name}-pages"] = run("load", folder, name)
    return rows


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
    _line("times an article page", [_number(_pages(rows, name)) for name in ENGINES])
    _line("memory of a worker, MB", [_number(rows[name]["memory"]) for name in pages])
    sys.stdout.flush()


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
    _line("geometric mean", [_number(_growth(first, last, name)) for name in names])


def _show_ratios(measured: Mapping[int, Rows]) -> None:
    """Print what one contender takes as a multiple of what another does."""
    print("\n## In short, by geometric means over the kinds of queries\n")
    _head(f"{size:,}" for size in measured)
    every = list(measured.values())
    first = every[0]
    if "stock" in first:
        cells = [""] * (len(every) - 1)
        for engine in ENGINES:
            fast = _mean_p50(first["stock"]) / _mean_p50(first[engine])
            rate = first[engine]["rate"] / first["stock"]["rate"]
            worst = _least(first, engine, "stock")
            _line(f"{engine}, times as fast as stock", [_ratio(fast), *cells])
            _line(f"{engine}, the least of any kind", [_ratio(worst), *cells])
            _line(f"{engine} indexes, times stock", [_ratio(rate), *cells])
    for engine, peer in (
        *((e, "bare") for e in ENGINES),
        ("tantivy-alone", "same-alone"),
    ):
        ratios = [_mean_p50(rows[engine]) / _mean_p50(rows[peer]) for rows in every]
        _line(f"{engine}, times {peer}'s time", [_number(ratio) for ratio in ratios])
    for engine in ENGINES:
        rates = [_number(rows[engine]["rate"]) for rows in every]
        _line(f"{engine} indexes a second", rates)
        pages = [_number(_pages(rows, engine)) for rows in every]
        _line(f"{engine} page, times an article's", pages)
        memory = [_number(rows[f"{engine}-pages"]["memory"]) for rows in every]
        _line(f"{engine}, a worker's memory, MB", memory)
        growths = [_number(_growth(first, rows, engine)) for rows in every]
        _line(f"{engine} p95, times the first's", growths)


def _growth(first: Rows, last: Rows, name: str) -> float:
    means = [
        _mean(rows[name]["times"][kind][1] for kind in KINDS) for rows in (last, first)
    ]
    return means[0] / means[1]


def _pages(rows: Rows, engine: str) -> float:
    pages = rows[f"{engine}-pages"]
    return _mean_p50(pages) / _p50(pages, ARTICLE_PAGE)


def _least(rows: Rows, name: str, peer: str) -> float:
    """Compare the kind of query that comes off worst."""
    return min(_p50(rows[peer], kind) / _p50(rows[name], kind) for kind in KINDS)


def _times(names: list[str], rows: Rows) -> None:
    for kind in KINDS:
        _line(kind, [_pair(rows[name]["times"][kind]) for name in names])
    _line("geometric mean of p50", [_number(_mean_p50(rows[name])) for name in names])


def _ratios(names: list[str], rows: Rows, peer: str) -> None:
    """Compare geometric means, and tell the kind of query that comes off worst."""
    ratios = [_mean_p50(rows[peer]) / _mean_p50(rows[name]) for name in names]
    label = peer.split("-")[0]
    _line(f"times as fast as {label}", [_ratio(ratio) for ratio in ratios])
    least = [_least(rows, name, peer) for name in names]
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
