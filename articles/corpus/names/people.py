"""People: a given name and what follows it, a title and the name behind it."""

from __future__ import annotations

from articles.corpus.arabic import fold, strip_marks
from articles.corpus.names.entity import EntityType
from articles.corpus.names.lexicon import (
    COMMON,
    ENDS_COMPOUND,
    FAMILY,
    FOREIGN_GIVEN,
    FREQUENT,
    GIVEN,
    KNOWN_PEOPLE,
    KNOWN_PEOPLE_OPEN,
    NATIONS,
    NOT_PEOPLE,
    OPENS_SURNAME,
    RELATIVES,
    SAYING,
    SPEECH_VERBS,
    SURE_FAMILY,
    TITLE_INNER,
    TITLES,
    WEAK_GIVEN,
    WEAK_TITLES,
    word_set,
)
from articles.corpus.names.ordinary import is_inflected
from articles.corpus.names.reader import Found, Reader

_PERSON = EntityType.PERSON
_LONGEST_NAME = 6
_LONGEST_TITLE = 10
_COMMAS = frozenset("،,")
_BARS = frozenset("|/-–،,:(")
_IMAM = fold("إمام")
"""Folds like «أمام», which leads to no name."""
_BY_NAME = fold("باسم")
_WRITTEN_OTHERWISE = {fold("علي"): "ى", fold("فان"): "إ", fold("إن"): "إ"}
"""Given names that fold like «على», «فإن»; the letter that tells them apart."""
_REGNAL = word_set("الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع")
_CROWNED = word_set("الملك ملك الملكة البابا السلطان الإمبراطور القيصر العاهل الأمير")
_NOT_IN_A_MIDDLE_NAME = frozenset("ايتنسوفبلك")
"""Verbs, articles and clitics begin with these."""
_KUNYA = word_set("أبو ابو أبي أبا عبد بن أم")
_MOTHER = fold("أم")
"""Folds like «أم», or: a name only where somebody speaks."""
_FOREIGN_OPENERS = word_set("دي دا دو دوس ديل ديلا دل لا لو فان فون دير دن")
_ENDS_SURNAME = word_set("أوغلو أوغلي زاده")
_SELDOM = word_set(
    "باسم أسماء عهد حياة فور خيرت حكم نداء بن ابن بيان فجر فوز رفقة وردة ملك دولت جيل"
    " عرب صالحة خطاب جودة تحسين معروف أصيل مسك مشيرة سوار صخر نيس دي لي"
)
_SPOKESMEN = word_set("متحدث متحدثة المتحدث المتحدثة ناطق ناطقة الناطق الناطقة")
_FAMILY_OPENERS = word_set("بن ابن بنت أبو ابو أبي آل بو ولد")
_SHORT_ENDS = word_set("الدين الله الحق العابدين الإسلام")
_AFTER_A_SPEAKER = word_set("إن أن إنه إنها أنه أنها ، : في خلال لـ عن على")
_TAKEN_BY_PERSON = 2
_PRONOUNS = ("ها", "هم", "هما", "هن")
_GLUED = ("بال", "كال", "فال", "لل")
_VERB_BEGINNINGS = ("ي", "ست")
_FOREIGN_ENDINGS = tuple(
    fold("يان وف وفا يف يفا سكي سكايا يتش وفيتش سون شفيلي نكو كوف لوف رون اوغلو").split()
)
_NOT_AFTER_A_NAME = word_set(
    "قد لم لن ما لا أن إن في من إلى على عن مع هو هي كان بعد قبل اليوم أمس الذي التي"
    " صباح مساء فجر ظهر عصر عشية الذين عقب أثناء خلال منذ حتى لدى عند ضد حول"
)


def read_name(reader: Reader, place: int, trusted: bool) -> int | None:
    """Give the place behind a person's name that opens at ``place``.

    ``trusted`` is True behind a title: there a rare word is enough of a name.
    """
    first = reader.words[place].bare
    if reader.taken[place] or not reader.is_word(place):
        return None
    if (first, reader.folded[place + 1]) in NOT_PEOPLE:
        return None
    if not trusted and not _opens_alone(reader, place):
        return None
    compound = is_compound(reader, place)
    if not (_is_given(reader, place) or first in _KUNYA or compound or trusted):
        return None
    if first == _MOTHER and not trusted:
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


def _opens_alone(reader: Reader, place: int) -> bool:
    """«باسم», «عهد», «بن» are seldom names where nobody leads to one."""
    if reader.words[place].bare not in _SELDOM:
        return True
    after = reader.folded[place + 1]
    return after in SURE_FAMILY or (after in GIVEN and after not in WEAK_GIVEN)


