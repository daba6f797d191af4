"""The order a search's hits had when its first page was asked for.

How well an article answers is weighed against all others: whatever is added moves hits
that were shown already. So the order is kept while a reader goes through it. Where the
cache lost it, or another process kept it, the order of now goes on among the articles
that were there at first.
"""

from __future__ import annotations

import hashlib
from array import array

from django.core.cache import cache

SECONDS_KEPT = 900
"""From one page to the next."""

Hits = list[tuple[int, float]]
"""Ids of articles, each with its score."""


def keep_order(hits: Hits) -> str:
    """Keep hits in their order, once for all who ask the same; give its name."""
    ids = array("q", [pk for pk, _score in hits]).tobytes()
    scores = array("d", [score for _pk, score in hits]).tobytes()
    name = hashlib.sha256(ids + scores).hexdigest()[:32]
    cache.set(_key(name), (ids, scores), SECONDS_KEPT)
    return name


def kept_order(name: str) -> Hits | None:
    """Give the hits that were kept under a name, None where they are no more."""
    kept: tuple[bytes, bytes] | None = cache.get(_key(name))
    if kept is None:
        return None
    return list(zip(array("q", kept[0]), array("d", kept[1]), strict=True))


def _key(name: str) -> str:
    return f"api-order:{name}"
