"""How far a person's name goes: «فيصل بن نواف آل كحيل», «أورسولا فون دير لاين»."""

from __future__ import annotations

from articles.corpus.arabic import fold, strip_marks
from articles.corpus.names.lexicon import (
    COMMON,
    ENDS_COMPOUND,
    FAMILY,
    FOREIGN_GIVEN,
    GIVEN,
    KNOWN_PEOPLE,
    NATIONS,
    NOT_PEOPLE,
    OPENS_SURNAME,
    SPEECH_VERBS,
    SURE_FAMILY,
    TITLE_INNER,
    TITLES,
    WEAK_GIVEN,
    word_set,
)
from articles.corpus.names.ordinary import FREQUENT, is_inflected, is_passive
from articles.corpus.names.reader import Reader

_LONGEST_NAME = 6
_WRITTEN_OTHERWISE = {fold("علي"): "ى", fold("فان"): "إ", fold("إن"): "إ"}
"""Given names that fold like «على», «فإن»; the letter that tells them apart."""
_NOT_IN_A_MIDDLE_NAME = frozenset("ايتنسوفبلك")
"""Verbs, articles and clitics begin with these."""
KUNYA = word_set("أبو ابو أبي أبا عبد بن أم")
_MOTHER = fold("أم")
"""Folds like «أم», or: a name only where somebody speaks."""
_FOREIGN_OPENERS = word_set("دي دا دو دوس ديل ديلا دل لا لو فان فون دير دن")
_ENDS_SURNAME = word_set("أوغلو أوغلي زاده")
_SELDOM = word_set(
    "باسم أسماء عهد حياة فور خيرت حكم نداء بن ابن بيان فجر فوز رفقة وردة ملك دولت جيل"
    " عرب صالحة خطاب حصة جودة تحسين معروف أصيل مسك مشيرة سوار صخر نيس دي لي"
)
_SONS = word_set("بن ابن بنت")
_FIRST_HALVES = word_set("عبد أبو ابو أبي أبا أم")
_BY_NAME = fold("باسم")
_FAMILY_OPENERS = word_set("بن ابن بنت أبو ابو أبي آل بو ولد")
_HOUSE = fold("آل")
_SHORT_ENDS = word_set("الدين الله الحق العابدين الإسلام")
_PRONOUNS = ("ها", "هم", "هما", "هن")
_GLUED = ("بال", "كال", "فال", "لل")
_VERB_BEGINNINGS = ("ي", "ست")
_FOREIGN_ENDINGS = tuple(
    fold(
        "يان وف وفا يف يفا سكي سكايا يتش وفيتش سون شفيلي نكو كوف لوف رون اوغلو"
    ).split()
)
NOT_AFTER_A_NAME = word_set(
    "قد لم لن ما لا أن إن في من إلى على عن مع هو هي كان بعد قبل اليوم أمس الذي التي"
    " صباح مساء فجر ظهر عصر عشية الذين عقب أثناء خلال منذ حتى لدى عند ضد حول"
    " ثلاثا أربعا خمسا ستا سبعا ثمانيا تسعا عشرا"
)


def read_name(reader: Reader, place: int, trusted: bool) -> int | None:
    """Give the place behind a person's name that opens at the free word ``place``.

    ``trusted`` is True behind a title: there a rare word is enough of a name.
    """
    first = reader.words[place].bare
    if (first, reader.folded[place + 1]) in NOT_PEOPLE:
        return None
    if first in _WRITTEN_OTHERWISE and not is_given(reader, place):
        return None
    if not trusted and not _opens_alone(reader, place):
        return None
    compound = is_compound(reader, place)
    if not (is_given(reader, place) or first in KUNYA or compound or trusted):
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
    if first in TITLES and _is_title_of(reader, stop):
        return None
    return stop if _is_enough(reader, place, stop, trusted) else None


