"""Holds the numbers of a title against the body: missing, contradicted, unbounded.

A fault is told only where the body leaves no way out: a number that stands anywhere in
the body, in whatever words, that is one of its numbers rounded, or that two or three of
them add up to, is no fault; nor is a small number, for three dead may be named one by
one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import combinations

from articles.corpus.claims.comparison import Relation, compare
from articles.corpus.claims.interval import is_rounding
from articles.corpus.claims.statement import Amount, Statement, statements_of
from articles.corpus.figures import Figure, Kind, extract_figures


class Fault(StrEnum):
    """How a title's number stands to the body."""

    MISSING = "missing"
    CONTRADICTED = "contradicted"
    LOST_MODIFIER = "lost_modifier"


GRAVEST_FIRST = (Fault.CONTRADICTED, Fault.MISSING, Fault.LOST_MODIFIER)


@dataclass(frozen=True, slots=True)
class HeadlineFault:
    """A number of the title, and the body's number it is held against, if any.

    Offsets of ``figure`` are code points of the title, of ``body`` those of the body.
    """

    fault: Fault
    figure: Figure
    body: Figure | None = None


SMALLEST = 12
"""Up to so many things a body may name one by one instead of counting them."""
_SHORTEST = 120
"""Of a shorter body, a caption or a notice, nothing is asked."""
_KINDS = frozenset({Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.MEASURE})
_BOUNDS = frozenset({"more_than", "at_least", "less_than", "at_most", "up_to"})
_MOST_SUMMED = 24

Said = tuple[Figure, Statement]


def headline_faults(
    title: str, body: str, published: date | None = None
) -> list[HeadlineFault]:
    """Give the faults of a title's numbers, in their order.

    >>> body = "قال بيان البلدية إن أكثر من 180 عائلة عادت إلى بيوتها في المرفأ " * 3
    >>> [fault] = headline_faults("عودة 180 عائلة إلى المرفأ", body)
    >>> fault.fault.value, fault.body.modifier.value
    ('lost_modifier', 'more_than')
    """
    told = [
        (figure, said)
        for figure, said in statements_of(title, published)
        if figure.kind in _KINDS and figure.tier == "core" and _is_plain(figure)
    ]
    if not told or len(body) < _SHORTEST:
        return []
    figures = extract_figures(body, published)
    held = list(statements_of(body, published, title, figures))
    numbers = _all_numbers(body, figures)
    faults = (_fault(one, held, numbers) for one in told)
    return [fault for fault in faults if fault]


def _is_plain(figure: Figure) -> bool:
    return isinstance(figure.value, Decimal) and not figure.vague


def _fault(
    told: Said, held: Sequence[Said], numbers: frozenset[Decimal]
) -> HeadlineFault | None:
    figure, said = told
    value = said.amount.value
    assert value is not None
    same = [one for one in held if _same_value(said.amount, one[1].amount)]
    if same:
        return _lost_modifier(told, same)
    if value in numbers or _is_spelled(value, numbers) or _is_sum(value, held):
        return None
    rivals = [one for one in held if _is_rival(said, one[1])]
    if value <= SMALLEST:
        rivals = [one for one in rivals if _is_no_part(said, one[1])]
    if any(_allows(said, other) for _, other in held):
        return None
    if rivals:
        return HeadlineFault(Fault.CONTRADICTED, figure, rivals[0][0])
    if value > SMALLEST:
        return HeadlineFault(Fault.MISSING, figure)
    return None


def _same_value(one: Amount, other: Amount) -> bool:
    return one.value == other.value and (one.unit == other.unit or not one.unit)


def _all_numbers(body: str, figures: Iterable[Figure]) -> frozenset[Decimal]:
    """Give every number the body has, those of dates and ranks among them."""
    found: set[Decimal] = set()
    for figure in figures:
        values = figure.value if isinstance(figure.value, tuple) else (figure.value,)
        found.update(value for value in values if value is not None)
        found.update(
            Decimal(part) for part in (figure.iso or "").split("-") if part.isdecimal()
        )
    digits = "".join(char if char.isdecimal() else " " for char in body)
    found.update(Decimal(int(run)) for run in digits.split() if len(run) < _LONGEST)
    return frozenset(found)


_LONGEST = 16


def _is_spelled(value: Decimal, numbers: frozenset[Decimal]) -> bool:
    """Tell whether the body has the number rounded, or in another scale."""
    scaled = {value / 10**power for power in (3, 6, 9)}
    return any(
        one == other or is_rounding(one, other)
        for one in (value, *scaled)
        for other in numbers
        if other
    )


def _is_sum(value: Decimal, held: Sequence[Said]) -> bool:
    """Tell whether two or three of the body's numbers make it, added or subtracted."""
    parts = [said.amount.value for _, said in held if said.amount.value is not None]
    parts = parts[:_MOST_SUMMED]
    sums = {sum(some) for size in (2, 3) for some in combinations(parts, size)}
    apart = {abs(one - other) for one, other in combinations(parts, 2)}
    return value in sums | apart


def _allows(said: Statement, other: Statement) -> bool:
    """Tell whether the values of both meet, the title perhaps cutting one short."""
    title, body = said.amount, other.amount
    if title.unit != body.unit:
        return title.kind == body.kind == Kind.MEASURE  # 1,5 tonnes in kilograms
    if title.interval.is_point and body.interval.is_point:
        return _is_cut(title.value, body.value)
    return title.interval.likely_meets(body.interval)


_CUT = Decimal("0.05")


def _is_cut(value: Decimal | None, exact: Decimal | None) -> bool:
    """Tell whether a title cuts a number short: 1,800 for 1,865."""
    if value is None or exact is None or not value:
        return False
    rounder = value.normalize().as_tuple().digits
    finer = exact.normalize().as_tuple().digits
    return len(rounder) < len(finer) and abs(exact - value) <= abs(value) * _CUT


def _is_rival(said: Statement, other: Statement) -> bool:
    """Tell whether the body gives another number for the very same thing."""
    ours, theirs = said.scope, other.scope
    named = (ours.noun and ours.noun == theirs.noun) or (
        ours.deed and ours.deed == theirs.deed and ours.noun == theirs.noun
    )
    summed = ours.topic and (ours.topic, ours.topic_of) == (
        theirs.topic,
        theirs.topic_of,
    )
    if not named and not summed:
        return False
    return compare(said, other).relation in (Relation.CONFLICT, Relation.UPDATE)


def _is_no_part(said: Statement, other: Statement) -> bool:
    """Tell whether a small number can't be one of the body's with one more, or less."""
    mine, its = said.amount.value, other.amount.value
    same_deed = bool(said.scope.deed) and said.scope.deed == other.scope.deed
    return same_deed and mine is not None and its is not None and abs(mine - its) > 1


def _lost_modifier(told: Said, same: Sequence[Said]) -> HeadlineFault | None:
    """Tell whether the body bounds the number everywhere, and the title nowhere."""
    figure, said = told
    if said.amount.modifier:
        return None
    alike = [one for one in same if _counts_the_same(said, one[1])]
    if not alike or any(one.amount.modifier not in _BOUNDS for _, one in alike):
        return None
    return HeadlineFault(Fault.LOST_MODIFIER, figure, alike[0][0])


def _counts_the_same(said: Statement, other: Statement) -> bool:
    ours, theirs = said.scope, other.scope
    if ours.deed and theirs.deed:
        return ours.deed == theirs.deed
    return not ours.noun or not theirs.noun or ours.noun == theirs.noun
