"""Keeps the columns of the ledger on disk, current and whole.

``ledger/3/`` is a generation, which ``CURRENT`` names; ``ledger/3/7/`` a layer of it.
``LAYERS`` names those in use, and up to which row of the log they know of changes. Both
files are replaced in one step, so readers see the old state or the new. Only
``search.ledger.upkeep`` calls what writes here.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import sleep
from typing import Any

import numpy as np
from django.conf import settings

from articles.models import Article, Figure
from search.backends.generations import Generations, write_whole
from search.ledger import log
from search.ledger.columns import Segment, Vocabulary
from search.ledger.copies import copies_of
from search.ledger.layers import Layer, settled, shown, words_of
from search.ledger.log import Position
from search.ledger.rows import ColumnsBuilder, figure_rows, in_chunks

VERSION: dict[str, object] = {"columns": 3}
"""Raise the number when what the columns hold changes."""

_TRIES = 3
_LAYERS = "LAYERS"
_NOWHERE = Position(0, "")


class NoColumns(Exception):  # noqa: N818
    """There are no columns, or none that can be used."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The columns at one moment, and their words.

    ``position`` is the row of the log up to which they know of changes; ``layers`` are
    what they were made of, by name, the lowest first.
    """

    segments: tuple[Segment, ...]
    nouns: Vocabulary
    claimants: Vocabulary
    units: Vocabulary
    groups: int
    position: Position = _NOWHERE
    layers: Mapping[str, Layer] = field(default_factory=dict, repr=False, compare=False)
    counted: dict[Hashable, Any] = field(default_factory=dict, compare=False)
    """What was counted of these columns already, by what was asked."""


_opened: dict[tuple[Path, str], Ledger] = {}
"""The ledger this process has open, by its folder and layers; one at a time."""


def generations() -> Generations:
    """Give the folders of the ledger."""
    return Generations(Path(settings.DATA_DIR) / "ledger")


def ledger() -> Ledger:
    """Open the columns; raise ``NoColumns`` where they are missing or damaged."""
    fault: Exception | None = None
    for _ in range(_TRIES):
        folder = _usable_folder()
        try:
            return _open(folder, (folder / _LAYERS).read_text())
        except (OSError, ValueError, TypeError, LookupError) as error:
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


def _open(folder: Path, in_use: str) -> Ledger:
    known = _opened.get((folder, in_use))
    if known is not None:
        return known
    told = json.loads(in_use)
    read: Mapping[str, Layer] = {}
    for (other, _), earlier in list(_opened.items()):
        read = earlier.layers if other == folder else read
    layers = {
        name: read.get(name) or Layer.read(folder / name) for name in told["layers"]
    }
    opened = Ledger(
        shown(list(layers.values())),
        *words_of(layers.values()),
        groups=list(layers.values())[-1].groups,
        position=Position(*told["position"]),
        layers=layers,
    )
    _opened.clear()
    _opened[folder, in_use] = opened
    return opened


def rebuild() -> int:
    """Build the columns anew beside those in use and switch; give how many claims.

    What changes meanwhile stands in the log after the position they are given.
    """
    kept = generations()
    folder = kept.begin(VERSION)
    position = log.latest()
    ids = Article.objects.public().order_by("pk").values_list("pk", flat=True)
    layer = _made_of(ids.iterator(chunk_size=5_000), ())
    layer.save(folder / "1")
    _put_in_use(folder, ["1"], position)
    kept.switch(folder)
    return len(layer.segment)


def apply(article_ids: Iterable[int], position: Position, heaviest: float) -> None:
    """Bring changed articles to the columns, one step for all of them.

    ``position`` is where the log stands with them. Copies of a changed article come
    with it: what they claim alike is counted once. Layers of more than ``heaviest``
    claims are left as they are. Raises ``NoColumns``.
    """
    found, folder = ledger(), _usable_folder()
    layers = list(found.layers.values())
    if changed := copies_of(article_ids):
        layers.append(_made_of(sorted(changed), layers, changed))
    _write(folder, found, settled(layers, heaviest), position)


def _made_of(
    article_ids: Iterable[int],
    below: Sequence[Layer],
    changed: Iterable[int] = (),
) -> Layer:
    """Make a layer of what articles claim now, to lie above others."""
    words = words_of(below)
    lengths = words.lengths()
    builder = ColumnsBuilder(*words, groups_before=below[-1].groups if below else 0)
    for chunk in in_chunks(article_ids):
        builder.add(figure_rows({"article__in": chunk}))
    segment = builder.segment()
    return Layer(segment, words.after(lengths), builder.last_group, frozenset(changed))


def _write(
    folder: Path, found: Ledger, layers: Iterable[Layer], position: Position
) -> None:
    """Save the layers that are new, put all in use, let go of the others."""
    names = {id(layer): name for name, layer in found.layers.items()}
    _remove_all_but(folder, names.values())  # what was left by who was killed
    number, in_use = max(map(int, names.values())), []
    for layer in layers:
        if id(layer) not in names:
            number += 1
            layer.save(folder / str(number))
        in_use.append(names.get(id(layer), str(number)))
    _put_in_use(folder, in_use, position)
    _remove_all_but(folder, in_use)


def _put_in_use(folder: Path, names: list[str], position: Position) -> None:
    told = {"layers": names, "position": position}
    write_whole(folder / _LAYERS, json.dumps(told))


def _remove_all_but(folder: Path, names: Iterable[str]) -> None:
    kept = set(names)
    for entry in folder.iterdir():
        if entry.name.isdigit() and entry.name not in kept:
            shutil.rmtree(entry, ignore_errors=True)


def reason_to_rebuild() -> str:
    """Say why the columns need to be built anew, "" where they don't."""
    try:
        found = ledger()
    except NoColumns as reason:
        return str(reason)
    held = _articles_of(found)
    public = Figure.objects.filter(article__status="published")
    there = public.order_by().values_list("article", flat=True).distinct()
    told = np.fromiter(there.iterator(chunk_size=5_000), dtype=held.dtype)
    different = len(np.setxor1d(held, told, assume_unique=True))
    return f"{different} articles differ from the ledger" if different else ""


def _articles_of(found: Ledger) -> Any:
    """Give the ids of all articles that columns tell of, once each."""
    parts = [
        segment["article"]
        if segment.alive is None
        else segment["article"][segment.alive]
        for segment in found.segments
    ]
    return np.unique(np.concatenate(parts))
