"""How well figures are read, as far as editors have said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from articles.corpus.figures import Kind
from articles.models import FigureVerdict, Ruling
from articles.presentation.method import KINDS


@dataclass(frozen=True, slots=True)
class Judged:
    """What editors said of one kind: figures read rightly, wrongly, and not at all."""

    name: str | Promise
    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float | None:
        """Give the share of what was read that was right, in per cent."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float | None:
        """Give the share of what stands in the text that was read rightly."""
        return _share(self.right, self.right + self.missed)


def _share(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None


def judged_kinds() -> list[Judged]:
    """Count the verdicts in force, the latest of each place, by kind.

    A confirmed figure was read rightly. A corrected one was read wrongly and the right
    one missed. A rejected one was read wrongly; an added one was missed.
    """
    counts = {kind.value: [0, 0, 0] for kind in Kind}
    for verdict in latest_verdicts(FigureVerdict.objects.in_force()):
        read_as, is_a = verdict.read.get("kind", ""), verdict.fields.get("kind", "")
        if verdict.ruling == Ruling.CONFIRMED:
            _count(counts, is_a, 0)
        if verdict.ruling in (Ruling.CORRECTED, Ruling.REJECTED):
            _count(counts, read_as or is_a, 1)
        if verdict.ruling in (Ruling.CORRECTED, Ruling.ADDED):
            _count(counts, is_a, 2)
    return [
        Judged(KINDS[Kind(kind)][0], *row) for kind, row in counts.items() if any(row)
    ]


def _count(counts: dict[str, list[int]], kind: str, column: int) -> None:
    if kind in counts:
        counts[kind][column] += 1


def latest_verdicts(verdicts: Iterable[FigureVerdict]) -> list[FigureVerdict]:
    """Keep the last word on each place; ``verdicts`` come oldest first.

    A word on a figure that an editor had added is still about a missed one.
    """
    latest: dict[tuple[int, str, int, int], FigureVerdict] = {}
    for verdict in verdicts:
        place = (verdict.article_id, verdict.part, verdict.start, verdict.end)
        before = latest.get(place)
        if before and before.ruling == Ruling.ADDED:
            if verdict.ruling == Ruling.REJECTED:
                del latest[place]
                continue
            verdict.ruling = Ruling.ADDED
        latest[place] = verdict
    return list(latest.values())
