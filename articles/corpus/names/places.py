"""Places: the tables, and the words that places begin with («مطار», «قرية»)."""

from __future__ import annotations

from articles.corpus.arabic import fold
from articles.corpus.names.entity import EntityType
from articles.corpus.names.lexicon import (
    GIVEN,
    NAMED_AFTER,
    NATIONS,
    NEVER_IN_A_NAME,
    NOT_QUARTERS,
    PLACE_HEADS,
    PLACE_LINKS,
    SURE_FAMILY,
    TITLES,
    WEAK_GIVEN,
    Name,
    word_set,
)
from articles.corpus.names.ordinary import FREQUENT, is_inflected
from articles.corpus.names.organisation_parts import (
    is_adjective,
    is_brand,
    read_honoured,
)
from articles.corpus.names.reader import Found, Reader

_PLACE = EntityType.PLACE
_CITY_HEADS = word_set(
    "مدينة بلدة قرية محافظة ولاية مخيم حي ناحية قضاء معتمدية مقاطعة إقليم جزيرة"
)
_REGIONS = word_set("محافظة ولاية مقاطعة منطقة جهة")
_SIDES = word_set(
    "الشرقية الغربية الشمالية الجنوبية الوسطى العليا السفلى الكبرى الصغرى"
)
"""«محافظة أذربيجان الشرقية», «منطقة شبيلي السفلى»: a part of the name."""
_FIRST_PARTS = word_set(
    "تل بيت عين أم أبو دير كفر وادي رأس راس بني سيدي خان بئر حي باب برج سد جبل ابن"
    " بن منزل قصر قلعة سوق حمام ذي آل نهر مرج خربة عرب شبه حاسي سان لوس لاس نيو"
)
_NO_PLACES = word_set(
    "العاصمة الدولة البلاد الجامعة المدينة القرية الصناعية الأثرية السياحية"
)


_DISTRICT = fold("قضاء")
_NEVER_LISTED = word_set("كان بين")
"""«في بريطانيا وكان»: a verb, and no town of the coast."""
_OWNERS = ("هم", "هما", "هن")
"""«قضاء عطلهم»: what somebody spends is no district."""
_CALLED_AFTER = word_set("معبر جسر سجن ملعب استاد ستاد")
_TOWNS = word_set("مدينة بلدة قرية محافظة ولاية ناحية قضاء معتمدية مقاطعة إقليم منطقة")
_SQUARES = word_set("ساحة ميدان")
_NAMES_OF_SQUARES = word_set(
    "التحرير الشهداء الحرية الاستقلال الثورة الكرامة الجمهورية الأمويين الحبوبي النور"
    " الشعب السبعين الأمم الوحدة النصر السلام الفردوس الساعة النجمة العروبة القصبة"
    " التغيير"
)
_NEIGHBOURHOODS = word_set("حي مخيم شارع ساحة ميدان")
_ROADS = word_set("طريق")
_FOREIGN_NAMED = word_set("جسر ملعب استاد ستاد مطار ميناء شارع قصر حديقة سجن قلعة")
_SAUDI = "السعودية"
_COUNTRIES = frozenset(
    ("تونس", "مصر", "سوريا", "العراق", "لبنان", "الأردن", "ليبيا", "اليمن", "قطر")
)
"""«محافظة تونس على الحياد» keeps, and governs nothing."""


def is_placed(reader: Reader, place: int, name: Name) -> bool:
    """Tell whether a name that is also an ordinary word is a place here."""
    if name.usual == _SAUDI and _describes(reader, place):
        return False
    if not name.weak:
        return not _is_surname(reader, place, name)
    before = reader.words[place - 1].bare if place else ""
    stop = place + len(name.words)
    if name.words[0] not in _NEVER_LISTED and _is_listed(reader, place, stop):
        return True
    if len(name.words) == 1 and name.words[0] in FREQUENT:
        return before in _CITY_HEADS
    return before in PLACE_LINKS or reader.folded[place - 1] in PLACE_LINKS


def _describes(reader: Reader, place: int) -> bool:
    """«القنصلية السعودية»: the name of the land is an adjective here."""
    before = reader.folded[place - 1] if reader.follows(place) else ""
    feminine = before.startswith("ال") and before.endswith(("ه", "ات"))
    return feminine and len(reader.folded[place]) == len(fold(_SAUDI))


def _is_surname(reader: Reader, place: int, name: Name) -> bool:
    """«بيرسي شيلي»: behind a given name that is no other word stands a surname."""
    if len(name.words) > 1 or not place or not reader.follows(place):
        return False
    before = reader.words[place - 1]
    given = before.bare in GIVEN and before.bare not in WEAK_GIVEN
    return given and not reader.words[place].clitic and not before.names


def _is_listed(reader: Reader, place: int, stop: int) -> bool:
    """«منبج والباب», «الجزيرة وسنار»: one of a list that has a sure place."""
    if place and _is_joined(reader, place) and _closes_sure_place(reader, place - 1):
        return True
    joined = _is_joined(reader, stop) and reader.follows(stop)
    return joined and _is_sure_place(reader, stop)


