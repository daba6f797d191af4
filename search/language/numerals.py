"""The other ways to write a number of thousands: 3000 is «3 آلاف» and «ثلاثة آلاف».

3000, 3,000 and ٣٠٠٠ are one term of the index already; words of number are widened when
they are asked for, so the index need not know them.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from articles.corpus.arabic import fold
from search.language import tree

UNITS = {
    3: ("ثلاثة", "ثلاث"),
    4: ("أربعة", "أربع"),
    5: ("خمسة", "خمس"),
    6: ("ستة", "ست"),
    7: ("سبعة", "سبع"),
    8: ("ثمانية", "ثماني"),
    9: ("تسعة", "تسع"),
    10: ("عشرة", "عشر"),
}

SCALES = {
    1_000: ("ألف", "ألفا", "آلاف", ("ألفان", "ألفين", "ألفي")),
    1_000_000: ("مليون", "مليونا", "ملايين", ("مليونان", "مليونين", "مليوني")),
    1_000_000_000: ("مليار", "مليارا", "مليارات", ("ملياران", "مليارين", "ملياري")),
}
"""Scale: singular, accusative, plural (after 3 to 10), duals."""

_UNITS = {fold(word): unit for unit, words in UNITS.items() for word in words}
_SCALES = {
    fold(word): scale for scale, (*words, _duals) in SCALES.items() for word in words
}
_DUALS = {
    fold(dual): 2 * scale for scale, (*_, duals) in SCALES.items() for dual in duals
}


def same_numbers(node: tree.Node) -> Iterator[list[str]]:
    """Give for each number of thousands in a query all the ways to write it."""
    words = [leaf for leaf in tree.positive_leaves(node) if isinstance(leaf, tree.Word)]
    for place, word in enumerate(words):
        after = words[place + 1].exact if place + 1 < len(words) else ""
        number = _DUALS.get(word.exact) or _scaled(word.exact, after)
        names = ways_to_write(number) if number else []
        if len(names) > 1:
            yield names


def _scaled(exact: str, after: str) -> Decimal | None:
    """Read «3 آلاف», «ثلاثة آلاف» or a lone 3000."""
    if exact.replace(".", "", 1).isdecimal() and len(exact) <= 16:
        amount = Decimal(exact)
    elif exact in _UNITS and after in _SCALES:
        amount = Decimal(_UNITS[exact])
    else:
        return None
    return amount * _SCALES.get(after, 1)


def ways_to_write(number: Decimal | int) -> list[str]:
    """Give a number of thousands, millions or milliards in digits and in words.

    >>> ways_to_write(3000)
    ['3000', '3 آلاف', 'ثلاثة آلاف', 'ثلاث آلاف']
    >>> ways_to_write(2_500_000), ways_to_write(2014)
    (['2500000', '2.5 مليون', '2.5 مليونا'], [])
    """
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
