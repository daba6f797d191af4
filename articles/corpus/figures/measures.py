"""Reads measures, times and ages after a number, and names their unit."""

from __future__ import annotations

from decimal import Decimal

from articles.corpus.arabic import fold
from articles.corpus.figures.draft import Draft
from articles.corpus.figures.figure import Kind
from articles.corpus.figures.fractions import half_after
from articles.corpus.figures.noun_forms import KNOWN_NOUNS
from articles.corpus.figures.phrases import folded_set
from articles.corpus.figures.rates import PER
from articles.corpus.figures.source import Source
from articles.corpus.figures.units import (
    DEFINITE_UNITS,
    PLURAL_UNITS,
    UNITS,
    Unit,
)

_YEAR_BEFORE = folded_set(
    """
عام سنة في العام السنة منذ حتى بين ( - – / عامي لعام لسنة بعام بسنة و
"""
)
_ISO_DURATIONS = {
    "second": ("PT", "S", 1),
    "minute": ("PT", "M", 1),
    "hour": ("PT", "H", 1),
    "day": ("P", "D", 1),
    "week": ("P", "W", 1),
    "month": ("P", "M", 1),
    "year": ("P", "Y", 1),
    "decade": ("P", "Y", 10),
    "century": ("P", "Y", 100),
}
_AGE_BEFORE = folded_set(
    """
عمر عمره عمرها عمرهم العمر عمري سن السن سنها بسن البالغ البالغة يبلغ تبلغ أعمار
أعمارهم أعمارهن بعمر لعمر بالغا والبالغ والبالغة الأعمار
"""
)
_AGE_RIGHT_BEFORE = folded_set("ابن ابنة")  # «ابنه» is also "his son"
_AT_AGE = folded_set("في وفي دون تحت فوق")
_AGE_AFTER = folded_set("العمر عمره عمرها عمرهم")
_PEOPLE = folded_set(
    """
شاب شابا شابة طفل طفلا طفلة فتى فتاة رجل رجلا امرأة سيدة مواطن مواطنا مواطنة مراهق
مراهقا مراهقة مسن مسنا مسنة طالب طالبا طالبة تلميذ تلميذا تلميذة لاعب لاعبا شخص شخصا
الشاب الشابة الطفل الطفلة الفتى الفتاة الرجل المرأة الضحية القتيل المتهم الهالك المشتبه
اللاعب المهاجر الجاني الذي والذي
"""
)
"""«فتى يبلغ 15 عاما»: what a person reaches in years is an age."""
_DEATH = folded_set(
    "توفي توفيت وفاة رحل رحلت رحيل يرحل ترحل غيب فارق فارقت مات ماتت وفاته وفاتها"
)
_NEAR_DEATH = 12
_FAR = 40  # words of a sentence that are looked at
_QUOTES, _COMMAS = frozenset('"“”«»'), frozenset("،,")
_BELOW_ZERO = tuple(fold(word) for word in ("تحت", "الصفر"))
_AGO = folded_set("قبل منذ وقبل ومنذ")
_HEAT = folded_set("حرارة الحرارة حرارتها مئوية")
_QUAKE = folded_set("ريختر زلزال الزلزال هزة بقوة")
_GRAM = "غ"  # the one letter that is short for nothing else
_LATITUDE = frozenset(
    fold(w) for w in ("عرض", "طول", "زاوية", "بزاوية", "شمالا", "جنوبا")
)


def read_measure(source: Source, draft: Draft, at: int) -> bool:
    at += draft.vague and source.word(at) == "من"  # «آلاف من الأطنان»
    found = _unit_at(source, draft, at) if source.same_line(at) else None
    if found is None or source.taken[at]:
        return False  # «19 ألفا سنة 2012»
    if _is_signed_contract(source, draft, found[1]):
        return False
    end, unit = found
    if draft.in_words and source.words[at].isascii():
        return False
    if len(source.words[at]) == 1 and _is_stray_letter(source, draft, at, end):
        return False
    symbol = _degrees(source, draft, unit, end)
    half = half_after(source, end)
    draft.dimension = unit.dimension
    draft.name_unit(source, symbol, at, end)
    if half and isinstance(draft.value, Decimal) and draft.scale == 1:
        draft.value += half[0]
        draft.extend_to(half[1])
        end = half[1]
    if unit.dimension == "time":
        name_time(source, draft, unit, end)
    elif unit.dimension == "percent":
        draft.become(Kind.PERCENT)
    else:
        draft.become(Kind.MEASURE)
        _rate(source, draft, end)
        if symbol in ("degree", "celsius") and not read_below_zero(source, draft, end):
            _minus_apart(source, draft)
    return True


