"""People: who has a title, who speaks, a given name and what follows it."""

from __future__ import annotations

from articles.corpus.arabic import fold
from articles.corpus.names.entity import EntityType
from articles.corpus.names.lexicon import (
    GIVEN,
    KNOWN_PEOPLE,
    KNOWN_PEOPLE_OPEN,
    NATIONS,
    RELATIVES,
    SAYING,
    SPEECH_VERBS,
    SURE_FAMILY,
    TITLE_INNER,
    TITLES,
    WEAK_TITLES,
    word_set,
)
from articles.corpus.names.name_parts import (
    KUNYA,
    NOT_AFTER_A_NAME,
    is_given,
    is_rare,
    is_strong,
    is_surname,
    may_be_surname,
    read_name,
)
from articles.corpus.names.ordinary import FREQUENT
from articles.corpus.names.reader import Found, Reader

_PERSON = EntityType.PERSON
_LONGEST_TITLE = 10
_COMMAS = frozenset("،,")
_BARS = frozenset("|/-–،,:(")
_IMAM = fold("إمام")
"""Folds like «أمام», which leads to no name."""
_BY_NAME = fold("باسم")
_REGNAL = word_set("الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع")
_CROWNED = word_set("الملك ملك الملكة البابا السلطان الإمبراطور القيصر العاهل الأمير")
_OFFICES = word_set(
    "خارجية داخلية دفاع مالية عدل صحة تعليم تربية نفط طاقة زراعة تجارة اقتصاد إعلام"
    " ثقافة وزراء حكومة جمهورية برلمان نواب شرطة أركان عام"
)
_SONS = word_set("بن ولد بنت")
_SPOKESMEN = word_set("متحدث متحدثة المتحدث المتحدثة ناطق ناطقة الناطق الناطقة")
_AFTER_A_SPEAKER = word_set("إن أن إنه إنها أنه أنها ، : في خلال لـ عن على")
_TAKEN_BY_PERSON = 2


def read_titled(reader: Reader, place: int) -> Found | None:
    """Read «وزير المالية السابق نبيل قاسم»: the name, with its title."""
    bare = reader.words[place].bare
    if bare == _IMAM and "إ" not in reader.tokens[place].text:
        return None
    at = place + 1
    while at - place < _LONGEST_TITLE and at < reader.size:
        stop = _name_behind_title(reader, place, at)
        if stop:
            found = _person(reader, at, _with_epithet(reader, place, at, stop))
            found.title = reader.text[reader.start(place) : reader.end(at)].rstrip(
                " ،,/"
            )
            return found
        if not _goes_on(reader, at):
            return None
        at += 1
    return None


def _name_behind_title(reader: Reader, place: int, at: int) -> int | None:
    if not (reader.follows(at) and not reader.taken[at]) or reader.words[at].clitic:
        return None
    by_name = reader.folded[at] == _BY_NAME and reader.folded[at - 1] in _SPOKESMEN
    if by_name or (reader.folded[at - 1] == _BY_NAME and not is_given(reader, at)):
        return None  # whom a spokesman speaks for
    inner = reader.folded[at] in TITLES or reader.folded[at] in TITLE_INNER
    if inner and not (is_given(reader, at) and is_surname(reader, at + 1)):
        return None
    if _is_epithet(reader, at):
        return None
    if is_given(reader, at) and reader.words[at].is_common and at > place + 1:
        return read_name(reader, at, is_surname(reader, at + 1))
    stop = known_person(reader, at)
    if stop and stop - at > 1:
        return stop
    weak = reader.words[place].bare in WEAK_TITLES and at == place + 1
    trusted = not weak or is_strong(reader, at) or _is_paired(reader, at)
    return max(stop or 0, read_name(reader, at, trusted) or 0) or None


def _is_paired(reader: Reader, at: int) -> bool:
    """«الأسير وليد دقة»: a given name and a word that may be a family's."""
    return (
        is_given(reader, at)
        and reader.follows(at + 1)
        and may_be_surname(reader, at + 1)
    )


def _is_epithet(reader: Reader, at: int) -> bool:
    """«المتحدث باسم محمود», «الأستاذ المؤطر حاتم»: the name comes one word later."""
    if not is_given(reader, at + 1) or not reader.follows(at + 1):
        return False
    word = reader.folded[at]
    if word == _BY_NAME:
        return reader.folded[at - 1] in _SPOKESMEN
    return word.startswith("ال") and word not in GIVEN and word not in SURE_FAMILY


def _with_epithet(reader: Reader, place: int, at: int, stop: int) -> int:
    """Read on over «السوداني» and «الثاني», where they belong to the name.

    A title that has its nation («رئيس الوزراء العراقي») leaves a second one to the
    name; a king and a pope may have a number.
    """
    word = reader.folded[stop]
    if not reader.follows(stop) or reader.taken[stop]:
        return stop
    if word in NATIONS and word.startswith("ال") and stop - at > 1:
        named = any(one in NATIONS for one in reader.folded[place:at])
        return stop + 1 if named else stop
    numbered = word in _REGNAL and stop - at <= 2
    return stop + 1 if numbered and reader.words[place].bare in _CROWNED else stop


def _goes_on(reader: Reader, at: int) -> bool:
    word = reader.folded[at]
    if word == "/":
        # «السيد/ سالم قاسم», but «النجم / المغربي رضوان» is a list
        return reader.tokens[at].start == reader.tokens[at - 1].end
    if word in _COMMAS:
        return is_given(reader, at + 1) or _is_set_off(reader, at + 1)
    if reader.taken[at]:
        return True
    if not reader.follows(at) or word in NOT_AFTER_A_NAME:
        return False
    if _is_epithet(reader, at):
        return True
    if word in TITLE_INNER or word in TITLES or word.removeprefix("و") in TITLE_INNER:
        return True
    if word in _OFFICES:
        return True  # «وزير خارجية الصين», «كاتب عام النقابة»
    return word.startswith(("ال", "لل", "وال")) and reader.words[at].is_common


