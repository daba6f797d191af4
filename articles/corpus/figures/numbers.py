"""Numbers with what they are of: the most common reader."""

from __future__ import annotations

from decimal import Decimal

from articles.corpus.figures.after_noun import (
    after_its_noun,
    find_owned,
    is_adjective_of_one,
    is_adjective_of_plural,
    is_place_word,
    owned_singular,
)
from articles.corpus.figures.coefficients import Quantity
from articles.corpus.figures.counted import name_what_is_counted
from articles.corpus.figures.currency_tables import DEFINITE_HEADS, Head
from articles.corpus.figures.draft import Draft
from articles.corpus.figures.figure import Kind
from articles.corpus.figures.noun_forms import KNOWN_NOUNS, SINGULAR_OF
from articles.corpus.figures.nouns import may_be_noun, singular
from articles.corpus.figures.number_words import NUMBER_WORDS, Slot
from articles.corpus.figures.ordinals import ORDINALS
from articles.corpus.figures.phrases import folded_set
from articles.corpus.figures.quantity import join_groups, read_group
from articles.corpus.figures.ranges import read_range
from articles.corpus.figures.score_words import counts_goals, score_of_goals
from articles.corpus.figures.source import Source

ONE = folded_set("واحد واحدا واحدة الواحد الواحدة")
_TIMES = frozenset(("مره", "لمره", "ومره"))
PAIR = folded_set("اثنين اثنان اثنتين اثنتان إثنين إثنان")
_YEAR_WORDS = folded_set(
    """
عام سنة العام السنة لعام لسنة بعام بسنة عامي أعوام سنوات وعام وسنة للعام
"""
)
_BEFORE_ZERO = folded_set(
    "من إلى عند على في مقابل أو بين نحو دون فوق تحت قرب حول حتى يساوي تساوي بلغ بلغت"
    " يبلغ تبلغ سجل سجلت قيمته قيمتها نسبة مستوى نقطة رقم العدد النتيجة كان كانت هو هي"
)
_NUMBERED_OF = folded_set("الدورة النسخة الجولة الحلقة الطبعة القمة الذكرى دورة دورته")
_YEAR_PREPOSITIONS = folded_set("في منذ حتى")
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_FIRST_RECENT, _LAST_RECENT = 1900, 2050  # years that news talks of
_LONGEST_BARE = 8  # more digits without anything counted are a code
_LIST_SIGNS = frozenset("-.)–:")
_PIECES = folded_set("جزء جزءا أجزاء جزءين")
_SPOKEN_HUNDREDS = folded_set("مية ومية لمية بمية")  # also a woman's name


def read_number(source: Source, at: int, country: str | None) -> Draft | None:
    """Read a range, a score or a number with what it is of."""
    if _is_rest(source, at):
        return None
    group = read_group(source, at)
    if group is None:
        return None
    quantity = join_groups(source, group)
    found = read_range(source, group, quantity, country)
    if found is not None:
        return None if _is_year(source, found) else found
    if not source.free(quantity.at, quantity.end):
        return None
    if source.words[quantity.at] in ONE and quantity.end == at + 1:
        return _read_one(source, quantity, country)
    draft = _draft(quantity)
    score = counts_goals(source, draft) and score_of_goals(source, draft, draft.end + 1)
    return score or _of_something(source, draft, quantity, country)


def _of_something(
    source: Source, draft: Draft, quantity: Quantity, country: str | None
) -> Draft | None:
    """Name what a number is of; None for years and what claims nothing."""
    at = quantity.at
    name_what_is_counted(source, draft, country)
    if source.words[at] in PAIR and _follows_dual(source, draft):
        draft.name_noun(source, at - 1, at)  # «مهاجرين اثنين»
        draft.reach = draft.end
    _take_noun_before(source, draft)
    if draft.kind is Kind.AGE:
        return draft
    if quantity.clitic.definite and _follows_its_noun(source, draft):
        return after_its_noun(source, draft)
    if not source.is_all(draft.at, draft.reach) and _is_year(source, draft):
        return None
    _take_place_before(source, draft)
    return draft if _is_claim(source, draft) else None


def _follows_dual(source: Source, draft: Draft) -> bool:
    """Tell «حاجين اثنين تعرضا» from «اثنين من الحجاج»."""
    if not may_be_noun(source, draft.at - 1):
        return False
    dual = source.words[draft.at - 1].endswith(("ين", "ان"))
    return dual and (draft.noun is None or source.word(draft.end) != "من")


def _follows_its_noun(source: Source, draft: Draft) -> bool:
    """Tell «الدول الثلاث جاءت» from «الثلاث دول»."""
    if draft.noun is None or draft.unit:
        return draft.reach == draft.end
    at = source.left_of(draft.at) - 1
    before = source.word(at).removeprefix("ال")
    following = source.word(draft.end)
    owned = at >= 0 and find_owned(source, at) and following not in SINGULAR_OF
    if owned or owned_singular(before) != before:
        draft.noun = draft.noun_span = None
        draft.reach = draft.end
        return True
    plural = before in SINGULAR_OF or before.endswith(("ات", "ين", "ون", "اته", "اتها"))
    plural = plural or is_adjective_of_plural(source, at)  # «الأطراف المذكورة الثلاث»
    if not plural or singular(following) in KNOWN_NOUNS:
        return False
    draft.noun = draft.noun_span = None
    draft.reach = draft.end
    return True


