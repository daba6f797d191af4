"""How two claims agree: about different things, compatible, update, rounding, conflict.

Scope comes first: claims that count other things, elsewhere, at another time or in
another sense are different, whatever their values, and no conflict is ever told of
them. Of claims of one scope the values are compared as intervals. The truth is not
chosen: the judgement names its grounds and stops there.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from articles.corpus.claims.differences import ENOUGH, days_apart, scope_differences
from articles.corpus.claims.interval import GROWN, is_rounding, is_told_rounding
from articles.corpus.claims.lexicon import GROWING, OPPOSED
from articles.corpus.claims.reasons import Because
from articles.corpus.claims.scope import Scope
from articles.corpus.claims.statement import Amount, Statement


class Relation(StrEnum):
    """How two claims agree."""

    DIFFERENT = "different"
    COMPATIBLE = "compatible"
    UPDATE = "update"
    ROUNDING = "rounding"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The relation of two claims and its grounds, the deciding one first."""

    relation: Relation
    because: tuple[Because, ...]


def compare(one: Statement, other: Statement) -> Comparison:
    """Judge two claims; their order does not matter.

    >>> from articles.corpus.claims.statement import statements_of
    >>> [(_, more)] = statements_of("مقتل أكثر من 20 شخصا في حريق")
    >>> [(_, exact)] = statements_of("قتل 23 شخصا في الحريق")
    >>> compare(more, exact).relation.value
    'compatible'
    """
    apart = tuple(scope_differences(one, other))
    if apart:
        return Comparison(Relation.DIFFERENT, apart)
    earlier, later = _in_time(one, other)
    found = (
        _update(earlier, later)
        or _agreement(earlier, later)
        or Comparison(Relation.CONFLICT, _conflict(earlier, later))
    )
    doubt = _doubt(one, other)
    if found.relation is Relation.CONFLICT and doubt:
        return Comparison(Relation.DIFFERENT, (doubt,))
    return found


def _doubt(one: Statement, other: Statement) -> Because | None:
    """Give the ground on which claims that no test parts are still not set at odds.

    A conflict is a grave word, so what one sentence alone tells speaks against it.
    """
    ours, theirs = one.scope, other.scope
    one_topic = ours.topic == theirs.topic != ""
    if ours.deed != theirs.deed and not one_topic:
        return Because.NOUN
    if ours.quality != theirs.quality:
        return Because.QUALITY
    near = ours.subject.shares(theirs.subject) >= ENOUGH
    if not near or (not one_topic and ours.subject.acts_otherwise(theirs.subject)):
        return Because.SUBJECT
    return None


def _in_time(one: Statement, other: Statement) -> tuple[Statement, Statement]:
    """Order two claims in time; of one day, the one that says it moved is the later."""
    if days_apart(one, other):
        assert one.published is not None
        assert other.published is not None
        return (one, other) if one.published < other.published else (other, one)
    return (other, one) if one.scope.moved and not other.scope.moved else (one, other)


def _update(earlier: Statement, later: Statement) -> Comparison | None:
    """Tell whether the later number is a new state of the earlier one."""
    before, after = earlier.amount.interval, later.amount.interval
    if earlier.amount.value is None and later.amount.value is None:
        return None
    old, new = _middle(earlier), _middle(later)
    if old is None or new is None or old == new:
        return None
    moved = later.scope.moved
    direction = "risen" if new > old else "fallen"
    says_so = moved in (direction, "revised") or _has_become(earlier, later)
    if not before.is_point and before.meets(after):
        grown = later.published != earlier.published and new >= old * GROWN
        if not says_so and not (grown and _grows(later)):
            return None
    if is_rounding(old, new) and moved != direction:
        return None
    if says_so:
        return Comparison(Relation.UPDATE, (Because.SAYS_IT_CHANGED,))
    if not days_apart(earlier, later) or new < old or not _grows(later):
        return None
    if after.meets(before) and not after.is_point and not new >= old * GROWN:
        return None
    if _opposed(earlier.scope, later.scope) or _is_another_side(earlier, later):
        return None
    return Comparison(Relation.UPDATE, (Because.LATER_AND_GROWN,))


def _has_become(earlier: Statement, later: Statement) -> bool:
    """Tell whether the later sentence gives what the number has come to by its day."""
    return later.scope.moved == "become" and days_apart(earlier, later) > 0


def _grows(said: Statement) -> bool:
    counted = said.amount.unit != "%"
    return (counted and said.scope.deed in GROWING) or bool(said.scope.since)


def _middle(said: Statement) -> Decimal | None:
    amount = said.amount
    return amount.value if amount.value is not None else amount.value_min


def _opposed(ours: Scope, theirs: Scope) -> bool:
    return frozenset({ours.source, theirs.source}) in OPPOSED


def _is_another_side(earlier: Statement, later: Statement) -> bool:
    """Tell whether the later number is a side's own, against one told as a fact."""
    return (
        later.scope.spoken
        and not earlier.scope.spoken
        and later.scope.source != "state"
    )


def _agreement(one: Statement, other: Statement) -> Comparison | None:
    """Tell whether the values may both hold, or are one number written shorter."""
    ours, theirs = one.amount, other.amount
    if ours.value is not None and theirs.value is not None:
        single = ours.value_max in (None, ours.value) and theirs.value_max in (
            None,
            theirs.value,
        )
        if single and _bounds_allow_rounding(ours.modifier, theirs.modifier):
            if ours.value == theirs.value:
                return Comparison(Relation.COMPATIBLE, (Because.SAME_VALUE,))
            if _is_rounded(ours, theirs) or _is_rounded(theirs, ours):
                return Comparison(Relation.ROUNDING, (Because.ROUNDED,))
    if ours.interval.likely_meets(theirs.interval):
        return Comparison(Relation.COMPATIBLE, (Because.INTERVALS_MEET,))
    return None


def _is_rounded(short: Amount, exact: Amount) -> bool:
    assert short.value is not None
    assert exact.value is not None
    told = short.modifier == "about" != exact.modifier
    return is_rounding(short.value, exact.value) or (
        told and is_told_rounding(short.value, exact.value)
    )


_BANDS = frozenset({"", "about", "nearly"})


def _bounds_allow_rounding(ours: str, theirs: str) -> bool:
    return ours in _BANDS and theirs in _BANDS


def _conflict(earlier: Statement, later: Statement) -> tuple[Because, ...]:
    grounds = [Because.INTERVALS_APART]
    if _opposed(earlier.scope, later.scope):
        grounds.append(Because.OPPOSED_SOURCES)
    old, new = _middle(earlier), _middle(later)
    if days_apart(earlier, later) and old is not None and new is not None and new < old:
        grounds.append(Because.LOWER_LATER)
    return tuple(grounds)
