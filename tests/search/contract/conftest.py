"""What any engine of the archive must answer; a further engine is one more line."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from haystack.utils.loading import import_class

from articles.models import Article
from search.backends.contract import ArchiveBackend, Found, Plan
from search.language.syntax import parse
from search.search_indexes import ArticleIndex

ENGINES = {
    "whoosh": "search.backends.whoosh.WhooshEngine",
    "tantivy": "search.backends.tantivy.TantivyEngine",
}


class Archive:
    """An engine of its own in a folder of its own, with articles known by name."""

    def __init__(self, engine: str, path: Path) -> None:
        self.engine, self.path = engine, path
        self.restart()
        self.index = ArticleIndex()
        self.names: list[str] = []

    def restart(self) -> None:
        """Begin anew with what is on disk, as another process would."""
        backend = import_class(ENGINES[self.engine]).backend
        self.backend: ArchiveBackend = backend("default", PATH=str(self.path))
        self.backend.forget()

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


@pytest.fixture(params=ENGINES, scope="module")
def shared_archive(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Archive:
    """An archive that the tests of a module share and do not change."""
    return Archive(request.param, tmp_path_factory.mktemp("index") / "index")


@pytest.fixture(params=ENGINES)
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Archive:
    """An empty archive for one test."""
    return Archive(request.param, tmp_path / "index")
