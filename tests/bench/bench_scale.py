"""Measures a whole archive on one machine's engines, and on servers.

    .ci/with-postgres .ci/with-opensearch python -m tests.bench.bench_scale [ARTICLES]

120,000 articles by default, made of the texts of REAL_DATA or else of the samples.
SETUPS names what is measured: ``whoosh`` and ``tantivy`` are SQLite with that index in
files; ``servers`` is PostgreSQL with the distributed engine, of which DATABASE_URL and
SEARCH_URL tell; without them it is left out. Default: ``whoosh,servers``.

Each archive is filled with the same articles, and its index and ledger are built. Then
all are served at once, by one process each, and asked in turn for the same pages by one
reader: so what else the machine does is the same for all. The first setup is the peer
that the others are held against, and an article's page the peer of other pages.

FOLDER keeps the archives and what was measured: a run that was ended goes on with the
step it stood at. An archive on servers that are new is filled anew. VARIANTS tells how
many addresses of each kind of page are asked for, 12 where it is not set. Prints:

- articles a second: brought in by ``manage.py ingest`` until they can be found, into an
  empty archive and into the full one; index and ledger built anew;
- memory of the processes, and of the search server, in MB;
- megabytes on disk of each part;
- pages, p50 / p95 of wall time in milliseconds;
- the table of ``portal/delivery/SCALE.md``, ready to be pasted.
"""

from __future__ import annotations

import itertools
import json
import os
import random
import shutil
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import geometric_mean
from tempfile import TemporaryDirectory
from typing import Any
from zlib import crc32

from tests.bench.bench_scale_document import measured_rows
from tests.bench.serving import ROOT, Served, resident, served
from tests.bench.tables import head, line, middle_and_worst, number, pair

SIZE = 120_000
SERVERS = "servers"
ENGINES = {"whoosh": "whoosh", "tantivy": "tantivy", SERVERS: "opensearch"}
ROUNDS = 2
STEPS = ("begin", "read", "fill", "index", "weigh", "ingest")
KEPT = "kept"
"""A page that the processes keep for a while; all others are made anew each time."""

RESERVE = "احتياطي:".encode()
"""Stands on a page that the index did not answer."""

Row = dict[str, Any]


class Setup:
    """An archive in a folder of its own, with its database and its engine."""

    def __init__(self, name: str, folder: Path, size: int) -> None:
        self.name, self.folder, self.size = name, folder / name, size
        self.folder.mkdir(exist_ok=True)
        self._notes = self.folder / f"measured-{size}.json"
        self.measured: Row = {}
        kept = {
            key: value
            for key, value in os.environ.items()
            if name == SERVERS or key not in ("DATABASE_URL", "SEARCH_URL")
        }
        self.environment = kept | {
            "DJANGO_SETTINGS_MODULE": "portal.settings",
            "DATA_DIR": str(self.folder),
            "SEARCH_ENGINE": ENGINES[name],
            "SEARCH_INDEX": f"bench-{crc32(str(self.folder).encode())}",
            # A machine that is busy with measuring must not answer by the reserve.
            "SEARCH_TIMEOUT": "60",
            "LEAST_FREE_MEGABYTES": "0",
        }

    def do(self, step: str) -> Row:
        """Do a step in a process of its own, and give what it measured."""
        program = [sys.executable, "-m", "tests.bench.bench_scale_steps", step]
        done = subprocess.run(
            [*program, str(self.folder), str(self.size)],
            env=self.environment,
            cwd=ROOT,
            check=False,
            capture_output=True,
        )
        if done.returncode:
            sys.exit(f"{self.name}: {step} failed:\n{done.stderr.decode()}")
        told: Row = json.loads(done.stdout.splitlines()[-1])
        return told

    def measure(self) -> None:
        """Do every step that was not done yet, note what it measured, and tell."""
        if self._goes_on():
            self.measured = json.loads(self._notes.read_text())
        else:
            shutil.rmtree(self.folder)
            self.folder.mkdir()
        for step in STEPS[self.measured.get("steps", 0) :]:
            began = time.monotonic()
            told = self.do(step)
            self.measured |= told | {"steps": STEPS.index(step) + 1}
            self._notes.write_text(json.dumps(self.measured))
            spent = time.monotonic() - began
            said = f"{self.name}: {step}, {spent:.0f} s: {told}"
            print(said, file=sys.stderr, flush=True)

    def _goes_on(self) -> bool:
        """Tell whether an earlier run left something to go on with."""
        if not self._notes.exists() or not self.do("stands")["stands"]:
            return False
        steps: int = json.loads(self._notes.read_text())["steps"]
        return steps >= STEPS.index("fill")


def main(size: int = SIZE) -> None:
    """Fill, index, ask, weigh; print the tables."""
    with ExitStack() as stack:
        folder = os.environ.get("FOLDER") or stack.enter_context(
            TemporaryDirectory(prefix="bench-scale-")
        )
        Path(folder).mkdir(exist_ok=True)
        setups = [Setup(name, Path(folder).resolve(), size) for name in _names()]
        try:
            for setup in setups:
                setup.measure()
            _ask(setups)
        finally:
            if "FOLDER" not in os.environ:
                for setup in setups:
                    setup.do("forget")
    _show(size, setups)


