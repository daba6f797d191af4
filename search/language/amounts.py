"""Reads the numbers that a reader asks figures for: «>1000», «100 إلى 200»."""

from __future__ import annotations

import re
from decimal import Decimal

from articles.corpus.arabic import fold, plain_digits
from search.language.tree import Figures

SCALES = {
    "ألف": 1_000,
    "آلاف": 1_000,
    "مليون": 1_000_000,
    "ملايين": 1_000_000,
    "مليار": 1_000_000_000,
    "مليارات": 1_000_000_000,
}
"""Words that multiply the number before them."""

LARGEST = Decimal(10) ** 18

_SCALES = {fold(word): scale for word, scale in SCALES.items()}
_BETWEEN = re.compile(r"\s*(?:إلى|الى|حتى|TO|to|\.\.)\s*")
# COMMA, ARABIC COMMA, ARABIC THOUSANDS SEPARATOR between three digits
_GROUPS = re.compile(r"(?<=[0-9])[,\u060c\u066c](?=[0-9]{3}(?![0-9]))")
_AMOUNT = re.compile(r"([0-9]{1,15})(?:[.,\u066b]([0-9]{1,6}))?(?:\s*(\w{2,8}))?")
_COMPARED = re.compile(r"\s*(>=|<=|≥|≤|>|<|=)?\s*(.*)", re.DOTALL)
_LEAST = Decimal("0.000001")  # figures are kept to six decimals


def read_amounts(text: str) -> Figures | None:
    """Read a number, a bound or two numbers with «إلى» between; None if neither.

    >>> read_amounts("١٠٠ إلى 3 آلاف")
    Figures(low=Decimal('100'), high=Decimal('3000'), noun='', ids=frozenset())
    """
    parts = _BETWEEN.split(text.strip())
    if len(parts) == 2:
        return _between(*parts)
    return _compared(text) if len(parts) == 1 else None


def _between(first: str, last: str) -> Figures | None:
    low, high = read_amount(first), read_amount(last)
    open_ends = [text.strip() in {"", "*"} for text in (first, last)]
    if all(open_ends) or [low is None, high is None] != open_ends:
        return None
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Figures(low, high)


def _compared(text: str) -> Figures | None:
    found = _COMPARED.fullmatch(text)
    amount = read_amount(found[2]) if found else None
    if found is None or amount is None:
        return None
    match found[1]:
        case ">":
            return Figures(amount + _LEAST, None)
        case ">=" | "≥":
            return Figures(amount, None)
        case "<":
            return Figures(None, amount - _LEAST)
        case "<=" | "≤":
            return Figures(None, amount)
        case _:
            return Figures(amount, amount)


def read_amount(text: str) -> Decimal | None:
    """Read one number in any digits, with a word of scale or without.

    >>> read_amount("٣٬٠٠٠"), read_amount("2,5 مليون"), read_amount("كثير")
    (Decimal('3000'), Decimal('2500000'), None)
    """
    found = _AMOUNT.fullmatch(_GROUPS.sub("", plain_digits(text)).strip())
    if not found:
        return None
    scale = _SCALES.get(fold(found[3])) if found[3] else 1
    if scale is None:
        return None
    # Written out, so that 2500000 is not 2.5E+6.
    amount = Decimal(f"{found[1]}.{found[2] or 0}") * scale
    whole = amount.to_integral_value()
    amount = whole if whole == amount else amount.normalize()
    return amount if amount <= LARGEST else None
