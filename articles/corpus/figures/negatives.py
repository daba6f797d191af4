"""Digits that are no figures: addresses, phones, models, laws, channels, formations."""

from __future__ import annotations

import re
from itertools import product

from articles.corpus.arabic import strip_marks
from articles.corpus.figures.coefficients import follower
from articles.corpus.figures.nouns import may_be_noun
from articles.corpus.figures.numerals import Follower, read_digits
from articles.corpus.figures.phrases import PhraseTable, folded_set
from articles.corpus.figures.source import Source
from articles.corpus.figures.units import UNITS
from articles.corpus.figures.vague import PLURALS

_ANCHORS = re.compile(r"://|www\.|@|#|_|\.(?:com|net|org|gov|info)\b", re.IGNORECASE)
# After these words a number is a name; ``_`` stands for a space.
_NAMED_BY_NUMBER = """
رقم الرقم رقمه رقمها أرقام الأرقام هاتف الهاتف جوال الجوال فاكس الفاكس تلفون تليفون
موبايل واتساب تردد التردد ص.ب صندوق_بريد صندوق_البريد الرمز_البريدي القانون قانون
القرار قرار المرسوم مرسوم الظهير المادة مادة المادتين المواد المادتان الفقرة البند
الفصل الفصلين الفصول الملحق البروتوكول القناة قناة فرانس تشانل الطريق طريق شارع الشارع
غرفة الغرفة المبنى بوابة البوابة الصفحة صفحة عمارة الزنزانة العنبر القميص الرحلة
اللواء لواء الكتيبة كتيبة الفرقة الفوج فوج الوحدة السرية الفيلق الأسطول
المنطقة_العسكرية طراز موديل آرباص إيرباص ايرباص بوينغ بوينج إف اف ميغ ميج سوخوي سو
توبوليف أنتونوف إليوشن إس اس بي جي تي كا هيلفاير باتريوت سكود غراد شاهد ذو_الفقار
أبولو أبوللو سويوز شنتشو أرتميس أوميغا أوميجا آيفون ايفون أيفون غالاكسي جالاكسي غلاكسي
نوت أندرويد اندرويد ويندوز ويندوز_فون فيفا الفيفا بلايستيشن بلاي_ستيشن إكس_بوكس كوفيد
فيتامين فورمولا الفورمولا بلاك_بيري سيرفس عيار ستريم البوينغ البوينج الإيرباص الآيفون
"""
_HEADS = PhraseTable((row.replace("_", " "), True) for row in _NAMED_BY_NUMBER.split())
_NUMBER = "رقم"
_REPEATED = folded_set("مكررا مكرر جديدا أولا ثانيا ثالثا رابعا خامسا")
"""«المادة 12 مكررا» of a law."""
_NUMBERS = folded_set("رقم ورقم برقم الرقم")
_LABELLED = folded_set(
    """
قطعة لوحة شقة غرفة عقار فيلا منزل بيت مبنى عمارة محل متجر بئر مزاد عقد تذكرة بطاقة
رخصة حساب ملف قضية دعوى سيارة حافلة قطار رحلة بوابة رصيف مقعد صندوق جناح قميص نسخة
مذكرة مرسوم قانون قرار وثيقة فاتورة طلب عطاء مناقصة قرعة ورقة جائزة قاعة مخزن وحدة
"""
)
_CHANNELS = folded_set("قناة القناة إذاعة")
_NAMING = frozenset(
    clitic + word
    for first in (*_HEADS, *_CHANNELS)
    for clitic, word in [
        *product(("", "و", "ل", "ب"), [first]),
        *product(("لل", "بال", "وال"), [first.removeprefix("ال")]),
    ]
)
_LONGEST_HEAD = 2
_JOINED = frozenset("-–—.+/:،,")
_PHONE_DIGITS = 7
_LONGEST_COUNT = 10  # digits without a mark: more are a code
_PHONE_WORDS = folded_set(
    """
هاتف الهاتف جوال الجوال فاكس الفاكس تلفون تليفون موبايل واتساب الواتساب هواتف الرقم
الأرقام رقم للاتصال للاستفسار اتصل الاتصال tel fax phone whatsapp
"""
)
_PHONE_SIGNS = frozenset("-.)–/")
_EXTENSIONS = folded_set("ext x فرعي تحويلة داخلي")
_LATIN_MONEY = frozenset(("usd", "eur", "us", "gbp", "sar", "aed"))