def _unit_at(source: Source, draft: Draft, at: int) -> tuple[int, Unit] | None:
    """Find «هكتارا», «الهكتارات» of «آلاف الهكتارات», «السنوات» of «خمس السنوات»."""
    found = UNITS.at(source.words, at)
    if found or draft.kind is Kind.FRACTION:
        return found
    if draft.vague:
        return DEFINITE_UNITS.at(source.words, at)
    time = PLURAL_UNITS.get(source.words[at])
    return (at + 1, time) if time else None


def _is_stray_letter(source: Source, draft: Draft, at: int, end: int) -> bool:
    """Refuse «2017م» and «3 ص»: one letter is a unit only after a measure's number."""
    if end > at + 1:
        return False
    word = source.words[at]
    if word == _GRAM:
        return False
    if word != "م":
        follows = source.same_line(end) and source.kind(end) == "word"
        of_liquid = word == "ل" and source.word(end) == "من"  # «2 ل من الزيت»
        return follows and not of_liquid
    values = draft.value if isinstance(draft.value, tuple) else (draft.value,)
    is_year = all(value is not None and 300 <= value <= 2100 for value in values)
    before = source.word(source.left_of(draft.at) - 1)
    return is_year and (before in _YEAR_BEFORE or 1300 <= (values[0] or 0) <= 2100)


def _is_signed_contract(source: Source, draft: Draft, unit: Unit) -> bool:
    """«عقود» are decades, unless somebody signed them."""
    if unit.symbol != "decade":
        return False
    before = source.words[max(draft.at - 6, 0) : draft.at]
    return any(word.lstrip("ولبا") in _CONTRACTS for word in before)


_CONTRACTS = frozenset(
    fold(word).lstrip("ولبا")
    for word in [
        "توقيع",
        "وقع",
        "وقعت",
        "توقع",
        "إبرام",
        "أبرم",
        "أبرمت",
        "تنفيذ",
        "شراء",
        "بيع",
        "منح",
        "الشركة",
    ]
)


def _degrees(source: Source, draft: Draft, unit: Unit, end: int) -> str:
    """Tell the degrees of heat, of an earthquake and of an angle apart."""
    if unit.symbol != "degree":
        return unit.symbol
    first, last = source.sentence(draft.at)
    near = source.words[max(first, draft.at - _FAR) : min(last, end + _FAR)]
    around = source.words[max(first, draft.at - 12) : min(last, end + 6)]
    if any(word in _QUAKE for word in around):
        return "richter"
    if any(word in _LATITUDE for word in around[-6:]):
        return "degree"
    if any(word in _HEAT for word in near):
        return "celsius"
    return "degree"


def _rate(source: Source, draft: Draft, at: int) -> None:
    """Read «برميل يوميا» as one unit, barrel/day."""
    found = PER.at(source.words, at) if source.same_line(at) else None
    if found and draft.unit and draft.unit_span:
        end, per = found
        draft.per = per
        draft.unit = f"{draft.unit}/{per}"
        draft.unit_span = draft.unit_span[0], source.tokens[end - 1].end
        draft.extend_to(end)


def _is_in_years(source: Source, draft: Draft) -> bool:
    """Tell «عجوز في التسعين تهدي», «في الـ45 من عمره» from «في العشرين دولة»."""
    if source.word(draft.end) == "من" and source.same_line(draft.end + 1):
        return source.words[draft.end + 1] in _AGE_AFTER
    number = draft.value
    if not isinstance(number, Decimal) or number % 10 or not 20 <= number <= 90:
        return False
    if not draft.in_words or not source.same_line(draft.at - 1):
        return False
    following = source.word(draft.end) if source.same_line(draft.end) else ""
    return not (following in KNOWN_NOUNS or following.endswith("ا"))


