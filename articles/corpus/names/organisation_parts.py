"""What belongs to the name of a body behind its first words: adjectives, purpose."""

from __future__ import annotations

from articles.corpus.arabic import fold, strip_marks
from articles.corpus.names.entity import EntityType
from articles.corpus.names.lexicon import (
    DEFINITE_HEADS,
    ENDS_COMPOUND,
    GAZETTEER,
    GIVEN,
    KNOWN_PEOPLE_OPEN,
    NATION_BODIES,
    NATIONS,
    NEVER_IN_A_NAME,
    NOT_PURPOSES,
    OPENS_SURNAME,
    ORGANISATION_HEADS,
    PURPOSES,
    SURE_FAMILY,
    TITLES,
    word_set,
)
from articles.corpus.names.ordinary import is_passive
from articles.corpus.names.reader import Reader

_ORG = EntityType.ORGANISATION
_ENDINGS_OF_ADJECTIVES = ("ي", "يه")
_ADJECTIVES = word_set(
    "العام العامة العليا الأعلى العالي المتحدة المشتركة الخاصة الكبرى المستقلة الحر"
    " الحرة الموحد الموحدة المسلحة المسلحين الأحمر المغلقة الجامع الصغيرة المتوسطة"
)
_PARTS_OF_NAMES = (
    GIVEN
    | ENDS_COMPOUND
    | SURE_FAMILY
    | KNOWN_PEOPLE_OPEN
    | word_set("الأول الثاني الخامس")
)
_SONS = word_set("بن ابن")
_PLURAL = ("يين", "يون")
"""«حزب الوطنيين الديمقراطيين»."""
_MOST_PARTS = 3
_MOST_JOINED = 5
_FOR_FORCES, _ARMED = fold("للقوات"), fold("المسلحة")


def read_honoured(reader: Reader, place: int) -> int:
    """Read «الملك سعود» of «جامعة الملك سعود»."""
    stop, parts = place + 1, 0
    while parts < _MOST_PARTS and reader.follows(stop):
        word = reader.words[stop]
        joined = word.bare in OPENS_SURNAME and not word.clitic
        if reader.folded[stop - 1] in _SONS and not (joined or word.clitic):
            return stop + 1  # «جامع بلال بن رباح»
        if "ى" in reader.tokens[stop].text:  # «على»
            break
        if not joined and (word.clitic or word.bare not in _PARTS_OF_NAMES):
            return stop + _is_surname(reader, stop)
        stop += 1
        parts += not joined  # «عبد الله بن عبد العزيز» has two
    return stop


def is_given_pair(reader: Reader, place: int) -> bool:
    """Tell «المنجي سليم», «الحبيب بورقيبة»: a given name and one more name."""
    if not (reader.follows(place) and reader.follows(place + 1)):
        return False
    first, second = reader.words[place], reader.folded[place + 1]
    given = first.bare in GIVEN and not first.clitic
    return given and (second in _PARTS_OF_NAMES or second in SURE_FAMILY)


def _is_surname(reader: Reader, place: int) -> bool:
    """«القسام»: a rare word with the article, and no nation."""
    word = reader.folded[place]
    is_rare = not reader.words[place].is_common and word not in NATIONS
    return is_rare and word.startswith("ال")


def is_definite(reader: Reader, place: int) -> bool:
    word = reader.folded[place]
    return word.startswith("ال") and len(word) > 4 and word not in NEVER_IN_A_NAME


def governs(reader: Reader, place: int) -> bool:
    """«شؤون المرأة»: a bare noun before a definite one."""
    word = reader.folded[place]
    if not reader.follows(place + 1) or not is_definite(reader, place + 1):
        return False
    bare = not word.endswith(("ه", "ي", "ا", "ين", "ون")) or word in _BARE_NOUNS
    return bare and reader.words[place].is_common and word not in _NO_NOUNS


_BARE_NOUNS = word_set(
    "دعم بحوث دراسات حقوق شؤون مكافحة رعاية حماية إدارة تنمية"
    " نزاهة مراقبة إعادة جبهة قوى كبار ترقية تمكين أملاك استصلاح تهيئة"
)
_NO_NOUNS = word_set(
    "في من إلى على عن مع بين بعد قبل عند منذ خلال حول ضد عبر دون غير كل بعض أن إن"
    " أو ثم قد لم لن ما لا هل كما حيث أمام تحت فوق قال أكد أعلن اليوم أمس تم كان هذا"
    " هذه ذلك عقب لدى حتى نحو وفق أي عام رفض دعا"
)


