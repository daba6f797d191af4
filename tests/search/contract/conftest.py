"""What any engine of the archive must answer; a further engine is one more line."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from haystack.utils.loading import import_class

from articles.models import Article
from search.backends.contract import ArchiveBackend, Found, Plan
from search.backends.opensearch.server import server_at
from search.language.syntax import parse
from search.search_indexes import ArticleIndex

ENGINES = {
    "whoosh": "search.backends.whoosh.WhooshEngine",
    "tantivy": "search.backends.tantivy.TantivyEngine",
    "opensearch": "search.backends.opensearch.OpenSearchEngine",
}
SEARCH_URL = os.environ.get("SEARCH_URL", "")
needs_server = pytest.mark.skipif(
    not SEARCH_URL, reason="no SEARCH_URL names a search server: .ci/with-opensearch"
)
PARAMS = [
    pytest.param(name, marks=needs_server if name == "opensearch" else ())
    for name in ENGINES
]
in_files = pytest.mark.parametrize("archive", ["whoosh", "tantivy"], indirect=True)
"""For what is done to the files of an index, which a server keeps to itself."""


class Archive:
    """An engine with an index of its own, and articles known by name."""

    def __init__(self, engine: str, path: Path) -> None:
        self.engine, self.path = engine, path
        self.restart()
        self.index = ArticleIndex()
        self.names: list[str] = []

    def restart(self) -> None:
        """Begin anew with what is on disk, as another process would."""
        backend = import_class(ENGINES[self.engine]).backend
        self.backend: ArchiveBackend = backend("default", **self.options)
        self.backend.forget()

    @property
    def options(self) -> dict[str, Any]:
        """Give the options of the engine's connection."""
        if self.engine != "opensearch":
            return {"PATH": str(self.path)}
        digest = hashlib.sha256(str(self.path).encode()).hexdigest()[:16]
        name, shards = f"test-{digest}", os.environ.get("SEARCH_SHARDS", "1")
        return {"URL": SEARCH_URL, "INDEX_NAME": name, "SHARDS": shards, "TIMEOUT": 60}

    def end(self) -> None:
        """Leave nothing on a server."""
        if self.engine == "opensearch":
            server_at(SEARCH_URL).request(
                "DELETE", f"/{self.options['INDEX_NAME']}-*", patience=30
            )

    def put(self, **articles: dict[str, Any]) -> None:
        """Index articles by name, in one batch; a known name is a changed article."""
        self.backend.apply(
            self.index, [self._article(*item) for item in articles.items()], []
        )

    def remove(self, *names: str) -> None:
        """Take articles out by name."""
        self.backend.apply(
            self.index, [], [self.names.index(name) + 1 for name in names]
        )

    def rebuild(self, *chunks: dict[str, dict[str, Any]]) -> None:
        """Build a new generation of articles that come in chunks."""
        made = [[self._article(*item) for item in chunk.items()] for chunk in chunks]
        self.backend.rebuild(self.index, made)

    def found(self, text: str, **plan: Any) -> Found:
        """Give the engine's answer to a query."""
        query = plan.pop("query", parse(text).node)
        return self.backend.find(Plan(query, **({"limit": 100} | plan)))

    def ask(self, text: str, **plan: Any) -> list[str]:
        """Give the names of the articles found, in order."""
        return [self.names[pk - 1] for pk, _ in self.found(text, **plan).hits]

    def ask_set(self, text: str, **plan: Any) -> str:
        """Give the names of the articles found as one line, in the order of names."""
        return " ".join(sorted(self.ask(text, **plan)))

    def _article(self, name: str, fields: dict[str, Any]) -> Article:
        if name not in self.names:
            self.names.append(name)
        day = fields.get("published_on")
        if isinstance(day, str):
            fields = fields | {"published_on": date.fromisoformat(day)}
        return Article(pk=self.names.index(name) + 1, **({"title": "خبر"} | fields))


@pytest.fixture(params=PARAMS, scope="module")
def shared_archive(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Archive]:
    """An archive that the tests of a module share and do not change."""
    archive = Archive(request.param, tmp_path_factory.mktemp("index") / "index")
    yield archive
    archive.end()


@pytest.fixture(params=PARAMS)
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Archive]:
    """An empty archive for one test."""
    archive = Archive(request.param, tmp_path / "index")
    yield archive
    archive.end()
