"""A cache that all machines share, and that may be away."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, TypeVar

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)
Answer = TypeVar("Answer")


class SharedCache(RedisCache):
    """Django's Redis cache; nothing fails while its server is away."""

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        """Give what is kept, or ``default``."""
        ask = super().get
        return _or(default, lambda: ask(key, default, version))

    def set(
        self,
        key: Any,
        value: Any,
        timeout: float | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> None:
        """Keep a value."""
        keep = super().set
        _or(None, lambda: keep(key, value, timeout, version))

    def add(
        self,
        key: Any,
        value: Any,
        timeout: float | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> bool:
        """Keep a value where none is; False where one is, or nothing can be kept."""
        keep = super().add
        return _or(False, lambda: bool(keep(key, value, timeout, version)))

    def delete(self, key: Any, version: int | None = None) -> bool:
        """Forget a value; False where there was none."""
        forget = super().delete
        return _or(False, lambda: bool(forget(key, version)))

    def has_key(self, key: Any, version: int | None = None) -> bool:
        """Tell whether a value is kept."""
        look = super().has_key
        return _or(False, lambda: bool(look(key, version)))

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        """Count up; raise ``ValueError`` where nothing is kept to count from."""
        count = super().incr
        counted: int | None = _or(None, lambda: count(key, delta, version))
        if counted is None:
            raise ValueError(f"Key {key!r} not found")
        return counted


def _or(otherwise: Answer, ask: Callable[[], Answer]) -> Answer:
    try:
        return ask()
    except (RedisError, OSError) as error:
        logger.warning("the shared cache is away: %s", type(error).__name__)
        return otherwise
