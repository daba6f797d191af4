"""Keeps the columns of the ledger on disk, current and whole.

``ledger/3/base/`` holds the columns of a rebuild, ``ledger/3/delta-7/`` the claims of
the articles that changed since and which these are; ``DELTA`` names the one in use and
``CURRENT`` the generation. Both are replaced in one step, so readers see the old state
or the new. Only ``search.outbox`` and ``search.rebuilding`` write here.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from time import sleep

import numpy as np
from django.conf import settings

from articles.models import Article, Figure
from search.backends.generations import Generations, write_whole
from search.ledger.columns import Segment, Vocabulary, read_words, write_words
from search.ledger.copies import copies_of
from search.ledger.rows import ColumnsBuilder, figure_rows, in_chunks

logger = logging.getLogger(__name__)

VERSION: dict[str, object] = {"columns": 1}
"""Raise the number when what the columns hold changes."""

LARGEST_DELTA = 5_000
"""Of more changed articles than these the ledger is built anew."""

SMALL_ARCHIVE = 20_000
"""An archive of no more figures gets its columns with the first change."""

_TRIES = 3
_WORDS = ("nouns", "claimants", "units")


class NoColumns(Exception):  # noqa: N818
    """There are no columns, or none that can be used."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The columns at one moment: the base, what changed since, and their words."""

    segments: tuple[Segment, ...]
    nouns: Vocabulary
    claimants: Vocabulary
    units: Vocabulary
    groups: int
    changed: frozenset[int] = frozenset()


_opened: dict[tuple[Path, str], Ledger] = {}
"""The ledger this process has open, by its folder and delta; one at a time."""


def generations() -> Generations:
    """Give the folders of the ledger."""
    return Generations(Path(settings.DATA_DIR) / "ledger")


def ledger() -> Ledger:
    """Open the columns; raise ``NoColumns`` where they are missing or damaged."""
    fault: Exception | None = None
    for _ in range(_TRIES):
        folder = _usable_folder()
        try:
            return _open(folder, _delta_in_use(folder))
        except (OSError, ValueError, TypeError, KeyError) as error:
            fault = error  # a commit may have passed between two looks
            sleep(0.02)
    raise NoColumns(repr(fault)) from fault


def _usable_folder() -> Path:
    kept = generations()
    folder = kept.current()
    if folder is None:
        raise NoColumns("no columns were built yet")
    if kept.version(folder) != VERSION:
        raise NoColumns("the columns were made by another version")
    return folder


def _delta_in_use(folder: Path) -> str:
    path = folder / "DELTA"
    return path.read_text().strip() if path.exists() else ""


def _open(folder: Path, delta: str) -> Ledger:
    known = _opened.get((folder, delta))
    if known is not None:
        return known
    words = {name: read_words(folder / "base" / f"{name}.json") for name in _WORDS}
    base = Segment.load(folder / "base")
    groups = int((folder / "base" / "GROUPS").read_text())
    segments, changed = [base], frozenset[int]()
    if delta:
        further = folder / f"delta-{delta}"
        for name in _WORDS:
            words[name] += read_words(further / f"{name}.json")
        gone = np.load(further / "changed.npy")
        base.without(gone)
        segments.append(Segment.load(further))
        groups = int((further / "GROUPS").read_text())
        changed = frozenset(gone.tolist())
    nouns, claimants, units = (Vocabulary(words[name]) for name in _WORDS)
    opened = Ledger(tuple(segments), nouns, claimants, units, groups, changed)
    _opened.clear()
    _opened[folder, delta] = opened
    return opened


def rebuild() -> int:
    """Build the columns anew beside those in use and switch; give how many claims.

    The caller has the turn to write (``search.outbox.writing_turn``).
    """
    kept = generations()
    folder = kept.begin(VERSION)
    builder = ColumnsBuilder()
    ids = Article.objects.public().order_by("pk").values_list("pk", flat=True)
    for chunk in in_chunks(ids.iterator(chunk_size=5_000)):
        builder.add(figure_rows({"article__in": chunk}))
    segment = _save(folder / "base", builder)
    kept.switch(folder)
    return len(segment)


def apply(article_ids: Iterable[int]) -> None:
    """Bring changed articles to the columns, one step for all of them.

    Copies of a changed article come with it: what they claim alike is counted once.
    Where there are no columns yet those of a small archive are built; a large one is
    answered from the database until ``rebuild``.
    """
    try:
        before = ledger()
    except NoColumns as reason:
        if Figure.objects.count() <= SMALL_ARCHIVE:
            rebuild()
        else:
            logger.warning("the ledger has no columns: %s", reason)
        return
    changed = before.changed | copies_of(article_ids)
    if len(changed) > LARGEST_DELTA:
        rebuild()
        return
    folder = _usable_folder()
    base = _open(folder, "") if not before.changed else _base_words(folder)
    _write_delta(folder, base, changed)


def _base_words(folder: Path) -> Ledger:
    words = [
        Vocabulary(read_words(folder / "base" / f"{name}.json")) for name in _WORDS
    ]
    groups = int((folder / "base" / "GROUPS").read_text())
    return Ledger((), words[0], words[1], words[2], groups)


def _write_delta(folder: Path, base: Ledger, changed: frozenset[int]) -> None:
    builder = ColumnsBuilder(
        Vocabulary(base.nouns.entries),
        Vocabulary(base.claimants.entries),
        Vocabulary(base.units.entries),
        base.groups,
    )
    for chunk in in_chunks(sorted(changed)):
        builder.add(figure_rows({"article__in": chunk}))
    used = _delta_in_use(folder)
    number = str(int(used or 0) + 1)
    into = folder / f"delta-{number}"
    shutil.rmtree(into, ignore_errors=True)
    skipped = (len(base.nouns), len(base.claimants), len(base.units))
    _save(into, builder, skipped)
    np.save(into / "changed.npy", np.array(sorted(changed), dtype="i8"))
    write_whole(folder / "DELTA", number)
    if used:
        shutil.rmtree(folder / f"delta-{used}", ignore_errors=True)


def _save(
    folder: Path, builder: ColumnsBuilder, skipped: tuple[int, int, int] = (0, 0, 0)
) -> Segment:
    folder.mkdir(mode=0o700)
    segment = builder.segment()
    segment.save(folder)
    kept = (builder.nouns, builder.claimants, builder.units)
    for name, words, first in zip(_WORDS, kept, skipped, strict=True):
        write_words(folder / f"{name}.json", words.entries[first:])
    (folder / "GROUPS").write_text(str(builder.next_group))
    return segment


def reason_to_rebuild() -> str:
    """Say why the columns need to be built anew, "" where they don't."""
    try:
        found = ledger()
    except NoColumns as reason:
        return str(reason)
    held: set[int] = set()
    for segment in found.segments:
        articles = segment["article"]
        held |= set(articles if segment.alive is None else articles[segment.alive])
    public = Figure.objects.filter(article__status="published")
    there = set(public.order_by().values_list("article", flat=True).distinct())
    different = len(held ^ there)
    return f"{different} articles differ from the database" if different else ""
