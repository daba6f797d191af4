"""On what grounds two claims are about different things."""

from __future__ import annotations

from collections.abc import Callable

from articles.corpus.claims.lexicon import VOLATILE
from articles.corpus.claims.reasons import Because
from articles.corpus.claims.roots import strong_letters
from articles.corpus.claims.scope import Scope
from articles.corpus.claims.statement import Statement
from articles.corpus.figures.noun_forms import KNOWN_NOUNS

NEAR = 45
"""Days within which two claims may be of one event."""
SAME_TIME = 3
"""Days within which what changes daily may still be one value."""
ENOUGH = 0.5
"""So many of the words of the shorter sentence both have if they are of one subject."""


def scope_differences(one: Statement, other: Statement) -> list[Because]:
    """Give every ground on which two claims are about different things."""
    ours, theirs = one.scope, other.scope
    grounds = [
        ground for ground, differ in _SCOPE_TESTS.items() if differ(ours, theirs)
    ]
    if one.amount.dimension != other.amount.dimension:
        grounds.insert(0, Because.KIND)
    elif _units_differ(one, other):
        grounds.insert(0, Because.UNIT)
    if _nouns_differ(one, other):
        grounds.append(Because.NOUN)
    if _of_other_days(one, other):
        grounds.append(Because.PERIOD)
    if _far_apart(one, other):
        grounds.append(Because.FAR_DATES)
    if not grounds and ours.subject.differs(theirs.subject):
        grounds.append(Because.SUBJECT)
    return grounds


def days_apart(one: Statement, other: Statement) -> int:
    """Count the days between two claims; 0 where one has no day."""
    if one.published is None or other.published is None:
        return 0
    return abs((one.published - other.published).days)


_DEGREES = frozenset({"degree", "celsius", "richter"})
"""«درجة» alone is whichever the sentence is of."""


def _units_differ(one: Statement, other: Statement) -> bool:
    units = {one.amount.unit, other.amount.unit}
    open_degree = "degree" in units and units <= _DEGREES
    same_topic = one.scope.topic == other.scope.topic != ""
    return len(units) > 1 and not (open_degree and same_topic)


def _nouns_differ(one: Statement, other: Statement) -> bool:
    """Tell whether they count other things, or other things befell these.

    A sentence that does not say what befell leaves it open where the rest of it is near
    and the noun the same, or where no noun is counted at all.
    """
    ours, theirs = one.scope, other.scope
    same = _same_noun(ours.noun, theirs.noun)
    if ours.deed and theirs.deed:
        return ours.deed != theirs.deed or not same
    if not ours.deed and not theirs.deed:
        if bool(ours.noun) != bool(theirs.noun):
            return ours.people or theirs.people
        return not same
    near = ours.subject.shares(theirs.subject) >= ENOUGH
    return not (same and near) or ours.people or theirs.people


def _same_noun(one: str, other: str) -> bool:
    """Tell whether two keys are one noun, a broken plural among them: «سلة»، «سلال».

    A plural that no table knows keeps the strong letters of its singular.
    """
    if one == other or not one or not other:
        return one == other
    if _FEMININE in (one.removeprefix(other), other.removeprefix(one)):
        return False  # «عداءات» are no «عدائين»
    if one in KNOWN_NOUNS and other in KNOWN_NOUNS:
        return False
    strong = strong_letters(one)
    return len(strong) > 1 and strong == strong_letters(other)


_FEMININE = "ه"


def _both_and_disjoint(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _topics_differ(ours: Scope, theirs: Scope) -> bool:
    return bool(ours.topic) and bool(theirs.topic) and ours.topic != theirs.topic


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
        frozenset(span for span in spans if not _is_day(span))
        for spans in (ours, theirs)
    ]
    days = [
        frozenset(span for span in spans if _is_day(span)) for spans in (ours, theirs)
    ]
    if all(long) and not _overlap(*long):
        return True
    return all(days) and not moved and days[0].isdisjoint(days[1]) and not any(long)


def _is_day(span: str) -> bool:
    """Tell «2016-05-11» from «2016-05» and «every:year»."""
    return span[:1].isdecimal() and len(span) == len("2016-05-11")


def _overlap(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Tell whether a span of one lies in one of the other.

    Words for a span («third:ربع») differ even where the year is one.
    """
    for told in ("first:", "second:", "third:", "fourth:"):
        mine = {span for span in ours if span.startswith(told)}
        its = {span for span in theirs if span.startswith(told)}
        if bool(mine) != bool(its) and _ranked(ours) and _ranked(theirs):
            return False
    return any(a.startswith(b) or b.startswith(a) for a in ours for b in theirs)


def _ranked(spans: frozenset[str]) -> bool:
    return any(
        span.startswith(("first:", "second:", "third:", "fourth:")) for span in spans
    )


_SCOPE_TESTS: dict[Because, Callable[[Scope, Scope], bool]] = {
    Because.QUALITY: lambda a, b: (
        bool(a.quality) and bool(b.quality) and a.quality != b.quality
    ),
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
    Because.STANCE: lambda a, b: bool(a.stance and b.stance) and a.stance != b.stance,
    Because.FORECAST: lambda a, b: a.forecast != b.forecast,
}


def _of_other_days(one: Statement, other: Statement) -> bool:
    """Tell whether both count what a day or a stretch brought, each its own."""
    ours, theirs = one.scope, other.scope
    stretches = all(
        any(span.startswith("within:") for span in scope.period)
        for scope in (ours, theirs)
    )
    days = days_apart(one, other)
    return (
        (stretches and days > 0)
        or (ours.increase and theirs.increase and days > 1)
        or _told_before(one, other)
        or _told_before(other, one)
    )


def _told_before(one: Statement, other: Statement) -> bool:
    """Tell whether a claim was published before any day that the other tells."""
    days = [span for span in other.scope.period if _is_day(span)]
    if one.published is None or not days or one.scope.moved or other.scope.moved:
        return False
    return all(day > one.published.isoformat() for day in days)


def _far_apart(one: Statement, other: Statement) -> bool:
    days = days_apart(one, other)
    scopes = (one.scope, other.scope)
    if any(scope.since for scope in scopes) or any(scope.moved for scope in scopes):
        return days > 10 * NEAR
    if scopes[0].period & scopes[1].period:
        return False
    if VOLATILE & {scope.topic for scope in scopes}:
        return days > SAME_TIME
    return days > NEAR
