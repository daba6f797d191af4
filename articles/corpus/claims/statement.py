"""A statement: a number that a text claims, with its scope and its day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from articles.corpus.claims.far_modifiers import far_modifier
from articles.corpus.claims.interval import Interval, interval_of
from articles.corpus.claims.scope import Scope, scope_of
from articles.corpus.figures import Figure, Kind, extract_figures
from articles.corpus.sentences import sentence_around

NO_NUMBERS = frozenset(
    {Kind.DATE, Kind.DATETIME, Kind.DATE_RANGE, Kind.TIME, Kind.ORDINAL}
)


@dataclass(frozen=True, slots=True)
class Amount:
    """The number itself: as in ``Figure``, a range in ``value`` and ``value_max``."""

    kind: str
    value: Decimal | None = None
    value_max: Decimal | None = None
    value_min: Decimal | None = None
    modifier: str = ""
    unit: str = ""

    @classmethod
    def of(cls, figure: Figure) -> Amount:
        """Take the number of a figure as the reader of figures gives it."""
        low, high = figure.value, figure.value_max
        if isinstance(low, tuple):
            low, high = (low[0], low[-1]) if low else (None, None)
        return cls(
            str(figure.kind),
            low,
            high,
            figure.value_min,
            figure.modifier or "",
            _unit(figure.unit, figure.per),
        )

    @property
    def interval(self) -> Interval:
        """The values it allows."""
        return interval_of(self.value, self.modifier, self.value_max, self.value_min)

    @property
    def dimension(self) -> str:
        """Give the sort of number: a range and a vague plural are what they bound."""
        if self.unit == "%":
            return Kind.PERCENT
        if self.kind == Kind.RANGE and self.unit in _TIMES:
            return Kind.DURATION
        if self.kind in (Kind.RANGE, Kind.COUNT, Kind.MONEY, Kind.MEASURE):
            return "amount"
        return self.kind


_TIMES = frozenset(
    ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
)


def _unit(unit: str | None, per: str | None) -> str:
    unit = unit or ""
    return f"{unit}/{per}" if per and "/" not in unit else unit


@dataclass(frozen=True, slots=True)
class Statement:
    """One number as one article claims it on a day; None where the day is unknown."""

    amount: Amount
    scope: Scope
    published: date | None = None


def statements_of(
    text: str,
    published: date | None = None,
    context: str = "",
    figures: Iterable[Figure] | None = None,
) -> Iterator[tuple[Figure, Statement]]:
    """Read every number of a text with its scope; ``context`` is its title.

    ``figures`` are those of the text, where they are read already.

    >>> [(figure, said)] = statements_of("مقتل أكثر من 20 شخصا في حريق")
    >>> figure.text, str(said.amount.modifier), said.scope.deed
    ('20', 'more_than', 'dead')
    """
    for figure in extract_figures(text, published) if figures is None else figures:
        if figure.kind in NO_NUMBERS:
            continue
        first, last = sentence_around(text, figure.start, figure.end)
        sentence = text[first:last]
        scope = scope_of(
            sentence,
            figure.start - first,
            figure.end - first,
            figure.noun_key or "",
            figure.claimant.name if figure.claimant else "",
            published,
            context,
        )
        amount = Amount.of(figure)
        if not amount.modifier and amount.value is not None:
            far = far_modifier(sentence, figure.start - first, figure.end - first)
            amount = replace(amount, modifier=far)
        yield figure, Statement(amount, scope, published)
