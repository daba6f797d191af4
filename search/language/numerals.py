"""The other ways to write a number: 3000 is «3 آلاف» and «ثلاثة آلاف», 25 «خمس وعشرون».

3000, 3,000 and ٣٠٠٠ are one term of the index already; words of number are widened when
they are asked for, so the index need not know them.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from articles.corpus.arabic import fold
from search.language import tree
from search.language.counting import NAMES, UNITS, number_said, unit_said

SCALES = {
    1_000: ("ألف", "ألفا", "آلاف", ("ألفان", "ألفين", "ألفي")),
    1_000_000: ("مليون", "مليونا", "ملايين", ("مليونان", "مليونين", "مليوني")),
    1_000_000_000: ("مليار", "مليارا", "مليارات", ("ملياران", "مليارين", "ملياري")),
}
"""Scale: singular, accusative, plural (after 3 to 10), duals."""

_SCALES = {
    fold(word): scale for scale, (*words, _duals) in SCALES.items() for word in words
}
_DUALS = {
    fold(dual): 2 * scale for scale, (*_, duals) in SCALES.items() for dual in duals
}


def same_numbers(node: tree.Node) -> Iterator[list[str]]:
    """Give for each number of a query all the ways to write it, if there are others."""
    leaves = [
        leaf for leaf in tree.positive_leaves(node) if isinstance(leaf, tree.Word)
    ]
    words = [leaf.exact for leaf in leaves]
    place = 0
    while place < len(words):
        number, taken = _read(words[place : place + 3])
        names = ways_to_write(number) if number else []
        if len(names) > 1:
            yield names
        place += taken


def _read(words: list[str]) -> tuple[Decimal | int | None, int]:
    """Read the number that words begin with, and how many of them to go on after."""
    dual = _DUALS.get(words[0])
    if dual:
        return dual, 1
    after = words[1] if len(words) > 1 else ""
    amount = _digits(words[0]) or unit_said(words[0])
    if amount and after in _SCALES:
        return amount * _SCALES[after], 2
    said = number_said(words)
    return said or (_digits(words[0]), 1)


def _digits(word: str) -> Decimal | None:
    plain = word.replace(".", "", 1).isdecimal() and len(word) <= 16
    return Decimal(word) if plain else None


def ways_to_write(number: Decimal | int) -> list[str]:
    """Give a number in digits and in words: from 3 to 999, thousands and more.

    >>> ways_to_write(3000)
    ['3000', '3 آلاف', 'ثلاثة آلاف', 'ثلاث آلاف']
    >>> ways_to_write(2_500_000), ways_to_write(2014)
    (['2500000', '2.5 مليون', '2.5 مليونا'], [])
    >>> ways_to_write(25)[:3]
    ['25', 'خمسة وعشرون', 'خمسة وعشرين']
    """
    if number in NAMES:
        return [f"{int(number)}", *NAMES[int(number)]]
    for scale, (singular, accusative, plural, duals) in SCALES.items():
        count = Decimal(number) / scale
        if not 1 < count < 1000 or count != round(count, 1 if scale > 1000 else 0):
            continue
        whole = int(count) if count == int(count) else 0
        digits = [f"{int(number)}"]
        if whole == 2:
            return digits + list(duals)
        if whole in UNITS:
            words = [f"{unit} {plural}" for unit in UNITS[whole]]
            return [*digits, f"{whole} {plural}", *words]
        amount = f"{count.normalize():f}"
        return [*digits, f"{amount} {singular}", f"{amount} {accusative}"]
    return []
