"""What a number is of: a percentage, money, a measure, a time, or a counted noun."""

from __future__ import annotations

from decimal import Decimal

from articles.corpus.arabic import fold
from articles.corpus.figures.currencies import (
    DEFINITE_HEADS,
    SIGNS_BEFORE,
    SYMBOLS,
    Money,
    name_country,
    read_money,
)
from articles.corpus.figures.draft import Draft
from articles.corpus.figures.figure import Kind, Value
from articles.corpus.figures.fractions import half_after
from articles.corpus.figures.nouns import read_noun
from articles.corpus.figures.phrases import folded_set
from articles.corpus.figures.source import Source
from articles.corpus.figures.units import PER, PERCENT, UNITS, Unit

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
عمر عمره عمرها عمرهم العمر عمري سن السن سنه سنها بسن البالغ البالغة يبلغ تبلغ أعمار
أعمارهم أعمارهن بعمر لعمر بالغا والبالغ والبالغة ابن ابنة الأعمار
"""
)
_AGE_AFTER = folded_set("العمر عمره عمرها عمرهم")
_TIMES = folded_set("مرة مرات مره")
_RANKED = folded_set(
    """
عالميا عربيا دوليا محليا أفريقيا إفريقيا آسيويا أوروبيا خليجيا إقليميا
"""
)
_MULTIPLES = folded_set("أضعاف ضعف ضعفا")
_BELOW_ZERO = tuple(fold(word) for word in ("تحت", "الصفر"))
_HEAT = folded_set("حرارة الحرارة حرارتها مئوية")
_QUAKE = folded_set("ريختر زلزال الزلزال هزة بقوة")
_LATITUDE = frozenset(
    fold(w) for w in ("عرض", "طول", "زاوية", "بزاوية", "شمالا", "جنوبا")
)


def scale_value(value: Value | None, factor: Decimal) -> Value | None:
    if value is None:
        return None
    if isinstance(value, tuple):
        return tuple(item * factor for item in value)
    return value * factor


def name_what_is_counted(source: Source, draft: Draft, country: str | None) -> None:
    """Read what follows the number, and fill in kind, unit, noun and per."""
    at = draft.end
    _ = (
        _percent(source, draft, at)
        or _sign_before(source, draft)
        or _money(source, draft, at, country)
        or _measure(source, draft, at)
        or _repeated(source, draft, at)
        or _below_zero(source, draft, at)
        or _bare_age(source, draft)
        or _noun(source, draft, at)
    )


def _keeps_kind(draft: Draft) -> bool:
    return draft.kind is Kind.RANGE


def _percent(source: Source, draft: Draft, at: int) -> bool:
    found = PERCENT.at(source.words, at) if source.same_line(at) else None
    if found:
        end, unit = found
        draft.end = end
        draft.unit = unit
    elif _percent_before(source, draft):
        draft.unit = "%"
        draft.start = source.tokens[draft.at - 1].start
        end = draft.end
    else:
        return False
    if not _keeps_kind(draft):
        draft.kind = Kind.PERCENT
    draft.extend_to(end)
    if source.word(end) == "من":
        _noun(source, draft, end)
    return True


def _percent_before(source: Source, draft: Draft) -> bool:
    if draft.in_words or not source.glued(draft.at):
        return False
    return source.word(draft.at - 1) in ("%", "٪") and not source.is_digits(
        draft.at - 2
    )


def _sign_before(source: Source, draft: Draft) -> bool:
    """Read «$500»، «500 $» is read after the number."""
    before = draft.at - 1
    if draft.in_words or source.word(before) not in SIGNS_BEFORE:
        return False
    if not source.same_line(draft.at) or source.is_digits(before - 1):
        return False
    first = before
    for length in (2, 1):
        found = (
            SYMBOLS.at(source.words, draft.at - length) if draft.at >= length else None
        )
        if found and found[0] == draft.at:
            first = draft.at - length
            break
    found = SYMBOLS.at(source.words, first)
    if found is None:
        return False
    draft.name_unit(source, found[1], first, draft.at)
    draft.at = first
    _become(draft, Kind.MONEY)
    return True


def _become(draft: Draft, kind: Kind) -> None:
    if not _keeps_kind(draft):
        draft.kind = kind


def _money(source: Source, draft: Draft, at: int, country: str | None) -> bool:
    of = at + 1 if source.word(at) == "من" and draft.scale > 1 else at
    money = read_money(source, of, country)
    if money is None and (draft.vague or draft.definite or of > at):
        head = DEFINITE_HEADS.get(source.word(of))
        if head and source.same_line(of):
            money = name_country(source, head, of, of + 1, country)
    if money is None:
        return False
    _become(draft, Kind.MONEY)
    draft.name_unit(source, money.code, of, money.end)
    _settle_money(draft, money)
    _per(source, draft, money.end)
    return True


def _settle_money(draft: Draft, money: Money) -> None:
    if money.share != 1:
        draft.value = scale_value(draft.value, money.share)
    if money.head and (money.code is None or money.inferred):
        draft.candidates = tuple(sorted(set(money.head.codes.values())))
        draft.ambiguous = True


def _per(source: Source, draft: Draft, at: int) -> None:
    found = PER.at(source.words, at) if source.same_line(at) else None
    if found:
        end, draft.per = found
        if not draft.per.isupper():  # «للدولار الواحد» is a sum of its own
            draft.extend_to(end)


def _measure(source: Source, draft: Draft, at: int) -> bool:
    found = UNITS.at(source.words, at) if source.same_line(at) else None
    if found is None or _is_signed_contract(source, draft, found[1]):
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
        _time(source, draft, unit, end)
    elif unit.dimension == "percent":
        _become(draft, Kind.PERCENT)
    else:
        _become(draft, Kind.MEASURE)
        _rate(source, draft, end)
        if symbol in ("degree", "celsius") and not _below_zero(source, draft, end):
            _minus_apart(source, draft)
    return True


def _is_stray_letter(source: Source, draft: Draft, at: int, end: int) -> bool:
    """Refuse «2017م» and «3 ص»: one letter is a unit only after a measure's number."""
    if end > at + 1:
        return False
    word = source.words[at]
    if word != "م":
        return source.same_line(end) and source.kind(end) == "word"
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
    around = source.words[max(first, draft.at - 12) : min(last, end + 6)]
    if any(word in _QUAKE for word in around):
        return "richter"
    if any(word in _LATITUDE for word in around[-6:]):
        return "degree"
    if any(word in _HEAT for word in source.words[first:last]):
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


