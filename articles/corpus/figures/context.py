"""What a figure takes from its neighbours: modifiers, nouns, conversions, compounds."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from articles.corpus.figures.draft import Draft
from articles.corpus.figures.figure import Kind
from articles.corpus.figures.measures import iso_duration
from articles.corpus.figures.modifiers import modifier_after, modifier_before
from articles.corpus.figures.noun_forms import VERBAL_NOUNS
from articles.corpus.figures.nouns import may_be_noun
from articles.corpus.figures.number_words import JOINER
from articles.corpus.figures.phrases import folded_set
from articles.corpus.figures.source import Source
from articles.corpus.figures.units import UNITS

_BOUNDABLE = frozenset(
    {
        Kind.COUNT,
        Kind.MONEY,
        Kind.PERCENT,
        Kind.MEASURE,
        Kind.DURATION,
        Kind.AGE,
        Kind.FRACTION,
        Kind.RANGE,
        Kind.FREQUENCY,
        Kind.MULTIPLE,
    }
)
_SHARING = frozenset({Kind.PERCENT, Kind.MEASURE, Kind.DURATION, Kind.AGE})
_NEAR = 6
_THOUSAND, _MOST_TIMES = 1000, 20
_INSTEAD = folded_set("بدل بدلا عوض مقابل عوضا إلى الى")
_AGAINST = folded_set("مقارنة مقابل")
_AGAINST_ALL = (
    _AGAINST
    | folded_set("ب مع نحو بنحو حوالي بحوالي قرابة أكثر بأكثر أقل من")
    | {"،", ","}
)
_COMPARABLE = (Kind.MONEY, Kind.MEASURE)
_WAS = folded_set("كان كانت أصبح أصبحت صار صارت بات باتت وصل وصلت ليصل لتصل يبلغ تبلغ")
_PAST = folded_set(
    "قبل بعد أن من ثم إلى الى ب شهر شهرين أسبوع أسبوعين عام عامين سنة يوم يومين أمس"
    " العام الشهر الأسبوع الماضي الماضية سابقا السابق سعره سعرها ثمنه ثمنها السعر"
) | frozenset(".،,؛")
_NUMBER_OF = frozenset(("عدد", "لعدد", "وعدد", "بعدد", "حصيله", "اعداد"))
_OF_THEM = frozenset(("منهم", "منها", "منهن"))
_SIZES_OF_NUMBERS = folded_set(
    "قياسي قياسيا كبير كبيرا محدود هائل ضئيل قليل إجمالي مماثل آخر كاف غفير"
)
_AMONG = frozenset(("بينهم", "بينها", "منهم", "منها", "بينهن"))


def bound(source: Source, draft: Draft) -> None:
    """Name the modifier before the number, or after it."""
    if draft.kind not in _BOUNDABLE or draft.modifier:
        return
    found = modifier_before(source, source.left_of(draft.at))
    if found is None:
        for at in dict.fromkeys((draft.end, draft.reach)):
            found = modifier_after(source, at)
            if found:
                draft.extend_to(found.end)
                break
    if found:
        draft.modifier = found.modifier
        draft.modifier_span = found.start, source.tokens[found.end - 1].end


def relate(source: Source, drafts: Iterable[Draft], country: str | None) -> list[Draft]:
    """Link each figure to the one before it, and join compounds."""
    related: list[Draft] = []
    for draft in drafts:
        before = related[-1] if related else None
        if before is not None:
            if _joins_compound(source, before, draft):
                continue
            _share_unit(source, before, draft)
            _share_modifier(source, before, draft)
            _share_age(source, before, draft)
            _share_compared(source, before, draft)
            _link_conversion(source, before, draft)
        _find_elided_noun(source, related, draft)
        if _says_nothing(draft):
            draft.tier = "secondary"
        related.append(draft)
    return related


def _says_nothing(draft: Draft) -> bool:
    """Tell a number that counts nothing the text names."""
    named = draft.noun or draft.unit or draft.unit_span or draft.modifier
    return draft.kind in (Kind.COUNT, Kind.RANGE) and not named


def _is_joined(source: Source, before: Draft, draft: Draft) -> bool:
    """Tell whether only و stands between two figures."""
    at = source.left_of(draft.at)
    between = source.words[before.reach : at]
    if at > before.reach and between != [JOINER]:
        return False
    if not all(map(source.same_line, range(before.reach, draft.at + 1))):
        return False
    first = source.words[min(at, draft.at)]
    return (
        between == [JOINER]
        or (at < draft.at and first[:1] == JOINER)
        or (draft.in_words and source.words[draft.at][:1] == JOINER)
    )


def _share_unit(source: Source, before: Draft, draft: Draft) -> None:
    """Let «5 و10 سنوات», «4,25 و4,75 في المئة», «12 و15 مقعدا» be of one thing."""
    shared = draft.kind in _SHARING and before.noun_elided  # «العمر 34 و51 سنة»
    bare = before.kind is Kind.COUNT and (_says_nothing(before) or shared)
    bare = bare and not before.definite
    alike = before.in_words == draft.in_words and draft.scale == before.scale == 1
    if not (bare and alike and _is_joined(source, before, draft)):
        return
    if source.word(before.at - 1) == "/":
        return  # «7 أيام/7 و24 ساعة/24»
    if draft.kind is Kind.COUNT and not draft.noun_elided:
        before.noun, before.noun_elided = draft.noun, draft.noun is not None
    elif draft.kind in _SHARING and isinstance(before.value, Decimal):
        before.kind, before.unit = draft.kind, draft.unit
        before.noun, before.noun_elided = None, False
        before.dimension = draft.dimension
        if draft.iso and draft.unit:
            before.iso = iso_duration(before.value, draft.unit)
    if not _says_nothing(before):
        before.tier = draft.tier


def _share_modifier(source: Source, before: Draft, draft: Draft) -> None:
    """Let «ما لا يقل عن 38 مركبا و110 شباك» bound both numbers."""
    alike = before.kind is draft.kind and before.unit == draft.unit
    single = draft.kind in _BOUNDABLE and draft.kind is not Kind.RANGE
    if not (alike and single and before.modifier) or draft.modifier:
        return
    span = before.modifier_span
    leads = span is None or span[0] < before.start
    if leads and _is_joined(source, before, draft):
        draft.modifier = before.modifier


def _share_age(source: Source, before: Draft, draft: Draft) -> None:
    """Let «أعمارهم 9 سنوات و5 سنوات», «لا يقل عن 21 سنة ولا يزيد على 30» be ages."""
    if before.kind is not Kind.AGE or draft.kind is not Kind.DURATION:
        return
    bounds = before.modifier and draft.modifier and draft.at - before.reach < _NEAR
    if draft.unit in ("year", "month") and (
        bounds or _is_joined(source, before, draft)
    ):
        draft.kind, draft.iso = Kind.AGE, None


def _share_compared(source: Source, before: Draft, draft: Draft) -> None:
    """Let «9 آلاف ليرة بدل 5 آلاف» and «كان قبل شهر 5 آلاف» be of one money.

    Only where the text compares two amounts of one size and names nothing else.
    """
    bare = draft.kind is Kind.COUNT and not (draft.noun or draft.definite)
    # «(38 مليون دولار) مقارنة بـ22 مليونا» is of the other money.
    sized = before.unit_span is not None and before.conversion_of is None
    if (
        not bare
        or before.kind not in _COMPARABLE
        or not sized
        or not isinstance(before.value, Decimal)
        or not isinstance(draft.value, Decimal)
        or draft.scale < _THOUSAND
        or may_be_noun(source, draft.end)
    ):
        return
    alike = before.value / _MOST_TIMES <= draft.value <= before.value * _MOST_TIMES
    if alike and _is_compared(source, before, draft):
        draft.kind, draft.unit = before.kind, before.unit
        draft.dimension = before.dimension
        draft.candidates, draft.ambiguous = before.candidates, before.ambiguous


def _is_compared(source: Source, before: Draft, draft: Draft) -> bool:
    """Tell «بدل 5 آلاف» and «. وكان قبل شهر 5 آلاف» from what counts another thing."""
    at = source.left_of(draft.at)
    between = source.words[before.reach : at]
    near = 0 < len(between) <= _NEAR and source.same_line(at)
    against = set(between) <= _AGAINST_ALL and not _AGAINST.isdisjoint(between)
    if near and (against or between[-1] in _INSTEAD):
        return True
    was = {word.removeprefix("و").removeprefix("ف") for word in between}
    rest = was - _WAS - _PAST
    return near and bool(was & _WAS) and not rest


def _link_conversion(source: Source, before: Draft, draft: Draft) -> None:
    """Link «100 مليون دولار (84 مليون يورو)»."""
    comparable = (Kind.MONEY, Kind.MEASURE, Kind.RANGE)
    if before.kind not in comparable or draft.kind not in comparable:
        return
    if before.unit is None or draft.unit is None or before.unit == draft.unit:
        return
    opening = source.words[before.reach : draft.at]
    if "(" in opening and ")" not in opening and len(opening) <= 4:
        draft.conversion_of = before.span(source)


def _joins_compound(source: Source, before: Draft, draft: Draft) -> bool:
    """Add «20 دولارا و43 سنتا» and «متر و80 سنتيمترا» into one figure."""
    if before.kind is not draft.kind or not _is_joined(source, before, draft):
        return False
    if not isinstance(before.value, Decimal) or not isinstance(draft.value, Decimal):
        return False
    part = _part_of(source, before, draft)
    if part is None:
        return False
    before.value += part
    before.unit = draft.unit if before.kind is Kind.MONEY else before.unit
    before.end, before.reach = draft.reach, draft.reach
    before.stop = None
    before.unit_span = None
    if before.kind is Kind.DURATION and before.unit:
        before.iso = iso_duration(before.value, before.unit)
    return True


def _part_of(source: Source, before: Draft, draft: Draft) -> Decimal | None:
    """Give the smaller amount in the unit of the larger one."""
    assert isinstance(before.value, Decimal)
    assert isinstance(draft.value, Decimal)
    if before.kind is Kind.MONEY:
        alike = before.unit in (draft.unit, None)  # «دينارا و500 مليم»
        cents = alike and draft.value < 1 and before.value % 1 == 0
        return draft.value if cents else None
    if before.dimension != draft.dimension or before.dimension is None:
        return None
    large, small = _size(before.unit), _size(draft.unit)
    if large is None or small is None or large <= small:
        return None
    part = draft.value * small / large
    return part if part < 1 else None


_SIZES = {unit.symbol: unit.size for units in UNITS.entries() for unit in units}


def _size(unit: str | None) -> Decimal | None:
    return _SIZES.get(unit or "")


def _find_elided_noun(source: Source, related: list[Draft], draft: Draft) -> None:
    """Name what «من بينها 60 ألفا» and «مقتل 32» count."""
    if draft.kind not in (Kind.COUNT, Kind.FRACTION) or draft.noun:
        return
    whole = not isinstance(draft.value, Decimal) or draft.value % 1 == 0
    if draft.kind is Kind.COUNT and not whole:
        return  # «99.43» of an index counts nobody
    at = source.left_of(draft.at)
    first = max(source.sentence(draft.at)[0], at - _NEAR)
    for place in range(at - 1, first - 1, -1):
        word = source.words[place]
        noun = VERBAL_NOUNS.get(word) or VERBAL_NOUNS.get(word[1:])
        if noun and place >= at - 4:
            draft.noun, draft.noun_elided = noun, True
            return
        if word in _NUMBER_OF and source.kind(place + 1) == "word" and place + 1 < at:
            counted = place + 1 + _step_over_size(source, place + 1)
            if counted < at:
                draft.name_noun(source, counted, counted + 1)
                draft.noun_span, draft.noun_elided = None, True
            return
        if word in _AMONG and _inherit(related, draft):
            return
    if source.word(draft.end) in _OF_THEM and source.same_line(draft.end):
        _inherit(related, draft)  # «4 منهم»
    else:
        _inherit_nearby(source, related, draft)


def _step_over_size(source: Source, at: int) -> int:
    """Step over «قياسي من» of «عدد قياسي من المشاركين»."""
    return (
        2
        if source.words[at] in _SIZES_OF_NUMBERS and source.word(at + 1) == "من"
        else 0
    )


def _inherit(related: list[Draft], draft: Draft) -> bool:
    for other in reversed(related[-4:]):
        if other.noun and other.kind is Kind.COUNT:
            draft.noun, draft.noun_elided = other.noun, True
            return True
    return False


def _inherit_nearby(source: Source, related: list[Draft], draft: Draft) -> None:
    """Inherit from a figure of the same sentence where nothing else is counted."""
    same = related and source.sentence(related[-1].at) == source.sentence(draft.at)
    if same and not may_be_noun(source, draft.end):
        _inherit(related[-1:], draft)