def is_compound(reader: Reader, place: int) -> bool:
    """Tell whether «فخر الدين», «عبد الله» or the like opens here."""
    first, second = reader.words[place].bare, reader.folded[place + 1]
    ends = ENDS_COMPOUND if first == "عبد" else _SHORT_ENDS
    return first in OPENS_SURNAME and second in ends and reader.follows(place + 1)


def _is_given(reader: Reader, place: int) -> bool:
    bare = reader.words[place].bare
    written = _WRITTEN_OTHERWISE.get(bare)
    return bare in GIVEN and not (written and written in reader.tokens[place].text)


def _read_part(reader: Reader, place: int, stop: int, trusted: bool) -> int:
    """Read one more part of a name, or none: then give back ``stop``."""
    if not reader.follows(stop) or reader.taken[stop]:
        return stop
    word, last = reader.folded[stop], reader.folded[stop - 1]
    if word in OPENS_SURNAME and word not in GIVEN:
        return _read_joined(reader, stop)
    if last in OPENS_SURNAME and word in ENDS_COMPOUND:
        return stop + 1
    if reader.folded[stop + 1] in _ENDS_SURNAME and reader.follows(stop + 1):
        return stop + 2
    if stop == place + 1 and last in _KUNYA and word not in GIVEN:
        sure = trusted or _is_surname(reader, stop + 1)
        return max(stop, _read_joined(reader, place)) if sure else stop
    if word in _SHORT_ENDS and last in GIVEN:
        return stop + 1
    if reader.words[stop].clitic and word not in GIVEN:
        return stop
    if word in GIVEN:
        return stop + 1 if _is_given(reader, stop) else stop
    if stop == place + 1 and trusted and _is_given(reader, place):
        return stop + 1 if _may_be_surname(reader, stop) else stop
    if _leads_to_surname(reader, stop):
        return stop + 1
    compound = is_compound(reader, place)
    first = place + 1 + compound
    after_given = stop == first and (compound or _is_strong(reader, place))
    return stop + 1 if is_name_like(reader, stop, after_given) else stop


def _read_joined(reader: Reader, stop: int) -> int:
    """Read «بن فرحان», «أبو سلمية», «فون دير لاين»; nearly any word may follow."""
    opener, after = reader.folded[stop], stop + 1
    while opener in _FOREIGN_OPENERS and reader.folded[after] in _FOREIGN_OPENERS:
        after += 1
    if not reader.follows(after):
        return stop
    if is_name_like(reader, after, True):
        return stop if reader.taken[after] and opener not in _KUNYA else after + 1
    word = reader.folded[after]
    plain = len(word) > 2 and word not in FREQUENT and word not in NATIONS
    opens = opener in _FAMILY_OPENERS or opener in _FOREIGN_OPENERS
    return after + 1 if opens and (plain or word in SURE_FAMILY) else stop


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
    if word in FAMILY or (after_given and _is_family(word)):
        return after_given or word not in TITLES
    if word in TITLES or word in NATIONS or len(word) < 2 or word[0] == "و":
        return False
    if word in SPEECH_VERBS or word in _NOT_AFTER_A_NAME or word.startswith(_GLUED):
        return False
    if word in GIVEN:
        return True
    if reader.words[place].is_common:
        plain = word in COMMON and word not in FREQUENT
        return after_given and plain and word.startswith("ال")
    if word[0] == "ي" and reader.folded[place - 1] in FOREIGN_GIVEN:
        return not is_inflected(word)
    return not _looks_like_verb(word) and not _has_pronoun(word)


def _is_family(word: str) -> bool:
    """«عون», «الفيصل», «ويتكوف»: a family of the tables, or called by a given name."""
    of_given = word.startswith("ال") and word[2:] in GIVEN
    return of_given or word in SURE_FAMILY or (word,) in KNOWN_PEOPLE


def _may_be_surname(reader: Reader, place: int) -> bool:
    """Behind a title and a given name, any word but the most ordinary will do."""
    word = reader.folded[place]
    if is_name_like(reader, place, True):
        return True
    if word in FREQUENT or word in TITLES or word in NATIONS or len(word) < 3:
        return False
    return word in COMMON and word[0] not in "يتسنأو" and word not in SPEECH_VERBS


