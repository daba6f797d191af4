"""Runs the steps of the search benchmark, each in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.bench.bench_search_questions import VARIANTS

ROOT = Path(__file__).parents[2]
ROUNDS = 3

Row = dict[str, Any]


def run(step: str, folder: Path, argument: str, stock: int = 0) -> Row:
    """Run a step to its end and give what it measured, or did before."""
    done = folder / f"{step}-{argument}.json"
    if not done.exists():
        with _begun(step, folder, argument, stock) as process:
            output, _ = process.communicate()
        done.write_text(json.dumps(_answer(process, step, folder, argument, output)))
    answer: Row = json.loads(done.read_text())
    return answer


def ask_in_turn(folder: Path, names: Iterable[str]) -> dict[str, Row]:
    """Ask all contenders the same questions, a dozen at a time and one after another.

    So whatever else the machine does meets all of them. Stock is asked once, since it
    takes as long as all others together.
    """
    done = folder / "asked.json"
    if not done.exists():
        done.write_text(json.dumps(_ask_in_turn(folder, names)))
    rows: dict[str, Row] = json.loads(done.read_text())
    return rows


def _ask_in_turn(folder: Path, names: Iterable[str]) -> dict[str, Row]:
    askers = {name: _begun("ask", folder, name, 0) for name in names}
    for turn in range(ROUNDS * VARIANTS):
        for name, process in askers.items():
            if name != "stock" or turn < VARIANTS:
                _ask(process, turn % VARIANTS)
    rows = {}
    for name, process in askers.items():
        output, _ = process.communicate()
        rows[name] = _answer(process, "ask", folder, name, output)
    return rows


def _ask(process: subprocess.Popen[str], variant: int) -> None:
    assert process.stdin
    assert process.stdout
    try:
        process.stdin.write(f"{variant}\n")
        process.stdin.flush()
        process.stdout.readline()
    except BrokenPipeError:
        pass  # its end tells why


def _begun(step: str, folder: Path, argument: str, stock: int) -> subprocess.Popen[str]:
    engine = argument.partition("-")[0]
    place = {"same": "tantivy"}.get(engine, engine if step != "make" else "")
    env = os.environ | {
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "DATA_DIR": str(folder / place),
        "DATABASE_URL": f"sqlite:///{folder}/archive.sqlite3",
        "SEARCH_ENGINE": "tantivy" if place == "tantivy" else "whoosh",
        "STOCK_SIZE": str(stock),
    }
    (folder / place).mkdir(exist_ok=True)
    with _log(folder, step, argument).open("wb") as log:
        return subprocess.Popen(
            [
                *(sys.executable, "-m", "tests.bench.bench_search_steps"),
                *(step, str(folder), argument),
            ],
            env=env,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )


def _log(folder: Path, step: str, argument: str) -> Path:
    return folder / f"{step}-{argument}.log"


def _answer(
    process: subprocess.Popen[str],
    step: str,
    folder: Path,
    argument: str,
    output: str,
) -> Row:
    if process.returncode:
        sys.exit(
            f"{step} {argument} failed:\n{_log(folder, step, argument).read_text()}"
        )
    answer: Row = json.loads(output.splitlines()[-1])
    return answer
