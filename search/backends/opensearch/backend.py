"""The distributed engine behind Haystack's connection."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from haystack.backends import BaseEngine

from search.backends.base import Answer, GenerationBackend, Prepared
from search.backends.contract import EngineFault, Found, Plan
from search.backends.documents import document
from search.backends.opensearch.answering import answer
from search.backends.opensearch.generations import ServerGenerations, pairs
from search.backends.opensearch.schema import (
    SCHEMA_VERSION,
    settings_in_use,
    written,
)
from search.backends.opensearch.server import (
    LONG_PATIENCE,
    PATIENCE,
    NoSuchIndex,
    Server,
    server_at,
)
from search.backends.opensearch.vocabulary import Vocabulary
from search.backends.querysets import ArchiveQuery


class OpenSearchBackend(GenerationBackend[str]):
    """Searches an index on a cluster of machines, with terms of our analysis.

    Options of the connection: ``URL`` (addresses parted by commas), ``INDEX_NAME``,
    ``SHARDS`` and ``REPLICAS`` of an index that is built, ``TIMEOUT`` in seconds after
    which the database answers a reader.
    """

    engine = "opensearch"
    schema_version = SCHEMA_VERSION
    _generations: ServerGenerations

    def __init__(self, connection_alias: str, **options: Any) -> None:
        super().__init__(connection_alias, **options)
        self._url = options["URL"]
        self._patience = float(options.get("TIMEOUT", PATIENCE))
        self._replicas = int(options.get("REPLICAS", 1))
        self._generations = ServerGenerations(
            lambda: self._server,
            options.get("INDEX_NAME", "archive"),
            int(options.get("SHARDS", 1)),
        )

    @property
    def _server(self) -> Server:
        return server_at(self._url, self._patience)

    def find(self, plan: Plan) -> Found:
        """Answer a plan; raise ``EngineFault`` where the index can't."""
        return self._asked(lambda index: answer(self._server, index, plan))

    def frequencies(self, words: Iterable[str]) -> dict[str, int]:
        """Tell in about how many articles words stand; words of none are left out."""
        asked = list(words)
        return self._asked(
            lambda index: Vocabulary(self._server, index).frequencies("body", asked)
        )

    def forget(self) -> None:
        """Let go of what this process knows of the index, and of faults it saw."""
        self._generations.forget()
        self._server.forget_faults()

    def _asked(self, question: Callable[[str], Answer]) -> Answer:
        """Ask the generation in use; once more if it was taken out of use just now."""
        try:
            return question(self._generations.in_use(self.version))
        except NoSuchIndex:
            self._generations.forget()
            return question(self._generations.in_use(self.version))

    def _digests(self, folder: str, after: int, up_to: int | None) -> dict[int, int]:
        if not after:
            self._refresh(folder)
        return dict(pairs(self._server, folder, "id", "digest", (after, up_to)))

    def _count(self, folder: str) -> int:
        return int(self._server.request("GET", f"/{folder}/_count")["count"])

    def _create(self, folder: str) -> None:
        """Leave it: the index was made with its generation."""

    def _replace(
        self, folder: str, prepared: list[Prepared], changed: set[int]
    ) -> None:
        made = list(_put(folder, prepared))
        gone = changed - {int(article["_id"]) for article in made}
        taken_out = [
            {"_op_type": "delete", "_index": folder, "_id": str(pk)} for pk in gone
        ]
        self._server.write([*made, *taken_out])
        self._refresh(folder)

    def _append(self, folder: str, prepared: list[Prepared]) -> None:
        self._server.write(_put(folder, prepared))

    def _finish(self, folder: str) -> None:
        self._server.request(
            "PUT",
            f"/{folder}/_settings",
            settings_in_use(self._replicas),
            patience=LONG_PATIENCE,
        )
        self._refresh(folder)

    def _refresh(self, folder: str) -> None:
        told = self._server.request(
            "POST", f"/{folder}/_refresh", patience=LONG_PATIENCE
        )
        if told["_shards"]["failed"]:
            raise EngineFault(f"the search server can't refresh: {told}")


class OpenSearchEngine(BaseEngine):  # type: ignore[misc]
    """The engine for many machines: ``SEARCH_URL``, then ``reindex``."""

    backend = OpenSearchBackend
    query = ArchiveQuery


def _put(folder: str, prepared: Iterable[Prepared]) -> Iterator[dict[str, Any]]:
    for article in prepared:
        made = document(article)
        yield {
            "_op_type": "index",
            "_index": folder,
            "_id": str(made.numbers["id"]),
            "_source": written(made),
        }
