"""People: a given name and what follows it, a title and the name behind it."""

from __future__ import annotations

from articles.corpus.arabic import fold, strip_marks
from articles.corpus.names.entity import EntityType
from articles.corpus.names.lexicon import (
    COMMON,
    ENDS_COMPOUND,
    FREQUENT,
    GIVEN,
    KNOWN_PEOPLE,
    KNOWN_PEOPLE_OPEN,
    NATIONS,
    OPENS_SURNAME,
    SPEECH_VERBS,
    TITLE_INNER,
    TITLES,
    WEAK_GIVEN,
    WEAK_TITLES,
    word_set,
)
from articles.corpus.names.reader import Found, Reader

_PERSON = EntityType.PERSON
_LONGEST_NAME = 6
_LONGEST_TITLE = 10
_COMMAS = frozenset("،,")
_BARS = frozenset("|/-–،,:(")
_REGNAL = word_set("الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع")
_CROWNED = word_set("الملك ملك الملكة البابا السلطان الإمبراطور القيصر العاهل الأمير")
_NOT_IN_A_MIDDLE_NAME = frozenset("ايتنسوفبلك")
"""Verbs, articles and clitics begin with these."""
_KUNYA = word_set("أبو ابو أبي أبا عبد بن")
_SHORT_ENDS = word_set("الدين الله الحق العابدين الإسلام")
_PRONOUNS = ("ها", "هم", "هما", "هن")
_GLUED = ("بال", "كال", "فال", "لل")
_VERB_BEGINNINGS = ("ي", "ست", "سي")
_NOT_AFTER_A_NAME = word_set(
    "قد لم لن ما لا أن إن في من إلى على عن مع هو هي كان بعد قبل اليوم أمس الذي التي"
)


def read_name(reader: Reader, place: int, trusted: bool) -> int | None:
    """Give the place behind a person's name that opens at ``place``.

    ``trusted`` is True behind a title: there a rare word is enough of a name.
    """
    first = reader.words[place].bare
    if reader.taken[place] or not reader.is_word(place):
        return None
    compound = is_compound(reader, place)
    if not (_is_given(reader, place) or first in _KUNYA or compound or trusted):
        return None
    if not trusted and first in SPEECH_VERBS:
        return None
    stop = place + 1 + compound
    while stop - place < _LONGEST_NAME:
        more = _read_part(reader, place, stop, trusted)
        if more == stop:
            break
        stop = more
    return stop if _is_enough(reader, place, stop, trusted) else None


def is_compound(reader: Reader, place: int) -> bool:
    """Tell whether «فخر الدين», «عبد الله» or the like opens here."""
    first, second = reader.words[place].bare, reader.folded[place + 1]
    ends = ENDS_COMPOUND if first == "عبد" else _SHORT_ENDS
    return first in OPENS_SURNAME and second in ends and reader.follows(place + 1)


def _is_given(reader: Reader, place: int) -> bool:
    bare = reader.words[place].bare
    if bare == "علي" and "ى" in reader.tokens[place].text:
        return False
    return bare in GIVEN


def _read_part(reader: Reader, place: int, stop: int, trusted: bool) -> int:
    """Read one more part of a name, or none: then give back ``stop``."""
    if not reader.follows(stop) or reader.taken[stop]:
        return stop
    word, last = reader.folded[stop], reader.folded[stop - 1]
    if word in OPENS_SURNAME and word not in GIVEN:
        joined = reader.follows(stop + 1) and not reader.taken[stop + 1]
        return stop + 2 if joined and is_name_like(reader, stop + 1, True) else stop
    if last in OPENS_SURNAME and word in ENDS_COMPOUND:
        return stop + 1
    if reader.words[stop].clitic and word not in GIVEN:
        return stop
    if word in GIVEN:
        return stop + 1 if word != "علي" or _is_given(reader, stop) else stop
    if stop == place + 1 and trusted and _is_given(reader, place):
        return stop + 1 if _may_be_surname(reader, stop) else stop
    if _leads_to_surname(reader, stop):
        return stop + 1
    after_given = stop == place + 1 and _is_strong(reader, place)
    return stop + 1 if is_name_like(reader, stop, after_given) else stop


def _leads_to_surname(reader: Reader, stop: int) -> bool:
    """«رجب طيب أردوغان»: before a surname that all know any plain word is a name."""
    after = reader.words[stop + 1]
    known = (after.bare,) in KNOWN_PEOPLE and not after.clitic and not after.is_common
    word = reader.folded[stop]
    plain = word in COMMON and word[:1] not in _NOT_IN_A_MIDDLE_NAME
    return known and plain and reader.follows(stop + 1) and word not in SPEECH_VERBS


