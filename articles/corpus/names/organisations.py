"""Organisations by the word they begin with: «وزارة», «تنظيم», «المنظمة الدولية لـ»."""

from __future__ import annotations

from articles.corpus.arabic import fold, strip_marks
from articles.corpus.names.entity import EntityType
from articles.corpus.names.lexicon import (
    BRANDED_HEADS,
    DEFINITE_HEADS,
    ENDS_COMPOUND,
    GAZETTEER,
    GENERIC_HEADS,
    GIVEN,
    KNOWN_PEOPLE_OPEN,
    LEFT_OUT_HEADS,
    NAMED_AFTER,
    NATION_BODIES,
    NATIONS,
    NEVER_IN_A_NAME,
    NOT_ORGANISATIONS,
    NOT_PURPOSES,
    OPENS_SURNAME,
    ORGANISATION_HEADS,
    PARTY_HEADS,
    PURPOSES,
    SINGLE_HEADS,
    SURE_FAMILY,
    TITLES,
    word_set,
)
from articles.corpus.names.reader import (
    CLOSING_QUOTES,
    OPENING_QUOTES,
    Found,
    Reader,
)

_LONGEST = 8
_LONGEST_QUOTE = 7
_ORG = EntityType.ORGANISATION
_ENDINGS_OF_ADJECTIVES = ("ي", "يه")
_ADJECTIVES = word_set(
    "العام العامة العليا الأعلى العالي المتحدة المشتركة الخاصة الكبرى المستقلة الحر"
    " الحرة الموحد الموحدة المسلحة المسلحين الأحمر المغلقة الجامع"
)
_PARTS_OF_NAMES = (
    GIVEN | ENDS_COMPOUND | SURE_FAMILY | KNOWN_PEOPLE_OPEN | word_set("الأول الثاني الخامس")
)
_MANAGEMENT = fold("إدارة")
_FOR_FORCES, _ARMED = fold("للقوات"), fold("المسلحة")
_FIRST_PARTS = word_set("عين أم بيت سيدي بن بني دير رأس تل")
_RUN_THEM = word_set("تنظيم إدارة")
"""With a place behind them they are no body: «تنظيم قطر للبطولة»."""
_JOINED_HEADS = word_set(
    "وزارة هيئة لجنة حزب مجلس كلية مؤسسة مديرية جمعية مصلحة غرفة اتحاد نقابة"
)
_CONSTRUCT_HEADS = word_set(
    "وزارة هيئة لجنة مجلس منظمة معهد مركز جمعية جهاز كلية مديرية إدارة شرطة دار"
    " قوات حزب جبهة اتحاد نقابة رابطة كتلة محكمة صندوق فرقة غرفة نادي"
)


def read_organisation(reader: Reader, place: int) -> Found | None:
    """Read an organisation that opens with a head word at ``place``."""
    head = reader.words[place].bare
    if head in LEFT_OUT_HEADS or head in ORGANISATION_HEADS:
        quoted = _read_quoted(reader, place, head)
        if quoted:
            return quoted
    found = None
    if head in ORGANISATION_HEADS:
        found = _read_construct(reader, place, head)
    elif head in DEFINITE_HEADS or head in NATION_BODIES:
        found = _read_definite(reader, place, head)
    if found and found.stop == place + 2:
        pair = (head, reader.folded[place + 1])
        return None if pair in NOT_ORGANISATIONS else found
    return found


def closing_quote(reader: Reader, place: int) -> int | None:
    """Find the end of a short quotation that opens at ``place``."""
    if reader.folded[place] not in OPENING_QUOTES:
        return None
    for at in range(place + 2, min(place + _LONGEST_QUOTE + 1, reader.size)):
        if reader.folded[at] in CLOSING_QUOTES:
            return at
        if not reader.follows(at):
            return None
    return None


def _read_quoted(reader: Reader, place: int, head: str) -> Found | None:
    closing = closing_quote(reader, place + 1)
    if closing is None:
        return None
    known = reader.known_name(place + 2)
    key = reader.text[reader.start(place + 2) : reader.end(closing)]
    if known and known.type is _ORG and place + 2 + len(known.words) == closing:
        key = known.usual
    if head in LEFT_OUT_HEADS:
        found = reader.found(_ORG, key, place + 2, closing)
        found.stop = closing + 1
        return found
    found = reader.found(_ORG, key, place, closing + 1)
    return with_alias(reader, found)


