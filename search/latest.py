"""Keeps the latest few things that were worked out, for any number of threads."""

from __future__ import annotations

from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Made = TypeVar("Made")


class Latest(Generic[Key, Made]):
    """The ``most`` things that were put in last; what was put in first goes first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: dict[Key, Made] = {}
        self._lock = Lock()

    def get(self, key: Key) -> Made | None:
        """Give what was put under a key, None where it is no longer there."""
        return self._kept.get(key)

    def put(self, key: Key, made: Made) -> None:
        """Keep something, and let go of the oldest where there are too many."""
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._most:
                del self._kept[next(iter(self._kept))]

    def clear(self) -> None:
        """Let go of everything."""
        with self._lock:
            self._kept.clear()

    def __len__(self) -> int:
        return len(self._kept)
