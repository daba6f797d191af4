"""Lets nobody wait for a server that is away."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from time import monotonic


class Breaker:
    """Counts faults in a row; ``patience`` of them open it for ``pause`` seconds.

    Then one caller is let through to look: if that goes well everyone is, if not the
    pause begins anew. Times are of ``clock``, in seconds.
    """

    def __init__(
        self,
        patience: int = 3,
        pause: float = 5.0,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._patience, self._pause, self._clock = patience, pause, clock
        self._lock = Lock()
        self._faults = 0
        self._opened_until = 0.0

    def lets_through(self) -> bool:
        """Tell whether a caller may ask; who may must tell how it went."""
        with self._lock:
            if self._faults < self._patience:
                return True
            if self._clock() < self._opened_until:
                return False
            self._opened_until = self._clock() + self._pause
            return True

    def went_well(self) -> None:
        """Note an answer, whatever it said."""
        with self._lock:
            self._faults = 0

    def went_wrong(self, *, for_sure: bool) -> None:
        """Note that no answer came; ``for_sure`` where nobody is there at all."""
        with self._lock:
            self._faults += self._patience if for_sure else 1
            self._opened_until = self._clock() + self._pause
