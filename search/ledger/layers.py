"""Layers of columns: what changed lies over what was there before.

The lowest holds the claims of all articles; each above it those of articles that
changed since, and hides what lower ones say of them. A layer is many times as large as
the one above, or both are made one: so a change costs what changed, not what is there,
and a question looks into few layers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from search.backends.generations import write_whole
from search.ledger.columns import NO_WORD, Segment, Vocabulary

WIDER = 8
"""A layer has at least so many times the claims of the one above it."""

SMALL = 250
"""A layer counts for no fewer claims: to write it anew costs nothing."""


class Words(NamedTuple):
    """The vocabularies of the columns."""

    nouns: Vocabulary
    claimants: Vocabulary
    units: Vocabulary

    def lengths(self) -> list[int]:
        """Tell how many entries there are."""
        return list(map(len, self))

    def after(self, lengths: list[int]) -> dict[str, list[Any]]:
        """Give the entries that came after there were so many."""
        grown = zip(self._fields, self, lengths, strict=True)
        return {name: words.entries[length:] for name, words, length in grown}


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer as it lies in a folder: ``columns.bin`` and ``columns.json``.

    ``words`` are the entries that no lower layer has, and follow theirs; ``groups`` is
    the largest number of a group so far; ``changed`` are the articles of which lower
    layers tell what is no longer so.
    """

    segment: Segment
    words: Mapping[str, list[Any]]
    groups: int
    changed: frozenset[int] = frozenset()

    @classmethod
    def read(cls, folder: Path) -> Layer:
        """Open a folder; raise ``OSError``, ``ValueError``, ``KeyError`` if amiss."""
        about = json.loads((folder / "columns.json").read_bytes())
        segment = Segment.load(folder / "columns.bin", about["length"], about["valued"])
        words = {name: about[name] for name in Words._fields}
        return cls(segment, words, about["groups"], frozenset(about["changed"]))

    def save(self, folder: Path) -> None:
        """Make the folder; it is on the disk at the end."""
        folder.mkdir(mode=0o700)
        self.segment.save(folder / "columns.bin")
        about: dict[str, Any] = dict(self.words)
        about |= {"length": len(self.segment), "valued": len(self.segment.by_value)}
        about |= {"groups": self.groups, "changed": sorted(self.changed)}
        write_whole(folder / "columns.json", json.dumps(about, ensure_ascii=False))

    @property
    def weight(self) -> int:
        """Tell how much it is to write."""
        return max(SMALL, len(self.segment) + len(self.changed))

    def with_above(self, above: Layer) -> Layer:
        """Make one layer of this and the one above it."""
        return Layer(
            self.segment.without(above.changed).joined(above.segment),
            {name: self.words[name] + above.words[name] for name in Words._fields},
            above.groups,
            self.changed | above.changed,
        )


def words_of(layers: Iterable[Layer]) -> Words:
    """Give the vocabularies of layers, the entries of the lowest first."""
    entries: dict[str, list[Any]] = {name: [NO_WORD] for name in Words._fields}
    for layer in layers:
        for name, known in entries.items():
            known += layer.words[name]
    return Words(**{name: Vocabulary(known) for name, known in entries.items()})


def shown(layers: Sequence[Layer]) -> tuple[Segment, ...]:
    """Give the columns of layers, of every article what the highest tells."""
    segments, hidden = [], frozenset[int]()
    for layer in reversed(layers):
        segments.append(layer.segment.without(hidden))
        hidden |= layer.changed
    return tuple(reversed(segments))


def settled(layers: Sequence[Layer], heaviest: float) -> list[Layer]:
    """Make neighbours one until each is ``WIDER`` than the one above it.

    Those heavier than ``heaviest`` stay as they are.
    """
    few = list(layers)
    while (at := _too_narrow(few, heaviest)) is not None:
        merged = few[at].with_above(few[at + 1])
        few[at : at + 2] = [merged if at else replace(merged, changed=frozenset())]
    return few


def _too_narrow(layers: Sequence[Layer], heaviest: float) -> int | None:
    pairs = list(pairwise(layers))
    # From the top: what is merged there may be merged on at once.
    for at, (below, above) in reversed(list(enumerate(pairs))):
        if below.weight < WIDER * above.weight and below.weight <= heaviest:
            return at
    return None


def is_settled(layers: Sequence[Layer]) -> bool:
    """Tell whether there is nothing to make one."""
    return _too_narrow(layers, float("inf")) is None
