"""Figures as columns: one array a field, one place in all of them a claim.

A filter, a facet and a count look at one or two fields of every figure there is; in
arrays they lie side by side, so a million are looked through in milliseconds.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from articles.corpus.figures import Kind, Modifier

Array = NDArray[Any]

KINDS = ("", *map(str, Kind))
MODIFIERS = ("", *map(str, Modifier))
"""A code of the columns is a place in these; 0 is none."""

FIELDS: Mapping[str, str] = {
    "figure": "i8",
    "article": "i8",
    "outlet": "i4",
    "section": "i4",
    "kind": "i1",
    "modifier": "i1",
    "unit": "i4",
    "noun": "i4",
    "claimant": "i4",
    "low": "f8",
    "high": "f8",
    "day": "i4",
    "year": "i2",
    "group": "i8",
    "usual": "?",
    "core": "?",
}
"""Field -> type. ``low`` and ``high`` are NaN where there is no value; ``day`` is a
proleptic ordinal, 0 for no date; ``group`` is common to what copies of one report claim
alike; ``usual`` are the claims one sees unasked."""


class Vocabulary:
    """Words with a code: a place in the list, 0 being none.

    An entry is ``(key, label, name)``: the folded words, how they are printed, and the
    id of the name they stand for, 0 for none.
    """

    def __init__(self, entries: Iterable[Sequence[Any]] = ()) -> None:
        self.entries: list[tuple[str, str, int]] = [
            (str(key), str(label), int(name)) for key, label, name in entries
        ] or [("", "", 0)]
        self._codes = {
            (key, name): code for code, (key, _, name) in enumerate(self.entries)
        }
        self._by_first_word: dict[str, list[int]] | None = None

    def __len__(self) -> int:
        return len(self.entries)

    def code(self, key: str, label: str = "", name: int = 0) -> int:
        """Give the code of an entry, a new one where it is new."""
        found = self._codes.get((key, name))
        if found is None:
            found = self._codes[key, name] = len(self.entries)
            self.entries.append((key, label or key, name))
        return found

    def codes(self, key: str) -> frozenset[int]:
        """Give the code of a key without a name, none where it is unknown."""
        code = self._codes.get((key, 0))
        return frozenset() if not code else frozenset([code])

    def beginning_with(self, key: str) -> frozenset[int]:
        """Give the codes of a key and of those that say more: «لاجي», «لاجي عراقي»."""
        if self._by_first_word is None:
            self._by_first_word = defaultdict(list)
            for code, (other, _, _) in enumerate(self.entries):
                self._by_first_word[other.partition(" ")[0]].append(code)
        return frozenset(
            code
            for code in self._by_first_word.get(key.partition(" ")[0], ())
            if code and f"{self.entries[code][0]} ".startswith(f"{key} ")
        )

    def relabel(self, code: int, label: str) -> None:
        """Print an entry another way."""
        key, _, name = self.entries[code]
        self.entries[code] = (key, label, name)


class Segment:
    """Columns of equal length, the newest claims first; ``by_value`` sorts them anew.

    ``by_value`` are places in the columns by ``low``, highest first, without those
    that have none.
    """

    def __init__(self, fields: Mapping[str, Array], by_value: Array) -> None:
        self.fields = fields
        self.by_value = by_value
        self.alive: Array | None = None

    def __len__(self) -> int:
        return len(self.fields["figure"])

    def __getitem__(self, name: str) -> Array:
        return self.fields[name]

    @classmethod
    def of(cls, rows: Sequence[tuple[Any, ...]]) -> Segment:
        """Sort rows, whose values are in the order of ``FIELDS``, into columns."""
        values = list(zip(*rows, strict=True)) or [()] * len(FIELDS)
        fields = {
            name: np.array(column, dtype=kind)
            for (name, kind), column in zip(FIELDS.items(), values, strict=True)
        }
        order = np.lexsort((-fields["article"], -fields["day"]))
        return cls._sorted({name: column[order] for name, column in fields.items()})

    @classmethod
    def _sorted(cls, fields: dict[str, Array]) -> Segment:
        by_value = np.argsort(-fields["low"], kind="stable").astype("i4")
        valued = int(np.count_nonzero(~np.isnan(fields["low"])))
        return cls(fields, by_value[:valued])

    def save(self, folder: Path) -> None:
        """Write the columns as files to be mapped."""
        for name, column in self.fields.items():
            np.save(folder / f"{name}.npy", column)
        np.save(folder / "by_value.npy", self.by_value)

    @classmethod
    def load(cls, folder: Path) -> Segment:
        """Map the columns of a folder; raise ``OSError`` or ``ValueError`` if amiss."""
        fields = {name: _mapped(folder / f"{name}.npy") for name in FIELDS}
        by_value = _mapped(folder / "by_value.npy")
        lengths = {len(column) for column in fields.values()}
        types = [column.dtype == FIELDS[name] for name, column in fields.items()]
        if len(lengths) != 1 or not all(types):
            raise ValueError(f"columns in {folder} don't fit together")
        return cls(fields, by_value)

    def without(self, articles: Array) -> Segment:
        """Hide the claims of articles that a later segment has or that are gone."""
        if len(articles) and len(self):
            largest = int(max(self["article"].max(), articles.max()))
            gone = np.zeros(largest + 1, dtype=bool)
            gone[articles] = True
            self.alive = ~gone[self["article"]]
        return self


def _mapped(path: Path) -> Array:
    # An empty file can't be mapped.
    array: Array = np.load(path, allow_pickle=False)
    return array if array.size < 1000 else np.load(path, mmap_mode="r")


def write_words(path: Path, entries: Sequence[tuple[str, str, int]]) -> None:
    """Write the entries of a vocabulary."""
    path.write_text(json.dumps(entries, ensure_ascii=False), encoding="utf-8")


def read_words(path: Path) -> list[tuple[str, str, int]]:
    """Read the entries of a vocabulary."""
    return [tuple(entry) for entry in json.loads(path.read_text(encoding="utf-8"))]
