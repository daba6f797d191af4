"""Files of the index, read from the memory map where they lie."""

from __future__ import annotations

import mmap
import os
import pickle
import weakref
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import BufferFile


class _Plain(pickle.Unpickler):
    """Reads the pickles of an index: numbers, tables of them, and its segments.

    Whoosh would make an object of any class that a file names, and run it.
    """

    _KNOWN = frozenset(
        {
            ("builtins", "int"),
            ("collections", "defaultdict"),
            ("whoosh.codec.whoosh3", "W3Segment"),
            ("search.backends.whoosh.codec", "ArrayCodec"),
        }
    )

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in self._KNOWN:
            raise pickle.UnpicklingError(f"{module}.{name} does not belong here")
        return super().find_class(module, name)


class MappedFile(BufferFile):  # type: ignore[misc]
    """A file in the memory map.

    Whoosh's ``BufferFile`` copies the whole file into a ``BytesIO`` at every open,
    twice the index in memory for each searcher. The map itself can read and seek.
    """

    def __init__(self, path: Path, name: str) -> None:
        self._file = os.open(path, os.O_RDONLY)
        weakref.finalize(self, os.close, self._file)
        size = path.stat().st_size
        # An empty file can't be mapped.
        mapped = mmap.mmap(self._file, 0, access=mmap.ACCESS_READ) if size else None
        super().__init__(b"", name=name)
        if mapped is not None:
            self._buf = memoryview(mapped)
            self.file = mapped

    def view(self, position: int, length: int) -> memoryview:
        """Look at a stretch of the file; more than there is is a damaged file."""
        run = memoryview(self._buf)[position : position + length]
        if len(run) != length:
            raise OSError(f"{self._name} is cut short")
        return run

    def read_pickle(self) -> Any:
        """Read what Whoosh pickled; anything it does not pickle is a damaged file."""
        return _Plain(self.file).load()

    def taken(self, position: int, length: int) -> bytes:
        """Read a stretch of the file past the map.

        What is looked at in the map counts as memory of the process until the system
        wants it back; postings are the most of an index and are looked at once.
        """
        run = os.pread(self._file, length, position)
        if len(run) != length:
            raise OSError(f"{self._name} is cut short")
        return run

    def close(self) -> None:
        """Do nothing: the map lives as long as anyone looks at it."""


class MappedStorage(FileStorage):  # type: ignore[misc]
    """A folder of mapped files."""

    def open_file(self, name: str, **kwargs: Any) -> MappedFile:
        """Map a file of the folder."""
        return MappedFile(Path(self.folder) / name, name)