def _take_noun_before(source: Source, draft: Draft) -> None:
    """Read «عوامل ثلاثة»: a plural before its number, where no noun follows."""
    before = draft.at - 1
    if not draft.in_words or draft.kind is not Kind.COUNT or draft.definite:
        return
    if not isinstance(draft.value, Decimal) or not 3 <= draft.value <= 10:
        return
    after = source.word(draft.end)
    counted = singular(after) in KNOWN_NOUNS or after.endswith(("ين", "ات", "ا", "ه"))
    follows = draft.noun is not None and counted
    if (
        source.same_line(draft.at)
        and source.words[before] in SINGULAR_OF
        and not follows
    ):
        draft.name_noun(source, before, draft.at)


def _take_place_before(source: Source, draft: Draft) -> None:
    """Read «في الدقيقة 88», «الدورة 31»: the place in an order, not how many."""
    before = draft.at - 1
    if draft.in_words or draft.kind is not Kind.COUNT:
        return
    numbered = source.words[before - is_adjective_of_one(source, before)]
    of_it = source.word(draft.end)[:1] == "ل" and numbered in _NUMBERED_OF
    if draft.noun and not of_it:  # «الدورة 27 لقمة الاتحاد»
        return
    if not source.same_line(draft.at):
        return
    if is_adjective_of_one(source, before):
        before -= 1  # «الدورة العادية 27»
    if is_place_word(source.words[before]):
        draft.kind = Kind.ORDINAL
        draft.name_noun(source, before, before + 1)
        draft.reach = draft.end


def _is_rest(source: Source, at: int) -> bool:
    """Tell what belongs to the number before it: «53 جزءا من المئة»."""
    of_pieces = source.word(at - 1) == "من" and source.word(at - 2) in _PIECES
    of_pieces = of_pieces and source.words[at].startswith("ال")
    return of_pieces or _is_rest_of_ordinal(source, at) or _is_rest_of_clock(source, at)


def _is_rest_of_ordinal(source: Source, at: int) -> bool:
    """«عشر» of «لويس الرابع عشر», «أعضائه الخمسة عشر» is no number of its own."""
    number = NUMBER_WORDS.get(source.words[at])
    if number is None or number.slot is not Slot.TEN or number.clitic.letters:
        return False
    unit = NUMBER_WORDS.get(source.word(at - 1))
    teen = unit is not None and unit.slot <= Slot.UNIT and source.same_line(at)
    return teen or source.word(at - 1) in ORDINALS


def _is_rest_of_clock(source: Source, at: int) -> bool:
    """The seconds of «3:28.28», the time of a race, are no number of their own."""
    follows = source.word(at - 1) in (":", ".") and source.is_digits(at - 2)
    return follows and source.is_digits(at) and source.glued(at)


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
    if word in KNOWN_NOUNS or (word[-1:] == "ا" and word[:-1] in KNOWN_NOUNS):
        draft.name_noun(source, before, before + 1)
        return draft
    head = DEFINITE_HEADS.get("ال" + word[2:] if word[:2] == "لل" else word)
    if head and draft.definite:
        return _one_of_money(source, draft, head)
    return draft if source.is_all(one.at, one.end) else None


def _one_of_money(source: Source, draft: Draft, head: Head) -> Draft:
    """Read «للدولار الواحد»: the price of one."""
    before = draft.at - 1
    draft.kind, draft.unit, draft.tier = Kind.MONEY, head.default, "secondary"
    letters = 1 if source.words[before].startswith("لل") else 0
    start = source.after_letters(before, letters)
    draft.unit_span = start, source.tokens[before].end
    return draft


def _is_claim(source: Source, draft: Draft) -> bool:
    """Refuse bare years, list markers, and digits alone on a line of a longer text."""
    if draft.kind is not Kind.COUNT or draft.noun or draft.definite:
        return True
    if not draft.in_words and _is_code(source, draft):
        return False
    if draft.in_words:
        if not draft.value and not _is_zero(source, draft):
            return False
        folded, written = source.words[draft.at], source.tokens[draft.at].text
        spoken = folded in _SPOKEN_HUNDREDS and "ئ" not in written
        return not spoken or draft.value != 100 or source.is_all(draft.at, draft.end)
    if draft.end == draft.at + 1 and len(source.words[draft.at]) >= _LONGEST_BARE:
        return False
    if source.is_all(draft.at, draft.reach):
        return True
    opens = draft.at == source.sentence(draft.at)[0] or not source.same_line(draft.at)
    closes = not source.same_line(draft.end)
    marks_a_list = source.word(draft.end) in _LIST_SIGNS
    inline = source.word(draft.end) == "-" and source.glued(draft.end)
    return not (inline or (opens and (closes or marks_a_list)))


def _is_code(source: Source, draft: Draft) -> bool:
    """Tell the «02» of «محكمة تونس 02» from a count."""
    digits = source.words[draft.at]
    alone = draft.end == draft.at + 1 and not source.is_all(draft.at, draft.end)
    return alone and len(digits) > 1 and digits[0] == "0" and draft.scale == 1


def _is_zero(source: Source, draft: Draft) -> bool:
    """Tell «من صفر» and «بصفر» from «الطاهر صفر», a name."""
    before = source.word(draft.at - 1) if source.same_line(draft.at) else ""
    led = before in _BEFORE_ZERO or source.words[draft.at][:1] in ("ب", "ل")
    return led or source.kind(draft.at - 1) != "word"


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
    plain = len(source.words[draft.at]) == 4
    if not plain or not _FIRST_YEAR <= draft.value <= _LAST_YEAR:
        return False
    if draft.noun is None and not draft.definite:
        return True
    recent = _FIRST_RECENT <= draft.value <= _LAST_RECENT
    after = source.word(draft.end)
    counted = after in KNOWN_NOUNS or after.endswith(("ا", "ه")) or draft.definite
    return not counted and (recent or before in _YEAR_PREPOSITIONS)
