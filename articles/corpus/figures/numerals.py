"""Numbers written in digits: which marks group thousands and which open decimals."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from articles.corpus.figures.currency_tables import MILLS
from articles.corpus.figures.source import Source

MARKS_OF_NUMBERS = frozenset(".,،٬٫'’")
_ARABIC_DECIMAL = "٫"
_ARABIC_THOUSANDS = "٬"
_REVERSED = "ر"  # «6ر2» of wire agencies: the fraction comes first
_GOING_ON = MARKS_OF_NUMBERS | {_REVERSED}
_SPACED = " "
_MOST_GROUPS = 8  # of three digits: longer chains are no numbers


class Follower(Enum):
    """What stands after the digits; it tells thousands from decimals."""

    NOTHING = "nothing"
    SCALE = "scale"
    PERCENT = "percent"
    MEASURE = "measure"
    MONEY = "money"
    NOUN = "noun"


class Digits(NamedTuple):
    """Groups of digits and the marks between them: tokens ``[at:end]``."""

    groups: tuple[str, ...]
    marks: tuple[str, ...]
    end: int


class Numeral(NamedTuple):
    value: Decimal
    end: int
    ambiguous: bool = False
    other: Decimal | None = None


def read_digits(source: Source, at: int) -> Digits:
    """Collect the digits at ``at`` with all the marks that belong to them."""
    groups, marks = [source.words[at]], []
    end = at + 1
    following = source.word(end)
    if following not in _GOING_ON and not following.isdecimal():
        return Digits((groups[0],), (), end)
    while (
        len(groups) <= _MOST_GROUPS
        and source.is_digits(end + 1)
        and _is_mark(source, end)
    ):
        marks.append(source.words[end])
        groups.append(source.words[end + 1])
        end += 2
    if not marks:
        return _spaced_groups(source, at) or Digits(tuple(groups), (), end)
    return Digits(tuple(groups), tuple(marks), end)


def _is_mark(source: Source, at: int) -> bool:
    mark = source.words[at]
    known = mark in MARKS_OF_NUMBERS or mark == _REVERSED
    return known and source.glued(at) and source.glued(at + 1)


def _spaced_groups(source: Source, at: int) -> Digits | None:
    """Read «1 250 000», and «( 721 , 2 )» whose groups a bidi mishap reversed."""
    groups = [source.words[at]]
    end = at + 1
    if len(groups[0]) <= 3 and groups[0][0] != "0":
        while (
            source.is_digits(end)
            and len(groups) <= _MOST_GROUPS
            and len(source.words[end]) == 3
            and source.gap(end) in (" ", "\u00a0", "\u202f")  # also NO-BREAK SPACEs
        ):
            groups.append(source.words[end])
            end += 1
    if len(groups) > 1:
        return Digits(tuple(groups), (_SPACED,) * (len(groups) - 1), end)
    return _reversed_groups(source, at)


def _reversed_groups(source: Source, at: int) -> Digits | None:
    groups = [source.words[at]]
    end = at + 1
    while (
        source.word(end) == ","
        and source.is_digits(end + 1)
        and source.gap(end) == source.gap(end + 1) == " "
        and len(groups) <= _MOST_GROUPS
        and len(groups[-1]) == 3
    ):
        groups.append(source.words[end + 1])
        end += 2
    opened = source.word(at - 1) == "("
    if len(groups) == 1 or not opened or source.word(end) != ")":
        return None
    return Digits(tuple(reversed(groups)), (".",) * (len(groups) - 1), end + 1)


def value_of(digits: Digits, follower: Follower, source: Source) -> Numeral | None:
    """Decide what the marks mean; None where the digits are no one number.

    The rules in order: groups of three are thousands whatever the mark; another last
    mark opens decimals; one or two or more than three digits after the mark are
    decimals; a leading zero is a decimal. One mark before three digits depends on
    what is counted, and else stays ``ambiguous``.
    """
    groups, marks, end = digits
    if not marks:
        return Numeral(Decimal(groups[0]), end)
    if len(groups) > _MOST_GROUPS:
        return None
    if _REVERSED in marks:
        return _fraction_first(digits, follower)
    if len(marks) == 1:
        return _one_mark(digits, follower, source)
    head, last = groups[:-1], groups[-1]
    if len(set(marks)) == 1 and _are_thousands(groups):
        return Numeral(Decimal("".join(groups)), end)
    if len(set(marks[:-1])) == 1 and marks[-1] != marks[0] and _are_thousands(head):
        return Numeral(Decimal("".join(head) + "." + last), end)
    return None


def _are_thousands(groups: tuple[str, ...]) -> bool:
    return (
        len(groups) > 1
        and 0 < len(groups[0]) <= 3
        and groups[0][0] != "0"
        and all(len(group) == 3 for group in groups[1:])
    )


def _fraction_first(digits: Digits, follower: Follower) -> Numeral | None:
    if len(digits.marks) > 1:
        return None
    first, last = digits.groups
    counts = follower in (Follower.NOUN, Follower.NOTHING)
    if len(first) == 3 and counts and len(last) <= 3:
        return Numeral(Decimal(last + first), digits.end)
    return Numeral(Decimal(f"{last}.{first}"), digits.end)


def _one_mark(digits: Digits, follower: Follower, source: Source) -> Numeral:
    (whole, part), (mark,), end = digits
    thousands, decimal = Decimal(whole + part), Decimal(f"{whole}.{part}")
    if not _are_thousands(digits.groups):
        return Numeral(decimal, end)
    is_decimal = _DECIDED.get((mark, follower), _DECIDED.get(("", follower)))
    if mark in (_ARABIC_THOUSANDS, _SPACED):
        return Numeral(thousands, end)
    if mark == _ARABIC_DECIMAL:
        grouped = part == "000" or follower is Follower.NOUN
        return Numeral(thousands if grouped else decimal, end)
    if is_decimal is not None:
        return Numeral(decimal if is_decimal else thousands, end)
    return _by_habit(thousands, decimal, mark, part, end, follower, source)


_DECIDED = {
    (".", Follower.SCALE): True,  # «9.121 مليار»
    (",", Follower.SCALE): False,  # «7,508 مليون درهم»
    ("", Follower.PERCENT): True,
    ("", Follower.NOUN): False,  # one can't count a part of a person
}


def _by_habit(
    thousands: Decimal,
    decimal: Decimal,
    mark: str,
    part: str,
    end: int,
    follower: Follower,
    source: Source,
) -> Numeral:
    """Follow the habit of the rest of the text, else say that it is ambiguous."""
    habit = habits(source)
    if habit[mark, "thousands"]:
        return Numeral(thousands, end)
    others = MARKS_OF_NUMBERS - {mark}
    if habit[mark, "decimal"] == 0 and any(habit[m, "decimal"] for m in others):
        return Numeral(thousands, end)
    if follower is Follower.MEASURE and mark == "." and not part.endswith("00"):
        return Numeral(
            decimal, end, ambiguous=not habit[mark, "decimal"], other=thousands
        )
    decimals = habit[mark, "decimal"] > 1 and mark == "."
    if follower is Follower.NOTHING and decimals:
        return Numeral(decimal, end, ambiguous=True, other=thousands)  # «عند 99.430»
    if follower is Follower.MONEY and _counts_mills(source) and part != "000":
        return Numeral(decimal, end, ambiguous=True, other=thousands)
    return Numeral(thousands, end, ambiguous=True, other=decimal)


def _counts_mills(source: Source) -> bool:
    """Tell a text of «736 مليما», whose «15,947 دينارا» are nearly 16 dinars."""
    if source.mills is None:
        source.mills = not MILLS.isdisjoint(source.words)
    return source.mills


def habits(source: Source) -> Counter[tuple[str, str]]:
    """Count how the unambiguous numerals of the text use each mark."""
    if source.habits is None:
        source.habits = Counter()
        at = 0
        while at < len(source.tokens):
            if source.kind(at) != "digits":
                at += 1
                continue
            digits = read_digits(source, at)
            source.habits.update(_evidence(digits))
            at = digits.end
    return source.habits


def _evidence(digits: Digits) -> list[tuple[str, str]]:
    groups, marks, _ = digits
    if len(marks) > 1 and len(set(marks)) == 1 and _are_thousands(groups):
        return [(marks[0], "thousands")]
    if len(marks) == 1 and len(groups[1]) != 3:
        return [(marks[0], "decimal")]
    return []
