"""Groups claims that are of one scope, in the order of their days.

A claim joins a group if it is of one scope with some claim of it that is not far in
date. Copies of one report that say the same are one rung. Nothing picks the truth.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.functional import Promise

from articles.corpus.claims import (
    Amount,
    Comparison,
    Relation,
    Statement,
    compare,
    scope_of,
)
from articles.corpus.claims.far_modifiers import far_modifier
from articles.presentation.claims import RELATIONS, grounds
from search.ledger.claims import Claim

_LOOKED_AT = 12
"""So many of the last rungs of a group are asked whether a claim is of their scope."""


@dataclass(slots=True)
class Rung:
    """One claim with its copies, and how it stands to the one before it."""

    claim: Claim
    statement: Statement
    to_previous: Comparison | None = None
    copies: int = 0

    @property
    def relation(self) -> str:
        """Give the code of the relation; "" for the first rung."""
        return self.to_previous.relation.value if self.to_previous else ""

    @property
    def relation_label(self) -> str | Promise:
        """Say the relation."""
        return RELATIONS[self.to_previous.relation] if self.to_previous else ""

    @property
    def grounds(self) -> list[str]:
        """Say the grounds of the relation."""
        return grounds(self.to_previous) if self.to_previous else []


@dataclass(slots=True)
class Group:
    """Claims of one scope, the earliest first."""

    rungs: list[Rung] = field(default_factory=list)

    @property
    def conflicts(self) -> int:
        """Count the neighbours that can't both hold."""
        return sum(rung.relation == Relation.CONFLICT for rung in self.rungs)


def ladder(claims: Iterable[Claim]) -> list[Group]:
    """Give the groups of two claims and more, those with conflicts first."""
    groups: list[Group] = []
    for claim in sorted(claims, key=_in_time):
        said = statement_of(claim)
        home = _home(groups, said)
        if home is None:
            groups.append(Group([Rung(claim, said)]))
        else:
            _climb(home, claim, said)
    told = [group for group in groups if len(group.rungs) > 1]
    return sorted(told, key=lambda group: (-group.conflicts, -len(group.rungs)))


def _in_time(claim: Claim) -> tuple[date, int]:
    return claim.published_on or date.min, claim.figure


def statement_of(claim: Claim) -> Statement:
    """Read the scope of a claim of the ledger from its sentence and title."""
    modifier = claim.modifier
    if not modifier and claim.value is not None:
        modifier = far_modifier(claim.sentence, claim.mark_start, claim.mark_end)
    amount = Amount(
        claim.kind, claim.value, claim.value_max, claim.value_min, modifier, claim.unit
    )
    scope = scope_of(
        claim.sentence,
        claim.mark_start,
        claim.mark_end,
        claim.noun_key,
        claim.claimant,
        claim.published_on,
        claim.title,
    )
    return Statement(amount, scope, claim.published_on)


def _home(groups: Sequence[Group], said: Statement) -> Group | None:
    """Find the group whose latest claims are of the scope of this one."""
    for group in reversed(groups):
        if all(_is_of_scope(rung, said) for rung in _last(group)):
            return group
    return None


def _last(group: Group) -> Iterator[Rung]:
    return iter(group.rungs[-_LOOKED_AT:])


def _is_of_scope(rung: Rung, said: Statement) -> bool:
    """Tell whether two claims are of one scope; far dates alone part no ladder that
    goes on between them."""
    found = compare(rung.statement, said)
    if found.relation is not Relation.DIFFERENT:
        return _is_told(rung.statement) or _is_told(said)
    return False


def _is_told(said: Statement) -> bool:
    """Tell whether the sentence says anything of its scope but a bare noun."""
    scope = said.scope
    return bool(scope.deed or scope.topic or scope.causes or scope.places.names)


def _climb(group: Group, claim: Claim, said: Statement) -> None:
    for rung in group.rungs:
        same_report = claim.cluster is not None and claim.cluster == rung.claim.cluster
        same_article = claim.article == rung.claim.article
        if (same_report or same_article) and said.amount == rung.statement.amount:
            rung.copies += same_report and not same_article
            return
    previous = group.rungs[-1]
    group.rungs.append(Rung(claim, said, compare(previous.statement, said)))
