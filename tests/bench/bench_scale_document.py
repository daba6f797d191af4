"""Prints what the scale benchmark measured as ``portal/delivery/SCALE.md`` tells it."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import geometric_mean, median
from typing import Any

from tests.bench.tables import number

NAMES = {
    "whoosh": "SQLite, Whoosh",
    "tantivy": "SQLite, tantivy",
    "servers": "PostgreSQL, distributed engine",
}
PARTS = {
    "database, KB an article ¹": "database",
    "search index, KB an article": "index",
    "ledger, KB an article": "ledger",
    "captures, KB an article": "captures",
}
PAGES = {
    "an article's page, p50, ms": "article",
    "first page": "home",
    "… as kept for a minute": "kept",
    "a day": "day",
    "an outlet": "outlet",
}
Row = dict[str, Any]


def measured_rows(size: int, names: Sequence[str], rows: Sequence[Row]) -> None:
    """Print the table, then the figures that the formulas below it begin with."""
    told = [NAMES[name] for name in names] + ["ratio"] * (len(names) - 1)
    print(f"\nFor SCALE.md: `make bench-scale N={size}`\n")
    print(f"| | {' | '.join(told)} |")
    print("|---|" + "---:|" * len(told))
    values = [_measured(size, row) for row in rows]
    for label in values[0]:
        of_all = [each[label] for each in values]
        cells = list(map(number, of_all))
        cells += [number(value / of_all[0]) for value in of_all[1:]]
        print(f"| {label} | {' | '.join(cells)} |")
    print(f"\n¹ without the {_empty(rows)} MB of an empty database.\n")
    last, kilobytes = rows[-1], values[-1]
    letters = zip("dilc", PARTS, strict=True)
    parts = [f"`{letter}` {number(kilobytes[label])}" for letter, label in letters]
    print(f"`f` {number(last['figures'] / size)}, {', '.join(parts)},")
    print(f"`s` {number(last['ingest, empty'])}; {last['words']:.0f} words an article")


def _measured(size: int, row: Row) -> dict[str, float]:
    searches, ledgers = _kinds(row, "search: "), _kinds(row, "ledger: ")
    slowest = max(searches, key=lambda kind: searches[kind])
    pages = {label: median(row["times"][kind]) for label, kind in PAGES.items()}
    weights = {label: row[part] * 1000 / size for label, part in PARTS.items()}
    weights["database, KB an article ¹"] -= row["empty"] * 1000 / size
    return {
        "articles a second, brought in and findable": row["ingest, full"],
        "articles a second, index and ledger anew": row["indexed"],
        "a web process, MB": row["web"],
        **weights,
        **pages,
        f"search, {len(searches)} kinds of questions": _mean(searches),
        "… the slowest of them": searches[slowest],
        f"ledger, {len(ledgers)} kinds of questions": _mean(ledgers),
    }


def _kinds(row: Row, begins: str) -> dict[str, float]:
    return {
        kind: median(times)
        for kind, times in row["times"].items()
        if kind.startswith(begins)
    }


def _mean(kinds: dict[str, float]) -> float:
    return geometric_mean(kinds.values())


def _empty(rows: Sequence[Row]) -> str:
    return " and ".join(number(row["empty"]) for row in rows)