def _time(source: Source, draft: Draft, unit: Unit, end: int) -> None:
    if _is_age(source, draft, unit, end):
        _become(draft, Kind.AGE)
        return
    _become(draft, Kind.DURATION)
    if isinstance(draft.value, Decimal):
        draft.iso = iso_duration(draft.value, unit.symbol)


def iso_duration(value: Decimal, unit: str) -> str | None:
    """Write a duration as ISO 8601: 2 years is ``P2Y``."""
    if unit not in _ISO_DURATIONS:
        return None
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
    first = max(source.sentence(draft.at)[0], draft.at - 4)
    before = source.words[first : draft.at]
    if before and before[-1] in ("يبلغ", "تبلغ", "بلغ"):
        return False
    return any(word in _AGE_BEFORE for word in before)


def _repeated(source: Source, draft: Draft, at: int) -> bool:
    word = source.word(at) if source.same_line(at) else ""
    if word in _MULTIPLES:
        _become(draft, Kind.MULTIPLE)
        draft.name_unit(source, "times", at, at + 1)
        return True
    if word in _RANKED:
        _become(draft, Kind.ORDINAL)
        draft.role = "rank"
        return True
    if word in _TIMES:
        _become(draft, Kind.FREQUENCY)
        draft.name_unit(source, "times", at, at + 1)
        _per(source, draft, at + 1)
        return True
    return False


def _below_zero(source: Source, draft: Draft, at: int) -> bool:
    """Read «5 درجات تحت الصفر» as one number of degrees, -5."""
    if tuple(source.words[at : at + 2]) != _BELOW_ZERO or draft.value is None:
        return False
    _become(draft, Kind.MEASURE)
    draft.value = scale_value(draft.value, Decimal(-1))
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
            draft.value = scale_value(draft.value, Decimal(-1))
            draft.at, draft.start = sign, source.tokens[sign].start


def _bare_age(source: Source, draft: Draft) -> bool:
    """Read «دون سن 16», «سن الـ18»: an age without its years."""
    before = source.word(source.left_of(draft.at) - 1)
    if before not in ("سن", "السن", "بسن", "وسن") or not source.same_line(draft.at):
        return False
    _become(draft, Kind.AGE)
    draft.unit = "year"
    return True


def _noun(source: Source, draft: Draft, at: int) -> bool:
    vague_whole = draft.vague or draft.kind is Kind.FRACTION
    if vague_whole and source.same_line(at) and source.words[at].startswith("ال"):
        draft.name_noun(source, at, at + 1)
        draft.extend_to(at + 1)
        return True
    of_whole = draft.unit == "%" or draft.kind is Kind.FRACTION or draft.scale > 1
    found = read_noun(source, at, of_whole)
    if found is None:
        return False
    draft.name_noun(source, *found)
    draft.extend_to(found[1])
    _per(source, draft, found[1])
    return True
