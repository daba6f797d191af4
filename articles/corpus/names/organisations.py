"""Organisations by the word they begin with: «وزارة», «تنظيم», «المنظمة الدولية لـ»."""

from __future__ import annotations

from articles.corpus.arabic import fold
from articles.corpus.names.entity import EntityType
from articles.corpus.names.lexicon import (
    BRANDED_HEADS,
    DEFINITE_HEADS,
    GAZETTEER,
    GENERIC_HEADS,
    GIVEN,
    LEFT_OUT_HEADS,
    NAMED_AFTER,
    NATION_BODIES,
    NATIONS,
    NOT_ORGANISATIONS,
    ORGANISATION_HEADS,
    PARTY_HEADS,
    SINGLE_HEADS,
    TITLES,
    word_set,
)
from articles.corpus.names.name_parts import is_compound
from articles.corpus.names.organisation_parts import (
    agrees,
    governs,
    is_brand,
    is_definite,
    is_given_pair,
    read_adjectives,
    read_brand,
    read_honoured,
    read_joined,
    read_purpose,
)
from articles.corpus.names.reader import (
    CLOSING_QUOTES,
    OPENING_QUOTES,
    Found,
    Reader,
)

_LONGEST_QUOTE = 7
_HONOURING = word_set("المستشفى المعهد المدرسة المركب الجامعة المركز المسرح")
"""«المستشفى الجامعي الحبيب بورقيبة»: the name of a person behind an adjective."""
_SCHOOLS = word_set("المستشفى المدرسة المركب المسرح")
"""«المدرسة الوطنية» is none yet, «المدرسة الوطنية للمهندسين» is."""
_ORG = EntityType.ORGANISATION
_BANNER, _UNDER = fold("لواء"), fold("تحت")
_SUPERLATIVES = word_set("أكبر أول أفضل أهم آخر أضخم أطول أعلى أصغر أقوى")
_ORGANISING = fold("تنظيم")
_MANAGEMENT = fold("إدارة")
_FIRST_PARTS = word_set("عين أم بيت سيدي بن بني دير رأس تل")
_RUN_THEM = word_set("تنظيم إدارة")
"""With a place behind them they are no body: «تنظيم قطر للبطولة»."""
_RUN_BY = word_set("رئاسة مكتب قيادة إدارة حكومة كتائب")
"""With a person behind them they are no body: «برئاسة الشيخ حمدان»."""
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
    if head == _BANNER and reader.folded[place - 1] == _UNDER:
        return None  # «تحت لواء الجامعة»
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
    if closing is None or reader.folded[place + 2] in _SUPERLATIVES:
        return None  # «تنظيم "أكبر عرض عسكري"»
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
    of_it = word in NATIONS and agrees(reader.words[place].bare, word)
    return stop + 1 if definite and of_it else stop


def _read_construct(reader: Reader, place: int, head: str) -> Found | None:
    stop = _read_first(reader, place + 1, head)
    if stop is None:
        return None
    first = stop
    stop = read_adjectives(reader, stop)
    if head in _JOINED_HEADS:
        stop = read_joined(reader, stop)
    stop = read_purpose(reader, stop)
    if head in GENERIC_HEADS and not _is_specific(reader, place, first, stop):
        return None
    return _found(reader, place, stop)


def _found(reader: Reader, place: int, stop: int) -> Found:
    key = reader.text[reader.start(place) : reader.end(stop)]
    if key.startswith("لل"):
        # «للنقابة العامة»: the article lost its alef, and «للجنة» a ل of three
        key = "ال" + key[1 if reader.words[place].bare.startswith("الل") else 2 :]
    return reader.found(_ORG, key, place, stop)


def _read_first(reader: Reader, place: int, head: str) -> int | None:
    """Read what the head governs: a definite noun, a place or a brand."""
    if not reader.follows(place):
        return None
    word = reader.folded[place]
    known = reader.known_name(place) if reader.words[place].clitic == 0 else None
    if known and head in _RUN_THEM:
        return (
            None
            if head == _MANAGEMENT or known.type is not _ORG
            else place + len(known.words)
        )
    if known and not (
        known.weak and reader.words[place].is_common and known.type is not _ORG
    ):
        return place + len(known.words)
    after = place + 1
    if (
        word in NAMED_AFTER
        and head not in _RUN_BY
        and (reader.words[after].bare in GIVEN or is_compound(reader, after))
    ):
        return read_honoured(reader, place)
    if word in TITLES:
        return None
    return _read_named(reader, place, head)


def _read_named(reader: Reader, place: int, head: str) -> int | None:
    """Read a name that no table has behind its head."""
    word = reader.folded[place]
    if head in BRANDED_HEADS and is_given_pair(reader, place):
        return read_honoured(reader, place)  # «مستشفى المنجي سليم»
    if is_definite(reader, place):
        # «تنظيم القطاع» is what somebody does; bodies of the name are known or quoted
        ordinary = head == _ORGANISING and reader.words[place].is_common
        return None if ordinary else place + 1
    if head in BRANDED_HEADS and word in _FIRST_PARTS and reader.follows(place + 1):
        return place + 2
    if head in _CONSTRUCT_HEADS and governs(reader, place):
        return place + 2
    if head in BRANDED_HEADS and is_brand(reader, place):
        return read_brand(reader, place + 1)
    return (
        read_honoured(reader, place)
        if word in GIVEN and head in BRANDED_HEADS
        else None
    )


def _is_specific(reader: Reader, place: int, first: int, stop: int) -> bool:
    if stop - place > 2 and (stop > first or first - place > 2):
        return True
    word = reader.folded[place + 1]
    return not reader.words[place + 1].is_common or word in GAZETTEER


def _read_definite(reader: Reader, place: int, head: str) -> Found | None:
    """Read «المنظمة الدولية للهجرة», «القوات العراقية», «البنك المركزي التونسي»."""
    stop = read_adjectives(reader, place + 1)
    has_nation = any(word in NATIONS for word in reader.folded[place + 1 : stop])
    if head in _HONOURING and stop > place + 1 and is_given_pair(reader, stop):
        return _found(reader, place, read_honoured(reader, stop))
    with_purpose = read_purpose(reader, stop)
    if head in _SCHOOLS and with_purpose == stop:
        return None
    if head in NATION_BODIES:
        of_it = has_nation and agrees(head, reader.folded[stop - 1])
        titled = place > 0 and reader.words[place - 1].bare in TITLES
        return _found(reader, place, stop) if of_it and not titled else None
    if with_purpose > stop > place + 1:
        return _found(reader, place, with_purpose)
    if head in PARTY_HEADS and stop > place + 1:
        return _found(reader, place, stop)
    enough = place + (1 if head in SINGLE_HEADS else 2)
    return _found(reader, place, stop) if has_nation and stop > enough else None