def is_brand(reader: Reader, place: int) -> bool:
    word, folded = reader.words[place], reader.folded[place]
    if word.is_common or word.clitic or folded in NATIONS or folded in _NO_NOUNS:
        return False
    if is_passive(folded):
        return False  # «صندوق مطمور»
    return len(folded) > 2 and not strip_marks(reader.tokens[place].text).endswith("ية")


def read_brand(reader: Reader, stop: int) -> int:
    for _ in range(2):
        if (
            not reader.follows(stop)
            or not is_brand(reader, stop)
            or reader.folded[stop][0] in "وي"
            or reader.words[stop].opens_person
            or reader.folded[stop] in TITLES
        ):
            break
        stop += 1
    name = reader.known_name(stop) if reader.follows(stop) else None
    place = bool(name and not name.weak and name.type is not _ORG)
    return stop + 1 if place and not reader.words[stop].clitic else stop


def read_adjectives(reader: Reader, stop: int) -> int:
    """Read «الأميركية», «العالي», «الاتحادية» behind a noun."""
    for _ in range(3):
        if not reader.follows(stop):
            break
        word, noun = reader.folded[stop], reader.folded[stop - 1]
        people = word.endswith(_PLURAL) and noun.endswith(_PLURAL) and noun[:2] == "ال"
        if not (is_adjective(word) or (people and word[:2] == "ال")):
            break
        if (
            reader.folded[stop] == "العام"
            and reader.folded[stop + 1] in NEVER_IN_A_NAME
        ):
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


def read_joined(reader: Reader, stop: int) -> int:
    """Read «والمغتربين» of «وزارة الخارجية والمغتربين», and its adjective."""
    for _ in range(_MOST_JOINED):
        word = reader.folded[stop]
        if (
            word[:1] == "و"
            and word[1:] in _BARE_NOUNS
            and is_definite(reader, stop + 1)
        ):
            stop = read_adjectives(reader, stop + 2)
            continue
        if not reader.follows(stop) or not word.startswith("وال") or len(word) < 5:
            break
        if word[1:] in DEFINITE_HEADS or word[1:] in TITLES or word[1:] in GAZETTEER:
            break
        if word[1:] in NEVER_IN_A_NAME or word[1:] in NATION_BODIES - _MINISTRIES:
            break
        head = word[3:-2] + "ه" if word.endswith("ات") else word[3:]
        if head in ORGANISATION_HEADS:
            break  # «والمدرسة الحربية» is another one, «والجامعات» are others
        stop = read_adjectives(reader, stop + 1)
    return stop


def agrees(head: str, nation: str) -> bool:
    """«القوات العراقية», but «وزير الخارجية السعودي» speaks of the minister."""
    feminine = head.endswith(("ه", "ات")) or head in _BROKEN_PLURALS
    return feminine == nation.endswith("ه")


_BROKEN_PLURALS = word_set("الجمارك")
_BALLS = word_set("اليد السلة القدم الطائرة")
_ABOUT_RIGHTS = ["عن", "حقوق", "الانسان"]
_MINISTRIES = word_set("الخارجية الداخلية")


def read_purpose(reader: Reader, stop: int) -> int:
    """Read «للهجرة», «لحقوق الإنسان», «لكرة القدم»."""
    word = reader.folded[stop]
    if not reader.follows(stop):
        return stop
    if word == _FOR_FORCES and reader.folded[stop + 1] == _ARMED:
        return stop + 2
    if word.startswith("لل") and len(word) > 4 and word not in NOT_PURPOSES:
        stop = read_joined(reader, read_adjectives(reader, stop + 1))
        about_rights = reader.folded[stop : stop + 3] == _ABOUT_RIGHTS
        return stop + 3 if about_rights else stop
    ball = reader.folded[stop + 1] in _BALLS  # «لكرة اليد»
    if word in PURPOSES and (ball or is_definite(reader, stop + 1)):
        stop += 2
        if reader.folded[stop].startswith("وال") and reader.follows(stop):
            stop += 1
        return read_adjectives(reader, stop)
    return stop