def _is_joined(reader: Reader, place: int) -> bool:
    return reader.words[place].clitic == 1 and reader.folded[place][0] == "و"


def _closes_sure_place(reader: Reader, last: int) -> bool:
    """Tell whether a place that is nothing else, of one word or two, ends here."""
    name = reader.known_place(last)
    if name and len(name.words) == 1:
        return not name.weak
    name = reader.known_place(last - 1) if last else None
    return bool(name and len(name.words) == 2)


def _is_sure_place(reader: Reader, place: int) -> bool:
    name = reader.known_place(place)
    return bool(name and not name.weak)


def read_headed_place(reader: Reader, place: int) -> Found | None:
    """Read «محافظة دير الزور», «مطار دمشق الدولي», «قرية الباغوز»."""
    head = reader.words[place].bare
    if head not in PLACE_HEADS or not reader.follows(place + 1):
        return None
    known = None
    if not reader.words[place + 1].clitic:
        known = reader.known_place(place + 1) or reader.known_name(place + 1)
    if known and known.type is _PLACE:
        if head in _ROADS or (head == "محافظه" and known.usual in _COUNTRIES):
            return None
        stop = place + 1 + len(known.words)
        if head in _REGIONS and reader.folded[stop] in _SIDES and reader.follows(stop):
            return _found(reader, place, stop + 1, None)
        stop += head not in _CITY_HEADS and _is_of_name(reader, stop)
        return _found(reader, place, stop, known if head in _CITY_HEADS else None)
    if known and not known.weak:
        return None
    unknown = _read_unknown(reader, place + 1)
    if unknown and head in _REGIONS and reader.folded[unknown] in _SIDES:
        unknown += reader.follows(unknown)
    elif unknown and head not in _CITY_HEADS:
        if head in _FOREIGN_NAMED and _is_foreign(reader, unknown):
            unknown += 1  # «جسر فورست هيل»
        unknown += _is_of_name(reader, unknown)
    return _found(reader, place, unknown, None) if unknown else None


def _is_foreign(reader: Reader, place: int) -> bool:
    """Tell one more rare word of a name that no table has."""
    first, word = reader.folded[place - 1], reader.folded[place]
    if not reader.follows(place) or first.startswith("ال") or reader.taken[place]:
        return False
    plain = not reader.words[place].opens_any and word[0] not in "ويبلفتس"
    return plain and is_brand(reader, place)


def _is_of_name(reader: Reader, stop: int) -> bool:
    """«مطار بغداد الدولي»: an adjective that closes the name."""
    word = reader.folded[stop]
    return reader.follows(stop) and word in NATIONS and is_adjective(word)


def _found(reader: Reader, place: int, stop: int, known: Name | None) -> Found:
    key = known.usual if known else reader.text[reader.start(place) : reader.end(stop)]
    return reader.found(_PLACE, key, place, stop)


def _is_plain(reader: Reader, place: int) -> bool:
    """«حي الرمال»: districts and camps are called by ordinary definite nouns."""
    word = reader.folded[place]
    head = reader.words[place - 1].bare
    if head in _CALLED_AFTER:  # «معبر العمري», «ملعب الشعب»
        return word in _NAMES_OF_SQUARES or word in SURE_FAMILY
    if head in _SQUARES and reader.words[place].is_common:
        return word in _NAMES_OF_SQUARES
    definite = word.startswith("ال") and len(word) > 4 and word not in NOT_QUARTERS
    return definite and not is_adjective(word) and not word.endswith(("ين", "ون"))


def _read_unknown(reader: Reader, place: int) -> int | None:
    """Read a place that no table has: one rare word, or two («تل X», «بيت X»)."""
    word, head = reader.folded[place], reader.words[place - 1].bare
    if head == _DISTRICT and word in ("راس", "ايام", "عطله", "الاجازه"):
        return None  # «قضاء رأس السنة»
    if word in _FIRST_PARTS and reader.follows(place + 1):
        after = reader.folded[place + 1]
        return place + 2 if after not in FREQUENT or after.startswith("ال") else None
    if word in NEVER_IN_A_NAME or word in _NO_PLACES or len(word) < 3:
        return None
    if word in NAMED_AFTER or (word in GIVEN and head not in _TOWNS):
        return read_honoured(reader, place)
    if word in TITLES or word in PLACE_HEADS:
        return None
    info = reader.words[place]
    if head in _NEIGHBOURHOODS | _CALLED_AFTER and _is_plain(reader, place):
        return place + 1
    if info.is_common or is_inflected(word) or word.endswith(_OWNERS):
        return None
    if info.clitic or word in NATIONS or is_adjective(word):
        return None
    if word[0] in "يت" and not (word[0] == "ت" and word.endswith("يا")):
        return None  # «بلدة تقع», but «بلدة ترمسعيا»
    return place + 1