def _is_set_off(reader: Reader, place: int) -> bool:
    """«وزير الابتكار الكندي، نافديب بينز، في»: rare words between two commas."""
    stop = place
    while stop - place < 3 and reader.follows(stop + (stop == place)):
        if reader.taken[stop] or not is_rare(reader, stop) or reader.words[stop].clitic:
            break
        stop += 1
    return stop - place > 1 and reader.folded[stop] in _COMMAS


def title_behind(reader: Reader, stop: int) -> str | None:
    """Read «المبعوث الأمريكي الخاص» behind «بريت ماكغورك»."""
    start = stop + (reader.folded[stop] in _COMMAS)
    word = reader.folded[start]
    if word not in TITLES or not word.startswith("ال"):
        return None
    at = start + 1
    while at - start < _LONGEST_TITLE and not reader.taken[at]:
        if not reader.follows(at) or not _belongs_to_title(reader.folded[at]):
            break
        at += 1
    at -= reader.folded[at - 1] == _BY_NAME  # «الناطق باسم المحكمة»
    return reader.text[reader.tokens[start].start : reader.end(at)]


def _belongs_to_title(word: str) -> bool:
    return word in TITLE_INNER or word in NATIONS


def known_person(reader: Reader, place: int) -> int | None:
    """Find a person who needs but one name; an ordinary word needs a title."""
    bare = reader.words[place].bare
    if bare not in KNOWN_PEOPLE_OPEN:
        return None
    for length in (3, 2, 1):
        words = (bare, *reader.folded[place + 1 : place + length])
        known = KNOWN_PEOPLE.get(words)
        if known and (not known[1] or _is_introduced(reader, place)):
            return place + length
    return None


def _is_introduced(reader: Reader, place: int) -> bool:
    before = reader.folded[place - 1] if place else ""
    return before in TITLES or before in SPEECH_VERBS or before in ("نظام", "قوات")


def read_untitled(reader: Reader, place: int) -> Found | None:
    """Read a name that opens with a given name, or is known by itself."""
    stop = _read_alone(reader, place)
    stop = stop or read_name(reader, place, _is_expected(reader, place))
    stop = stop or known_person(reader, place)
    if stop and _is_fathers(reader, place):
        place -= 1
    return _person(reader, place, stop) if stop else None


def _is_fathers(reader: Reader, place: int) -> bool:
    """«مظفر بن ميلود»: a name without «بن» and its own first name is none."""
    if reader.words[place].bare not in _SONS or not reader.follows(place):
        return False
    first = reader.words[place - 1]
    free = place > 0 and not reader.taken[place - 1] and not first.clitic
    said = first.bare in SAYING or first.bare in SPEECH_VERBS
    said = said or first.bare[1:] in SAYING  # «وأكدت بن أحمد»
    return free and not (said or first.bare in FREQUENT or first.bare in TITLES)


def _is_expected(reader: Reader, place: int) -> bool:
    """Tell whether a person follows: who speaks, a relative, one more of a list."""
    if not place or not reader.follows(place):
        return False
    if not is_given(reader, place) and reader.folded[place] not in KUNYA:
        return False
    before, after = reader.folded[place - 1], reader.folded[place + 1]
    if not reader.follows(place + 1) or after in NOT_AFTER_A_NAME:
        return False
    clitic = reader.words[place].clitic
    if before in SAYING or before in RELATIVES:
        return not clitic
    listed = reader.taken[place - 1] == _TAKEN_BY_PERSON and clitic == 1
    nation = before in NATIONS and before.startswith("ال") and not clitic
    if nation and place > 1 and reader.folded[place - 2] in RELATIVES:
        return True
    return listed or (nation and is_surname(reader, place + 1))


def read_speaker(reader: Reader, verb: int) -> Found | None:
    """Read «قالت ماركيتا فوندروسوفا إن»: two rare words between a verb and «إن»."""
    place = verb + 1
    word = reader.words[place]
    if word.is_common or word.opens_any or reader.taken[place]:
        return None
    if not reader.follows(place):
        return None
    stop = place
    while stop - place < 4 and reader.follows(stop) and not reader.taken[stop]:
        word = reader.words[stop]
        if word.clitic or not (is_rare(reader, stop) or word.bare in SURE_FAMILY):
            break
        stop += 1
    if stop - place < 2 or reader.folded[stop] not in _AFTER_A_SPEAKER:
        return None
    return _person(reader, place, stop)


def _read_alone(reader: Reader, place: int) -> int | None:
    """Read a byline or one of a list of players: only a name between two signs."""
    led = place and reader.folded[place - 1] not in _BARS and reader.follows(place)
    if led or not is_given(reader, place):
        return None
    stop = place + 1
    while reader.follows(stop) and stop - place < 4:
        stop += 1
    ends = stop >= reader.size or reader.folded[stop] in _BARS or _is_last(reader, stop)
    if not ends or not 1 < stop - place < 4:
        return None
    return stop if read_name(reader, place, True) == stop else None


def _is_last(reader: Reader, stop: int) -> bool:
    """Tell whether the line ends before ``stop``."""
    return "\n" in reader.text[reader.end(stop) : reader.tokens[stop].start]


def _person(reader: Reader, place: int, stop: int) -> Found:
    text = reader.text[reader.start(place) : reader.end(stop)]
    return reader.found(_PERSON, fold(text), place, stop)