def _names() -> list[str]:
    wanted = os.environ.get("SETUPS", f"whoosh,{SERVERS}").split(",")
    if SERVERS in wanted and not {"DATABASE_URL", "SEARCH_URL"} <= set(os.environ):
        print("no DATABASE_URL or SEARCH_URL: servers are left out", file=sys.stderr)
        wanted.remove(SERVERS)
    return wanted


def _ask(setups: list[Setup]) -> None:
    """Ask all archives in turn for the same pages."""
    chance, count = random.Random(9), itertools.count()
    asked = [(setup, setup.do("addresses")) for setup in setups]
    for setup, pages in asked:
        setup.measured |= {
            "kinds": sorted(pages),
            "times": {kind: [] for kind in pages},
        }
    turns = [
        (kind, at) for kind, pages in asked[0][1].items() for at in range(len(pages))
    ]
    with ExitStack() as stack:
        sites = [stack.enter_context(served(setup.environment)) for setup in setups]
        for turn in range(ROUNDS + 1):  # the first fills caches
            chance.shuffle(turns)
            for kind, at in turns:
                for site, (setup, pages) in zip(sites, asked, strict=True):
                    address = pages[kind][at]
                    if kind != KEPT:
                        address = _anew(address, next(count))
                    spent = _fetch(site, address)
                    if turn:
                        setup.measured["times"][kind].append(spent)
        for site, setup in zip(sites, setups, strict=True):
            setup.measured["web"] = site.memory()
            setup.measured["server"] = _search_server(setup)


def _anew(address: str, number: int) -> str:
    """Name a page that no process has kept, but which is the same."""
    return f"{address}{'&' if '?' in address else '?'}asked={number}"


def _fetch(site: Served, address: str) -> float:
    spent, page = site.fetch(address)
    if RESERVE in page:
        raise RuntimeError(f"{address} was answered without the index")
    return spent


def _search_server(setup: Setup) -> float:
    """Give the memory of a search server on this machine, in MB; 0 for none."""
    folder = setup.environment.get("OPENSEARCH_NODES")
    if setup.name != SERVERS or not folder:
        return 0
    nodes = [file.read_text().split("\n")[1] for file in Path(folder).iterdir()]
    return sum(resident(int(process)) for process in nodes)


# -- What is printed -------------------------------------------------------------------

SPEED = {
    "ingest, empty archive": "ingest, empty",
    "ingest, full archive": "ingest, full",
    "index and ledger": "indexed",
    "copied in bulk": "copies",
}
MEMORY = {
    "web process": "web",
    "rebuilding": "indexer",
    "ingesting": "ingesting",
    "search server": "server",
}
DISK = ("database", "index", "ledger", "captures")


def _show(size: int, setups: list[Setup]) -> None:
    rows = [setup.measured for setup in setups]
    names = [setup.name for setup in setups]
    peer = names[0]
    figures = rows[0]["figures"]
    print(f"\n## {size:,} articles, {figures:,} figures\n\nArticles a second\n")
    _table(names, SPEED, rows)
    print("\nMemory, MB\n")
    _table(names, MEMORY, rows)
    print("\nOn disk, MB\n")
    _table(names, dict(zip(DISK, DISK, strict=True)), rows)
    totals = [sum(row[part] for part in DISK) for row in rows]
    line("all", [number(total) for total in totals] + _against(totals))
    line("bytes an article", [number(total * 1e6 / size) for total in totals])
    print("\nPages, ms (p50 / p95)\n")
    _pages(names, rows)
    print(f"\nThe last columns: times {peer}.", flush=True)
    measured_rows(size, names, rows)


def _table(names: list[str], lines: dict[str, str], rows: list[Row]) -> None:
    head([*names, *(f"{name} / {names[0]}" for name in names[1:])])
    for label, key in lines.items():
        values = [row[key] for row in rows]
        line(label, [number(value) for value in values] + _against(values))


def _pages(names: list[str], rows: list[Row]) -> None:
    ratios = [f"{name} / {names[0]}" for name in names[1:]]
    head([*names, *ratios, *(f"{name} / article" for name in names)])
    times = [
        {kind: middle_and_worst(row["times"][kind]) for kind in row["kinds"]}
        for row in rows
    ]
    for kind in times[0]:
        middles = [each[kind][0] for each in times]
        pages = [each[kind][0] / each["article"][0] for each in times]
        cells = [pair(each[kind]) for each in times] + _against(middles)
        line(kind, cells + [number(ratio) for ratio in pages])
    for group in ("search", "ledger"):
        means = [
            geometric_mean(
                each[kind][0] for kind in each if kind.startswith(f"{group}: ")
            )
            for each in times
        ]
        pages = [
            mean / each["article"][0] for mean, each in zip(means, times, strict=True)
        ]
        cells = [number(mean) for mean in means] + _against(means)
        line(f"{group}, geometric mean", cells + [number(ratio) for ratio in pages])


def _against(values: list[float]) -> list[str]:
    """Hold every setup but the first against it."""
    return [number(value / values[0]) if values[0] else "" for value in values[1:]]


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
