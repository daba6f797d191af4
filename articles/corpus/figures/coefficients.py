"""Reads the number before a scale: digits with their sign, or words."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from articles.corpus.arabic import fold
from articles.corpus.figures.currency_tables import HEADS, SYMBOLS
from articles.corpus.figures.fractions import half_after
from articles.corpus.figures.nouns import may_be_noun
from articles.corpus.figures.number_words import JOINER, Clitic, read_words
from articles.corpus.figures.numerals import Follower, read_digits, value_of
from articles.corpus.figures.scales import SCALES, multiplies
from articles.corpus.figures.source import Source
from articles.corpus.figures.units import PERCENT, UNITS

_NO_CLITIC = Clitic(0, False, False)
_POINT = fold("فاصلة")
_MINUS = frozenset("-−–")
_BRACKETS = frozenset('([«"“')


class Quantity(NamedTuple):
    """A number at tokens ``[at:end]``; its text starts at code point ``start``."""

    value: Decimal
    at: int
    end: int
    start: int
    clitic: Clitic = _NO_CLITIC
    scale: int = 1
    ambiguous: bool = False
    other: Decimal | None = None
    in_words: bool = True
    coefficient: Decimal = Decimal(1)

    @property
    def counts_whole_things(self) -> bool:
        return self.value == self.value.to_integral_value()


def follower(source: Source, at: int) -> Follower:
    """Tell what stands after the digits that end before token ``at``."""
    if not source.same_line(at):
        return Follower.NOTHING
    word = source.words[at]
    scale = SCALES.get(word)
    if scale and multiplies(scale):
        return Follower.SCALE
    if PERCENT.at(source.words, at):
        return Follower.PERCENT
    if word in SYMBOLS or HEADS.at(source.words, at):
        return Follower.MONEY
    unit = UNITS.at(source.words, at)
    if unit:
        whole = unit[1].dimension == "time"
        return Follower.NOUN if whole else Follower.MEASURE
    return Follower.NOUN if may_be_noun(source, at) else Follower.NOTHING


def read_coefficient(source: Source, at: int) -> Quantity | None:
    found = (
        _digits(source, at) if source.kind(at) == "digits" else _in_words(source, at)
    )
    if found is None:
        return None
    if source.word(found.end) == _POINT and source.same_line(found.end + 1):
        part = _in_words(source, found.end + 1) or _digits(source, found.end + 1)
        if part and part.counts_whole_things and not part.clitic.letters:
            decimals = Decimal(f"{found.value}.{part.value}")
            return found._replace(value=decimals, end=part.end)
    half = half_after(source, found.end)
    if half and found.counts_whole_things:
        return found._replace(value=found.value + half[0], end=half[1])
    return found


def _in_words(source: Source, at: int) -> Quantity | None:
    run = read_words(source, at)
    if run is None:
        return None
    clitic = run.first.clitic
    value = Decimal(run.value)
    start = source.after_letters(at, clitic.letters)
    return Quantity(value, at, run.end, start, clitic, coefficient=value)


def _digits(source: Source, at: int) -> Quantity | None:
    if not source.is_digits(at):
        return None
    digits = read_digits(source, at)
    follows = follower(source, digits.end) if digits.marks else Follower.NOTHING
    numeral = value_of(digits, follows, source)
    if numeral is None:
        return None
    left = source.left_of(at)
    clitic = _NO_CLITIC
    if left < at:
        joins = source.words[left][:1] == JOINER
        clitic = Clitic(0, joins, _has_article(source, left, at))
    found = Quantity(
        numeral.value,
        at,
        numeral.end,
        source.tokens[at].start,
        clitic,
        ambiguous=numeral.ambiguous,
        other=numeral.other,
        in_words=False,
        coefficient=numeral.value,
    )
    return _signed(source, found) if left == at else found


def _has_article(source: Source, left: int, at: int) -> bool:
    return any(
        source.words[i].endswith("ال") or source.words[i] == "لل"
        for i in range(left, at)
    )


def _signed(source: Source, found: Quantity) -> Quantity:
    """Take in a sign or a bare point before the digits: «-3.2»، «.77»."""
    sign = found.at - 1
    if sign < 0 or not source.glued(found.at):
        return found
    if source.glued(sign) and source.word(sign - 1) not in _BRACKETS:
        return found
    mark, start = source.words[sign], source.tokens[sign].start
    if mark in ".٫" and "." not in str(found.value):
        value = Decimal(f"0.{source.words[found.at]}")
        return found._replace(value=value, start=start)
    if mark in _MINUS and not _is_bullet(source, sign):
        return found._replace(value=-found.value, start=start)
    return found


def _is_bullet(source: Source, sign: int) -> bool:
    opens_line = sign > 0 and not source.same_line(sign)
    return opens_line or source.is_digits(sign - 1)
