"""Prints how well figures are read: gold texts by kind, then the peers' own cases.

    REAL_DATA=folder python -m tests.eval.eval_figures [--json FILE]

``--json`` writes the same tables for the page that shows them to readers
(``articles/presentation/measured_figures.json``).
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from tests.eval import date_cases, fresh, gold
from tests.eval.peer_cases import is_right, left_out, load

GOLD = ("seeds", "sentences")
PROJECTS = ("duckling", "cldr", "tafqit")
FRESH_COLUMNS = ["gold", "found", "right", "span", "spurious"]
COLUMNS = [
    "gold",
    "found",
    "right",
    "core",
    "core_right",
    "span",
    "modifier_gold",
    "modifier",
    "unit_gold",
    "unit",
    "spurious",
]


def evaluate(folder: Path) -> dict[str, Any]:
    """Give every table: gold sets by kind, names by type, peers' cases by kind."""
    tables: dict[str, Any] = {}
    for name in GOLD:
        rows = gold.documents(folder, name)
        tables[name] = gold.score_figures(rows)
        if name == "seeds":
            tables["names"] = gold.score_names(rows)
    tables["fresh"], tables["fresh names"] = fresh.score_figures(), fresh.score_names()
    for project in PROJECTS:
        tables[project], tables[f"{project} left out"] = _peers(folder, project)
    tables["dates"], tables["dates left out"] = _dates(folder)
    return tables


def _dates(folder: Path) -> tuple[dict[str, Counter[str]], Counter[str]]:
    """Judge the dates of every project; a row is a project."""
    rows: dict[str, Counter[str]] = {gold.TOTAL: Counter()}
    reasons: Counter[str] = Counter()
    for project, left_out_there in date_cases.LEFT_OUT.items():
        rows[project] = Counter()
        for reason, lines in left_out_there.items():
            reasons[reason] += len(lines)
        for _, case in date_cases.cases(folder, project):
            marks = Counter(cases=1, right=int(date_cases.is_right(case)))
            rows[project].update(marks)
            rows[gold.TOTAL].update(marks)
    return rows, reasons


def _peers(folder: Path, project: str) -> tuple[dict[str, Counter[str]], Counter[str]]:
    by_kind: dict[str, Counter[str]] = {}
    reasons: Counter[str] = Counter()
    for case in load(folder, project):
        reason = left_out(case)
        if reason:
            reasons[reason] += 1
            continue
        right = is_right(case)
        for kind in (case["kind"], gold.TOTAL):
            row = by_kind.setdefault(kind, Counter())
            row.update(cases=1, right=int(right))
    return by_kind, reasons


def _together(tables: dict[str, Any]) -> None:
    """Print duckling's share over numbers and dates together."""
    rows = tables["duckling"][gold.TOTAL], tables["dates"]["duckling"]
    cases, right = (sum(row[name] for row in rows) for name in ("cases", "right"))
    print(f"\nduckling with its dates: {right} of {cases}, {right / cases:.3f}")


def _print(title: str, rows: dict[str, Counter[str]], columns: list[str]) -> None:
    print(f"\n{title}")
    print(f"{'':16}" + "".join(f"{column:>15}" for column in columns))
    for kind in sorted(rows, key=lambda kind: (kind == gold.TOTAL, kind)):
        cells = "".join(f"{rows[kind][c.replace('_', ' ')]:>15}" for c in columns)
        print(f"{kind:16}{cells}")


def _report(tables: dict[str, Any]) -> None:
    for name in GOLD:
        _print(f"{name}: figures", tables[name], COLUMNS)
        total = tables[name][gold.TOTAL]
        shares = [
            f"{label} {gold.share(part, whole)(total)}"
            for label, part, whole in (
                ("right", "right", "gold"),
                ("core", "core right", "core"),
                ("span", "span", "right"),
            )
        ]
        print(*shares, f"negatives hit {total['negatives hit']}", sep=" | ")
    _print("seeds: names", tables["names"], ["gold", "found", "exact"])
    _print("fresh sentences: figures", tables["fresh"], FRESH_COLUMNS)
    _print("fresh sentences: names", tables["fresh names"], ["gold", "found", "exact"])
    for project in (*PROJECTS, "dates"):
        _print(f"{project}: cases", tables[project], ["cases", "right"])
        total = tables[project][gold.TOTAL]
        print(f"right {gold.share('right', 'cases')(total)}; left out:")
        for reason, count in tables[f"{project} left out"].most_common():
            print(f"  {count:4} {reason}")


def main() -> int:
    """Print the tables, and write them if asked; 1 where no data is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    if not os.environ.get("REAL_DATA"):
        print("REAL_DATA names no folder: nothing is evaluated.")
        return 1
    tables = evaluate(Path(os.environ["REAL_DATA"]))
    _report(tables)
    _together(tables)
    if options.json:
        text = json.dumps(tables, ensure_ascii=False, indent=1)
        options.json.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