def with_alias(reader: Reader, found: Found) -> Found:
    """Add the other name of «تنظيم الدولة "داعش"» or «… (داعش)» to the mention."""
    sign = reader.folded[found.stop]
    if sign not in OPENING_QUOTES and sign != "(":
        return found
    other = reader.known_name(found.stop + 1)
    if not other or other.usual != found.key:
        return found
    closing = found.stop + 1 + len(other.words)
    if reader.folded[closing] in CLOSING_QUOTES or reader.folded[closing] == ")":
        found.stop = closing + 1
        found.end = reader.end(found.stop)
    return found


def with_nation(reader: Reader, place: int, stop: int) -> int:
    """Read on over the nation of a known body: «البنك المركزي التركي»."""
    if stop - place < 2 or not reader.follows(stop):
        return stop
    word = reader.folded[stop]
    definite = reader.folded[stop - 1].startswith("ال") and word.startswith("ال")
    agrees = word in NATIONS and _agrees(reader.words[place].bare, word)
    return stop + 1 if definite and agrees else stop


def _read_construct(reader: Reader, place: int, head: str) -> Found | None:
    stop = _read_first(reader, place + 1, head)
    if stop is None:
        return None
    first = stop
    stop = _read_adjectives(reader, stop)
    if head in _JOINED_HEADS:
        stop = _read_joined(reader, stop)
    stop = _read_purpose(reader, stop)
    if head in GENERIC_HEADS and not _is_specific(reader, place, first, stop):
        return None
    if stop - place > _LONGEST:
        return None
    return _found(reader, place, stop)


def _found(reader: Reader, place: int, stop: int) -> Found:
    key = reader.text[reader.start(place) : reader.end(stop)]
    return reader.found(_ORG, key, place, stop)


def _read_first(reader: Reader, place: int, head: str) -> int | None:
    """Read what the head governs: a definite noun, a place or a brand."""
    if not reader.follows(place):
        return None
    word = reader.folded[place]
    known = reader.known_name(place) if reader.words[place].clitic == 0 else None
    if known and head in _RUN_THEM:
        return None if head == _MANAGEMENT or known.type is not _ORG else place + len(known.words)
    if known and not (
        known.weak and reader.words[place].is_common and known.type is not _ORG
    ):
        return place + len(known.words)
    if word in NAMED_AFTER and reader.words[place + 1].bare in GIVEN:
        return read_honoured(reader, place)
    if word in TITLES:
        return None
    if _is_definite(reader, place):
        return place + 1
    if head in BRANDED_HEADS and word in _FIRST_PARTS and reader.follows(place + 1):
        return place + 2
    if head in _CONSTRUCT_HEADS and _governs(reader, place):
        return place + 2
    if head in BRANDED_HEADS and _is_brand(reader, place):
        return _read_brand(reader, place + 1)
    return read_honoured(reader, place) if word in GIVEN and head in BRANDED_HEADS else None


def read_honoured(reader: Reader, place: int) -> int:
    """Read «الملك سعود» of «جامعة الملك سعود»."""
    stop = place + 1
    while stop - place < 4 and reader.follows(stop):
        word = reader.words[stop]
        joined = word.bare in OPENS_SURNAME and not word.clitic
        if "ى" in reader.tokens[stop].text:  # «على»
            break
        if not joined and (word.clitic or word.bare not in _PARTS_OF_NAMES):
            break
        stop += 1
    return stop


def _is_definite(reader: Reader, place: int) -> bool:
    word = reader.folded[place]
    return word.startswith("ال") and len(word) > 4 and word not in NEVER_IN_A_NAME


def _governs(reader: Reader, place: int) -> bool:
    """«شؤون المرأة»: a bare noun before a definite one."""
    word = reader.folded[place]
    if not reader.follows(place + 1) or not _is_definite(reader, place + 1):
        return False
    bare = not word.endswith(("ه", "ي", "ا", "ين", "ون")) or word in _BARE_NOUNS
    return bare and reader.words[place].is_common and word not in _NO_NOUNS


_BARE_NOUNS = word_set("دعم بحوث دراسات حقوق شؤون مكافحة رعاية حماية إدارة تنمية نزاهة مراقبة إعادة جبهة قوى")
_NO_NOUNS = word_set(
    "في من إلى على عن مع بين بعد قبل عند منذ خلال حول ضد عبر دون غير كل بعض أن إن"
    " أو ثم قد لم لن ما لا هل كما حيث أمام تحت فوق قال أكد أعلن اليوم أمس تم كان هذا"
    " هذه ذلك عقب لدى حتى نحو وفق أي عام رفض دعا"
)


def _is_brand(reader: Reader, place: int) -> bool:
    word, folded = reader.words[place], reader.folded[place]
    if word.is_common or word.clitic or folded in NATIONS or folded in _NO_NOUNS:
        return False
    return len(folded) > 2 and not strip_marks(reader.tokens[place].text).endswith("ية")


