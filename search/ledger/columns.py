"""Figures as columns: one array a field, one place in all of them a claim.

A filter, a facet and a count look at one or two fields of every figure there is; in
arrays they lie side by side, so a million are looked through in milliseconds.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from articles.corpus.figures import Kind, Modifier

Array = NDArray[Any]
Columns = Mapping[str, Array]
_PLACE = np.dtype("i4")

KINDS = ("", *map(str, Kind))
MODIFIERS = ("", *map(str, Modifier))
"""A code of the columns is a place in these; 0 is none."""

FIELDS: Mapping[str, str] = {
    "figure": "i8",
    "low": "f8",
    "high": "f8",
    "article": "i4",
    "group": "i4",
    "outlet": "i4",
    "section": "i4",
    "unit": "i4",
    "noun": "i4",
    "claimant": "i4",
    "day": "i4",
    "year": "i2",
    "kind": "i1",
    "modifier": "i1",
    "usual": "?",
    "core": "?",
}
"""Field -> type, the widest first, so that in one file all lie aligned.

``low`` and ``high`` are NaN where there is no value; ``day`` is a proleptic ordinal, 0
for no date; ``group`` is common to what copies of one report claim alike, 0 where there
are no copies; ``usual`` are the claims one sees unasked. The claims of an article stand
side by side."""


NO_WORD = ("", "", 0)
"""The first entry of every vocabulary, of code 0."""


class Vocabulary:
    """Words with a code: a place in the list, 0 being none.

    An entry is ``(key, label, name)``: the folded words, how they are printed, and the
    id of the name they stand for, 0 for none.
    """

    def __init__(self, entries: Iterable[Sequence[Any]] = ()) -> None:
        self.entries: list[tuple[str, str, int]] = [
            (str(key), str(label), int(name)) for key, label, name in entries
        ] or [NO_WORD]
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


def columns_of(rows: Iterable[tuple[Any, ...]]) -> Columns:
    """Put rows, whose values are in the order of ``FIELDS``, into columns."""
    values = list(zip(*rows, strict=True)) or [()] * len(FIELDS)
    return {
        name: np.array(column, dtype=kind)
        for (name, kind), column in zip(FIELDS.items(), values, strict=True)
    }


class Segment:
    """Columns of equal length, the newest claims first; ``by_value`` sorts them anew.

    ``by_value`` are places in the columns by ``low``, highest first, without those
    that have none.
    """

    def __init__(self, fields: Columns, by_value: Array) -> None:
        self.fields = fields
        self.by_value = by_value
        self.alive: Array | None = None

    def __len__(self) -> int:
        return len(self.fields["figure"])

    def __getitem__(self, name: str) -> Array:
        return self.fields[name]

    @classmethod
    def of(cls, parts: Sequence[Columns]) -> Segment:
        """Make one segment of the columns of its parts, at least one."""
        return cls._sorted(
            {name: np.concatenate([part[name] for part in parts]) for name in FIELDS}
        )

    @classmethod
    def _sorted(cls, fields: dict[str, Array]) -> Segment:
        order = np.lexsort((-fields["article"], -fields["day"]))
        fields = {name: column[order] for name, column in fields.items()}
        by_value = np.argsort(-fields["low"], kind="stable").astype(_PLACE)
        valued = int(np.count_nonzero(~np.isnan(fields["low"])))
        return cls(fields, by_value[:valued])

    def save(self, path: Path) -> None:
        """Write the columns as one file to be mapped; it is on the disk at the end."""
        with path.open("wb") as file:
            for name in FIELDS:
                file.write(np.ascontiguousarray(self.fields[name]).tobytes())
            file.write(np.ascontiguousarray(self.by_value).tobytes())
            file.flush()
            os.fsync(file.fileno())

    @classmethod
    def load(cls, path: Path, length: int, valued: int) -> Segment:
        """Map the columns of a file; raise ``OSError`` or ``ValueError`` if amiss.

        ``valued`` is how many claims have a value.
        """
        types = {name: np.dtype(kind) for name, kind in FIELDS.items()}
        size = length * sum(kind.itemsize for kind in types.values())
        if path.stat().st_size != size + valued * _PLACE.itemsize:
            raise ValueError(f"{path} is not as long as its columns")
        whole = np.memmap(path, mode="r") if length else np.zeros(0, np.uint8)
        fields, at = {}, 0
        for name, kind in types.items():
            end = at + length * kind.itemsize
            fields[name], at = whole[at:end].view(np.ndarray).view(kind), end
        return cls(fields, whole[at:].view(np.ndarray).view(_PLACE))

    def joined(self, later: Segment) -> Segment:
        """Give one segment of what is alive here and all of a later one."""
        alive = slice(None) if self.alive is None else self.alive
        return self._sorted(
            {name: np.concatenate([self[name][alive], later[name]]) for name in FIELDS}
        )

    def without(self, articles: Collection[int]) -> Segment:
        """Give the same columns, the claims of ``articles`` hidden."""
        shown = Segment(self.fields, self.by_value)
        if articles and len(self):
            largest = max(int(self["article"].max()), *articles)
            gone = np.zeros(largest + 1, dtype=bool)
            gone[list(articles)] = True
            shown.alive = ~gone[self["article"]]
        return shown
