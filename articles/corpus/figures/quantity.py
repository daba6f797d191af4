"""Whole numbers as news writes them: digits, words and scales mixed, joined by و.

A quantity is a chain of groups in falling scale: «مليار و389 مليونا»، «311 ألفا
و297»، «مليون ونصف». A group is a coefficient (digits, words or a fraction) and a
scale, or either of them alone.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from articles.corpus.arabic import fold
from articles.corpus.figures.currencies import HEADS, SYMBOLS
from articles.corpus.figures.fractions import half_after, read_fraction
from articles.corpus.figures.nouns import may_be_noun
from articles.corpus.figures.number_words import (
    JOINER,
    NUMBER_WORDS,
    Clitic,
    joined_at,
    read_words,
)
from articles.corpus.figures.numerals import Follower, read_digits, value_of
from articles.corpus.figures.scales import SCALES, Form, Scale
from articles.corpus.figures.source import Source
from articles.corpus.figures.units import PERCENT, UNITS

_NO_CLITIC = Clitic(0, False, False)
_TANWEEN = "\u064b"  # ARABIC FATHATAN
_SHADDA = "\u0651"  # ARABIC SHADDA
_POINT = fold("فاصلة")
_MINUS = frozenset("-−–")


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
    if scale and not scale.clitic.letters and not scale.clitic.definite:
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


def read_quantity(source: Source, at: int, merge: bool = True) -> Quantity | None:
    """Read the longest number at token ``at``; ``merge=False`` stops at the first و.

    >>> read_quantity(Source.of("311 ألفا و297"), 0).value
    Decimal('311297')
    """
    found = _group(source, at)
    while merge and found is not None:
        longer = _join(source, found)
        if longer is None:
            return found
        found = longer
    return found


def _join(source: Source, head: Quantity) -> Quantity | None:
    """Add the next group when it is smaller than the scale before it."""
    if head.scale == 1:
        return None
    following = _next_group_at(source, head)
    group = _group(source, following) if following is not None else None
    if group is None or (group.clitic.definite and not head.clitic.definite):
        return None
    if group.value >= head.scale and not _is_legal_style(head, group):
        return None
    if head.scale == 100 and (group.in_words or not group.counts_whole_things):
        return None
    return head._replace(
        value=head.value + group.value,
        end=group.end,
        scale=min(group.scale, head.scale) if group.scale > 1 else 1,
        ambiguous=head.ambiguous or group.ambiguous,
    )


def _is_legal_style(head: Quantity, group: Quantity) -> bool:
    """Allow «مئة ألف وألف»: deeds repeat the scale for the single one."""
    return (
        group.value == group.scale == head.scale
        and head.coefficient >= 100
        and head.coefficient % 100 == 0
    )


def _next_group_at(source: Source, head: Quantity) -> int | None:
    at = head.end
    if source.word(at) == "،" and head.in_words and source.same_line(at + 1):
        if source.is_digits(at + 1) or source.is_digits(at + 2):
            return None
        at += 1
    if not source.same_line(at):
        return None
    if source.words[at] == JOINER:
        return at + 1 if source.same_line(at + 1) else None
    scale = SCALES.get(source.words[at])
    if scale and scale.clitic.joins:
        return at
    return joined_at(source, at)


def _group(source: Source, at: int) -> Quantity | None:
    scale = SCALES.get(source.words[at])
    if scale is not None:
        return _lone_scale(source, at, scale)
    part = _fraction_of_scale(source, at)
    if part is not None:
        return part
    coefficient = _coefficient(source, at)
    return _scaled(source, coefficient) if coefficient else None


def _lone_scale(source: Source, at: int, scale: Scale) -> Quantity | None:
    """Read «ألف»، «مليوني»: a scale without a coefficient."""
    if scale.form is Form.PLURAL or _is_verb(source, at, scale):
        return None
    count = 2 if _is_dual(source, at, scale) else 1
    start = source.after_letters(at, scale.clitic.letters)
    one = Quantity(
        Decimal(count), at, at, start, scale.clitic, coefficient=Decimal(count)
    )
    after = one._replace(value=one.value * scale.value, end=at + 1, scale=scale.value)
    return _with_half(source, _scaled_again(source, after))


def _is_verb(source: Source, at: int, scale: Scale) -> bool:
    """Tell «ألّف الكاتب» (wrote) from «ألف كتاب» (a thousand)."""
    if scale.value != 1000 or scale.form is not Form.SINGULAR:
        return False
    if _SHADDA in source.tokens[at].text:
        return True
    if scale.clitic.definite or scale.clitic.letters:
        return False
    following = source.word(at + 1) if source.same_line(at + 1) else ""
    return following.startswith("ال") and following not in SCALES


def _is_dual(source: Source, at: int, scale: Scale) -> bool:
    if scale.form is not Form.ACCUSATIVE:
        return scale.form is Form.DUAL
    if _TANWEEN in source.tokens[at].text:
        return False
    if not source.same_line(at) and not scale.clitic.letters:
        return True  # a sentence can't open with an accusative
    return follower(source, at + 1) in (
        Follower.NOUN,
        Follower.MONEY,
        Follower.MEASURE,
    )


def _coefficient(source: Source, at: int) -> Quantity | None:
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
    half = half_after(source, found.end) if found.counts_whole_things else None
    if half:
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
    clitic = Clitic(
        0,
        source.words[left][:1] == JOINER and left < at,
        _has_article(source, left, at),
    )
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
    if sign < 0 or not source.glued(found.at) or source.glued(sign):
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


def _fraction_of_scale(source: Source, at: int) -> Quantity | None:
    """Read «نصف مليون»، «ثلاثة أرباع المليار»."""
    fraction = read_fraction(source, at)
    if fraction is None:
        return None
    value, end, clitic = fraction
    scale = SCALES.get(source.word(end))
    if scale is None or scale.form is not Form.SINGULAR or scale.clitic.letters:
        return None
    start = source.after_letters(at, clitic.letters)
    return Quantity(value * scale.value, at, end + 1, start, clitic)


def _scaled(source: Source, found: Quantity) -> Quantity:
    """Multiply a coefficient by the scale after it: «19 ألف»، «خمسة ملايين»."""
    scale = _scale_at(source, found.end)
    if scale is None:
        hundreds = found.in_words and found.value % 100 == 0 and found.value
        return found._replace(scale=100) if hundreds else found
    other = found.other * scale.value if found.other is not None else None
    scaled = found._replace(
        value=found.value * scale.value,
        end=found.end + 1,
        scale=scale.value,
        other=other,
    )
    return _with_half(source, _scaled_again(source, scaled))


def _scale_at(source: Source, at: int) -> Scale | None:
    scale = SCALES.get(source.word(at))
    if scale is None or not source.same_line(at) or scale.clitic.letters:
        return None
    if scale.clitic.definite or scale.form is Form.DUAL:
        return None
    return scale


def _scaled_again(source: Source, found: Quantity) -> Quantity:
    """Read «ألف مليون»، «ثلاثة آلاف مليار»: a scale of a scale."""
    scale = _scale_at(source, found.end)
    if scale is None or scale.value < found.scale or scale.form is Form.PLURAL:
        return found
    return found._replace(
        value=found.value * scale.value, end=found.end + 1, scale=scale.value
    )


def _with_half(source: Source, found: Quantity) -> Quantity:
    """Add «ونصف»، «ونصف المليون» of the scale just read."""
    half = half_after(source, found.end)
    if half is None:
        return found
    part, end = half
    scale = SCALES.get(source.word(end))
    if scale and scale.value == found.scale and not scale.clitic.letters:
        end += 1
    return found._replace(value=found.value + part * found.scale, end=end, scale=1)


def opens_quantity(word: str) -> bool:
    """Tell whether a folded word may begin a number."""
    return word in NUMBER_WORDS or word in SCALES
