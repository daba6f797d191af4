"""What numbers with their modifiers may mean."""

from decimal import Decimal

import pytest

from articles.corpus.claims import Interval, interval_of
from articles.corpus.claims.interval import is_rounding


@pytest.mark.parametrize(
    ("modifier", "inside", "outside"),
    [
        ("", 20, 21),
        ("more_than", 21, 20),
        ("at_least", 20, 19),
        ("less_than", 19, 20),
        ("at_most", 20, 21),
        ("up_to", 20, 21),
        ("about", 22, 23),
        ("nearly", 17, 21),
    ],
)
def test_a_modifier_bounds_its_number(modifier: str, inside: int, outside: int) -> None:
    interval = interval_of(Decimal(20), modifier)
    assert Decimal(inside) in interval
    assert Decimal(outside) not in interval


def test_a_vague_plural_opens_upwards() -> None:
    tens = interval_of(None, value_min=Decimal(10))
    assert Decimal(9) not in tens
    assert tens.likely_meets(Interval(Decimal(60), Decimal(60)))
    assert not tens.likely_meets(Interval(Decimal(400), Decimal(400)))


@pytest.mark.parametrize(
    ("one", "other", "rounded"),
    [
        ("20000", "19870", True),
        ("19870", "20000", True),
        ("5", "4.6", True),
        ("2.6", "2.58", True),
        ("20", "19", False),
        ("300", "260", False),
        ("4.5", "4.6", False),
        ("20", "20", False),
    ],
)
def test_a_number_is_rounded_to_its_own_digits(
    one: str, other: str, rounded: bool
) -> None:
    assert is_rounding(Decimal(one), Decimal(other)) is rounded