def _is_title_of(reader: Reader, stop: int) -> bool:
    """«أمين الخرج المهندس تركي»: an office, with who holds it behind another title."""
    if not reader.follows(stop) or not is_given(reader, stop + 1):
        return False
    return reader.folded[stop] in TITLES and reader.folded[stop].startswith("ال")


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


def is_given(reader: Reader, place: int) -> bool:
    bare = reader.words[place].bare
    if bare not in GIVEN:
        return False
    written = _WRITTEN_OTHERWISE.get(bare)
    return written is None or written not in reader.tokens[place].text


def _read_part(reader: Reader, place: int, stop: int, trusted: bool) -> int:
    """Read one more part of a name, or none: then give back ``stop``."""
    if not reader.follows(stop) or reader.taken[stop]:
        return stop
    if reader.folded[stop] in GIVEN and reader.is_apart(stop):
        return stop  # a list of people, its signs lost
    word, last = reader.folded[stop], reader.folded[stop - 1]
    if word in OPENS_SURNAME and (word not in GIVEN or word in _SONS):
        return _read_joined(reader, stop)
    if stop - place > 1 and _is_finished(reader, stop):
        return stop
    if last in OPENS_SURNAME and word in ENDS_COMPOUND:
        return stop + 1
    if reader.folded[stop + 1] in _ENDS_SURNAME and not reader.taken[stop + 1]:
        return stop + 2 if reader.follows(stop + 1) else stop
    if stop == place + 1 and last in KUNYA and word not in GIVEN:
        sure = trusted or is_surname(reader, stop + 1)
        return max(stop, _read_joined(reader, place)) if sure else stop
    if word in _SHORT_ENDS and last in GIVEN:
        return stop + 1
    if reader.words[stop].clitic and word not in GIVEN:
        return stop
    return _read_plain(reader, place, stop, trusted)


def _is_finished(reader: Reader, stop: int) -> bool:
    """Tell what follows «مريم اليحياوي», or a title, from one more part of a name."""
    word, last = reader.folded[stop], reader.folded[stop - 1]
    nisba = last.startswith("ال") and last.endswith("ي") and last not in GIVEN
    nisba = nisba and reader.folded[stop - 2] not in _SONS
    if nisba and not word.startswith("ال") and word not in GIVEN:
        return word not in SURE_FAMILY
    titled = word in TITLES and word.startswith("ال")
    return titled and reader.folded[stop + 1] in TITLE_INNER


def _read_plain(reader: Reader, place: int, stop: int, trusted: bool) -> int:
    """Read on over one more given name, or a word that may be a surname."""
    if reader.folded[stop] in GIVEN:
        in_name_of = reader.folded[stop] == _BY_NAME
        if in_name_of and reader.folded[stop + 1] in TITLES:
            return stop  # «منزل شاكر باسم الشهيد»
        return stop + 1 if is_given(reader, stop) else stop
    if stop == place + 1 and trusted and is_given(reader, place):
        return stop + 1 if may_be_surname(reader, stop) else stop
    if _leads_to_surname(reader, stop) or _is_nisba_of(reader, place, stop):
        return stop + 1
    compound = is_compound(reader, place)
    first = place + 1 + compound
    after_given = stop == first and (compound or is_strong(reader, place))
    return stop + 1 if is_name_like(reader, stop, after_given) else stop


def _read_joined(reader: Reader, stop: int) -> int:
    """Read «بن فرحان», «أبو سلمية», «فون دير لاين»; nearly any word may follow."""
    opener, after = reader.folded[stop], stop + 1
    if opener in _FOREIGN_OPENERS:
        after += reader.folded[after] in _FOREIGN_OPENERS
    if not reader.follows(after) or reader.taken[after]:
        return stop
    if opener in _SONS and reader.folded[after] in _FIRST_HALVES:
        # «بن عبد الرحمن», «بن أبي طالب»: the name of the father has two words
        return max(_read_joined(reader, after), after + 1)
    if is_name_like(reader, after, True):
        return after + 1
    word = reader.folded[after]
    plain = len(word) > 2 and word not in FREQUENT and word not in NATIONS
    opens = opener in _FAMILY_OPENERS or opener in _FOREIGN_OPENERS
    house = opener == _HOUSE and "آ" in reader.tokens[stop].text  # «آل ثاني»
    return after + 1 if house or (opens and (plain or word in SURE_FAMILY)) else stop


