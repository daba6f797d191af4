"""The tantivy engine behind Haystack's connection."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Lock
from typing import Any

import tantivy
from haystack.backends import BaseEngine

from search.backends.base import Answer, FolderBackend, Prepared
from search.backends.contract import Found, Plan
from search.backends.documents import document
from search.backends.querysets import ArchiveQuery
from search.backends.tantivy.answering import answer
from search.backends.tantivy.panics import panics_as_faults
from search.backends.tantivy.queries import with_ids
from search.backends.tantivy.reader import Reader
from search.backends.tantivy.schema import (
    NEWEST,
    SCHEMA_VERSION,
    id_of,
    schema,
    written,
)
from search.backends.tantivy.writer import writing


class TantivyBackend(FolderBackend):
    """Searches by tantivy, with terms of our analysis."""

    engine = "tantivy"
    schema_version = SCHEMA_VERSION

    def find(self, plan: Plan) -> Found:
        """Answer a plan; raise ``EngineFault`` where the index can't."""
        return self._asked(lambda searcher: answer(searcher, plan))

    def frequencies(self, words: Iterable[str]) -> dict[str, int]:
        """Tell in about how many articles words stand; words of none are left out."""
        asked = list(words)
        return self._asked(
            lambda searcher: {
                word: documents
                for word in asked
                if (documents := searcher.doc_freq("body", word))
            }
        )

    def forget(self) -> None:
        """Let go of all that this process has open of the index."""
        with _readers_lock:
            for folder in list(_readers):
                if folder.parent == self._generations.root:
                    del _readers[folder]

    def _asked(self, question: Callable[[Any], Answer]) -> Answer:
        return super()._asked(panics_as_faults()(question))

    def _opened(self, folder: Path) -> tantivy.Searcher:
        return _reader(folder).latest()

    def _digests(self, folder: Path, after: int, up_to: int | None) -> dict[int, int]:
        searcher = self._opened(folder)
        most: int = searcher.num_docs
        if up_to is not None:
            most = min(most, up_to - after)
        found = searcher.search(
            with_ids(after + 1, up_to),
            limit=max(1, most),
            order_by_field=NEWEST,
        )
        places = [place for _, place in found.hits]
        digests = searcher.fast_field_values("digest", places)
        return {
            id_of(order): int(digest or 0)
            for (order, _), digest in zip(found.hits, digests, strict=True)
        }

    def _count(self, folder: Path) -> int:
        return int(self._opened(folder).num_docs)

    def _create(self, folder: Path) -> None:
        tantivy.Index(schema(), path=str(folder))

    def _replace(
        self, folder: Path, prepared: list[Prepared], changed: set[int]
    ) -> None:
        documents = [written(document(article)) for article in prepared]
        with panics_as_faults(), writing(folder) as writer:
            for article_id in changed:
                writer.delete_documents_by_term("id", article_id)
            for made in documents:
                writer.add_document(made)

    def _append(self, folder: Path, prepared: list[Prepared]) -> None:
        with panics_as_faults(), writing(folder) as writer:
            for article in prepared:
                writer.add_document(written(document(article)))

    def _finish(self, folder: Path) -> None:
        """Leave it: tantivy merged segments as they came."""


class TantivyEngine(BaseEngine):  # type: ignore[misc]
    """The engine for many articles: ``SEARCH_ENGINE=tantivy``, then ``reindex``."""

    backend = TantivyBackend
    query = ArchiveQuery


_readers: dict[Path, Reader] = {}
_readers_lock = Lock()


def _reader(folder: Path) -> Reader:
    """Give the process's reader of a generation; older ones of the index are let go."""
    reader = _readers.get(folder)
    if reader is None:
        with _readers_lock:
            reader = _readers.get(folder) or Reader(folder)
            for other in [path for path in _readers if path.parent == folder.parent]:
                del _readers[other]
            _readers[folder] = reader
    return reader
