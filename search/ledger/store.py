"""Keeps the columns of the ledger on disk, current and whole.

``ledger/3/base/`` holds the columns of a rebuild, ``ledger/3/delta-7/`` the claims of
the articles that changed since and which these are; ``DELTA`` names the one in use and
``CURRENT`` the generation. Both are replaced in one step, so readers see the old state
or the new. Only ``search.outbox`` and ``search.rebuilding`` write here.
"""

from __future__ import annotations

import json
import logging
import shutil
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from time import sleep
from typing import Any

from django.conf import settings

from articles.models import Article, Figure
from search.backends.generations import Generations, write_whole
from search.ledger.columns import Segment, Vocabulary
from search.ledger.copies import copies_of
from search.ledger.rows import ColumnsBuilder, figure_rows, in_chunks

logger = logging.getLogger(__name__)

VERSION: dict[str, object] = {"columns": 2}
"""Raise the number when what the columns hold changes."""

LARGEST_DELTA = 1_000
"""With more changed articles than these base and delta are made one."""

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
    counted: dict[Hashable, Any] = field(default_factory=dict, compare=False)
    """What was counted of these columns already, by what was asked."""


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


def usable() -> bool:
    """Tell whether there are columns to answer from."""
    try:
        return bool(ledger().segments)
    except NoColumns:
        return False


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
    base = _Kept.read(folder / "base")
    if delta:
        further = _Kept.read(folder / f"delta-{delta}")
        segments = (base.segment.without(further.changed), further.segment)
        opened = further.after(base, segments)
    else:
        opened = base.after(None, (base.segment,))
    _opened.clear()
    _opened[folder, delta] = opened
    return opened


@dataclass(frozen=True, slots=True)
class _Kept:
    """A folder of columns as it lies on disk: ``columns.bin`` and ``columns.json``.

    The words of a delta follow those of its base.
    """

    segment: Segment
    words: dict[str, list[Any]]
    groups: int
    changed: list[int]

    @classmethod
    def read(cls, folder: Path) -> _Kept:
        """Open a folder; raise ``OSError``, ``ValueError``, ``KeyError`` if amiss."""
        about = json.loads((folder / "columns.json").read_bytes())
        segment = Segment.load(folder / "columns.bin", about["length"], about["valued"])
        words = {name: about[name] for name in _WORDS}
        return cls(segment, words, about["groups"], about["changed"])

    def after(self, base: _Kept | None, segments: tuple[Segment, ...]) -> Ledger:
        """Give the ledger that this folder ends."""
        earlier = base.words if base else {name: [] for name in _WORDS}
        nouns, claimants, units = (
            Vocabulary(earlier[name] + self.words[name]) for name in _WORDS
        )
        changed = frozenset(self.changed)
        return Ledger(segments, nouns, claimants, units, self.groups, changed)


def _save(
    folder: Path,
    segment: Segment,
    words: tuple[list[Any], ...],
    groups: int,
    changed: Iterable[int] = (),
) -> None:
    folder.mkdir(mode=0o700)
    segment.save(folder / "columns.bin")
    about: dict[str, Any] = dict(zip(_WORDS, words, strict=True))
    about |= {"length": len(segment), "valued": len(segment.by_value)}
    about |= {"groups": groups, "changed": sorted(changed)}
    write_whole(folder / "columns.json", json.dumps(about, ensure_ascii=False))


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
    segment = builder.segment()
    _save(folder / "base", segment, builder.words(), builder.last_group)
    kept.switch(folder)
    return len(segment)


def apply(article_ids: Iterable[int]) -> None:
    """Bring changed articles to the columns, one step for all of them.

    Copies of a changed article come with it: what they claim alike is counted once.
    Where there are no columns yet those of a small archive are built; a large one is
    answered from the database until ``rebuild``.
    """
    try:
        found = ledger()
        if len(found.changed) > LARGEST_DELTA:
            _fold_delta(found)
            found = ledger()
    except NoColumns as reason:
        if Figure.objects.count() <= SMALL_ARCHIVE:
            rebuild()
        else:
            logger.warning("the ledger has no columns: %s", reason)
        return
    _write_delta(_usable_folder(), found.changed | copies_of(article_ids))


def _write_delta(folder: Path, changed: frozenset[int]) -> None:
    base = _Kept.read(folder / "base").after(None, ())
    builder = ColumnsBuilder(base.nouns, base.claimants, base.units, base.groups)
    lengths = [len(words) for words in builder.words()]
    for chunk in in_chunks(sorted(changed)):
        builder.add(figure_rows({"article__in": chunk}))
    used = _delta_in_use(folder)
    number = str(int(used or 0) + 1)
    into = folder / f"delta-{number}"
    shutil.rmtree(into, ignore_errors=True)
    segment = builder.segment()
    new = tuple(
        words[length:] for words, length in zip(builder.words(), lengths, strict=True)
    )
    _save(into, segment, new, builder.last_group, changed)
    write_whole(folder / "DELTA", number)
    if used:
        shutil.rmtree(folder / f"delta-{used}", ignore_errors=True)


def _fold_delta(found: Ledger) -> None:
    """Make base and delta one base, from what is on disk alone."""
    kept = generations()
    folder = kept.begin(VERSION)
    base, delta = found.segments
    words = (found.nouns.entries, found.claimants.entries, found.units.entries)
    _save(folder / "base", base.joined(delta), words, found.groups)
    kept.switch(folder)


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
    return f"{different} articles differ from the ledger" if different else ""
