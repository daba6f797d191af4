"""A search server that is away, slow or says no; nothing here needs one."""

from __future__ import annotations

import socket
from types import SimpleNamespace
from typing import Any

import pytest
from opensearchpy.exceptions import ConnectionError as NotConnected
from opensearchpy.exceptions import (
    ConnectionTimeout,
    NotFoundError,
    RequestError,
    TransportError,
)
from pytest_django.fixtures import Settings

from search.backends.contract import EngineAway, EngineFault
from search.backends.opensearch.breaker import Breaker
from search.backends.opensearch.generations import ServerGenerations
from search.backends.opensearch.server import NoSuchIndex, Server, hosts_of
from search.engine import archive_backend, find_articles
from search.indexing.rebuilding import build_if_unusable
from search.language.request import SearchRequest
from tests.conftest import own_index
from tests.factories import ArticleFactory

REFUSED = NotConnected("N/A", "refused", OSError())
SLOW = ConnectionTimeout("TIMEOUT", "2 s", OSError())
WHOLE = {"timed_out": False, "_shards": {"failed": 0}, "hits": {}}


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


class Told:
    """Stands for the client: gives or raises what comes next, the last for ever."""

    def __init__(self, *answers: Any) -> None:
        self.answers, self.asked = list(answers), 0
        self.transport = SimpleNamespace(perform_request=self._answer)

    def _answer(self, *request: Any, **options: Any) -> Any:
        self.asked += 1
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


def server(*answers: Any) -> tuple[Server, Told, Clock]:
    told, clock = Told(*answers), Clock()
    return Server(told, Breaker(clock=clock)), told, clock  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("urls", "hosts"),
    [
        ("http://one:9201", [("one", 9201, False, None)]),
        ("http://one", [("one", 9200, False, None)]),
        ("https://one", [("one", 443, True, None)]),
        ("https://me:p%40ss@one", [("one", 443, True, ("me", "p@ss"))]),
        (
            "https://me:pass@one:9200, https://two:9200",
            [("one", 9200, True, ("me", "pass")), ("two", 9200, True, ("me", "pass"))],
        ),
        ("http://[::1]:9200", [("::1", 9200, False, None)]),
    ],
)
def test_addresses_of_the_server(urls: str, hosts: list[tuple[Any, ...]]):
    names = ("host", "port", "use_ssl", "http_auth")
    assert [tuple(map(host.get, names)) for host in hosts_of(urls)] == hosts


@pytest.mark.parametrize("urls", ["", ",", "one:9200", "redis://one", "http://"])
def test_other_addresses_are_refused(urls: str):
    with pytest.raises(ValueError, match="search server"):
        hosts_of(urls)


@pytest.mark.parametrize("name", ["", "Archive", "a/b", "a*", "-a", "ا"])
def test_an_index_has_a_plain_name(name: str):
    with pytest.raises(ValueError, match="can't name"):
        ServerGenerations(lambda: server(WHOLE)[0], name, 1)


def test_where_nobody_is_there_only_the_first_asks():
    away, told, _ = server(REFUSED)
    for _ in range(10):
        with pytest.raises(EngineAway):
            away.request("GET", "/")
    assert told.asked == 1


def test_one_slow_answer_is_no_reason_to_stop_asking_three_are():
    slow, told, _ = server(SLOW, WHOLE, SLOW)
    for _ in range(8):
        try:
            slow.request("GET", "/")
        except EngineAway:
            continue
    assert told.asked == 5  # slow, an answer, and three slow ones


def test_after_a_pause_one_looks_and_then_all_ask_again():
    away, told, clock = server(REFUSED, REFUSED, WHOLE)
    with pytest.raises(EngineAway):
        away.request("GET", "/")
    clock.now += 6
    with pytest.raises(EngineAway):  # it looks, and the pause begins anew
        away.request("GET", "/")
    clock.now += 4
    with pytest.raises(EngineAway):
        away.request("GET", "/")
    assert told.asked == 2
    clock.now += 2
    assert [away.request("GET", "/") for _ in range(5)] == [WHOLE] * 5


def test_while_one_looks_no_other_does():
    breaker = Breaker(clock=(clock := Clock()))
    breaker.went_wrong(for_sure=True)
    clock.now += 6
    assert [breaker.lets_through() for _ in range(3)] == [True, False, False]


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (NotFoundError(404, "index_not_found_exception"), NoSuchIndex),
        (RequestError(400, "parsing_exception"), EngineFault),
        (TransportError(429, "rejected"), EngineFault),
        (TransportError(503, "no_shard_available"), EngineAway),
        (ValueError("no JSON"), EngineAway),
    ],
)
def test_what_goes_wrong_has_a_name(answer: Exception, fault: type[Exception]):
    with pytest.raises(EngineFault) as raised:
        server(answer)[0].request("GET", "/")
    assert type(raised.value) is fault


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (WHOLE | {"timed_out": True}, EngineAway),
        (WHOLE | {"_shards": {"failed": 1}}, EngineAway),
        ({"error": "too_many_nested_clauses", "status": 400}, EngineFault),
        ({"error": "index_not_found_exception", "status": 404}, NoSuchIndex),
    ],
)
def test_part_of_an_answer_is_none(answer: dict[str, Any], fault: type[Exception]):
    with pytest.raises(fault):
        server(answer)[0].search("archive-1", {})
    with pytest.raises(fault):
        server({"responses": [WHOLE, answer]})[0].search_all("archive-1", [{}, {}])


@pytest.fixture
def nobody(settings: Settings, own_files: Any, db: None) -> None:
    """Name a server at a port where nothing listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    engine = "search.backends.opensearch.OpenSearchEngine"
    own_index(settings, own_files / "index", ENGINE=engine, URL=url)


@pytest.mark.usefixtures("nobody")
def test_without_the_server_the_database_answers_and_nothing_is_rebuilt():
    ArticleFactory(title="هدنة في المرفأ")

    page = find_articles(SearchRequest("هدنة"))
    assert page.reserve
    assert [hit.article.title for hit in page.hits] == ["هدنة في المرفأ"]
    assert archive_backend().health().away
    build_if_unusable()  # else it would raise
