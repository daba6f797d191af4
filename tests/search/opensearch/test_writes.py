"""Changes sent to a search server, and what it says of them; nothing here needs one."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from search.backends.contract import EngineAway, EngineFault
from search.backends.opensearch import backend, server
from search.backends.opensearch.backend import OpenSearchBackend
from search.backends.opensearch.breaker import Breaker
from search.backends.opensearch.server import BATCH, Server


def answering(monkeypatch: pytest.MonkeyPatch, *outcomes: Any) -> list[list[Any]]:
    """Let every batch be taken but for ``outcomes``; give what was sent."""
    sent: list[list[Any]] = []

    def bulk(_: Any, batch: list[Any], **options: Any) -> Any:
        sent.append(batch)
        return outcomes or [(True, {}) for _ in batch]

    monkeypatch.setattr(server.helpers, "streaming_bulk", bulk)
    return sent


@pytest.mark.parametrize("count", [0, 1, BATCH, BATCH + 1, 3 * BATCH])
def test_changes_go_in_batches_each_once(count: int, monkeypatch: pytest.MonkeyPatch):
    sent = answering(monkeypatch)
    changes = [{"_id": str(number)} for number in range(count)]
    Server(SimpleNamespace(), Breaker()).write(iter(changes))  # type: ignore[arg-type]

    assert all(len(batch) <= BATCH for batch in sent)
    assert sorted(int(one["_id"]) for batch in sent for one in batch) == [*range(count)]


def test_a_change_that_was_not_taken_is_a_fault(monkeypatch: pytest.MonkeyPatch):
    one = Server(SimpleNamespace(), Breaker())  # type: ignore[arg-type]
    gone = (False, {"delete": {"_id": "7", "result": "not_found"}})
    answering(monkeypatch, (True, {}), gone)
    one.write([{"_id": "7"}])  # what is not there need not be taken out

    refused = (False, {"index": {"_id": "8", "status": 400, "error": "mapping"}})
    answering(monkeypatch, (True, {}), refused)
    for count in (1, 2 * BATCH):
        with pytest.raises(EngineFault, match="did not take"):
            one.write({"_id": str(number)} for number in range(count))


class Client:
    """Stands for a client: says no more than what it is given to say."""

    def __init__(self, **told: Any) -> None:
        self.asked: list[str] = []
        self.told = told
        self.transport = SimpleNamespace(perform_request=self._answer)

    def _answer(self, method: str, url: str, **options: Any) -> Any:
        self.asked.append(f"{method} {url}")
        return self.told.get(url.rpartition("/")[2].strip("_"), {})


def engine(monkeypatch: pytest.MonkeyPatch, client: Client) -> OpenSearchBackend:
    own = Server(client, breaker := Breaker())  # type: ignore[arg-type]
    breaker.went_wrong(for_sure=True)
    monkeypatch.setattr(backend, "server_at", lambda *_: own)
    made: OpenSearchBackend = OpenSearchBackend(
        "default", URL="http://nobody:9200", INDEX_NAME="archive"
    )
    return made


def test_who_forgets_the_faults_asks_again_at_once(monkeypatch: pytest.MonkeyPatch):
    client = Client(count={"count": 3})
    made = engine(monkeypatch, client)
    with pytest.raises(EngineAway):
        made._count("archive-1")
    assert client.asked == []
    made.forget()
    assert made._count("archive-1") == 3


def test_changes_that_readers_would_not_see_are_a_fault(
    monkeypatch: pytest.MonkeyPatch,
):
    made = engine(monkeypatch, Client(refresh={"_shards": {"failed": 1}}))
    made.forget()
    with pytest.raises(EngineFault, match="can't refresh"):
        made._finish("archive-1")


def test_a_generation_of_no_use_is_taken_from_the_server(
    monkeypatch: pytest.MonkeyPatch,
):
    client = Client()
    made = engine(monkeypatch, client)
    made.forget()
    made._generations.discard("archive-7")
    assert client.asked == ["DELETE /archive-7"]
