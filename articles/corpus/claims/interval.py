"""What a number with its modifier may mean, as an interval.

Bounds read as logic has them: «أكثر من 20» is (20, ∞), «ما لا يقل عن 20» [20, ∞).
Approximators are bands: studies of round numbers and of "about" (Krifka, "Approximate
interpretation of number words", 2007; Ferson et al., "Natural language of uncertainty:
numeric hedge words", 2015) find that readers take them within about a tenth of the
value, "nearly" below it alone. Vague plurals open upwards, up to the next plural that
the writer would have chosen: «عشرات» is not «مئات»; «آلاف» reaches over tens of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from articles.corpus.figures import Modifier

BAND = Decimal("0.1")
"""«نحو 100» is read as 90 to 110."""
NEARLY_BAND = Decimal("0.15")
STRETCH = Decimal(5)
"""«أكثر من 20» of a writer who knew of more than 100 would be no honest one."""
GROWN = Decimal(2)
"""A later number so many times an open bound tells a growth."""
_LARGEST = Decimal(10) ** 30


@dataclass(frozen=True, slots=True)
class Interval:
    """The values a claim allows: ``low`` to ``high``, None for no bound.

    An open end excludes its bound. ``usual_high`` is how far a reader would take an
    end that is logically unbounded.
    """

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False
    usual_high: Decimal | None = None

    @property
    def is_point(self) -> bool:
        """Tell whether it allows one value alone."""
        return self.low is not None and self.low == self.high

    def __contains__(self, value: object) -> bool:
        return isinstance(value, Decimal) and self.meets(Interval(value, value))

    def meets(self, other: Interval) -> bool:
        """Tell whether some value is allowed by both.

        >>> more, twenty = Interval(Decimal(20), None, True), Decimal(20)
        >>> twenty in more, Decimal(21) in more
        (False, True)
        """
        return not (_ends_before(self, other) or _ends_before(other, self))

    def likely_meets(self, other: Interval) -> bool:
        """Tell whether they meet within what readers take the open ends for."""
        return self._usual().meets(other._usual())

    def _usual(self) -> Interval:
        if self.high is not None or self.usual_high is None:
            return self
        return Interval(self.low, self.usual_high, self.low_open, True)


def _ends_before(one: Interval, other: Interval) -> bool:
    if one.high is None or other.low is None:
        return False
    touching = one.high == other.low and (one.high_open or other.low_open)
    return one.high < other.low or touching


def interval_of(
    value: Decimal | None,
    modifier: str | None = None,
    value_max: Decimal | None = None,
    value_min: Decimal | None = None,
) -> Interval:
    """Give the interval of a number; of a vague one ``value_min`` is all it says.

    >>> interval_of(Decimal(20), "about") == Interval(Decimal(18), Decimal(22))
    True
    >>> interval_of(Decimal(10), None, Decimal(20)) == Interval(
    ...     Decimal(10), Decimal(20)
    ... )
    True
    >>> interval_of(None, value_min=Decimal(10)).usual_high  # «عشرات»
    Decimal('100')
    """
    if value is None:
        return _vague(value_min, value_max)
    if value_max is not None and value_max != value:
        return Interval(min(value, value_max), max(value, value_max))
    size = abs(value)
    match modifier:
        case Modifier.MORE_THAN:
            return Interval(value, None, True, False, value * STRETCH)
        case Modifier.AT_LEAST:
            return Interval(value, None, False, False, value * STRETCH)
        case Modifier.LESS_THAN:
            return Interval(None, value, False, True)
        case Modifier.AT_MOST | Modifier.UP_TO:
            return Interval(None, value)
        case Modifier.ABOUT:
            return Interval(value - size * BAND, value + size * BAND)
        case Modifier.NEARLY:
            return Interval(value - size * NEARLY_BAND, value)
    return Interval(value, value)


def _vague(low: Decimal | None, high: Decimal | None) -> Interval:
    if low is None:
        return Interval(None, None)
    if high is not None:
        return Interval(low, high)
    return Interval(low, None, False, False, low * (10 if low < 1000 else 100))


def is_told_rounding(rounded: Decimal, exact: Decimal) -> bool:
    """Tell whether a number told as «about» is another cut to fewer digits.

    The word says that it is round, so people are rounded too, within the band.

    >>> (
    ...     is_told_rounding(Decimal(90), Decimal(85)),
    ...     is_told_rounding(Decimal(90), Decimal(90)),
    ... )
    (True, False)
    """
    off = abs(rounded - exact)
    return (
        bool(off)
        and max(abs(rounded), abs(exact)) <= _LARGEST
        and _step(exact) < _step(rounded)
        and off <= min(_step(rounded) / 2, abs(exact) * BAND)
    )


def is_rounding(one: Decimal, other: Decimal) -> bool:
    """Tell whether one of two numbers is the other rounded to its own digits.

    The digits are those that are not zeros at the end: 20,000 has one, 2.6 million
    two. A whole number below a hundred is rounded from a fraction alone, for people
    are counted one by one: 20 is no rounding of 19, but 5 is one of 4.6.

    >>> pairs = ((20000, 19870), (20, 19), (5, "4.6"), (2600000, 2584000), (300, 260))
    >>> [is_rounding(Decimal(a), Decimal(b)) for a, b in pairs]
    [True, False, True, True, False]
    """
    return _rounds(one, other) or _rounds(other, one)


_FINE, _COARSE = Decimal("0.05"), Decimal("0.25")
_COUNTED_ONE_BY_ONE = 100
_SCALES = tuple(Decimal(10) ** power for power in (12, 9, 6, 3))


def _rounds(rounded: Decimal, exact: Decimal) -> bool:
    if not exact or rounded == exact or max(abs(rounded), abs(exact)) > _LARGEST:
        return False
    step = _step(rounded)
    if _step(exact) >= step:
        return False
    if abs(rounded) < _COUNTED_ONE_BY_ONE and step >= 1 and exact == int(exact):
        return False
    off = abs(rounded - exact)
    if off > step / 2:
        return False
    limit = _COARSE if _is_of_its_scale(rounded, step) else _FINE
    return off <= abs(exact) * limit


def _is_of_its_scale(value: Decimal, step: Decimal) -> bool:
    """Tell 2 million and 5 per cent, where the last digit is the writer's own."""
    return step < 1 or step == 1 or step in _SCALES


def _step(value: Decimal) -> Decimal:
    """Give the size of the last digit that is not a zero: 100 for 1500."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