def mark_negatives(source: Source, digits: list[int]) -> None:
    """Take the tokens of a text that look like figures and are none.

    ``digits`` are the places of the tokens of digits.
    """
    _mark_addresses(source)
    done, named = 0, -9
    for at in digits:
        if at < done or source.taken[at]:
            continue
        phone = _phone_end(source, at)
        end = phone or _chain_end(source, at)
        goes_on = 0 < at - named <= 2 and _goes_on(source, named, at, end)
        if phone or goes_on or (source.free(at, end) and _is_name(source, at, end)):
            source.take(at, end)
            named = end
        done = end


def _goes_on(source: Source, named: int, at: int, end: int) -> bool:
    """Tell the «و239» of «الفصلين 227 و239»."""
    joined = source.words[named:at] in (["و"], ["،", "و"])
    counts = follower(source, end) not in (Follower.NOTHING, Follower.MEASURE)
    return joined and source.same_line(at) and not counts


def _mark_addresses(source: Source) -> None:
    """Take URLs, e-mails, hashtags and handles: all that is glued to their signs."""
    text, done = source.text, 0
    for found in _ANCHORS.finditer(text):
        if found.start() < done:
            continue
        start = found.start()
        while start > done and not text[start - 1].isspace():
            start -= 1
        done = found.end()
        while done < len(text) and not text[done].isspace():
            done += 1
        first, end = source.token_at(start), source.token_at(done - 1) + 1
        source.take(first, min(end, len(source.tokens)))


def _chain_end(source: Source, at: int) -> int:
    """Give the end of digits chained by signs: «00961-1-5550142»."""
    end = at + 1
    while (
        source.word(end) in _JOINED
        and source.is_digits(end + 1)
        and source.glued(end)
        and source.glued(end + 1)
    ):
        end += 2
    return end


def _phone_end(source: Source, at: int) -> int | None:
    """Give the end of a phone number that begins at ``at``, its extension included."""
    groups, end = [source.words[at]], at + 1
    following = source.word(end)
    goes_on = following in _PHONE_SIGNS or following.isdecimal()
    if len(groups[0]) < _PHONE_DIGITS and not goes_on:
        return None
    while end < len(source.tokens) and source.same_line(end) and len(groups) < 8:
        after = end + (source.words[end] in _PHONE_SIGNS)
        if not source.is_digits(after) or not source.same_line(after):
            break
        if source.words[end] == "/" and len(source.words[after]) < _PHONE_DIGITS:
            break
        if len(source.gap(after)) > 2:
            break
        groups.append(source.words[after])
        end = after + 1
    if not _is_phone(source, at, end, groups):
        return None
    if source.word(end) in _EXTENSIONS:
        end += 1 + (source.word(end + 1) == ".")
        return end + 1 if source.is_digits(end) else end
    return end


def _is_phone(source: Source, at: int, end: int, groups: list[str]) -> bool:
    digits = sum(map(len, groups))
    if digits < _PHONE_DIGITS:
        return False
    if source.word(at - 1) == "+" and source.glued(at):
        return len(groups) > 1 or digits >= _LONGEST_COUNT
    if groups[0][0] == "0" and source.word(at + 1) not in (".", "٫", ","):
        return True
    if len(groups) == 1:
        called = any(word in _PHONE_WORDS for word in source.words[max(at - 4, 0) : at])
        return called or digits >= _LONGEST_COUNT
    dotted = len(groups) > 3 and all(len(group) <= 2 for group in groups)
    if all(len(group) >= _PHONE_DIGITS for group in groups):
        return True
    ends_in_four = len(groups) > 2 and len(groups[-1]) == 4 and len(groups[0]) <= 4
    return dotted or (ends_in_four and all(len(group) > 1 for group in groups))


def _is_name(source: Source, at: int, end: int) -> bool:
    return (
        _touches_latin(source, at, end)
        or _is_file_number(source, at)
        or _is_formation(source, at, end)
        or _follows_head(source, at)
        or _is_tunisian_number(source, at, end)
        or _is_minute_of_match(source, at)
    )


def _is_minute_of_match(source: Source, at: int) -> bool:
    """Tell «هدف سليم (د58)»."""
    glued = source.word(at - 1) == "د" and source.glued(at)
    return glued and source.word(at - 2) in ("(", "،", ",", "و")


def _touches_latin(source: Source, at: int, end: int) -> bool:
    """Tell F-16, G20, 5G and 11K from «5 km» and «$5»."""
    return _latin_before(source, at) or _latin_after(source, end)


def _latin_before(source: Source, at: int) -> bool:
    before = source.word(at - 1)
    if not source.glued(at):
        return _is_product(source, at, before)
    if before in ("-", "–") and source.glued(at - 1):
        before = source.word(at - 2)
    return "a" <= before[-1:] <= "z" and before not in _LATIN_MONEY


