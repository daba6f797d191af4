"""How two claims agree: about different things, compatible, update, rounding, conflict.

Scope comes first: claims that count other things, elsewhere, at another time or in
another sense are different, whatever their values, and no conflict is ever told of
them. Of claims of one scope the values are compared as intervals. The truth is not
chosen: the judgement names its grounds and stops there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import groupby

from articles.corpus.claims.interval import GROWN, is_rounding
from articles.corpus.claims.lexicon import GROWING, OPPOSED, VOLATILE
from articles.corpus.claims.reasons import Because
from articles.corpus.claims.scope import Scope
from articles.corpus.claims.statement import Statement
from articles.corpus.figures.noun_forms import KNOWN_NOUNS

NEAR = 45
"""Days within which two claims may be of one event."""
SAME_TIME = 3
"""Days within which what changes daily may still be one value."""


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
    if found.relation is Relation.CONFLICT and not _share_a_subject(one, other):
        return Comparison(Relation.DIFFERENT, (Because.SUBJECT,))
    return found


def _share_a_subject(one: Statement, other: Statement) -> bool:
    """Tell whether anything but the counted noun says that two claims are of one thing.

    A conflict is a grave word: without a common deed, topic, cause, place or any other
    word none is told.
    """
    ours, theirs = one.scope, other.scope
    return bool(
        (ours.deed and ours.deed == theirs.deed)
        or (ours.topic and ours.topic == theirs.topic)
        or ours.causes & theirs.causes
        or ours.words & theirs.words
    )


def scope_differences(one: Statement, other: Statement) -> list[Because]:
    """Give every ground on which two claims are about different things."""
    ours, theirs = one.scope, other.scope
    grounds = [
        ground for ground, differ in _SCOPE_TESTS.items() if differ(ours, theirs)
    ]
    if one.amount.dimension != other.amount.dimension:
        grounds.insert(0, Because.KIND)
    elif one.amount.unit != other.amount.unit:
        grounds.insert(0, Because.UNIT)
    if _far_apart(one, other):
        grounds.append(Because.FAR_DATES)
    return grounds


def _both_and_differ(ours: str, theirs: str) -> bool:
    return bool(ours) and bool(theirs) and ours != theirs


def _both_and_disjoint(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _nouns_differ(ours: Scope, theirs: Scope) -> bool:
    if ours.deed != theirs.deed:
        return True
    if ours.deed:
        return not _same_noun(ours.noun, theirs.noun)
    return (
        bool(ours.noun) and bool(theirs.noun) and not _same_noun(ours.noun, theirs.noun)
    )


def _same_noun(one: str, other: str) -> bool:
    """Tell whether two keys are one noun, a broken plural among them: «سلة»، «سلال».

    A plural that no table knows keeps the strong letters of its singular.
    """
    if one == other or not one or not other:
        return one == other
    if one in KNOWN_NOUNS and other in KNOWN_NOUNS:
        return False
    return len(_strong(one)) > 1 and _strong(one) == _strong(other)


_WEAK = dict.fromkeys(map(ord, "اويهة"), "")


def _strong(noun: str) -> str:
    letters = noun.translate(_WEAK)
    return "".join(letter for letter, _ in groupby(letters))


def _topics_differ(ours: Scope, theirs: Scope) -> bool:
    if ours.topic != theirs.topic:
        return bool(ours.topic) and bool(theirs.topic)
    pairs = zip(ours.topic_of.split(), theirs.topic_of.split(), strict=False)
    return any(mine != its for mine, its in pairs)


def _periods_differ(ours: Scope, theirs: Scope) -> bool:
    if bool(ours.since) != bool(theirs.since) and not (ours.moved or theirs.moved):
        return True
    if _both_and_disjoint(ours.since, theirs.since):
        return True
    return _spans_differ(ours.period, theirs.period, bool(ours.moved or theirs.moved))


def _spans_differ(ours: frozenset[str], theirs: frozenset[str], moved: bool) -> bool:
    """Tell whether no date of one lies in a date of the other.

    Days, which tell when it happened or was said, differ unless the number moved;
    «أمس» of two days later is another day. Periods that are told by one alone leave
    the other open, rates («يوميا») don't.
    """
    rates = {span for span in ours ^ theirs if span.startswith(("every:", "within:"))}
    if rates:
        return True
    long = [
        frozenset(span for span in spans if len(span) != _A_DAY)
        for spans in (ours, theirs)
    ]
    days = [
        frozenset(span for span in spans if len(span) == _A_DAY)
        for spans in (ours, theirs)
    ]
    if all(long) and not _overlap(*long):
        return True
    return all(days) and not moved and days[0].isdisjoint(days[1]) and not any(long)


_A_DAY = len("2016-05-11")


def _overlap(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(a.startswith(b) or b.startswith(a) for a in ours for b in theirs)


_SCOPE_TESTS: dict[Because, Callable[[Scope, Scope], bool]] = {
    Because.NOUN: _nouns_differ,
    Because.QUALITY: lambda a, b: a.quality != b.quality,
    Because.TOPIC: _topics_differ,
    Because.PLACE: lambda a, b: a.places.differ(b.places),
    Because.FACILITY: lambda a, b: _both_and_disjoint(a.facilities, b.facilities),
    Because.ACTOR: lambda a, b: (
        _both_and_disjoint(a.actors, b.actors) or _both_and_disjoint(a.groups, b.groups)
    ),
    Because.EVENT: lambda a, b: _both_and_disjoint(a.causes, b.causes),
    Because.PERIOD: _periods_differ,
    Because.PART: lambda a, b: a.part != b.part,
    Because.INCREASE: lambda a, b: a.increase != b.increase,
    Because.FORECAST: lambda a, b: a.forecast != b.forecast,
}


def _days_apart(one: Statement, other: Statement) -> int:
    if one.published is None or other.published is None:
        return 0
    return abs((one.published - other.published).days)


def _far_apart(one: Statement, other: Statement) -> bool:
    days = _days_apart(one, other)
    scopes = (one.scope, other.scope)
    if any(scope.since for scope in scopes) or any(scope.moved for scope in scopes):
        return days > 10 * NEAR
    if scopes[0].period & scopes[1].period:
        return False
    if VOLATILE & {scope.topic for scope in scopes}:
        return days > SAME_TIME
    return days > NEAR


def _in_time(one: Statement, other: Statement) -> tuple[Statement, Statement]:
    """Order two claims in time; of one day, the one that says it moved is the later."""
    if _days_apart(one, other):
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
    says_so = moved in (direction, "revised")
    if not before.is_point and before.meets(after):
        grown = later.published != earlier.published and new >= old * GROWN
        if not says_so and not (grown and _grows(later)):
            return None
    if is_rounding(old, new) and not says_so:
        return None
    if says_so:
        return Comparison(Relation.UPDATE, (Because.SAYS_IT_CHANGED,))
    if not _days_apart(earlier, later) or new < old or not _grows(later):
        return None
    if after.meets(before) and not after.is_point and not new >= old * GROWN:
        return None
    if _opposed(earlier.scope, later.scope):
        return None
    return Comparison(Relation.UPDATE, (Because.LATER_AND_GROWN,))


def _grows(said: Statement) -> bool:
    return said.scope.deed in GROWING or bool(said.scope.since)


def _middle(said: Statement) -> Decimal | None:
    amount = said.amount
    return amount.value if amount.value is not None else amount.value_min


def _opposed(ours: Scope, theirs: Scope) -> bool:
    return frozenset({ours.source, theirs.source}) in OPPOSED


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
            if is_rounding(ours.value, theirs.value):
                return Comparison(Relation.ROUNDING, (Because.ROUNDED,))
    if ours.interval.likely_meets(theirs.interval):
        return Comparison(Relation.COMPATIBLE, (Because.INTERVALS_MEET,))
    return None


_BANDS = frozenset({"", "about", "nearly"})


def _bounds_allow_rounding(ours: str, theirs: str) -> bool:
    return ours in _BANDS and theirs in _BANDS


def _conflict(earlier: Statement, later: Statement) -> tuple[Because, ...]:
    grounds = [Because.INTERVALS_APART]
    if _opposed(earlier.scope, later.scope):
        grounds.append(Because.OPPOSED_SOURCES)
    old, new = _middle(earlier), _middle(later)
    if (
        _days_apart(earlier, later)
        and old is not None
        and new is not None
        and new < old
    ):
        grounds.append(Because.LOWER_LATER)
    return tuple(grounds)
