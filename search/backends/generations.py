"""Generations of an index: one in use, perhaps one being built beside it.

``index/7/`` holds a generation, ``index/CURRENT`` the number in use. A rebuild goes to
a new folder and is switched to by replacing one small file, so readers always have a
whole index. Beside each lies ``VERSION.json``: the engine, schema and analysis that
made it. A rebuild that was interrupted leaves its folder to the next one, and what
changes until then is noted there in ``CHANGED``.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

_VERSION = "VERSION.json"
_CHANGED = "CHANGED"
_CURRENT = "CURRENT"


class Generations:
    """The folders of an index under ``root``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._small_files: dict[Path, tuple[tuple[int, int], str]] = {}

    def current(self) -> Path | None:
        """Name the folder in use, None where nothing was ever built."""
        try:
            name = self._read(self.root / _CURRENT).strip()
        except FileNotFoundError:
            return None
        return self.root / name if name.isdigit() else None

    def _read(self, path: Path) -> str:
        """Read a small file, which is only ever replaced, if it is another one now."""
        stat = path.stat()
        seen = stat.st_mtime_ns, stat.st_ino
        known = self._small_files.get(path)
        if known is None or known[0] != seen:
            known = self._small_files[path] = seen, path.read_text()
        return known[1]

    def begin(self, version: dict[str, object]) -> Path:
        """Make the folder of the next generation; an unfinished one is given up."""
        self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        if self.current() is not None:
            self.prune()
        folder = self.root / str(max(self._numbers(), default=0) + 1)
        folder.mkdir(mode=0o700)
        write_whole(folder / _VERSION, json.dumps(version))
        return folder

    def switch(self, folder: Path) -> None:
        """Put ``folder`` in use and remove all others."""
        write_whole(self.root / _CURRENT, folder.name)
        self.prune()

    def discard(self, folder: Path) -> None:
        """Remove a generation that is of no use."""
        shutil.rmtree(folder, ignore_errors=True)

    def prune(self) -> None:
        """Remove every generation but the one in use.

        Who still reads one keeps its mapped files until they let go of them.
        """
        current = self.current()
        for number in self._numbers():
            folder = self.root / str(number)
            if folder != current:
                self.discard(folder)

    def version(self, folder: Path) -> dict[str, object]:
        """Tell what made a generation; {} where it can't be told."""
        try:
            version = json.loads(self._read(folder / _VERSION))
        except (OSError, ValueError):
            return {}
        return version if isinstance(version, dict) else {}

    def unfinished(self, version: dict[str, object]) -> Path | None:
        """Name the folder that a rebuild by ``version`` began and did not finish."""
        for folder in self._unfinished():
            if self.version(folder) == version:
                return folder
        return None

    def note_changed(self, article_ids: Iterable[int]) -> None:
        """Note in unfinished generations which articles changed meanwhile."""
        lines = "".join(f"{article_id}\n" for article_id in article_ids)
        for folder in self._unfinished():
            with (folder / _CHANGED).open("a") as file:
                file.write(lines)
                file.flush()
                os.fsync(file.fileno())

    def changed(self, folder: Path) -> set[int]:
        """Give the articles that changed while a generation was unfinished."""
        path = folder / _CHANGED
        return set(map(int, path.read_text().split())) if path.exists() else set()

    def _unfinished(self) -> list[Path]:
        current = self.current()
        newest = int(current.name) if current else 0
        numbers = sorted(self._numbers(), reverse=True)
        return [self.root / str(number) for number in numbers if number > newest]

    def _numbers(self) -> Iterator[int]:
        if self.root.is_dir():
            for entry in self.root.iterdir():
                if entry.name.isdigit():
                    yield int(entry.name)


def write_whole(path: Path, text: str) -> None:
    """Replace a small file: readers see the old or the new, even after a crash."""
    beside = path.with_name(path.name + ".new")
    with beside.open("w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
