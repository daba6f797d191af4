"""Which figures of a text became other ones in a later text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from articles.models import Figure


class ChangeKind(StrEnum):
    """What became of a figure."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that only one of two texts has, or that is not the same in both.

    ``parts`` names what changed: "value", "modifier", "unit", "noun".
    """

    kind: ChangeKind
    before: Figure | None = None
    after: Figure | None = None
    parts: tuple[str, ...] = ()


_Key = tuple[object, ...]


def _value(figure: Figure) -> _Key:
    return figure.value, figure.value_max, figure.value_min, figure.iso


def _noun(figure: Figure) -> str:
    return figure.noun_key or figure.noun


def _claim(figure: Figure) -> _Key:
    return (figure.kind, *_value(figure), figure.modifier, figure.unit, _noun(figure))


def _bare_claim(figure: Figure) -> _Key | None:
    return (figure.kind, *_value(figure), figure.unit, _noun(figure))


def _of_same_noun(figure: Figure) -> _Key | None:
    told = figure.unit or _noun(figure)
    return (figure.kind, figure.unit, _noun(figure)) if told else None


def _of_same_counted(figure: Figure) -> _Key | None:
    return (figure.kind, _noun(figure)) if _noun(figure) else None


def _of_same_value(figure: Figure) -> _Key | None:
    known = figure.value is not None or bool(figure.iso)
    return _value(figure) if known else None


_ALIKE = (_bare_claim, _of_same_noun, _of_same_counted, _of_same_value)
"""What makes two figures one that changed, the surest likeness first."""


def figure_changes(
    before: Iterable[Figure], after: Iterable[Figure]
) -> list[FigureChange]:
    """Tell which figures changed, went and came, in the order of the texts.

    A claim that is repeated counts once: where it stands is no matter. «أكثر من 180
    عائلة» that becomes «200 عائلة» is one figure whose value and modifier changed.
    """
    ours, theirs = _claims(before), _claims(after)
    gone = [figure for claim, figure in ours.items() if claim not in theirs]
    new = [figure for claim, figure in theirs.items() if claim not in ours]
    changes: list[FigureChange] = []
    for key in _ALIKE:
        for old, young in _pairs(gone, new, key):
            parts = _different_parts(old, young)
            changes.append(FigureChange(ChangeKind.CHANGED, old, young, parts))
    changes += [_said_again(figure, changes, "before") for figure in gone]
    changes += [_said_again(figure, changes, "after") for figure in new]
    return sorted(changes, key=_place)


def _said_again(figure: Figure, changes: list[FigureChange], side: str) -> FigureChange:
    """Tell of a figure that is left over: one that changed may have said it, too.

    «320 سفينة» in the title and «أكثر من 320 سفينة» below may both become «350 سفينة».
    """
    for change in changes:
        other: Figure | None = getattr(change, side)
        paired = change.kind is ChangeKind.CHANGED
        if paired and other and _bare_claim(other) == _bare_claim(figure):
            old, young = change.before, change.after
            old, young = (figure, young) if side == "before" else (old, figure)
            assert old is not None  # a pair has both
            assert young is not None
            parts = _different_parts(old, young)
            return FigureChange(ChangeKind.CHANGED, old, young, parts)
    if side == "before":
        return FigureChange(ChangeKind.REMOVED, before=figure)
    return FigureChange(ChangeKind.ADDED, after=figure)


def _claims(figures: Iterable[Figure]) -> dict[_Key, Figure]:
    claims: dict[_Key, Figure] = {}
    for figure in figures:
        claims.setdefault(_claim(figure), figure)
    return claims


def _pairs(
    gone: list[Figure], new: list[Figure], key: Callable[[Figure], _Key | None]
) -> list[tuple[Figure, Figure]]:
    """Take figures that are alike out of both lists, in their order, and pair them."""
    waiting: defaultdict[_Key, list[Figure]] = defaultdict(list)
    for figure in new:
        if (alike := key(figure)) is not None:
            waiting[alike].append(figure)
    pairs = []
    for figure in list(gone):
        alike = key(figure)
        if alike is not None and waiting[alike]:
            other = waiting[alike].pop(0)
            gone[:] = [each for each in gone if each is not figure]
            new[:] = [each for each in new if each is not other]
            pairs.append((figure, other))
    return pairs


def _different_parts(old: Figure, young: Figure) -> tuple[str, ...]:
    same = {
        "value": _value(old) == _value(young),
        "modifier": old.modifier == young.modifier,
        "unit": old.unit == young.unit,
        "noun": _noun(old) == _noun(young),
    }
    return tuple(name for name, is_same in same.items() if not is_same)


def _place(change: FigureChange) -> tuple[bool, int]:
    figure = change.after or change.before
    assert figure is not None  # a change is of one figure at least
    return figure.part == "body", figure.start