def _looks_like_verb(word: str) -> bool:
    if len(word) < 5 or word.endswith(_FOREIGN_ENDINGS):
        return False
    return word.startswith(_VERB_BEGINNINGS) or word.endswith("وا")


def _has_pronoun(word: str) -> bool:
    """«مصالحها» is no name, and «بيربوها» may be one."""
    if word[0] in "بلفوك" and word.endswith((*_PRONOUNS, "ته", "يه")):
        return True
    return any(
        word.endswith(pronoun) and _is_stem(word.removesuffix(pronoun))
        for pronoun in _PRONOUNS
    )


def _is_stem(stem: str) -> bool:
    feminine = stem[:-1] + "ه" if stem.endswith("ت") else stem
    return len(stem) < 3 or stem in COMMON or feminine in COMMON or is_inflected(stem)


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
    word = reader.folded[place]
    if word[0] == "ي" and not word.endswith(_FOREIGN_ENDINGS) and word not in GIVEN:
        return False
    if word.startswith("ال") and word.endswith("يه"):
        return False
    written = strip_marks(reader.tokens[place].text)
    if written.endswith(("ه", "ات")):
        return False
    if written.endswith(("ين", "ون")):
        return not _is_stem(fold(written[:-2].removeprefix("ال")))
    return True


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
    inner = reader.folded[at] in TITLES or reader.folded[at] in TITLE_INNER
    if inner and not (_is_given(reader, at) and _is_surname(reader, at + 1)):
        return None
    if after_comma and not _is_given(reader, at):
        return None
    if _is_epithet(reader, at):
        return None
    if _is_given(reader, at) and reader.words[at].is_common and at > place + 1:
        return read_name(reader, at, _is_surname(reader, at + 1))
    stop = known_person(reader, at)
    weak = reader.words[place].bare in WEAK_TITLES and at == place + 1
    trusted = not weak or _is_strong(reader, at) or _is_paired(reader, at)
    return max(stop or 0, read_name(reader, at, trusted) or 0) or None


def _is_paired(reader: Reader, at: int) -> bool:
    """«الأسير وليد دقة»: a given name and a word that may be a family's."""
    return _is_given(reader, at) and reader.follows(at + 1) and _may_be_surname(reader, at + 1)


def _is_epithet(reader: Reader, at: int) -> bool:
    """«المتحدث باسم محمود», «الأستاذ المؤطر حاتم»: the name comes one word later."""
    if not _is_given(reader, at + 1) or not reader.follows(at + 1):
        return False
    word = reader.folded[at]
    if word == _BY_NAME:
        return reader.folded[at - 1] in _SPOKESMEN
    return word.startswith("ال") and word not in GIVEN and word not in SURE_FAMILY


def _is_surname(reader: Reader, place: int) -> bool:
    """Tell whether a family's name stands here beyond doubt."""
    if not reader.follows(place) or reader.taken[place] or reader.words[place].clitic:
        return False
    word = reader.folded[place]
    if word in SURE_FAMILY or word in OPENS_SURNAME or is_compound(reader, place - 1):
        return True
    return is_name_like(reader, place, False)


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
    if not reader.follows(at) or word in _NOT_AFTER_A_NAME:
        return False
    if _is_epithet(reader, at):
        return True
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
    stop = _read_alone(reader, place)
    stop = stop or read_name(reader, place, _is_expected(reader, place))
    stop = stop or known_person(reader, place)
    return _person(reader, place, stop) if stop else None


def _is_expected(reader: Reader, place: int) -> bool:
    """Tell whether a person follows: who speaks, a relative, one more of a list."""
    if not place or not reader.follows(place):
        return False
    if not _is_given(reader, place) and reader.folded[place] not in _KUNYA:
        return False
    before, after = reader.folded[place - 1], reader.folded[place + 1]
    if not reader.follows(place + 1) or after in _NOT_AFTER_A_NAME:
        return False
    clitic = reader.words[place].clitic
    if before in SAYING or before in RELATIVES:
        return not clitic
    listed = reader.taken[place - 1] == _TAKEN_BY_PERSON and clitic == 1
    nation = before in NATIONS and before.startswith("ال") and not clitic
    if nation and place > 1 and reader.folded[place - 2] in RELATIVES:
        return True
    return listed or (nation and _is_surname(reader, place + 1))


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
        if word.clitic or not (_is_rare(reader, stop) or word.bare in SURE_FAMILY):
            break
        stop += 1
    if stop - place < 2 or reader.folded[stop] not in _AFTER_A_SPEAKER:
        return None
    return _person(reader, place, stop)


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
