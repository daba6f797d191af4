"""Ordinals in words: «الذكرى الثانية»، «جلسته الحادية والعشرين»، «ثالث أكبر»."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from articles.corpus.arabic import fold
from articles.corpus.figures.draft import Draft
from articles.corpus.figures.figure import Kind
from articles.corpus.figures.noun_forms import KNOWN_NOUNS
from articles.corpus.figures.nouns import may_be_noun
from articles.corpus.figures.number_words import (
    NUMBER_WORDS,
    Clitic,
    Slot,
    joined_at,
    with_clitics,
)
from articles.corpus.figures.phrases import folded_set
from articles.corpus.figures.source import Source, starts_with_alef_lam

_ORDINALS = {
    1: "أول أولى حادي حادية",
    2: "ثاني ثانية ثان",
    3: "ثالث ثالثة",
    4: "رابع رابعة",
    5: "خامس خامسة",
    6: "سادس سادسة",
    7: "سابع سابعة",
    8: "ثامن ثامنة",
    9: "تاسع تاسعة",
    10: "عاشر عاشرة",
}
_ONLY_DEFINITE = folded_set("حادي حادية ثانية ثان")
# Phrases that hold an ordinal and count nothing; ``_`` stands for a space.
_IDIOMS = """
لأول_مرة للمرة_الأولى أول_مرة بالدرجة_الأولى الدرجة_الأولى المقام_الأول جهة_ثانية
ناحية_ثانية مرة_ثانية الوزير_الأول السيدة_الأولى النائب_الأول العالم_الثالث
الطرف_الثالث الطرف_الثاني أول_أمس أمس_الأول أول_من الأول_من_أمس الصف_الأول
الطراز_الأول الخط_الأول الرجل_الأول الرجل_الثاني حجر_ثان أول_بأول أولا_بأول
ثانية_واحدة ثاني_أكسيد يد_ثانية تارة_ثانية الطابور_الخامس السلطة_الرابعة الفريق_الأول
الفريق_الأول القوة_الأولى الرقم_الأول
"""
_RULERS = folded_set(
    """
