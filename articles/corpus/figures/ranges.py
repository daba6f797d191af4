"""Two numbers that are one claim: «بين 10 و20 ألفا»، «5-7»، «2-1» of a match."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from articles.corpus.figures.coefficients import Quantity
from articles.corpus.figures.counted import name_what_is_counted
from articles.corpus.figures.currencies import read_money
from articles.corpus.figures.draft import Draft
from articles.corpus.figures.figure import Kind, Modifier
from articles.corpus.figures.nouns import may_be_noun
from articles.corpus.figures.number_words import JOINER
from articles.corpus.figures.phrases import folded_set
from articles.corpus.figures.quantity import read_quantity
from articles.corpus.figures.source import Source
from articles.corpus.figures.units import PERCENT, UNITS

_DASHES = frozenset("-–—−ـ")
_TO = folded_set("إلى الى حتى وحتى لغاية")
_OR = folded_set("أو او")
_AGAINST = folded_set("مقابل")
_BETWEEN = folded_set("بين وبين مابين")
_SPORT = folded_set(
    """
فاز فازت فوز الفوز بفوز بفوزه فوزه تعادل التعادل بالتعادل تعادلا خسر خسرت خسارة
خسارته هزيمة الهزيمة هزيمته هزم مباراة المباراة مباراته مباريات المباريات بنتيجة
نتيجة النتيجة بركلات الترجيح هدف هدفا أهداف بهدف الشوط الذهاب الإياب نظيره ضيفه
مضيفه منافسه الدوري الكأس كأس البطولة تغلب تغلبه انتصار انتصر سحق تقدم منتخب المنتخب
لاعب مجموعتين أشواط شوط المجموعة الملعب ملعب أرضه ضيفا الليغا البريميرليغ النهائي
نهائي تأهل جولة الجولة نقطة التنس
"""
)
_HIGHEST_SCORE = 200
_SPOKEN_LIMIT = 1000
_FAR = 60  # words of a sentence that are looked at


class Pair(NamedTuple):
    low: Quantity
    high: Quantity
    modifier: Modifier | None = None
    modifier_at: int | None = None


def read_range(
    source: Source, first: Quantity, whole: Quantity, country: str | None
) -> Draft | None:
    """Read a range or a score that begins with a number.

    ``first`` is the first group of the number and ``whole`` all its groups, since
    «بين مئة و150» must be cut at its و.
    """
    pair = (
        _between(source, first, whole)
        or _dashed(source, first)
        or _from_to(source, whole)
    )
    if pair is None:
        return _against(source, first)
    return _score(source, pair) or _range(source, pair, country)


def _range(source: Source, pair: Pair, country: str | None) -> Draft | None:
    low, high = _near_each_other(*_shared_scale(pair.low, pair.high))
    draft = Draft(
        at=low.at,
        end=high.end,
        start=low.start,
        kind=Kind.RANGE,
        value=(low.value, high.value),
        value_min=min(low.value, high.value),
        value_max=max(low.value, high.value),
        ambiguous=low.ambiguous or high.ambiguous,
        scale=high.scale,
        modifier=pair.modifier,
    )
    if pair.modifier_at is not None:
        word = source.tokens[pair.modifier_at]
        clitic = 1 if word.folded.startswith("و") else 0
        draft.modifier_span = source.after_letters(pair.modifier_at, clitic), word.end
    name_what_is_counted(source, draft, country)
    if not (draft.unit or draft.unit_span or draft.noun):
        _name_by_first(source, draft, low, country)
    if isinstance(draft.value, tuple):
        draft.value_min, draft.value_max = min(draft.value), max(draft.value)
    return draft


def _name_by_first(
    source: Source, draft: Draft, low: Quantity, country: str | None
) -> None:
    """Let «من 50 ألف ليرة إلى 45 ألفا» be of the money that its first number has."""
    first = Draft(low.at, low.end, low.start, Kind.COUNT, low.value, scale=low.scale)
    name_what_is_counted(source, first, country)
    if first.kind is Kind.MONEY and first.reach < draft.end:
        draft.unit, draft.unit_span = first.unit, first.unit_span
        draft.candidates, draft.ambiguous = first.candidates, first.ambiguous


def _against(source: Source, low: Quantity) -> Draft | None:
    """Read the score «4 مقابل 3»; votes are no score."""
    after = low.end + 1
    if source.word(low.end) not in _AGAINST or low.in_words:
        return None
    if not source.is_digits(after) or not source.same_line(after):
        return None
    high = read_quantity(source, after)
    if high is None or may_be_noun(source, high.end):
        return None
    first, last = source.sentence(low.at)
    near = source.words[max(first, low.at - _FAR) : min(last, low.at + _FAR)]
    in_sport = any(word in _SPORT for word in near)
    return _score(source, Pair(low, high)) if in_sport else None


def _shared_scale(low: Quantity, high: Quantity) -> tuple[Quantity, Quantity]:
    """Give «من 3.2 إلى 3.7 مليون» one scale."""
    if low.scale > 1 or high.scale < _SPOKEN_LIMIT or low.value >= _SPOKEN_LIMIT:
        return low, high
    if low.value > high.coefficient:
        return low, high
    return low._replace(value=low.value * high.scale), high


def _near_each_other(low: Quantity, high: Quantity) -> tuple[Quantity, Quantity]:
    """Read «من 338 إلى 357,136» by the end that is sure."""
    if low.other is None:
        return low, _rising(low, high) or _nearer(high, low.value)
    return (_nearer(low, high.value) if high.other is None else low), high


def _rising(low: Quantity, high: Quantity) -> Quantity | None:
    """Give the reading of «بين 500 و1,500» that alone is above the first number."""
    if high.other is None or (high.value > low.value) == (high.other > low.value):
        return None
    turned = high._replace(value=high.other, other=high.value)
    return high if high.value > low.value else turned


def _nearer(unsure: Quantity, value: Decimal) -> Quantity:
    """Give the reading of an unsure number that is nearer to a sure one."""
    other = unsure.other
    if other is None or abs(other - value) >= abs(unsure.value - value):
        return unsure
    return unsure._replace(value=other, other=unsure.value)


def _between(source: Source, first: Quantity, whole: Quantity) -> Pair | None:
    before = source.left_of(first.at) - 1
    if before < 0 or source.words[before] not in _BETWEEN:
        return None
    if not source.same_line(before + 1):
        return None
    for low in dict.fromkeys((whole, first)):
        high = _joined_number(source, _skip_unit(source, low.end))
        if high is not None and high.value > low.value:
            return Pair(low, high, Modifier.BETWEEN, before)
    return None


def _skip_unit(source: Source, at: int) -> int:
    """Step over a percent sign, a unit, money or a noun after the first number."""
    percent = PERCENT.at(source.words, at) or UNITS.at(source.words, at)
    if percent:
        return percent[0]
    money = read_money(source, at, None)
    if money:
        return money.end
    follows = source.word(at + 1)
    if source.kind(at) == "word" and source.words[at][0] != JOINER:
        return at + 1 if follows[:1] == JOINER or follows in _TO else at
    return at


def _joined_number(source: Source, at: int) -> Quantity | None:
    if not source.same_line(at):
        return None
    if source.words[at] in _TO:
        return read_quantity(source, at + 1) if source.same_line(at + 1) else None
    if source.words[at] == JOINER:
        number = _number_at(source, at + 1)
        return read_quantity(source, number) if number is not None else None
    high = read_quantity(source, at)
    return high if high and high.clitic.joins else None


def _number_at(source: Source, at: int) -> int | None:
    """Step over the clitics and signs between a joint and its number."""
    while source.word(at) in ("بين", "ال", "ب", "ل", "$", "%"):
        at += 1
    return at if source.same_line(at) else None


def _dashed(source: Source, first: Quantity) -> Pair | None:
    dash = first.end
    sign = PERCENT.at(source.words, dash) or None
    if sign or source.word(dash) == "$":
        dash = sign[0] if sign else dash + 1
    if source.word(dash) not in _DASHES or not source.same_line(dash):
        return None
    after = dash + 1
    if not source.same_line(after):
        return None
    if source.words[after] == "$":
        after += 1
    if not source.is_digits(after) and source.word(after) != "صفر":
        return None
    if first.in_words and source.is_digits(after) and first.value:
        return None
    high = read_quantity(source, after)
    return Pair(first, high) if high else None


def _from_to(source: Source, low: Quantity) -> Pair | None:
    """Read «من 5 إلى 7»، «5 إلى 7 ملايين»، «ثلاثة أو أربعة»."""
    came_from = source.word(source.left_of(low.at) - 1) in (
        "من",
        "ومن",
        "مابين",
        "بين",
    )
    joint = _skip_unit(source, low.end) if came_from else low.end
    word = source.word(joint)
    if not source.same_line(joint) or not source.same_line(joint + 1):
        return None
    if word in _OR and joint == low.end:
        high = read_quantity(source, joint + 1)
        close = high and low.value < high.value <= low.value * 10
        return Pair(low, high) if high and close else None
    if word in _TO and (came_from or word == "الي"):
        number = _number_at(source, joint + 1)
        high = read_quantity(source, number) if number is not None else None
        return Pair(low, high) if high else None
    if came_from and joint == low.end:
        high = read_quantity(source, joint)
        spoken = high and high.clitic.letters and word[:1] == "ل"
        return Pair(low, high) if high and spoken else None
    return None


def _score(source: Source, pair: Pair) -> Draft | None:
    """Tell the score of a match from a range of small numbers."""
    low, high = pair.low, pair.high
    if pair.modifier or source.word(low.end) not in _DASHES | _AGAINST:
        return None
    values = low.value, high.value
    if any(v >= _HIGHEST_SCORE or v != int(v) or v < 0 for v in values):
        return None
    if low.scale > 1 or high.scale > 1 or _has_what(source, high.end):
        return None
    first, last = source.sentence(low.at)
    near = source.words[max(first, low.at - _FAR) : min(last, low.at + _FAR)]
    in_sport = any(word in _SPORT for word in near)
    falls = values[0] >= values[1] and max(values) <= 20
    bracketed = source.word(low.at - 1) == "(" and source.word(high.end) == ")"
    if not (in_sport or falls or (bracketed and max(values) <= 20)):
        return None
    return Draft(
        at=low.at,
        end=high.end,
        start=low.start,
        kind=Kind.SCORE,
        value=(Decimal(values[0]), Decimal(values[1])),
    )


def _has_what(source: Source, at: int) -> bool:
    if not source.same_line(at):
        return False
    unit = UNITS.at(source.words, at)
    return bool(
        PERCENT.at(source.words, at)
        or (unit and unit[1].symbol != "m")
        or read_money(source, at, None)
    )
