"""The readers of figures, and the words that call each of them.

``READERS`` maps a folded word to the readers that it may open, in the order they are
tried; the first that understands the place wins. Digits call ``read_number``.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from articles.corpus.arabic import fold
from articles.corpus.figures.counted import (
    iso_duration,
    name_what_is_counted,
    scale_value,
)
from articles.corpus.figures.currencies import (
    DEFINITE_HEADS,
    MONEY_DUALS,
    NISBAS,
    Head,
    name_country,
)
from articles.corpus.figures.draft import Draft
from articles.corpus.figures.figure import Kind
from articles.corpus.figures.fractions import (
    FRACTIONS,
    SHARES,
    half_after,
    read_fraction,
)
from articles.corpus.figures.noun_forms import KNOWN_NOUNS, SINGULAR_OF
from articles.corpus.figures.nouns import NOUN_DUALS, may_be_noun
from articles.corpus.figures.number_words import (
    CLITICS,
    JOINER,
    NUMBER_WORDS,
    Slot,
    with_clitics,
)
from articles.corpus.figures.numerals import read_digits
from articles.corpus.figures.ordinals import ORDINALS, read_ordinal
from articles.corpus.figures.phrases import folded_set
from articles.corpus.figures.quantity import Quantity, read_quantity
from articles.corpus.figures.ranges import read_range
from articles.corpus.figures.scales import SCALES
from articles.corpus.figures.source import Source, starts_with_alef_lam
from articles.corpus.figures.units import (
    PLURAL_UNITS,
    UNIT_DUALS,
    UNIT_NAMES,
    UNITS,
    Unit,
)
from articles.corpus.figures.vague import PLURALS, read_vague

Reader = Callable[[Source, int, str | None], Draft | None]

_ONE = folded_set("واحد واحدة الواحد الواحدة")
_TIMES = frozenset(("مره", "لمره", "ومره"))
_NUMBERED = folded_set(
    """
الدورة دورة الدقيقة القرن النسخة الجولة جولة الحلقة حلقة الطبعة اليوم الأسبوع دور
الدور المرتبة المركز مرتبة مركز للمرة المرة الطابق الدفعة الأسبوعية المباراة الشوط
الذكرى دقيقة بالدقيقة الصف المحطة الجلسة القمة
"""
)
_FREQUENCIES = {
    fold(word): iso
    for iso, words in {
        "P1D": "يوميا يومي",
        "P1W": "أسبوعيا أسبوعي",
        "P1M": "شهريا شهري",
        "P1Y": "سنويا سنوي",
    }.items()
    for word in words.split()
}
_MANNER = frozenset(
    fold(word) for word in ("بشكل", "بصورة", "وبشكل", "بشكل شبه", "شبه")
)
_DURING = folded_set("خلال في منذ بعد قبل طوال طيلة مدى بين عن غضون ظرف على مدار")
_PASSING = folded_set(
    """
الماضيين الماضيان الأخيرين المقبلين القادمين المنصرمين الجاريين التاليين السابقين
الأولين المقبلان الماضية الفائتين
"""
)
_PAIR = folded_set("اثنين اثنان اثنتين اثنتان إثنين إثنان")
_NO_WHOLES = folded_set("نهائي النهائي نهائية سنوي سنوية شهرية شهري الكرة")
_YEAR_WORDS = folded_set(
    """