def _read_brand(reader: Reader, stop: int) -> int:
    for _ in range(2):
        if not reader.follows(stop) or not _is_brand(reader, stop):
            break
        if reader.folded[stop][0] in "وي" or reader.words[stop].opens_person or reader.folded[stop] in TITLES:
            break
        stop += 1
    name = reader.known_name(stop) if reader.follows(stop) else None
    place = bool(name and not name.weak and name.type is not _ORG)
    return stop + 1 if place and not reader.words[stop].clitic else stop


def _read_adjectives(reader: Reader, stop: int) -> int:
    """Read «الأميركية», «العالي», «الاتحادية» behind a noun."""
    for _ in range(3):
        if not reader.follows(stop) or not is_adjective(reader.folded[stop]):
            break
        if reader.folded[stop] == "العام" and reader.folded[stop + 1] in NEVER_IN_A_NAME:
            break
        stop += 1
    return stop


def is_adjective(word: str) -> bool:
    if not word.startswith("ال") or (len(word) < 5 and word not in _ADJECTIVES):
        return False
    if word in NEVER_IN_A_NAME or word in TITLES:
        return False
    if word in NATIONS or word in _ADJECTIVES:
        return True
    return word.endswith(_ENDINGS_OF_ADJECTIVES)


def _read_joined(reader: Reader, stop: int) -> int:
    """Read «والمغتربين» of «وزارة الخارجية والمغتربين», and its adjective."""
    for _ in range(3):
        word = reader.folded[stop]
        if word[:1] == "و" and word[1:] in _BARE_NOUNS and _is_definite(reader, stop + 1):
            stop = _read_adjectives(reader, stop + 2)
            continue
        if not reader.follows(stop) or not word.startswith("وال") or len(word) < 6:
            break
        if word[1:] in DEFINITE_HEADS or word[1:] in TITLES or word[1:] in GAZETTEER:
            break
        if word[1:] in NEVER_IN_A_NAME or word[1:] in NATION_BODIES - _MINISTRIES:
            break
        stop = _read_adjectives(reader, stop + 1)
    return stop


def _agrees(head: str, nation: str) -> bool:
    """«القوات العراقية», but «وزير الخارجية السعودي» speaks of the minister."""
    feminine = head.endswith(("ه", "ات"))
    return feminine == nation.endswith("ه")


_ABOUT_RIGHTS = ["عن", "حقوق", "الانسان"]
_MINISTRIES = word_set("الخارجية الداخلية")


def _read_purpose(reader: Reader, stop: int) -> int:
    """Read «للهجرة», «لحقوق الإنسان», «لكرة القدم»."""
    word = reader.folded[stop]
    if not reader.follows(stop):
        return stop
    if word == _FOR_FORCES and reader.folded[stop + 1] == _ARMED:
        return stop + 2
    if word.startswith("لل") and len(word) > 4 and word not in NOT_PURPOSES:
        stop = _read_joined(reader, _read_adjectives(reader, stop + 1))
        about_rights = reader.folded[stop : stop + 3] == _ABOUT_RIGHTS
        return stop + 3 if about_rights else stop
    if word in PURPOSES and _is_definite(reader, stop + 1):
        stop += 2
        if reader.folded[stop].startswith("وال") and reader.follows(stop):
            stop += 1
        return _read_adjectives(reader, stop)
    return stop


def _is_specific(reader: Reader, place: int, first: int, stop: int) -> bool:
    if stop - place > 2 and (stop > first or first - place > 2):
        return True
    word = reader.folded[place + 1]
    return not reader.words[place + 1].is_common or word in GAZETTEER


def _read_definite(reader: Reader, place: int, head: str) -> Found | None:
    """Read «المنظمة الدولية للهجرة», «القوات العراقية», «البنك المركزي التونسي»."""
    stop = _read_adjectives(reader, place + 1)
    has_nation = any(word in NATIONS for word in reader.folded[place + 1 : stop])
    with_purpose = _read_purpose(reader, stop)
    if head in NATION_BODIES:
        agrees = has_nation and _agrees(head, reader.folded[stop - 1])
        titled = place > 0 and reader.words[place - 1].bare in TITLES
        return _found(reader, place, stop) if agrees and not titled else None
    if with_purpose > stop > place + 1:
        return _found(reader, place, with_purpose)
    if head in PARTY_HEADS and stop > place + 1:
        return _found(reader, place, stop)
    enough = place + (1 if head in SINGLE_HEADS else 2)
    return _found(reader, place, stop) if has_nation and stop > enough else None
