"""What the engine makes of answers that a real server gave once; needs none.

``RECORD=1 .ci/with-opensearch pytest tests/search/opensearch/test_recorded.py`` has
them given anew.
"""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from opensearchpy import OpenSearch, Transport
from opensearchpy.exceptions import NotFoundError

from articles.models import Article
from search.backends.contract import FACETS, Among, EngineFault, Plan
from search.backends.opensearch import answering, backend, schema
from search.backends.opensearch.backend import OpenSearchBackend
from search.backends.opensearch.server import connect
from search.language.request import Sort
from search.language.syntax import parse
from search.search_indexes import ArticleIndex

KEPT = Path(__file__).with_name("recorded.json")
RECORDING = bool(os.environ.get("RECORD"))


class Recorder(Transport):
    """Asks a real server and writes down what it was asked and said."""

    told: list[list[Any]] = []

    def perform_request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Any:
        try:
            answer = super().perform_request(method, url, *args, **kwargs)
        except NotFoundError:
            answer = None
            raise
        finally:
            self.told.append([method, url, json.dumps(answer)])
        return answer


class Replayer(Transport):
    """Says what was said then, if the same is asked in the same order."""

    told: list[list[Any]] = []

    def perform_request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Any:
        then = self.told.pop(0)
        assert then[:2] == [method, url]
        answer = json.loads(then[2])
        if answer is None:
            raise NotFoundError(404, "index_not_found_exception")
        return answer


@pytest.fixture
def server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Give a backend whose server is the one recorded for this test."""
    name = request.node.name
    kind: type[Transport] = Recorder if RECORDING else Replayer
    kept = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    kind.told = [] if RECORDING else kept[name]  # type: ignore[attr-defined]

    def client(hosts: Any, **options: Any) -> OpenSearch:
        return OpenSearch(hosts, transport_class=kind, **options)

    url = os.environ["SEARCH_URL"] if RECORDING else "http://recorded:9200"
    made = connect(url, client)
    monkeypatch.setattr(backend, "server_at", lambda *_: made)
    yield OpenSearchBackend("default", URL=url, INDEX_NAME="recorded", REPLICAS=0)
    if RECORDING:
        kept[name] = list(Recorder.told)
        text = json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True)
        KEPT.write_text(text + "\n")
        made.request("DELETE", "/recorded-*", patience=30)
    else:
        assert not Replayer.told


def articles(*bodies: str) -> list[Article]:
    day = date(2016, 3, 1)
    return [
        Article(pk=pk, title="خبر", body=body, published_on=day, outlet_id=1 + pk % 2)
        for pk, body in enumerate(bodies, start=1)
    ]


def found(engine: OpenSearchBackend, text: str, **plan: Any) -> list[int]:
    return [pk for pk, _ in engine.find(Plan(parse(text).node, **plan)).hits]


def test_from_an_empty_server_to_answers(server: OpenSearchBackend):
    assert not server.health().usable
    with pytest.raises(EngineFault, match="no index"):
        found(server, "هدنة")

    made = articles("هدنة في المرفأ", "حريق في المرفأ", "كتاب وكتابات عن السوق القديم")
    server.apply(ArticleIndex(), made, ())
    server.apply(ArticleIndex(), (), [2])

    assert server.ids() == {1, 3}
    assert server.health().articles == 2
    assert server.frequencies(["المرفا", "زلزال"]) == {"المرفا": 1}
    assert server.frequencies([]) == {}


def test_every_kind_of_query_is_answered(server: OpenSearchBackend):
    made = articles("هدنة في المرفأ", "حريق في المرفأ", "كتاب وكتابات عن السوق القديم")
    server.rebuild(ArticleIndex(), [made])

    assert found(server, "هدنة") == [1]
    assert found(server, "=المرفأ") == [2, 1]
    assert found(server, '"في المرفأ" -حريق') == [1]
    assert found(server, '"كتاب القديم"~3') == [3]
    assert found(server, "كتا*") == [3]
    assert sorted(found(server, "الس*ق أو هدنة")) == [1, 3]
    assert found(server, "حريف~") == [2]
    assert found(server, "تاريخ:2016", sort=Sort.OLDEST) == [3, 2, 1]
    assert found(server, "", among=Among(outlets=frozenset({2}))) == [3, 1]
    assert found(server, "", among=Among(outlets=frozenset())) == []
    counted = server.find(Plan(parse("المرفأ").node, limit=0, facets=FACETS)).facets
    assert counted["outlet"] == ((1, 1), (2, 1))
    assert counted["month"] == ((201603, 2),)
    assert counted["author"] == ()


def test_deep_pages_are_walked_to(
    server: OpenSearchBackend, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(schema, "WINDOW", 3)
    monkeypatch.setattr(answering, "WINDOW", 3)
    server.rebuild(ArticleIndex(), [articles(*["هدنة"] * 8)])

    assert found(server, "هدنة", start=1, limit=2) == [7, 6]
    assert found(server, "هدنة", start=2, limit=4) == [6, 5, 4, 3]
    assert found(server, "هدنة", start=5, limit=9) == [3, 2, 1]
    assert found(server, "هدنة", start=9, limit=9) == []
    assert server.ids() == set(range(1, 9))


def test_digests_are_asked_for_by_ranges_of_ids(server: OpenSearchBackend):
    server.rebuild(ArticleIndex(), [articles(*["هدنة"] * 8)])

    assert server.digests(2, 5).keys() == {3, 4, 5}
    assert server.digests(5).keys() == {6, 7, 8}
    assert server.digests(8) == {}


def test_an_interrupted_rebuild_is_gone_on_with(server: OpenSearchBackend):
    one, two, three = articles("هدنة", "حريق", "هدنة")
    server.apply(ArticleIndex(), [one], ())

    def interrupted() -> Any:
        yield [one, two]
        raise OSError

    with pytest.raises(OSError):
        server.rebuild(ArticleIndex(), interrupted())
    server.apply(ArticleIndex(), (), [1])  # noted for the unfinished one
    assert found(server, "هدنة") == []
    assert server.built_up_to() == 2

    assert server.rebuild(ArticleIndex(), [[three]], resume=True) == {1}
    assert server.ids() == {1, 2, 3}
    assert server.built_up_to() == 0


def test_a_generation_taken_out_of_use_is_not_missed(server: OpenSearchBackend):
    server.rebuild(ArticleIndex(), [articles("هدنة")])
    other = OpenSearchBackend("default", URL=server._url, INDEX_NAME="recorded")
    assert found(other, "هدنة") == [1]

    server.rebuild(ArticleIndex(), [articles("هدنة", "هدنة")])
    assert found(other, "هدنة") == [2, 1]


def test_an_index_of_another_version_is_not_read(
    server: OpenSearchBackend, monkeypatch: pytest.MonkeyPatch
):
    server.rebuild(ArticleIndex(), [articles("هدنة")])
    monkeypatch.setattr(OpenSearchBackend, "schema_version", 0)

    with pytest.raises(EngineFault, match="another version"):
        found(server, "هدنة")
