"""Asks a served archive for whole pages, as browsers would."""

from __future__ import annotations

import os
import random
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode

from django.urls import reverse

from portal.management.commands.serve import gunicorn
from tests.bench.bench_search_contenders import written
from tests.bench.bench_search_questions import KINDS, Question

ARTICLE_PAGE = "article page"
ROUNDS = 2
PATIENCE = 60.0
"""Seconds a server may take to answer at all."""

ROOT = Path(__file__).parents[2]


def times_of_pages(
    asked: list[Question], articles: int
) -> tuple[dict[str, tuple[float, float]], float]:
    """Give p50 and p95, in milliseconds, of the search page by kind of question, and
    how many megabytes the web worker then holds.

    Between the searches as many article pages are asked for, under ``ARTICLE_PAGE``.
    One reader asks, and the next page after the last: it is pages that are measured,
    and not how they queue.
    """
    chance = random.Random(5)
    times: dict[str, list[float]] = {ARTICLE_PAGE: []}
    with served() as (connection, server):
        for question in asked[: len(KINDS)]:  # one of each kind fills caches
            _fetch(connection, search_address(question))
        for question in asked * ROUNDS:
            spent = _fetch(connection, search_address(question))
            times.setdefault(question.kind, []).append(spent)
            article = reverse("articles:article", args=[chance.randint(1, articles)])
            times[ARTICLE_PAGE].append(_fetch(connection, article))
        memory = max(resident(worker) for worker in _children(server))
    return {kind: middle_and_worst(spent) for kind, spent in times.items()}, memory


def middle_and_worst(spent: Sequence[float]) -> tuple[float, float]:
    """Give p50 and p95."""
    twentieths = quantiles(spent, n=20)
    return twentieths[9], twentieths[18]


def search_address(question: Question) -> str:
    """Address the search page of a question; facets and histogram are always there."""
    asked = {
        "q": written(question),
        "outlet": question.outlet,
        "since": question.since,
        "until": question.until,
        "sort": "newest" if question.newest else "",
        "page": question.start // 20 + 1 if question.start else "",
    }
    given = {name: value for name, value in asked.items() if value}
    return f"{reverse('search:search')}?{urlencode(given)}"


@contextmanager
def served() -> Iterator[tuple[HTTPConnection, int]]:
    """Serve the archive of this environment by gunicorn, and give a way to ask it and
    the number of its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*gunicorn(f"127.0.0.1:{port}", workers=1), "--log-level", "error"]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        yield _connected(port, server), server.pid
    finally:
        server.terminate()
        server.wait()


def resident(process: str) -> float:
    """Give how many megabytes a process holds, mapped files among them."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _children(process: int) -> list[str]:
    children = Path(f"/proc/{process}/task/{process}/children")
    return children.read_text().split()


def _connected(port: int, server: subprocess.Popen[bytes]) -> HTTPConnection:
    until = time.monotonic() + PATIENCE
    while True:
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            connection.connect()
        except OSError:
            if time.monotonic() > until or server.poll() is not None:
                raise
            time.sleep(0.1)
        else:
            return connection


def _fetch(connection: HTTPConnection, address: str) -> float:
    """Ask for a page; give how many milliseconds pass until all of it is there."""
    start = time.perf_counter()
    connection.request("GET", address)
    answer = connection.getresponse()
    answer.read()
    spent = (time.perf_counter() - start) * 1000
    if answer.status != 200:
        raise RuntimeError(f"{address} was answered with {answer.status}")
    return spent