عام سنة العام السنة لعام لسنة بعام بسنة عامي أعوام سنوات وعام وسنة للعام
"""
)
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_LONGEST_BARE = 8  # more digits without anything counted are a code
_LIST_SIGNS = frozenset("-.)–:")


def read_number(source: Source, at: int, country: str | None) -> Draft | None:
    """Read a range, a score or a number with what it is of."""
    found = read_range(source, at, country)
    if found is not None:
        return None if _is_year(source, found) else found
    if _is_rest_of_ordinal(source, at):
        return None
    quantity = read_quantity(source, at)
    if quantity is None or not source.free(quantity.at, quantity.end):
        return None
    if source.words[quantity.at] in _ONE and quantity.end == at + 1:
        return _read_one(source, quantity, country)
    draft = _draft(quantity)
    name_what_is_counted(source, draft, country)
    if source.words[at] in _PAIR and not draft.noun and may_be_noun(source, at - 1):
        draft.name_noun(source, at - 1, at)  # «مهاجرين اثنين»
    if draft.reach == quantity.end and quantity.clitic.definite:
        return _after_its_noun(source, draft)
    alone = draft.at == 0 and draft.reach == len(source.tokens)
    if not alone and _is_year(source, draft):
        return None
    return draft if _is_claim(source, draft) else None


def _is_rest_of_ordinal(source: Source, at: int) -> bool:
    """«عشر» of «لويس الرابع عشر» is no number of its own."""
    number = NUMBER_WORDS.get(source.words[at])
    return (
        number is not None
        and number.slot is Slot.TEN
        and source.word(at - 1) in ORDINALS
    )


def _draft(quantity: Quantity) -> Draft:
    return Draft(
        at=quantity.at,
        end=quantity.end,
        start=quantity.start,
        kind=Kind.COUNT,
        value=quantity.value,
        ambiguous=quantity.ambiguous,
        candidates=(str(quantity.other),) if quantity.other is not None else (),
        in_words=quantity.in_words,
        definite=quantity.clitic.definite,
        scale=quantity.scale,
    )


def _read_one(source: Source, one: Quantity, country: str | None) -> Draft | None:
    """Read «شخص واحد»، «الدولار الواحد»، and «واحد» that stands alone."""
    draft = _draft(one)
    name_what_is_counted(source, draft, country)
    if draft.unit:
        return draft
    before = one.at - 1
    word = source.word(before) if source.same_line(one.at) else ""
    if word in _TIMES:
        draft.kind, draft.unit = Kind.FREQUENCY, "times"
        return draft
    if word in KNOWN_NOUNS:
        draft.name_noun(source, before, before + 1)
        return draft
    head = DEFINITE_HEADS.get("ال" + word[2:] if word[:2] == "لل" else word)
    if head and draft.definite:
        return _one_of_money(source, draft, head)
    return draft if _is_alone(source, one) else None


def _one_of_money(source: Source, draft: Draft, head: Head) -> Draft:
    """Read «للدولار الواحد»: the price of one."""
    before = draft.at - 1
    draft.kind, draft.unit, draft.tier = Kind.MONEY, head.default, "secondary"
    letters = 1 if source.words[before].startswith("لل") else 0
    start = source.after_letters(before, letters)
    draft.unit_span = start, source.tokens[before].end
    return draft


def _is_alone(source: Source, number: Quantity) -> bool:
    return number.at == 0 and number.end == len(source.tokens)


def _is_claim(source: Source, draft: Draft) -> bool:
    """Refuse bare years, list markers, and digits alone on a line of a longer text."""
    if draft.kind is not Kind.COUNT or draft.noun or draft.in_words or draft.definite:
        return True
    if draft.end == draft.at + 1 and len(source.words[draft.at]) >= _LONGEST_BARE:
        return False
    if draft.at == 0 and draft.reach == len(source.tokens):
        return True
    opens = draft.at == 0 or not source.same_line(draft.at)
    closes = not source.same_line(draft.end)
    if opens and (closes or source.word(draft.end) in _LIST_SIGNS):
        return False
    return True


def _is_year(source: Source, draft: Draft) -> bool:
    """Tell a year that no date reader took: «عام 869»، «في 1891 تمكن»، «(865–915)»."""
    if draft.in_words or draft.unit_span or draft.unit or draft.scale > 1:
        return False
    if isinstance(draft.value, tuple):
        low, high = draft.value
        bracketed = (
            source.word(draft.at - 1) == "(" and source.word(draft.end) in ") م ه"
        )
        life = 100 <= low <= _LAST_YEAR and high <= _LAST_YEAR and 0 < high - low < 150
        return bracketed and life and not draft.noun
    if draft.end != draft.at + 1 or not draft.value:
        return False
    before = source.word(source.left_of(draft.at) - 1)
    if before in _YEAR_WORDS and draft.value <= _LAST_YEAR:
        return True
    plain = (
        len(source.words[draft.at]) == 4 and _FIRST_YEAR <= draft.value <= _LAST_YEAR
    )
    if not plain:
        return False
    after = source.word(draft.end)
    counted = after in KNOWN_NOUNS or after.endswith(("ا", "ه")) or draft.definite
    return not counted or not draft.noun


def _after_its_noun(source: Source, draft: Draft) -> Draft | None:
    """Read «السنوات الثلاث»، «الدول الـ15»، «التهم الرئيسية الثلاث»، «دور الـ16»."""
    before = source.left_of(draft.at) - 1
    if not source.same_line(before + 1) or before < 0:
        if _ends_in_tens(source, draft):
            draft.kind = Kind.ORDINAL
        return draft if draft.in_words else None
    word = source.words[before]
    if word.endswith("مجموعه"):
        return None  # «مجموعة العشرين» is a name
    unit = PLURAL_UNITS.get(word)
    if unit and isinstance(draft.value, Decimal):
        draft.kind, draft.unit = Kind.DURATION, unit.symbol
        draft.iso = iso_duration(draft.value, unit.symbol)
        draft.at, draft.start = before, source.tokens[before].start
        return draft
    if word in _NUMBERED or _is_ordinal_ten(source, draft, before):
        draft.kind = Kind.ORDINAL
    at = before
    if at > 0 and source.words[at - 1].startswith("ال") and word.startswith("ال"):
        at -= 1  # an adjective stands between: «التهم الرئيسية الثلاث»
    if not word.startswith("ال") and draft.kind is Kind.COUNT:
        return draft if not draft.in_words or draft.scale > 1 else None
    draft.name_noun(source, at, at + 1)
    return draft


def _is_ordinal_ten(source: Source, draft: Draft, before: int) -> bool:
    """«الذكرى الخمسين» is the fiftieth; «الدول الخمسين» are fifty."""
    if not _ends_in_tens(source, draft):
        return False
    noun = source.words[before]
    plural = noun.removeprefix("ال") in SINGULAR_OF or noun.endswith(("ات", "ين"))
    return not plural


def _ends_in_tens(source: Source, draft: Draft) -> bool:
    number = NUMBER_WORDS.get(source.words[draft.end - 1])
    return number is not None and number.slot is Slot.TENS


def read_part(source: Source, at: int, country: str | None) -> Draft | None:
    """Read a fraction of a scale, of a unit or of a whole: «نصف ساعة»، «ثلثا السكان»."""
    number = read_quantity(source, at)
    if number is not None and source.words[at] not in NUMBER_WORDS:
        return read_number(source, at, country)
    fraction = read_fraction(source, at)
    if fraction is None:
        return None
    value, end, clitic = fraction
    text_not_half = (
        source.words[end - 1].endswith("نص") and source.word(end) not in UNITS
    )
    if source.word(end) in _NO_WHOLES or clitic.definite or text_not_half:
        return None
    start = source.after_letters(at, clitic.letters)
    draft = Draft(at, end, start, Kind.FRACTION, value, in_words=True)
    name_what_is_counted(source, draft, country)
    part = FRACTIONS.get(source.words[end - 1])
    of_whole = draft.noun is not None and source.words[end].startswith("ال")
    of_whole = of_whole or (part is not None and part.is_owned)
    if draft.unit or of_whole or _is_alone(source, Quantity(value, at, end, start)):
        return draft
    if (
        source.words[end - 1].endswith(("ارباع", "ثلثا", "ثلثي"))
        or "ثلاث" in source.words[at]
    ):
        return draft
    return None


def read_share(source: Source, at: int, country: str | None) -> Draft | None:
    """Read «خمس السكان»: these words are fractions only before a whole."""
    share = SHARES[source.words[at]]
    whole = source.word(at + 1) if source.same_line(at + 1) else ""
    if not whole.startswith("ال") or whole in SINGULAR_OF or whole in PLURAL_UNITS:
        return None
    start = source.after_letters(at, share.clitic.letters)
    draft = Draft(at, at + 1, start, Kind.FRACTION, share.value, in_words=True)
    draft.tier, draft.ambiguous = "secondary", True
    name_what_is_counted(source, draft, country)
    return draft


def read_vague_plural(source: Source, at: int, country: str | None) -> Draft | None:
    """Read «آلاف الغارات»: no value, an open interval from the least it can mean."""
    run = read_vague(source, at)
    if run is None:
        return None
    draft = Draft(
        at=run.at,
        end=run.end,
        start=run.start,
        kind=Kind.COUNT,
        value_min=Decimal(run.at_least),
        value_max=None if run.at_most is None else Decimal(run.at_most),
        vague=True,
        tier="secondary",
        in_words=True,
        scale=run.at_least,
    )
    name_what_is_counted(source, draft, country)
    if draft.kind is Kind.MONEY and draft.unit_span:
        _leave_family_open(source, draft)
    return draft


def _leave_family_open(source: Source, draft: Draft) -> None:
    """«ملايين الدولارات» names a family of money, unless a country stands there."""
    last = source.token_at((draft.unit_span or (0, 0))[1] - 1)
    named = NISBAS.at(source.words, last) or source.kind(last) != "word"
    if not named and draft.unit == "USD":
        draft.unit, draft.candidates = "dollar", ("USD",)


def read_dual(source: Source, at: int, country: str | None) -> Draft | None:
    """Read a noun in the dual: «شخصان»، «شهرين»، «دولارين»، «البلدين»."""
    word = source.words[at]
    for letters, clitic in CLITICS.items():
        bare = word[len(letters) :] if word.startswith(letters) else ""
        if bare and (bare in UNIT_DUALS or bare in MONEY_DUALS or bare in NOUN_DUALS):
            start = source.after_letters(at, clitic.letters)
            paired = source.same_line(at + 1) and source.words[at + 1] in _PAIR
            draft = Draft(at, at + 1, start, Kind.COUNT, Decimal(2), in_words=True)
            draft.end += paired  # «شخصين اثنين»
            draft.extend_to(draft.end)
            definite = bare in NOUN_DUALS and NOUN_DUALS[bare][1]
            draft.definite = clitic.definite or definite
            if draft.definite:
                draft.tier = "secondary"
            return _name_dual(source, draft, bare, country)
    return None


def _name_dual(
    source: Source, draft: Draft, bare: str, country: str | None
) -> Draft | None:
    if bare in UNIT_DUALS:
        unit = UNIT_DUALS[bare]
        time = unit.dimension == "time"
        if draft.definite and not (time and _is_span_of_time(source, draft)):
            return None
        draft.kind = Kind.DURATION if time else Kind.MEASURE
        draft.unit, draft.dimension = unit.symbol, unit.dimension
        draft.iso = iso_duration(Decimal(2), unit.symbol) if time else None
        _finish_unit_dual(source, draft)
    elif bare in MONEY_DUALS:
        money = name_country(source, MONEY_DUALS[bare], draft.at, draft.end, country)
        draft.kind, draft.unit = Kind.MONEY, money.code
        draft.value = scale_value(draft.value, money.share)
        draft.extend_to(money.end)
    else:
        draft.noun = NOUN_DUALS[bare][0]
        if source.words[draft.at].endswith(("مرتين", "مرتان")):
            draft.kind, draft.unit, draft.noun = Kind.FREQUENCY, "times", None
    return draft


def _is_span_of_time(source: Source, draft: Draft) -> bool:
    """Tell «خلال العامين الماضيين» from «المقررين العامين» (general)."""
    after = source.word(draft.end)
    return source.word(draft.at - 1) in _DURING or after in _PASSING


def _finish_unit_dual(source: Source, draft: Draft) -> None:
    half = half_after(source, draft.end)
    if half and isinstance(draft.value, Decimal):
        draft.value += half[0]
        draft.end = half[1]
        draft.extend_to(half[1])
    if draft.unit == "degree":
        quantity_end = draft.end
        if tuple(source.words[quantity_end : quantity_end + 2]) == ("تحت", "الصفر"):
            draft.value = scale_value(draft.value, Decimal(-1))
            draft.unit, draft.end = "celsius", quantity_end + 2
            draft.extend_to(draft.end)


def read_unit_alone(source: Source, at: int, country: str | None) -> Draft | None:
    """Read «ساعة واحدة»، «لتر ونصف»، «ساعة و20 دقيقة»: a unit that says its number."""
    named = _unit_at(source, at)
    if named is None or not source.same_line(at + 1):
        return None
    unit, letters = named
    half = half_after(source, at + 1)
    value, end = Decimal(1), at + 1
    if half:
        value, end = 1 + half[0], half[1]
    elif source.words[at + 1] in _ONE:
        end = at + 2
    elif not _smaller_unit_follows(source, at + 1, unit):
        return None
    start = source.after_letters(at, letters)
    kind = Kind.DURATION if unit.dimension == "time" else Kind.MEASURE
    draft = Draft(at, end, start, kind, value, in_words=True)
    draft.unit, draft.dimension = unit.symbol, unit.dimension
    if kind is Kind.DURATION:
        draft.iso = iso_duration(value, unit.symbol)
    return draft


def _unit_at(source: Source, at: int) -> tuple[Unit, int] | None:
    """Give the unit that a word names and the letters of its clitic."""
    word = source.words[at]
    for letters, clitic in CLITICS.items():
        if word.startswith(letters) and not clitic.definite:
            unit = UNIT_NAMES.get(word[len(letters) :])
            if unit:
                return unit, clitic.letters
    return None


def _smaller_unit_follows(source: Source, at: int, unit: Unit) -> bool:
    """Find the «و20 دقيقة» of «ساعة و20 دقيقة»."""
    if source.words[at] != JOINER or not source.same_line(at + 1):
        return False
    number = read_quantity(source, at + 1)
    smaller = UNITS.at(source.words, number.end) if number else None
    if smaller is None:
        return False
    return smaller[1].dimension == unit.dimension and smaller[1].size < unit.size


def read_place_in_order(source: Source, at: int, country: str | None) -> Draft | None:
    """Read an ordinal with the noun before it, or after «ثالث أكبر»."""
    run = read_ordinal(source, at)
    if run is None:
        return None
    draft = Draft(
        at, run.end, run.start, Kind.ORDINAL, Decimal(run.value), in_words=True
    )
    if run.clitic.definite:
        before = _ordered_noun(source, at)
        if before is not None:
            draft.name_noun(source, before, before + 1)
        else:
            draft.tier = "secondary"
        return draft
    draft.tier = "secondary"
    if may_be_noun(source, run.end):
        draft.name_noun(source, run.end, run.end + 1)
        draft.extend_to(run.end + 1)
    elif not _is_alone(source, Quantity(Decimal(run.value), at, run.end, run.start)):
        return None
    return draft


def _ordered_noun(source: Source, at: int) -> int | None:
    """Find the definite noun of an ordinal, over an adjective: «القناة الوطنية الأولى»."""
    before = at - 1
    if not source.same_line(at) or source.kind(before) != "word":
        return None
    word, earlier = source.words[before], source.word(before - 1)
    if word in ORDINALS:
        return None
    if (
        word.startswith("ال")
        and word.endswith(("ي", "يه"))
        and source.same_line(before)
    ):
        if starts_with_alef_lam(earlier):
            return before - 1
    owned = len(word) > 4 and word.endswith(("ه", "ها", "هم", "نا", "ته", "تها"))
    return before if starts_with_alef_lam(word) or owned else None


def read_frequency(source: Source, at: int, country: str | None) -> Draft | None:
    """Read «بشكل يومي»، «سنويا»: how often, without a number."""
    word = source.words[at]
    if not word.endswith("ا") and source.word(at - 1) not in _MANNER:
        return None
    draft = Draft(at, at + 1, source.tokens[at].start, Kind.FREQUENCY, in_words=True)
    draft.iso, draft.tier = _FREQUENCIES[word], "secondary"
    return draft


def read_fraction_in_digits(
    source: Source, at: int, country: str | None
) -> Draft | None:
    """Read «3/4» and «77/100»."""
    over = read_digits(source, at).end
    if source.word(over) != "/" or not source.glued(over) or not source.glued(over + 1):
        return None
    if not source.is_digits(over + 1) or source.word(over + 2) == "/":
        return None
    top, bottom = Decimal(source.words[at]), Decimal(source.words[over + 1])
    if over != at + 1 or not bottom or len(source.words[over + 1]) > 4:
        return None
    if bottom not in (2, 3, 4, 5, 8, 10, 100, 1000):
        return None
    signed = source.word(at - 1) == "-" and source.glued(at)
    start = source.tokens[at - signed].start
    value = -(top / bottom) if signed else top / bottom
    draft = Draft(at - signed, over + 2, start, Kind.FRACTION, value)
    name_what_is_counted(source, draft, country)
    return draft


def _readers() -> dict[str, tuple[Reader, ...]]:
    """Build the table of words; the order of the rows is the order of trying."""
    duals = [*UNIT_DUALS, *MONEY_DUALS, *NOUN_DUALS]
    rows: list[tuple[Reader, list[str]]] = [
        (read_share, list(SHARES)),
        (read_part, [*FRACTIONS, *NUMBER_WORDS]),
        (read_number, [*NUMBER_WORDS, *SCALES]),
        (read_vague_plural, list(PLURALS)),
        (read_dual, [form for dual in duals for form, _ in with_clitics(dual)]),
        (
            read_unit_alone,
            [form for unit in UNIT_NAMES for form, _ in with_clitics(unit)],
        ),
        (read_place_in_order, list(ORDINALS)),
        (read_frequency, list(_FREQUENCIES)),
    ]
    table: dict[str, tuple[Reader, ...]] = {}
    for reader, words in rows:
        for word in words:
            if reader not in table.get(word, ()):
                table[word] = (*table.get(word, ()), reader)
    return table


READERS = _readers()