def _is_strong(reader: Reader, place: int) -> bool:
    bare = reader.words[place].bare
    return bare in GIVEN and bare not in WEAK_GIVEN


def is_name_like(reader: Reader, place: int, after_given: bool) -> bool:
    """Tell whether a word that no table has may be a part of a name."""
    word = reader.folded[place]
    if word in TITLES or word in NATIONS or len(word) < 2 or word[0] == "و":
        return False
    if word in SPEECH_VERBS or word in _NOT_AFTER_A_NAME or word.startswith(_GLUED):
        return False
    if word in GIVEN:
        return True
    if reader.words[place].is_common:
        plain = word in COMMON and word not in FREQUENT
        return after_given and plain and word.startswith("ال")
    return not _looks_like_verb(word) and not word.endswith(_PRONOUNS)


def _may_be_surname(reader: Reader, place: int) -> bool:
    """Behind a title and a given name, any word but the most ordinary will do."""
    word = reader.folded[place]
    if is_name_like(reader, place, True):
        return True
    if word in FREQUENT or word in TITLES or word in NATIONS or len(word) < 4:
        return False
    return word in COMMON and word[0] not in "يتسنأو" and word not in SPEECH_VERBS


def _looks_like_verb(word: str) -> bool:
    return len(word) > 4 and (word.startswith(_VERB_BEGINNINGS) or word.endswith("وا"))


def _is_enough(reader: Reader, place: int, stop: int, trusted: bool) -> bool:
    length = stop - place
    first = reader.words[place].bare
    if is_compound(reader, place):
        return length > 2 or trusted
    if length > 1:
        if first in GIVEN or first in _KUNYA:
            return length > 2 or first not in ("بن", "عبد") or trusted
        return trusted and _is_rare(reader, place)
    return trusted and len(first) > 2 and _is_rare(reader, place)


def _is_rare(reader: Reader, place: int) -> bool:
    """Tell whether only a name is likely to look like this word."""
    if reader.words[place].is_common or not is_name_like(reader, place, False):
        return False
    written = strip_marks(reader.tokens[place].text)
    if written.endswith(("ه", "هم", "ها", "ات", "هما", "نا")):
        return False
    return written.startswith("ال") or not written.endswith(("ين", "ون"))


def read_titled(reader: Reader, place: int) -> Found | None:
    """Read «وزير المالية السابق نبيل قاسم»: the name, with its title."""
    if reader.words[place].bare not in TITLES:
        return None
    at = place + 1
    while at - place < _LONGEST_TITLE and at < reader.size:
        stop = _name_behind_title(reader, place, at)
        if stop:
            found = _person(reader, at, _with_epithet(reader, place, at, stop))
            found.title = reader.text[reader.start(place) : reader.end(at)].rstrip(
                " ،,"
            )
            return found
        if not _goes_on(reader, at):
            return None
        at += 1
    return None


def _name_behind_title(reader: Reader, place: int, at: int) -> int | None:
    after_comma = reader.folded[at - 1] in _COMMAS
    if not (reader.follows(at) and not reader.taken[at]) or reader.words[at].clitic:
        return None
    if reader.folded[at] in TITLES or reader.folded[at] in TITLE_INNER:
        return None
    if after_comma and not _is_given(reader, at):
        return None
    if _is_given(reader, at) and reader.words[at].is_common and at > place + 1:
        return read_name(reader, at, False)
    stop = known_person(reader, at)
    weak = reader.words[place].bare in WEAK_TITLES and at == place + 1
    trusted = not weak or _is_strong(reader, at)
    return stop or read_name(reader, at, trusted)


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
    if word in _COMMAS:
        return _is_given(reader, at + 1)
    if reader.taken[at]:
        return True
    if not reader.follows(at):
        return False
    if word in TITLE_INNER or word in TITLES or word.removeprefix("و") in TITLE_INNER:
        return True
    return word.startswith(("ال", "لل", "وال")) and reader.words[at].is_common


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
    stop = _read_alone(reader, place) or read_name(reader, place, False)
    stop = stop or known_person(reader, place)
    return _person(reader, place, stop) if stop else None


def _read_alone(reader: Reader, place: int) -> int | None:
    """Read a byline or one of a list of players: only a name between two signs."""
    if not _is_given(reader, place):
        return None
    if place and reader.follows(place) and reader.folded[place - 1] not in _BARS:
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
