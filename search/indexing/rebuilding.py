"""Builds index and ledger anew from the database, beside those in use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import ceil
from typing import Any

from articles.models import Article
from search.engine import archive_backend, article_index
from search.indexing.digests import IdRange, id_ranges
from search.indexing.outbox import drain_in_turn, enqueue, writing_turn
from search.ledger import log, upkeep
from search.ledger import store as columns

CHUNK = 2_000
MOST_IN_CHUNK = 15_000
"""Articles are read into memory by the chunk."""

IDS_AT_ONCE = 50_000
"""So many ids of index and database are held against each other at a time."""

MERGED = 8
"""So many chunks of one size an engine merges into one: an archive is cut into as many,
or into twice as many and so on, and read from few places afterwards."""

Progress = Callable[[int, int], None]
"""Called with how many articles are done, and of how many."""


def reason_to_rebuild() -> str:
    """Say why the index needs to be built anew, "" where it does not."""
    health = archive_backend().health()
    if not health.usable:
        return health.reason
    different = sum(map(_count_different, id_ranges(IDS_AT_ONCE)))
    if different:
        return f"{different} articles differ from the database"
    return columns.reason_to_rebuild()


def _count_different(ids: IdRange) -> int:
    """Count the articles of a range that index or database alone knows."""
    public = ids.of(Article.objects.public()).values_list("pk", flat=True)
    return len(set(public) ^ archive_backend().digests(*ids).keys())


def build_if_unusable() -> None:
    """Build the index where none can be used, unless another process just has.

    Where the engine is away there is nothing to mend: it comes back as it was.
    """
    health = archive_backend().health()
    if health.usable or health.away:
        return
    with writing_turn(wait=True):
        if not archive_backend().health().usable:
            _rebuild_in_turn(lambda done, of: None, anew=False)


def rebuild(progress: Progress = lambda done, of: None, *, anew: bool = False) -> int:
    """Build a new generation and switch to it; give how many articles it holds.

    Readers keep the old one until the switch. A rebuild that was killed is gone on with
    where it stood, unless ``anew``. Changes made meanwhile wait in the outbox and are
    brought to the new generation at the end. Other machines build their ledgers anew
    too.
    """
    with writing_turn(wait=True):
        return _rebuild_in_turn(progress, anew=anew)


def _rebuild_in_turn(progress: Progress, *, anew: bool) -> int:
    index, backend = article_index(), archive_backend()
    articles = index.index_queryset()
    last = 0 if anew else backend.built_up_to()
    total: int = articles.count()
    done: int = articles.filter(pk__lte=last).count()
    chunks = _chunks(articles, last, lambda more: progress(done + more, total))
    log.begin_anew()
    upkeep.rebuild()
    enqueue(backend.rebuild(index, chunks, resume=last > 0))
    drain_in_turn()
    return total


def _chunks(
    articles: Any, last: int, progress: Callable[[int], None]
) -> Iterator[list[Any]]:
    """Give articles by id after ``last``, chunk by chunk, however long the table is."""
    done, size = 0, _chunk_size(articles.count())
    while chunk := list(articles.filter(pk__gt=last).order_by("pk")[:size]):
        yield chunk
        last, done = chunk[-1].pk, done + len(chunk)
        progress(done)


def _chunk_size(articles: int) -> int:
    chunks = MERGED * ceil(articles / (MERGED * MOST_IN_CHUNK))
    return max(CHUNK, ceil(articles / max(1, chunks)))
