"""The Whoosh engine behind Haystack's connection, with a search path of its own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from haystack.backends import BaseEngine
from whoosh.index import FileIndex

from search.backends.base import FolderBackend, Prepared
from search.backends.contract import Found, Plan
from search.backends.documents import document
from search.backends.querysets import ArchiveQuery
from search.backends.whoosh.evaluation import answer
from search.backends.whoosh.schema import SCHEMA_VERSION, schema
from search.backends.whoosh.snapshot import INDEX_NAME, Snapshot, SnapshotReader
from search.backends.whoosh.storage import MappedStorage
from search.backends.whoosh.writer import DocumentWriter, writing


class WhooshBackend(FolderBackend):
    """Searches Whoosh's files by arrays."""

    engine = "whoosh"
    schema_version = SCHEMA_VERSION

    def __init__(self, connection_alias: str, **options: Any) -> None:
        super().__init__(connection_alias, **options)
        self._schema = schema()

    def find(self, plan: Plan) -> Found:
        """Answer a plan; raise ``EngineFault`` where the index can't."""
        return self._asked(lambda snapshot: answer(snapshot, plan))

    def frequencies(self, words: Iterable[str]) -> dict[str, int]:
        """Tell in about how many articles words stand; words of none are left out."""
        asked = list(words)
        return self._asked(lambda snapshot: snapshot.frequencies("body", asked))

    def forget(self) -> None:
        """Let go of all that this process has open of the index."""
        _forget(self._generations.root)

    def _opened(self, folder: Path) -> Snapshot:
        return _reader(folder, self._schema).latest()

    def _digests(self, folder: Path, after: int, up_to: int | None) -> dict[int, int]:
        snapshot = self._opened(folder)
        ids = snapshot.columns["id"]
        asked = snapshot.live & (ids > after)
        if up_to is not None:
            asked &= ids <= up_to
        digests = snapshot.columns["digest"][asked].tolist()
        return dict(zip(ids[asked].tolist(), digests, strict=True))

    def _count(self, folder: Path) -> int:
        return int(self._opened(folder).live.sum())

    def _create(self, folder: Path) -> None:
        FileIndex.create(MappedStorage(str(folder)), self._schema, INDEX_NAME)

    def _replace(
        self, folder: Path, prepared: list[Prepared], changed: set[int]
    ) -> None:
        documents = [document(article) for article in prepared]
        with writing(folder) as writer:
            _delete(writer, changed)
            for made in documents:
                writer.add(made)

    def _append(self, folder: Path, prepared: list[Prepared]) -> None:
        with writing(folder) as writer:
            for article in prepared:
                writer.add(document(article))

    def _finish(self, folder: Path) -> None:
        """Leave it: segments were merged as they came."""


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
