"""Definite numbers that follow their noun: «السنوات الثلاث»، «الدول الـ15»."""

from __future__ import annotations

from decimal import Decimal

from articles.corpus.arabic import fold
from articles.corpus.figures.draft import Draft
from articles.corpus.figures.figure import Kind
from articles.corpus.figures.measures import iso_duration
from articles.corpus.figures.noun_forms import KNOWN_NOUNS, SINGULAR_OF
from articles.corpus.figures.nouns import singular
from articles.corpus.figures.number_words import NUMBER_WORDS, Slot
from articles.corpus.figures.owned import Owned, owned_plural
from articles.corpus.figures.phrases import folded_set
from articles.corpus.figures.source import Source, starts_with_alef_lam
from articles.corpus.figures.units import PLURAL_UNITS, Unit

_NUMBERED = folded_set(
    """
الدورة دورة الدقيقة القرن النسخة الجولة جولة الحلقة حلقة الطبعة اليوم الأسبوع دور
الدور المرتبة المركز مرتبة مركز للمرة المرة الطابق الدفعة الأسبوعية المباراة الشوط
الذكرى دقيقة بالدقيقة الصف المحطة الجلسة القمة
"""
)


_PLACES = folded_set(
    """
الدقيقة الدورة النسخة الجولة الحلقة الطبعة المرتبة المركز الأسبوع الطابق الدفعة الذكرى
الصف القمة دق
"""
)


def after_its_noun(source: Source, draft: Draft) -> Draft | None:
    """Read «السنوات الثلاث»، «الدول الـ15»، «التهم الرئيسية الثلاث»، «دور الـ16»."""
    before = source.left_of(draft.at) - 1
    if not source.same_line(before + 1) or before < 0:
        if _ends_in_tens(source, draft):
            draft.kind = Kind.ORDINAL
        return draft if draft.in_words else None
    owner = find_owned(source, before)
    if owner is not None:
        return _after_owned(source, draft, *owner)
    word = _with_article(source, before)
    if word.endswith("مجموعه"):
        return None  # «مجموعة العشرين» is a name
    unit = PLURAL_UNITS.get(word)
    if unit and isinstance(draft.value, Decimal):
        return _of_time(source, draft, before, unit)
    at = before
    alone = source.clitics_of(at) or word in _PLACES  # «للمرة الـ14»
    if at > 0 and not alone and _is_adjective_of(source.words[at - 1], word):
        at -= 1  # «التهم الرئيسية الثلاث»
    noun = _with_article(source, at)
    owned_one = not draft.in_words and _is_owned_one(noun)
    if owned_one or _is_numbered(noun) or _is_ordinal_ten(source, draft, before):
        draft.kind = Kind.ORDINAL
    if not word.startswith("ال") and draft.kind is Kind.COUNT:
        return draft if not draft.in_words or draft.scale > 1 else None
    draft.name_noun(source, at, at + 1)
    return draft


def _of_time(source: Source, draft: Draft, at: int, unit: Unit) -> Draft:
    assert isinstance(draft.value, Decimal)
    draft.kind, draft.unit = Kind.DURATION, unit.symbol
    draft.iso = iso_duration(draft.value, unit.symbol)
    draft.at, draft.start = at, source.tokens[at].start
    return draft


def find_owned(source: Source, at: int) -> tuple[int, Owned] | None:
    """Find «كتبه» at ``at``, or before it in «كتبه الجديدة الخمسة»."""
    word = source.words[at]
    counted = word[2:] in SINGULAR_OF or singular(word) in KNOWN_NOUNS  # «الدول»
    at -= source.same_line(at) and word.startswith("ال") and not counted
    owned = owned_plural(source, at)
    return (at, owned) if owned else None


def _after_owned(source: Source, draft: Draft, at: int, owned: Owned) -> Draft:
    """Read «بناتها الثلاث»: three of «بنات»; «سنواته الخمس» are five years."""
    unit = PLURAL_UNITS.get("ال" + fold(owned.plural))
    if unit and isinstance(draft.value, Decimal):
        return _of_time(source, draft, at, unit)
    start = source.after_letters(at, owned.letters)
    draft.noun, draft.noun_span = owned.plural, (start, source.tokens[at].end)
    return draft


def _is_adjective_of(noun: str, word: str) -> bool:
    """Tell «التهم الرئيسية» from «محكمة الجنايات المتهمين», which do not agree."""
    noun = noun.removeprefix("و")
    if not (starts_with_alef_lam(noun) and noun.startswith("ال")):
        return False  # «إلى المراكز الثلاثة»
    if not word.startswith("ال"):
        return False
    if word.endswith(("ين", "ون")):
        return noun.endswith(("ين", "ون")) or noun[2:] in SINGULAR_OF
    return not word.endswith("ات") or noun.endswith("ات")


def is_adjective_of_one(source: Source, at: int) -> bool:
    """Tell the «العادية» of «الدورة العادية 27»."""
    if at < 1 or not source.same_line(at) or not source.words[at].endswith("ه"):
        return False
    numbered = is_place_word(source.words[at - 1])
    return numbered and _is_adjective_of(source.words[at - 1], source.words[at])


def is_adjective_of_plural(source: Source, at: int) -> bool:
    """Tell the «المذكورة» of «الأطراف المذكورة الثلاث»."""
    if at < 1 or not source.same_line(at):
        return False
    noun = source.words[at - 1]
    # A noun that is no feminine has one for its adjective: it is a broken plural.
    feminine = source.words[at].endswith("ه") and not noun.endswith("ه")
    return feminine and _is_adjective_of(noun, source.words[at])


def _with_article(source: Source, at: int) -> str:
    """Give a word without the clitics before its article: «للدول» is «الدول»."""
    word, clitics = source.words[at], source.clitics_of(at)
    if not clitics:
        return word
    bare = word[clitics:]  # «لدول» of «للدول», «الدول» of «والدول»
    return bare if bare.startswith("ال") else "ا" + bare


def _is_numbered(word: str) -> bool:
    """Tell the noun of a rank, «الرئيس الـ45», from a plural, «الأعضاء الـ15»."""
    bare = word.removeprefix("ال")
    if word in _NUMBERED or word[1:] in _NUMBERED or owned_singular(word) in _NUMBERED:
        return True
    return bare in KNOWN_NOUNS and bare not in SINGULAR_OF and bare != word


def _is_owned_one(word: str) -> bool:
    """«يومه الـ17», «كتابها الـ12»: one thing that somebody owns has a place."""
    for owner in ("ها", "هم", "ه"):
        bare = word.removesuffix(owner)
        if bare != word and bare not in SINGULAR_OF:
            return bare in KNOWN_NOUNS
    return False


def is_place_word(word: str) -> bool:
    """Tell the definite nouns that digits number: «الدقيقة 88», «الدورة 31»."""
    if word.startswith(("لل", "ولل")):
        word = "ال" + word.partition("لل")[2]  # «للدقيقة 71»
    return word.removeprefix("و").removeprefix("ب") in _PLACES


def owned_singular(word: str) -> str:
    """Give «دورة» for «دورته» and «دورتها», the word itself where nobody owns it."""
    for owner in ("ته", "تها", "تهم"):
        if word.endswith(owner) and len(word) > len(owner) + 2:
            return word.removesuffix(owner) + "ه"
    return word


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
