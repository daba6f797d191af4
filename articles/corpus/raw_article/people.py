"""Recognises an author's name: by its label, or by its first word in a header line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.corpus.arabic import fold, fold_with_offsets
from articles.corpus.names.tables import given_names
from articles.corpus.raw_article.lexicon.given_names import GIVEN_NAMES
from articles.corpus.raw_article.page import word_set, words_of

_LABEL_WORDS = """
    نص كتب كتبت كتبه كتبها بقلم قلم تحرير إعداد اعداد أعده أعدته الكاتب الكاتبة كاتب
    كاتبة
    المحرر المحررة محرر المؤلف المراسل مراسل مراسلنا مراسلتنا مراسلة تقرير تحقيق حوار
    حاوره حاورته حاورها أجرى الحوار ترجمة ترجمه ترجمته بواسطة متابعة رصد خاص
    تغطية كتابة شارك ساهم By Author Written
"""
_FIRST_WORD = re.compile(r"[^\W\d]+")
_FIRST_WORDS = word_set(_LABEL_WORDS)
_LABELS = "|".join(
    sorted({fold(word) for word in _LABEL_WORDS.split()}, key=len, reverse=True)
)
_LABELLED = re.compile(
    rf"\W{{0,3}}(?P<label>(?:{_LABELS})(?:[ ]?(?:و|/)[ ]?(?:{_LABELS}))?)"
    rf"(?P<sign>\s*[:：\-–—/،,]\s*|\s+)(?P<name>\S.*)\Z"
)
# These labels are ordinary words: they need a colon (or the like) after them.
_NEED_SIGN = word_set(
    """
    نص قلم تقرير تحقيق حوار خاص متابعة رصد مراسلنا مراسل مراسلة مراسلتنا محرر كاتب كاتبة
    تغطية كتابة شارك ساهم
    """
)

_ORDINARY = word_set(
    "حصة تمام نعمة مولود مسرور مباركة جودي الفضل بديع الأخضر ضو غادي بيني شاه دلع"
)
_GIVEN = GIVEN_NAMES | (
    word_set(given_names.ARABIC) - word_set(given_names.WEAK) - _ORDINARY
)
_NAME_JOINS = word_set("بن ابن بنت ولد آل عبد أبو أم الدين أمين محمد أحمد علي")
_NOT_NAMES = word_set(
    """
    في من إلى عن مع بعد قبل بين هذا هذه التي الذي أن إن قال يقول كان و ثم أو لا لم لن
    عام يوم
    """
)


@dataclass(frozen=True, slots=True)
class Byline:
    """An author's name in a line: ``name == line[start:end]``."""

    name: str
    start: int
    end: int


def labelled_byline(text: str) -> Byline | None:
    """Read a name behind its label: «كتب: …», «بقلم …», "By …".

    >>> labelled_byline("بقلم: سلمى الورّاق").name
    'سلمى الورّاق'
    """
    first = _FIRST_WORD.search(text)
    if len(text) > 80 or not first or fold(first.group()) not in _FIRST_WORDS:
        return None
    folded = fold_with_offsets(text)
    found = _LABELLED.match(folded.text)
    if not found:
        return None
    label = found["label"].split()[0]
    if label in _NEED_SIGN and not found["sign"].strip():
        return None
    if not _is_possible_name(found["name"], 4 if label in _NEED_SIGN else 8):
        return None
    start, end = folded.span(found.start("name"), found.end("name"))
    name = text[start:end].strip(" .:،,-–—|")
    start = text.index(name, start)
    return Byline(name, start, start + len(name))


def is_byline_label(text: str) -> bool:
    """Tell whether a text is nothing but a byline's label: «كتب», «بقلم»."""
    words = words_of(text)
    return len(words) == 1 and words[0] in _FIRST_WORDS


def _is_possible_name(folded_name: str, most_words: int) -> bool:
    words = words_of(folded_name)
    if len(words) > most_words or any(char.isdigit() for char in folded_name):
        return False
    return bool(words) and not _NOT_NAMES.intersection(words)


def is_person(words: list[str]) -> bool:
    """Tell whether a few folded words look like a name: a given name first.

    Four words or five are a name only with a «بن» or the like, else a headline.

    >>> is_person(["مالك", "الحافظ"]), is_person(["اقتصاد", "واعمال"])
    (True, False)
    """
    if not 2 <= len(words) <= 5 or words[0] not in _GIVEN:
        return False
    if len(words) > 3 and not _NAME_JOINS.intersection(words):
        return False
    return not any(word in _NOT_NAMES or word.isdigit() for word in words)