def _is_product(source: Source, at: int, before: str) -> bool:
    """Tell «Windows 11» from «Opec 11 دولة»: a name counts nothing."""
    if len(before) < 2 or not "a" <= before[0] <= "z" or before in _LATIN_MONEY:
        return False
    return source.same_line(at) and source.kind(at + 1) != "word"


def _latin_after(source: Source, end: int) -> bool:
    word = source.word(end)
    if not "a" <= word[:1] <= "z" or not source.glued(end):
        return False
    return UNITS.at(source.words, end) is None and len(word) < 3


def _is_file_number(source: Source, at: int) -> bool:
    """Tell «م/132» and «أ/45», the numbers of decrees and files."""
    slashed = source.word(at - 1) == "/" and source.glued(at) and source.glued(at - 1)
    return slashed and source.kind(at - 2) == "word" and len(source.words[at - 2]) < 3


def _is_formation(source: Source, at: int, end: int) -> bool:
    """Tell «4-3-3» and «5+1» of football and diplomacy."""
    if end == at + 1:
        return False
    marks = source.words[at + 1 : end : 2]
    small = all(len(group) == 1 for group in source.words[at:end:2])
    dashed = len(marks) > 1 and set(marks) <= {"-", "–"}
    return (small and (dashed or marks == ["+"])) or "+" in marks


def _follows_head(source: Source, at: int) -> bool:
    """Find the word that a number names: «القانون 10»، «كوفيد-19»، «قناة 13»."""
    before = source.left_of(at) - 1
    if before < 0 or not source.same_line(before + 1):
        return False
    if _NAMING.isdisjoint(source.words[max(before - 2, 0) : before + 1]):
        return False
    sign = source.words[before]
    if sign in ("-", "–", ":", "(", '"') and source.same_line(before):
        if sign in "-–" and not (source.glued(at) and source.glued(before)):
            return False
        before -= 1
    if source.word(before - 1) in _NUMBERS and source.word(before).startswith("ال"):
        return not _is_measured(source, at)  # «رقم النجدة 197»
    if _bare(source.word(before - 1)) in _CHANNELS:
        return source.kind(before) == "word" and not _is_measured(source, at)
    for length in range(1, _LONGEST_HEAD + 1):
        first = before - length + 1
        words = [_bare(source.word(first)), *source.words[first + 1 : before + 1]]
        found = _HEADS.at(words, 0) or _HEADS.at(source.words, first)
        if found and found[0] in (length, before + 1):
            return not _is_measured(source, at)
    return False


def _is_measured(source: Source, at: int) -> bool:
    """Tell «طول الطريق 1,200 كم» and «خسر القطاع 5%» from «الطريق 60».

    And «الرقم 7 ملايين» from «الشقة رقم 7 مليون دولار», whose price is a million.
    """
    end = read_digits(source, at).end
    unit = UNITS.at(source.words, end) if source.same_line(end) else None
    if _labels_a_thing(source, at) and source.word(end) not in PLURALS:
        return False
    if _is_counted(source, at, end):
        return True
    measures = (Follower.SCALE, Follower.PERCENT, Follower.MONEY)
    return (unit is not None and len(source.words[end]) > 1) or (
        follower(source, end) in measures
    )


def _is_counted(source: Source, at: int, end: int) -> bool:
    """Tell «الرحلة 162 مسافرا»: more than ten want an accusative behind them."""
    written = strip_marks(source.token_text(end))
    accusative = written.endswith("ا") and len(written) > 3
    many = end == at + 1 and int(source.words[at]) % 100 > 10
    numbered = source.word(end) in _REPEATED
    return many and accusative and not numbered and may_be_noun(source, end)


def _labels_a_thing(source: Source, at: int) -> bool:
    """Tell «القطعة رقم 7» from «سجل رقم 7»."""
    label = source.left_of(at) - 1
    label -= source.word(label) in ("(", ":")
    thing = source.word(label - 1)
    return source.word(label) == _NUMBER and not _LABELLED.isdisjoint(
        (thing, _bare(thing), _bare(thing).removeprefix("ال"))
    )


def _is_tunisian_number(source: Source, at: int, end: int) -> bool:
    """Tell «المرسوم عدد 116» from «عدد 5 سيارات»."""
    if source.word(at - 1) != "عدد" or not source.same_line(at):
        return False
    counts = follower(source, end) is not Follower.NOTHING
    return not counts or source.word(end) == "لسنه"


def _bare(word: str) -> str:
    for clitic in ("لل", "بال", "وال"):
        if word.startswith(clitic):
            return "ال" + word[len(clitic) :]
    return word[1:] if word[:1] in ("و", "ل", "ب") else word
