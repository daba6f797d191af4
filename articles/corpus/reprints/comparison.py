"""Two texts held against each other: are they one report?

Alike is what share of the words of each stands in the other, in runs of three words
and more; a word replaced or put in between two such runs does not break them. So
measured, a light paraphrase keeps three quarters of its words, while two reports of one
event that repeat the same background keep half, all in one place.

What has the words of another text and other numbers is another edition of a form
(weather, prices, results), not a copy.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from articles.corpus.reprints.shingles import SHINGLE_WORDS, Hashes, Shingled

Mask = npt.NDArray[np.bool_]

CLOSED_GAP = 2
"""So many replaced words between two shared runs count as shared."""

FAR_DAYS = 14
"""Beyond so many days a form comes back more often than a report."""

_ONE_EDITION_WORDS = 60


class Likeness(StrEnum):
    """In what way two texts are one report."""

    EXACT = "exact"
    NEAR = "near"
    CONTAINS = "contains"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How alike two texts are.

    ``of_first`` is the share of the first text's content words that stand in the
    second, ``of_second`` the reverse; ``likeness`` is None where the two are not one
    report. Where it is ``CONTAINS``, the text with the larger share lies in the other.
    """

    likeness: Likeness | None
    of_first: float
    of_second: float


@dataclass(frozen=True, slots=True)
class _Side:
    """One text and what of it stands in the other."""

    text: Shingled
    mask: Mask

    @property
    def share(self) -> float:
        return float(self.mask.mean()) if len(self.mask) else 0.0

    @property
    def longest_own_run(self) -> int:
        """Count the words of the longest run that the other text lacks."""
        edges = np.concatenate(([True], self.mask, [True]))
        return int(np.diff(np.flatnonzero(edges)).max()) - 1

    def changed_numbers(self, other: Shingled) -> tuple[int, int]:
        """Count the numbers inside what is shared: those changed, and all."""
        last = len(self.mask)
        inside = Counter(
            number
            for number, at in self.text.numbers
            if (at == 0 or self.mask[at - 1]) and (at >= last or self.mask[at])
        )
        kept = inside & Counter(number for number, _ in other.numbers)
        return inside.total() - kept.total(), inside.total()


def compare(
    first: Shingled, second: Shingled, days_apart: int | None = None
) -> Comparison:
    """Hold two bodies against each other.

    ``days_apart`` is the distance of their days of publication, None where one of them
    has none.
    """
    if first.digest == second.digest and len(first.words):
        return Comparison(Likeness.EXACT, 1.0, 1.0)
    sides = (
        _Side(first, _shared(first, second)),
        _Side(second, _shared(second, first)),
    )
    likeness = _likeness(sides[0], sides[1], days_apart or 0)
    return Comparison(likeness, sides[0].share, sides[1].share)


def _shared(text: Shingled, other: Shingled) -> Mask:
    """Mark the words that stand in a shared run; small gaps between runs are closed."""
    hits = _found(text.shingles, other.ordered)
    mask: Mask = np.zeros(len(text.words), dtype=np.bool_)
    for step in range(SHINGLE_WORDS):
        mask[step : step + len(hits)] |= hits
    at = np.flatnonzero(mask)
    gaps = np.diff(at)
    for gap in np.flatnonzero((gaps > 1) & (gaps <= CLOSED_GAP + 1)).tolist():
        mask[at[gap] : at[gap + 1]] = True
    return mask


def _found(values: Hashes, ordered: Hashes) -> Mask:
    """Tell of each value whether it is one of ``ordered``: ``np.isin`` would sort a few
    hundred values for every comparison."""
    if not len(ordered):
        return np.zeros(len(values), dtype=np.bool_)
    at = np.searchsorted(ordered, values)
    found: Mask = ordered[np.minimum(at, len(ordered) - 1)] == values
    return found


def _likeness(first: _Side, second: _Side, days: int) -> Likeness | None:
    inner, outer = sorted((first, second), key=lambda side: -side.share)
    if _is_another_edition(inner, outer, days):
        return None
    share, words = inner.share, len(inner.mask)
    run = inner.longest_own_run
    if share >= 0.7 and outer.share >= 0.6 and (share >= 0.92 or run <= 5 + words / 20):
        return Likeness.NEAR
    if (share >= 0.9 and words >= 18 and run <= 5) or (share >= 0.97 and words >= 12):
        return Likeness.CONTAINS
    return None


def _is_another_edition(inner: _Side, outer: _Side, days: int) -> bool:
    """Tell whether the numbers, and the days between, speak against a copy."""
    told = (inner.changed_numbers(outer.text), outer.changed_numbers(inner.text))
    spared = 2 if inner.share >= 0.95 else 1
    if any(changed > max(spared, numbers // 6) for changed, numbers in told):
        return True
    changed = told[0][0] + told[1][0]
    if days > FAR_DAYS and (changed or inner.share < 0.9):
        return True
    all_changed = told[0][0] == told[0][1] > 0
    return days >= 1 and all_changed and len(inner.mask) < _ONE_EDITION_WORDS
