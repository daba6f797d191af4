"""The Whoosh engine behind Haystack's connection, with a search path of its own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from threading import Lock
from time import sleep
from typing import Any

import numpy as np
from haystack.backends import BaseEngine, BaseSearchBackend, log_query
from whoosh.index import FileIndex

from search.backends import querysets
from search.backends.contract import EngineFault, Found, Health, Plan
from search.backends.generations import Generations
from search.backends.querysets import ArchiveQuery
from search.backends.whoosh.evaluation import answer
from search.backends.whoosh.schema import SCHEMA_VERSION, document, schema
from search.backends.whoosh.snapshot import INDEX_NAME, Snapshot, SnapshotReader
from search.backends.whoosh.storage import MappedStorage
from search.backends.whoosh.writer import DocumentWriter, writing
from search.language.analysis import ANALYSIS_VERSION

VERSION: dict[str, object] = {
    "engine": "whoosh",
    "schema": SCHEMA_VERSION,
    "analysis": ANALYSIS_VERSION,
}
_TRIES = 3


class WhooshBackend(BaseSearchBackend):  # type: ignore[misc]
    """Keeps and searches the index under the connection's ``PATH``."""

    def __init__(self, connection_alias: str, **options: Any) -> None:
        super().__init__(connection_alias, **options)
        self._generations = Generations(Path(options["PATH"]))
        self._schema = schema()

    # -- asking ---------------------------------------------------------------------

    def find(self, plan: Plan) -> Found:
        """Answer a plan; raise ``EngineFault`` where the index can't."""
        for attempt in range(_TRIES):
            try:
                return answer(self._snapshot(), plan)
            except EngineFault:
                raise
            except Exception as error:
                # A commit may have passed and removed a file between two looks.
                if attempt + 1 == _TRIES:
                    raise EngineFault(repr(error)) from error
                _forget(self._generations.root)
                sleep(0.05)
        raise AssertionError("unreachable")

    def ids(self) -> set[int]:
        """Give the ids of all indexed articles."""
        snapshot = self._snapshot()
        return set(snapshot.columns["id"][snapshot.live].tolist())

    def forget(self) -> None:
        """Let go of all that this process has open of the index."""
        _forget(self._generations.root)

    def health(self) -> Health:
        """Look at the index without changing it."""
        try:
            snapshot = self._snapshot()
        except Exception as error:
            return Health(usable=False, reason=str(error))
        return Health(usable=True, articles=int(snapshot.live.sum()))

    def _snapshot(self) -> Snapshot:
        return _reader(self._folder(), self._schema).latest()

    def _folder(self) -> Path:
        folder = self._generations.current()
        if folder is None:
            raise EngineFault("no index was built yet")
        if self._generations.version(folder) != VERSION:
            raise EngineFault("the index was made by another version")
        return folder

    # -- writing --------------------------------------------------------------------

    def apply(
        self, index: Any, articles: Iterable[Any], removed: Iterable[int]
    ) -> None:
        """Put articles in, replacing older states, and take ids out, in one commit."""
        documents = [document(index.full_prepare(article)) for article in articles]
        gone = {*removed, *(made.numbers["id"] for made in documents)}
        with writing(self._folder_to_write()) as writer:
            _delete(writer, gone)
            for made in documents:
                writer.add(made)

    def rebuild(self, index: Any, chunks: Iterable[list[Any]]) -> None:
        """Build a new generation beside the current one and switch to it at the end."""
        folder = self._begin()
        for chunk in chunks:
            with writing(folder, merge=False) as writer:
                for article in chunk:
                    writer.add(document(index.full_prepare(article)))
        self._generations.switch(folder)

    def _begin(self) -> Path:
        folder = self._generations.begin(VERSION)
        FileIndex.create(MappedStorage(str(folder)), self._schema, INDEX_NAME)
        return folder

    def _folder_to_write(self) -> Path:
        if self._generations.current() is None:
            self._generations.switch(self._begin())
        return self._folder()

    # -- what Haystack's own commands call --------------------------------------------

    def update(self, index: Any, iterable: Iterable[Any], commit: bool = True) -> None:
        """Index articles (``update_index``)."""
        self.apply(index, iterable, ())

    def remove(self, obj_or_string: Any, commit: bool = True) -> None:
        """Take one article out, given itself or Haystack's identifier."""
        identifier = getattr(obj_or_string, "pk", None) or str(obj_or_string)
        self.apply(None, (), [int(str(identifier).rpartition(".")[2])])

    @log_query  # type: ignore[untyped-decorator]
    def search(self, query_string: str, **kwargs: Any) -> dict[str, Any]:
        """Answer a ``SearchQuerySet``."""
        return querysets.search(self, query_string, **kwargs)

    def clear(self, models: Any = None, commit: bool = True) -> None:
        """Put an empty generation in use (``clear_index``)."""
        self._generations.switch(self._begin())


class WhooshEngine(BaseEngine):  # type: ignore[misc]
    """The default engine: pure Python and NumPy, nothing to install or to run."""

    backend = WhooshBackend
    query = ArchiveQuery


def _delete(writer: DocumentWriter, ids: set[int]) -> None:
    if not writer.segments or not ids:
        return
    reader = _reader(Path(writer.storage.folder), writer.schema)
    columns = reader.latest().columns["id"]
    for doc in np.flatnonzero(np.isin(columns, list(ids))).tolist():
        writer.delete_document(doc)


_readers: dict[Path, SnapshotReader] = {}
_readers_lock = Lock()


def _reader(folder: Path, fields: Any) -> SnapshotReader:
    """Give the process's reader of a generation; older ones of the index are let go."""
    reader = _readers.get(folder)
    if reader is None:
        with _readers_lock:
            reader = _readers.get(folder) or SnapshotReader(folder, fields)
            for other in [path for path in _readers if path.parent == folder.parent]:
                del _readers[other]
            _readers[folder] = reader
    return reader


def _forget(root: Path) -> None:
    with _readers_lock:
        for folder in [path for path in _readers if path.parent == root]:
            del _readers[folder]
