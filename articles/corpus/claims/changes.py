"""Follows the figures of a report into its reprint: what changed, what was lost.

Sentences of both texts are paired by the words around their numbers, and within a pair
the numbers by what they count and by their neighbours. A number written otherwise
(«20 ألفا» for 20,000, «حوالي» for «نحو») has not changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from articles.corpus.arabic import fold
from articles.corpus.claims.interval import is_rounding
from articles.corpus.claims.pairing import (
    Place,
    Sentence,
    numbers_of,
    paired,
    same_number,
    sentences_of,
)
from articles.corpus.claims.statement import Amount
from articles.corpus.figures import Figure


class Change(StrEnum):
    """What befell a number on its way into a reprint."""

    VALUE = "value"
    LOST_MODIFIER = "lost_modifier"
    GAINED_MODIFIER = "gained_modifier"
    MODIFIER = "modifier"
    UNIT = "unit"
    INTO_HEADLINE = "into_headline"


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One number as the report has it, and as the reprint has it.

    ``in_title`` tell in which part each stands; offsets are code points of that part.
    """

    before: Figure
    after: Figure
    changes: tuple[Change, ...]
    before_in_title: bool = False
    after_in_title: bool = False


def figure_changes(
    before: tuple[str, str], after: tuple[str, str]
) -> list[FigureChange]:
    """Give the numbers that changed between two texts, each a (title, body).

    The same change of the same number is told once, however often it stands.

    >>> [change] = figure_changes(
    ...     ("", "قتل أكثر من 20 شخصا في حريق السوق."),
    ...     ("", "قتل 20 شخصا في حريق السوق."),
    ... )
    >>> change.changes
    (<Change.LOST_MODIFIER: 'lost_modifier'>,)
    """
    ours, theirs = sentences_of(*before), sentences_of(*after)
    pairs = list(paired(ours, theirs))
    found = [change for one, other in pairs if (change := _change(one, other))]
    found += _into_headline(ours, theirs, pairs)
    return _once(found)


_SAME_BOUND = {"about": "about", "nearly": "about", "between": ""}


def _bound(amount: Amount) -> str:
    return _SAME_BOUND.get(amount.modifier, amount.modifier)


def _change(one: Place, other: Place) -> FigureChange | None:
    before, after = Amount.of(one.figure), Amount.of(other.figure)
    changes = []
    if not same_number(before, after):
        changes.append(Change.VALUE)
    if _bound(before) != _bound(after):
        changes.append(_modifier_change(_bound(before), _bound(after)))
    if before.unit != after.unit and not _same_unit_words(one.figure, other.figure):
        changes.append(Change.UNIT)
    if not changes:
        return None
    return FigureChange(
        one.figure, other.figure, tuple(changes), one.in_title, other.in_title
    )


def _same_unit_words(one: Figure, other: Figure) -> bool:
    """Tell whether both say «دينار», whosever dinar the rest of the text makes it."""
    return bool(one.unit_text) and fold(one.unit_text or "") == fold(
        other.unit_text or ""
    )


def _modifier_change(before: str, after: str) -> Change:
    if not after:
        return Change.LOST_MODIFIER
    return Change.MODIFIER if before else Change.GAINED_MODIFIER


def _into_headline(
    ours: Sequence[Sentence],
    theirs: Sequence[Sentence],
    pairs: Sequence[tuple[Place, Place]],
) -> Iterator[FigureChange]:
    """Give the numbers of the reprint's title that the report had in its body alone."""
    led = {id(other) for _, other in pairs}
    titled = [place for one in ours if one.in_title for place in one.places]
    bodies = [place for one in ours if not one.in_title for place in one.places]
    bodies += [one for one, other in pairs if not other.in_title]
    origins = [(place, place) for place in bodies]
    origins += [(one, other) for one, other in pairs if not other.in_title]
    for place in (p for s in theirs if s.in_title for p in s.places):
        if id(place) in led or any(_is_one(place, known) for known in titled):
            continue
        origin = next((one for one, seen in origins if _is_one(place, seen)), None)
        if origin is None:
            continue
        changed = _change(origin, place)
        lost = changed.changes if changed else ()
        kept = tuple(change for change in lost if change is not Change.GAINED_MODIFIER)
        yield FigureChange(
            origin.figure, place.figure, (Change.INTO_HEADLINE, *kept), False, True
        )


def _is_one(place: Place, known: Place) -> bool:
    """Tell whether a title's number is that of a body, perhaps rounded."""
    mine, its = place.figure, known.figure
    one, other = Amount.of(mine), Amount.of(its)
    if one.unit != other.unit and one.unit and other.unit:
        return False
    keys = (mine.noun_key, its.noun_key)
    nouns = {key.split()[0] for key in keys if key}
    same = numbers_of(one) == numbers_of(other)
    strange = len(nouns) > 1 and not (mine.noun_elided or its.noun_elided)
    if strange and not (same and _says(place, its)):
        return False
    return same or (
        len(nouns) == 1
        and one.value is not None
        and other.value is not None
        and is_rounding(one.value, other.value)
    )


def _says(place: Place, figure: Figure) -> bool:
    """Tell whether words around a title's number name what the body counts."""
    return fold(figure.noun or "") in (*place.before, *place.after)


def _once(found: Iterable[FigureChange]) -> list[FigureChange]:
    seen, kept = set(), []
    for change in found:
        key = (
            _told(change.before),
            _told(change.after),
            change.changes,
        )
        if key not in seen:
            seen.add(key)
            kept.append(change)
    return kept


def _told(figure: Figure) -> tuple[object, ...]:
    amount = Amount.of(figure)
    return (*numbers_of(amount), _bound(amount), amount.unit, figure.noun_key)
