"""Runs the tests of trust and writes what they showed into ``tests/TRUST.md``.

``python -m tests.trust.table`` runs the quick ones, ``--all`` the long ones too,
``--rows 1 17`` those of some rows; so does any run with ``pytest --keep-shown``. What
isn't run keeps what it last showed.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.trust.rows import ROWS, Row

TESTS = Path(__file__).resolve().parent.parent
PAGE = TESTS / "TRUST.md"
MEASURED = TESTS / "trust" / "measured.json"
HEAD = """\
# Trust

What could go wrong, what stands against it, the tests that prove it and what they last
showed. `python -m tests.trust.table` runs them and writes this page; `--all` runs the
long ones too.

| # | Threat or fault | Defence | Tests | Last shown |
|--:|---|---|---|---|
"""
QUICK = "not long and not faults and not browser"


def node_of(test: str) -> str:
    """Give the id by which pytest knows a test: ``tests/a/test_b.py::test_c``."""
    file, _, name = test.partition("::")
    return f"tests/{file}::test_{name}"


@dataclass(eq=False)
class Shown:
    """Collects, while pytest runs, how each test ended and what it measured.

    A plugin of pytest, which keeps its plugins in sets.
    """

    ends: dict[str, Counter[str]] = field(default_factory=dict)
    figures: dict[str, list[str]] = field(default_factory=dict)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take in one phase of one test; the call tells, unless setting up did."""
        if report.when != "call" and report.passed:
            return
        node = report.nodeid.partition("[")[0]
        self.ends.setdefault(node, Counter())[report.outcome] += 1
        told = [
            str(value) for name, value in report.user_properties if name == "figure"
        ]
        self.figures.setdefault(node, []).extend(told)

    def as_measured(self, day: str) -> dict[str, Any]:
        """Give what is kept of the run, by test."""
        return {
            node: {"day": day, "ends": dict(ends), "figures": self.figures[node]}
            for node, ends in self.ends.items()
        }


class KeptShown(Shown):
    """Writes the page when the run ends: ``pytest --keep-shown``."""

    def pytest_sessionfinish(self) -> None:
        """Put what this run showed beside what earlier ones did."""
        keep(self)


def told(test: str, measured: dict[str, Any]) -> str:
    """Say in a few words what a test last showed."""
    last = measured.get(node_of(test))
    if last is None:
        return "not run yet"
    ends = ", ".join(f"{count} {end}" for end, count in sorted(last["ends"].items()))
    return "; ".join([*last["figures"], f"{ends} ({last['day']})"])


def line(number: int, row: Row, measured: dict[str, Any]) -> str:
    """Write the line of a row; what has no test says so."""
    tests = "<br>".join(f"`{node_of(test)}`" for test in row.tests) or "not yet"
    shown = "<br>".join(told(test, measured) for test in row.tests) or "not yet"
    return f"| {number} | {row.threat} | {row.defence} | {tests} | {shown} |\n"


def page(measured: dict[str, Any]) -> str:
    """Write the whole page."""
    return HEAD + "".join(line(number, row, measured) for number, row in ROWS.items())


def read_measured() -> dict[str, Any]:
    """Give what the tests last showed."""
    kept: dict[str, Any] = json.loads(MEASURED.read_text()) if MEASURED.exists() else {}
    return kept


def write(measured: dict[str, Any]) -> None:
    """Keep what was shown and write the page of it, without tests that are gone."""
    named = {node_of(test) for row in ROWS.values() for test in row.tests}
    kept = {node: measured[node] for node in sorted(named & set(measured))}
    MEASURED.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n")
    PAGE.write_text(page(kept))


def keep(shown: Shown) -> None:
    """Write what a run showed into the page; what it did not run stays."""
    write(read_measured() | shown.as_measured(f"{datetime.now(UTC):%Y-%m-%d}"))


def main(arguments: Iterable[str]) -> int:
    """Run the tests of the rows asked for and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="the long tests too")
    parser.add_argument("--rows", type=int, nargs="*", default=list(ROWS))
    asked = parser.parse_args(list(arguments))
    tests = {node_of(test) for number in asked.rows for test in ROWS[number].tests}
    shown = Shown()
    chosen = [] if asked.all else ["-m", QUICK]
    ended = pytest.main([*sorted(tests), *chosen, "--show-capture=no"], plugins=[shown])
    keep(shown)
    return int(ended)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