def name_time(source: Source, draft: Draft, unit: Unit, end: int) -> None:
    """Name a time as an age or a duration."""
    if _is_age(source, draft, unit, end):
        draft.become(Kind.AGE)
        return
    draft.become(Kind.DURATION)
    before = source.word(source.left_of(draft.at) - 1)
    draft.relative = before in _AGO and source.word(end) != "من"
    if isinstance(draft.value, Decimal):
        draft.iso = iso_duration(draft.value, unit.symbol)


def iso_duration(value: Decimal, unit: str) -> str:
    """Write a duration as ISO 8601: 2 years is ``P2Y``; ``unit`` is one of time."""
    head, letter, factor = _ISO_DURATIONS[unit]
    number = f"{value * factor:f}"
    return head + (number.rstrip("0").rstrip(".") if "." in number else number) + letter


def _is_age(source: Source, draft: Draft, unit: Unit, end: int) -> bool:
    """Find «(54 عاما)»، «عن عمر ناهز 82 عاما»، «18 عاما من العمر»."""
    if unit.symbol not in ("year", "month"):
        return False
    if source.word(draft.at - 1) == "(" and source.word(end) == ")":
        return source.kind(draft.at - 2) == "word"
    if source.word(end) == "من" and source.word(end + 1) in _AGE_AFTER:
        return True
    if _is_beside_quoted_name(source, draft, end):
        return True
    first = max(source.sentence(draft.at)[0], draft.at - 4)
    before = source.words[first : draft.at]
    if before and before[-1] == "عن" and _tells_of_death(source, draft):
        return True
    if before and before[-1] in ("يبلغ", "تبلغ", "بلغ"):
        return any(word.removeprefix("و") in _PEOPLE for word in before[:-1])
    if before and before[-1] in _AGE_RIGHT_BEFORE:
        return True
    return any(word in _AGE_BEFORE for word in before)


def _is_beside_quoted_name(source: Source, draft: Draft, end: int) -> bool:
    """Tell «"مريم قاسم" 46 عاما،» and «خالد "23 عاما"» from a quoted length of time."""
    if source.word(draft.at - 1) not in _QUOTES or source.kind(draft.at - 2) != "word":
        return False
    closes = source.word(end)
    return closes in _QUOTES or (source.glued(draft.at) and closes in _COMMAS)


def _tells_of_death(source: Source, draft: Draft) -> bool:
    """«توفي الفنان عن 78 عاما»: nobody writes عن before a length of time."""
    first = max(source.sentence(draft.at)[0], draft.at - _NEAR_DEATH)
    return any(word in _DEATH for word in source.words[first : draft.at])


def read_below_zero(source: Source, draft: Draft, at: int) -> bool:
    """Read «9 درجات تحت الصفر» as one number of degrees, -9."""
    if tuple(source.words[at : at + 2]) != _BELOW_ZERO or draft.value is None:
        return False
    draft.become(Kind.MEASURE)
    draft.scale_by(Decimal(-1))
    draft.unit, draft.unit_span = "celsius", None
    draft.dimension = "heat"
    draft.end = at + 2
    draft.extend_to(at + 2)
    return True


def _minus_apart(source: Source, draft: Draft) -> None:
    """Read «- 2 درجة»: only a temperature has its minus so far away."""
    sign = draft.at - 1
    if source.word(sign) in ("-", "−") and not source.is_digits(sign - 1):
        apart = source.same_line(draft.at) and not source.glued(draft.at)
        if apart and not isinstance(draft.value, tuple):
            draft.scale_by(Decimal(-1))
            draft.at, draft.start = sign, source.tokens[sign].start


def read_bare_age(source: Source, draft: Draft) -> bool:
    """Read «دون سن 16», «سن الـ18», «في الثمانين»: an age without its years."""
    before = source.word(source.left_of(draft.at) - 1)
    of_age = source.word(draft.end) == "من" and source.word(draft.end + 1) in _AGE_AFTER
    in_it = before in _AT_AGE and _is_in_years(source, draft)
    if draft.definite and (in_it or of_age):
        draft.become(Kind.AGE)
        draft.unit = "year"
        return True
    if before not in ("سن", "السن", "بسن", "وسن") or not source.same_line(draft.at):
        return False
    draft.become(Kind.AGE)
    draft.unit = "year"
    return True
