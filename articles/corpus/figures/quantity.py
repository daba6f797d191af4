"""Whole numbers as news writes them: digits, words and scales mixed, joined by و.

A quantity is a chain of groups in falling scale: «مليار و389 مليونا»، «311 ألفا
و297»، «مليون ونصف». A group is a coefficient (digits, words or a fraction) and a
scale, or either of them alone.
"""

from __future__ import annotations

from decimal import Decimal

from articles.corpus.figures.coefficients import Quantity, follower, read_coefficient
from articles.corpus.figures.fractions import (
    half_after,
    read_fraction,
    read_told_share,
)
from articles.corpus.figures.number_words import JOINER, NUMBER_WORDS, joined_at
from articles.corpus.figures.numerals import Follower
from articles.corpus.figures.phrases import folded_set
from articles.corpus.figures.scales import SCALES, Form, Scale, multiplies
from articles.corpus.figures.source import Source

_TANWEEN = "\u064b"  # ARABIC FATHATAN
_SHADDA = "\u0651"  # ARABIC SHADDA


def read_quantity(source: Source, at: int) -> Quantity | None:
    """Read the longest number at token ``at``.

    >>> read_quantity(Source.of("311 ألفا و297"), 0).value
    Decimal('311297')
    """
    group = read_group(source, at)
    return join_groups(source, group) if group else None


def join_groups(source: Source, head: Quantity) -> Quantity:
    """Add the groups that go on with a number: «مليار» and «و389 مليونا»."""
    return _said_twice(source, _joined(source, head))


def _joined(source: Source, head: Quantity) -> Quantity:
    while (longer := _join(source, head)) is not None:
        head = longer
    return head


def _said_twice(source: Source, head: Quantity) -> Quantity:
    """Read «500 خمسمائة» and «خمسمائة (500)», as deeds and courts write, once."""
    opened = source.word(head.end) == "("
    at = head.end + opened
    if (head.in_words and not opened) or not source.same_line(at):
        return head
    if source.is_digits(at) != head.in_words or not _opens(source, at):
        return head
    again = _group(source, at)
    again = _joined(source, again) if again else None
    if again is None or (opened and source.word(again.end) != ")"):
        return head
    if again.value not in (head.value, head.other):
        return head
    once = head._replace(
        value=again.value,
        end=again.end + opened,
        scale=max(again.scale, head.scale),
        ambiguous=False,
        other=None,
    )
    return _scaled(source, once) if opened and once.scale <= 100 else once


def _opens(source: Source, at: int) -> bool:
    """Tell digits, and a word that opens a number with no clitic before it."""
    if source.is_digits(at):
        return True
    word = NUMBER_WORDS.get(source.words[at]) or SCALES.get(source.words[at])
    return word is not None and not word.clitic.letters and not word.clitic.definite


def _join(source: Source, head: Quantity) -> Quantity | None:
    """Add the next group when it is smaller than the scale before it."""
    if head.scale == 1:
        return None
    following = _next_group_at(source, head)
    group = read_group(source, following) if following is not None else None
    if group is None or (group.clitic.definite and not head.clitic.definite):
        return None
    if not source.free(group.at, group.end):  # «مئة و5 آذار»
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


def read_group(source: Source, at: int) -> Quantity | None:
    """Read a coefficient and its scale at token ``at``, or either alone."""
    group = _group(source, at)
    if group is None or group.in_words or source.word(at - 1) != "(":
        return group
    if source.word(group.end) != ")" or not _scale_at(source, group.end + 1):
        return group
    opening = source.tokens[at - 1]  # «(60) ألف دينار»
    within = group._replace(at=at - 1, start=opening.start, end=group.end + 1)
    return _scaled(source, within)


def _group(source: Source, at: int) -> Quantity | None:
    """Read a group that no brackets part from its scale."""
    if not source.is_digits(at):
        scale = SCALES.get(source.words[at])
        if scale is not None:
            return _lone_scale(source, at, scale)
        part = fraction_of_scale(source, at)
        if part is not None:
            return part
    coefficient = read_coefficient(source, at)
    return _scaled(source, coefficient) if coefficient else None


def _lone_scale(source: Source, at: int, scale: Scale) -> Quantity | None:
    """Read «ألف»، «مليوني»: a scale without a coefficient."""
    if scale.form is Form.PLURAL or _is_verb(source, at, scale):
        return None
    if _lacks_its_noun(source, at) or _is_title(source, at):
        return None
    if scale.value == 1000 and _is_letter(source, at):
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


def _lacks_its_noun(source: Source, at: int) -> bool:
    """Tell «تصعيد تريليوني», an adjective, from «تريليوني دولار»."""
    if not source.words[at].endswith("ي") or source.is_all(at, at + 1):
        return False
    return follower(source, at + 1) is Follower.NOTHING


def _is_letter(source: Source, at: int) -> bool:
    """Tell «القسم ألف», the letter, from «في القسم ألف طالب»."""
    classed = any(word in _CLASSES for word in source.words[max(at - 2, 0) : at])
    return classed and follower(source, at + 1) is Follower.NOTHING


_CLASSES = folded_set("القسم المجموعة الفئة الصنف الفرع المستوى الرابطة الدرجة")


def _is_title(source: Source, at: int) -> bool:
    """«ألف ليلة وليلة» is a book."""
    return source.words[at + 1 : at + 3] == ["ليله", "وليله"]


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


def fraction_of_scale(source: Source, at: int) -> Quantity | None:
    """Read «نصف مليون»، «ثلاثة أرباع المليار»، «خُمس مليون»."""
    fraction = read_told_share(source, at) or read_fraction(source, at)
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
    scale = _scale_at(source, found.end) or _definite_scale(source, found)
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
    scale = SCALES.get(source.word(at)) if source.same_line(at) else None
    return scale if scale and multiplies(scale) else None


def _definite_scale(source: Source, few: Quantity) -> Scale | None:
    """Find the «الآلاف» of «خمسة الآلاف دينار»: of three to ten alone."""
    scale = SCALES.get(source.word(few.end)) if source.same_line(few.end) else None
    if scale is None or scale.form is not Form.PLURAL or scale.clitic.letters:
        return None
    return scale if few.in_words and 3 <= few.value <= 10 else None


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
