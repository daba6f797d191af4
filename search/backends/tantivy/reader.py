"""Gives the latest commit of an index to read from."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

import tantivy

from search.backends.tantivy.files import check_file, files_in_use
from search.backends.tantivy.panics import panics_as_faults


class Reader:
    """Keeps an index open; the searcher it gives may be shared between threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._meta = folder / "meta.json"
        self._index = tantivy.Index.open(str(folder))
        # The other way tantivy would look for commits in a thread, twice a second.
        self._index.config_reader("manual")
        self._checked: set[Path] = set()
        self._lock = Lock()
        self._seen = (0, 0)
        self._searcher = self._index.searcher()

    @panics_as_faults()
    def latest(self) -> tantivy.Searcher:
        """Read the latest commit; raise where its files can't be read."""
        commit = self._commit()
        if commit != self._seen:
            with self._lock:
                if commit != self._seen:
                    self._reload()
                    self._seen = commit
        return self._searcher

    def _commit(self) -> tuple[int, int]:
        stat = self._meta.stat()
        return stat.st_mtime_ns, stat.st_ino

    def _reload(self) -> None:
        files = files_in_use(self._folder)
        for path in files - self._checked:
            check_file(path)
        self._index.reload()
        self._searcher = self._index.searcher()
        self._checked = files
