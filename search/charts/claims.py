"""Turns claims of the ledger into a chart: one unit, the claims with day and value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from articles.presentation.calendar import month_name
from articles.presentation.counts import number
from articles.presentation.digits import in_chosen_digits
from search.charts.layout import Chart, Dot, Tick, lay_out, shape_of
from search.ledger.claims import Claim

MOST_DOTS = 300


class By(StrEnum):
    """What the numbers and colours of the marks tell apart."""

    OUTLET = "outlet"
    CLAIMANT = "claimant"


@dataclass(frozen=True, slots=True)
class ClaimChart:
    """A chart with the words around it.

    ``left_out`` counts the claims that have no day or no value, or another unit.
    """

    chart: Chart
    by: By
    claims: tuple[Claim, ...]
    left_out: int

    @property
    def value_labels(self) -> list[tuple[Tick, str]]:
        """Give the lines of values with what is written beside them."""
        return [(tick, value_label(tick.value)) for tick in self.chart.values]

    @property
    def time_labels(self) -> list[tuple[Tick, str]]:
        """Give the lines of time with what is written below them."""
        return [(tick, self._time_label(tick)) for tick in self.chart.times]

    def _time_label(self, tick: Tick) -> str:
        assert tick.day is not None
        year = in_chosen_digits(str(tick.day.year))
        if self.chart.time_unit == "year":
            return year
        month = month_name(tick.day.month).partition("/")[0]
        if self.chart.time_unit == "month":
            return f"{month} {year}"
        return f"{in_chosen_digits(str(tick.day.day))} {month}"


def value_label(value: float) -> str:
    """Write a value of the axis shortly: «5 آلاف» stands as 5,000, millions in words.

    >>> value_label(2500000.0), value_label(5000.0)
    ('2.5 مليون', '5,000')
    """
    for size, name in (
        (10**12, _("تريليون")),
        (10**9, _("مليار")),
        (10**6, _("مليون")),
    ):
        if abs(value) >= size:
            return f"{number(round(value / size, 3))} {name}"
    return number(round(value, 6))


def chart_of(claims: Sequence[Claim], by: By = By.OUTLET) -> ClaimChart | None:
    """Draw the claims of the most frequent unit; None where fewer than two can be."""
    known = [one for one in claims if _value(one) is not None and one.published_on]
    units = Counter(_sort(one) for one in known)
    if not units:
        return None
    [(unit, _count)] = units.most_common(1)
    drawn = [one for one in known if _sort(one) == unit][:MOST_DOTS]
    drawn.sort(key=lambda one: str(one.published_on))
    chart = lay_out(
        [_dot(one, by) for one in drawn],
        others=_("غيرها"),
        right_to_left=get_language_bidi(),
    )
    if chart is None or len(drawn) < 2:
        return None
    return ClaimChart(chart, by, tuple(drawn), len(claims) - len(drawn))


def _sort(claim: Claim) -> tuple[str, bool]:
    return claim.unit, claim.kind in ("percent", "fraction", "multiple", "score")


def _value(claim: Claim) -> float | None:
    value = claim.value if claim.value is not None else claim.value_min
    return None if value is None else float(value)


def _dot(claim: Claim, by: By) -> Dot:
    value = _value(claim)
    assert value is not None
    assert claim.published_on is not None
    high = claim.value_max if claim.value is not None else None
    is_range = high is not None and high != claim.value
    series = claim.outlet if by is By.OUTLET else claim.claimant
    missing = _("بلا مصدر") if by is By.OUTLET else _("بلا قائل")
    told = (claim.shown.words, claim.claimant, claim.outlet, claim.when)
    return Dot(
        day=claim.published_on,
        value=value,
        shape=shape_of(
            claim.modifier, vague=claim.value is None, is_range=bool(is_range)
        ),
        series=series or missing,
        url=claim.url,
        words=_("، ").join(filter(None, told)),
        high=float(high) if high is not None and is_range else None,
    )
