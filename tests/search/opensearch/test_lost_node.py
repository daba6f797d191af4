"""One machine of three is lost and comes back, while readers ask and editors write."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep

import pytest

from articles.models import Article
from search.backends.contract import EngineFault
from search.backends.opensearch.server import server_at
from tests.search.contract.conftest import SEARCH_URL, Archive

NODES = Path(os.environ.get("OPENSEARCH_NODES", os.devnull))
pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(
        SEARCH_URL.count(",") < 2 or not NODES.is_dir(),
        reason="no three search servers: NODES=3 .ci/with-opensearch",
    ),
]


class Node:
    """The last of the machines; the test kills it and starts it again."""

    def __init__(self) -> None:
        self._file = max(NODES.iterdir())
        self._url, self._pid, self._start = self._file.read_text().split("\n")[:3]

    def kill(self) -> None:
        os.kill(int(self._pid), signal.SIGKILL)

    def start(self) -> None:
        # Who runs the servers ends them; a Popen would warn that it still runs.
        pid = os.posix_spawn(self._start, [self._start], os.environ, setsid=True)
        self._file.write_text(f"{self._url}\n{pid}\n{self._start}\n")


class Readers:
    """Ask all the time and note what they were told and how long it took."""

    def __init__(self, archive: Archive) -> None:
        self.totals: list[int] = []
        self.faults = 0
        self.longest = 0.0
        self._archive, self._stop = archive, Event()
        self._threads = [Thread(target=self._read) for _ in range(3)]
        for thread in self._threads:
            thread.start()

    def _read(self) -> None:
        while not self._stop.wait(0.02):
            begun = monotonic()
            try:
                self.totals.append(self._archive.found("هدنة", limit=5).total)
            except EngineFault:
                self.faults += 1
            self.longest = max(self.longest, monotonic() - begun)

    def stop(self) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()


@pytest.fixture
def three(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    monkeypatch.setenv("SEARCH_SHARDS", "3")
    archive = Archive("opensearch", tmp_path)
    yield archive
    archive.end()


def wait_until(wanted: str, nodes: int) -> None:
    asked = {"wait_for_status": wanted, "wait_for_nodes": str(nodes), "timeout": "100s"}
    server_at(SEARCH_URL).forget_faults()
    told = server_at(SEARCH_URL).request(
        "GET", "/_cluster/health", patience=110, **asked
    )
    assert not told["timed_out"]


def test_nothing_is_lost_and_no_answer_is_wrong(three: Archive):
    three.rebuild({f"n{n}": {"body": "هدنة في المرفأ"} for n in range(300)})
    wait_until("green", 3)
    node, readers = Node(), Readers(three)
    put = 300

    node.kill()
    begun = monotonic()
    while monotonic() - begun < 15 or three.found("هدنة", limit=1).total < put:
        three.restart()
        made = [Article(pk=put + 1, title="خبر", body="هدنة")]
        try:
            three.backend.apply(three.index, made, [])
            put += 1
        except EngineFault:  # it stays in the outbox and is brought again
            sleep(0.2)
        assert monotonic() - begun < 90
    answered = len(readers.totals)
    assert answered

    node.start()
    wait_until("green", 3)
    sleep(1)
    readers.stop()

    three.restart()
    assert put > 300
    assert three.backend.ids() == set(range(1, put + 1))
    assert all(300 <= total <= put for total in readers.totals)
    assert len(readers.totals) > answered
    assert readers.longest < 10
    assert readers.faults < len(readers.totals)
