"""What may be forgotten at any time: in each process, or in a cache that all share."""

from __future__ import annotations

from typing import Any

_MOST_KEPT = {"default": 2_000, "pages": 500}
"""The caches, and how many entries a process keeps of each."""

_PATIENCE = {"socket_timeout": 0.5, "socket_connect_timeout": 0.5}


def caches(addresses: str, prefix: str) -> dict[str, dict[str, Any]]:
    """Give Django's settings of the caches at ``addresses``, with commas between them;
    of each process's own memory where there are none.

    >>> caches("redis://one", "archive")["pages"]["KEY_PREFIX"]
    'archive-pages'
    """
    if not addresses:
        return {name: _own(name, most) for name, most in _MOST_KEPT.items()}
    prefixes = {"default": prefix, "pages": f"{prefix}-pages"}
    return {
        name: {
            "BACKEND": "portal.shared_cache.SharedCache",
            "LOCATION": addresses.split(","),
            "KEY_PREFIX": own,
            "OPTIONS": dict(_PATIENCE),
        }
        for name, own in prefixes.items()
    }


def _own(name: str, most: int) -> dict[str, Any]:
    return {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": name,
        "OPTIONS": {"MAX_ENTRIES": most},
    }