def _leads_to_surname(reader: Reader, stop: int) -> bool:
    """«رجب طيب أردوغان»: before a surname that all know any plain word is a name."""
    after = reader.words[stop + 1]
    known = (after.bare,) in KNOWN_PEOPLE and not after.clitic and not after.is_common
    word = reader.folded[stop]
    plain = word in COMMON and word[:1] not in _NOT_IN_A_MIDDLE_NAME
    return known and plain and reader.follows(stop + 1) and word not in SPEECH_VERBS


def _is_nisba_of(reader: Reader, place: int, stop: int) -> bool:
    """«محمد علي النصري»: behind two given names «ال…ي» is the family's."""
    word = reader.folded[stop]
    named = stop - place > 1 and is_given(reader, place) and is_given(reader, stop - 1)
    nisba = word.startswith("ال") and word.endswith("ي") and len(word) > 5
    ordinary = word in FREQUENT or word in NATIONS or word in TITLES
    return named and nisba and not ordinary and word not in TITLE_INNER


def is_strong(reader: Reader, place: int) -> bool:
    return is_given(reader, place) and reader.words[place].bare not in WEAK_GIVEN


def is_name_like(reader: Reader, place: int, after_given: bool) -> bool:
    """Tell whether a word that no table has may be a part of a name."""
    word = reader.folded[place]
    if word in FAMILY or (after_given and _is_family(word)):
        return after_given or word not in TITLES
    if word in TITLES or word in NATIONS or len(word) < 2 or word[0] == "و":
        return False
    if word in SPEECH_VERBS or word in NOT_AFTER_A_NAME or word.startswith(_GLUED):
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


def may_be_surname(reader: Reader, place: int) -> bool:
    """Behind a title and a given name, any word but the most ordinary will do."""
    word = reader.folded[place]
    if is_name_like(reader, place, True):
        return True
    if word in FREQUENT or word in TITLES or word in NATIONS or len(word) < 3:
        return False
    ordinary = reader.words[place].is_common and word[0] not in "يتسنأو"
    return ordinary and word not in SPEECH_VERBS and word not in NOT_AFTER_A_NAME


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
        if first in GIVEN or first in KUNYA:
            return length > 2 or first not in ("بن", "عبد") or trusted
        return trusted and is_rare(reader, place)
    return trusted and len(first) > 2 and is_rare(reader, place)


def is_rare(reader: Reader, place: int) -> bool:
    """Tell whether only a name is likely to look like this word."""
    if reader.words[place].is_common or not is_name_like(reader, place, False):
        return False
    word = reader.folded[place]
    if word[0] == "ي" and not word.endswith(_FOREIGN_ENDINGS) and word not in GIVEN:
        return False
    if word.startswith("ال") and word.endswith("يه"):
        return False
    if is_passive(word):
        return False
    written = strip_marks(reader.tokens[place].text)
    if written.endswith(("ه", "ات")):
        return False
    if written.endswith(("ين", "ون")):
        return not _is_stem(fold(written[:-2].removeprefix("ال")))
    return True


def is_surname(reader: Reader, place: int) -> bool:
    """Tell whether a family's name stands here beyond doubt."""
    free = reader.follows(place) and not reader.taken[place]
    return free and not reader.words[place].clitic and _opens_family(reader, place)


def _opens_family(reader: Reader, place: int) -> bool:
    word = reader.folded[place]
    if word in SURE_FAMILY or word in OPENS_SURNAME or is_compound(reader, place - 1):
        return True
    return is_name_like(reader, place, False)