محمد الله عبدالله الحسن حسن الحسين فيصل خليفة بنديكت بندكت بولس يوحنا فرنسيس
إليزابيث اليزابيث نيكولا نيقولاي تشارلز شارل لويس جورج وليام ويليام فيليب فيليبي
فيليبه رمسيس تحتمس أمنحتب إدوارد هنري ألكسندر ألبرت نابليون تواضروس شنودة زايد راشد
حمد سعود كارل خوان هارالد مراد سليم سليمان محمود عبدالحميد الحميد بطرس كاترين فؤاد
فاروق غازي طلال عباس اسماعيل فرانسوا ليوبولد بودوان وليم فريدريك سرجون داريوس
بطليموس
"""
)
_LADIES = folded_set(
    "السيدة الآنسة الدكتورة الأستاذة الحاجة الفنانة الشيخة الأميرة الطفلة"
)
_OF_AGE = folded_set("سن السن بسن وسن سنها سنه دون تحت فوق")


class Ordinal(NamedTuple):
    value: int
    clitic: Clitic


class OrdinalRun(NamedTuple):
    """An ordinal at tokens ``[at:end]``; its text starts at ``start``."""

    value: int
    at: int
    end: int
    start: int
    clitic: Clitic


def _table() -> dict[str, Ordinal]:
    table = {
        form: Ordinal(value, clitic)
        for value, words in _ORDINALS.items()
        for word in words.split()
        for form, clitic in with_clitics(word)
        if clitic.definite or fold(word) not in _ONLY_DEFINITE
    }
    for form, word in NUMBER_WORDS.items():
        if word.clitic.definite and word.slot is Slot.ELEVEN:
            table[form] = Ordinal(1, word.clitic)
    return table


ORDINALS = _table()
_IDIOM_WORDS = [tuple(fold(w) for w in row.split("_")) for row in _IDIOMS.split()]
_IDIOM_LENGTH = max(map(len, _IDIOM_WORDS))
_IDIOM_SET = frozenset(_IDIOM_WORDS)


def read_ordinal(source: Source, at: int) -> OrdinalRun | None:
    """Read an ordinal at token ``at``, teens and tens included.

    >>> read_ordinal(Source.of("الحادية والعشرين"), 0).value
    21
    """
    head = ORDINALS.get(source.words[at])
    if head is None or _in_idiom(source, at) or _names_a_ruler(source, at):
        return None
    value, end = head.value, at + 1
    following = NUMBER_WORDS.get(source.word(end)) if source.same_line(end) else None
    if following and following.slot is Slot.TEN and not following.clitic.letters:
        value, end = value + 10, end + 1
    else:
        tens_at = joined_at(source, end)
        tens = NUMBER_WORDS.get(source.words[tens_at]) if tens_at else None
        if tens_at and tens and tens.slot is Slot.TENS and tens.clitic.definite:
            value, end = value + tens.value, tens_at + 1
    if value == 1 and _is_only_eleven(source.words[at]) and end == at + 1:
        return None
    start = source.after_letters(at, head.clitic.letters)
    return OrdinalRun(value, at, end, start, head.clitic)


def _is_only_eleven(word: str) -> bool:
    return word.endswith(("حادي", "حاديه", "احد", "احدي"))


def _in_idiom(source: Source, at: int) -> bool:
    for first in range(max(at - 2, 0), at + 1):
        for length in range(2, _IDIOM_LENGTH + 1):
            if first + length <= at:
                continue
            words = tuple(source.words[first : first + length])
            if (
                words in _IDIOM_SET
                or (_without_clitic(words[0]), *words[1:]) in _IDIOM_SET
            ):
                return True
    return False


def _without_clitic(word: str) -> str:
    for clitic, bare in (("لل", "ال"), ("بال", "ال"), ("وال", "ال"), ("و", "")):
        if word.startswith(clitic):
            return bare + word[len(clitic) :]
    return word


def _names_a_ruler(source: Source, at: int) -> bool:
    """Tell «الملك محمد السادس» from «الاجتماع السادس»."""
    return source.word(at - 1) in _RULERS and source.words[at].startswith("ال")


def read_place_in_order(source: Source, at: int, country: str | None) -> Draft | None:
    """Read an ordinal with the noun before it, or after «ثالث أكبر»."""
    run = read_ordinal(source, at)
    if run is None:
        return None
    draft = Draft(
        at, run.end, run.start, Kind.ORDINAL, Decimal(run.value), in_words=True
    )
    if run.clitic.definite:
        if source.same_line(at) and source.words[at - 1] in _OF_AGE:
            draft.kind, draft.unit = Kind.AGE, "year"  # «في سن السادسة عشرة»
            return draft
        before = _ordered_noun(source, at)
        if before is not None:
            draft.name_noun(source, before, before + 1)
        else:
            draft.tier = "secondary"
        return draft
    draft.tier = "secondary"
    if source.word(at - 1) in _LADIES and source.same_line(at):
        return None  # «السيدة رابعة»
    if may_be_noun(source, run.end):
        draft.name_noun(source, run.end, run.end + 1)
        draft.extend_to(run.end + 1)
    elif not source.is_all(at, run.end):
        return None
    return draft


def _is_participle_of(noun: str, word: str) -> bool:
    """Tell «الرابطة المحترفة الأولى» from «خسر الفريق المباراة الأولى»."""
    feminine = noun.endswith("ه") and word.endswith("ه")
    return feminine and word.startswith("الم") and word[2:] not in KNOWN_NOUNS


def _ordered_noun(source: Source, at: int) -> int | None:
    """Find the definite noun of an ordinal, over an adjective.

    «القناة الوطنية الأولى» is the first channel.
    """
    before = at - 1
    if not source.same_line(at) or source.kind(before) != "word":
        return None
    word, earlier = source.words[before], source.word(before - 1)
    if word in ORDINALS:
        return None
    adjective = word.startswith("ال") and (
        word.endswith(("ي", "يه")) or _is_participle_of(earlier, word)
    )
    if adjective and source.same_line(before) and starts_with_alef_lam(earlier):
        return before - 1
    owned = len(word) > 4 and word.endswith(("ه", "ها", "هم", "نا", "ته", "تها"))
    return before if starts_with_alef_lam(word) or owned else None
