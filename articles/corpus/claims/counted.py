"""Whom or what a number counts, and what befell it."""

from __future__ import annotations

from itertools import pairwise

from articles.corpus.arabic import fold
from articles.corpus.claims import lexicon
from articles.corpus.claims.around import Around
from articles.corpus.claims.lexicon import sense_in
from articles.corpus.figures.noun_forms import KNOWN_NOUNS
from articles.corpus.figures.nouns import singular


def stance(around: Around) -> str:
    """Tell whether the counted are "for" or "against", "" where none is said."""
    near = (*around.before(2), *around.after(4))
    return next(filter(None, (sense_in(lexicon.STANCES, word) for word in near)), "")


def counted(
    around: Around, noun: str, quality: list[str]
) -> tuple[str, list[str], str]:
    """Tell whom or what the number counts, its adjectives, and what befell it.

    ``noun`` and ``quality`` are those of the figure's key; «20 شخصا» counts "".
    """
    quality = [singular(word).removesuffix("ه") for word in quality]
    quality = [word for word in quality if word not in lexicon.OTHERS]
    if not noun or noun in NUMBER:
        noun = _number_of(around)
    own = lexicon.DEEDS.get(noun, "")
    if own == "hurt" and _DIED.intersection(around.before(2)):
        return "", quality, "dead"
    if own in lexicon.STATES:
        befell = _deed(around, own)
        return (noun, quality, befell) if befell else ("", quality, own)
    if own:
        return "", quality, own
    if noun and noun not in lexicon.PERSONS and not _may_suffer(noun):
        return noun, quality, ""
    deed = _deed(around)
    return ("" if noun in lexicon.PERSONS else noun), quality, deed


PEOPLE = lexicon.PERSONS | {
    noun
    for noun, deed in lexicon.DEEDS.items()
    if noun in KNOWN_NOUNS and deed not in lexicon.STATES
}
"""Nouns of people that are no more than that, or than what befell them."""
NUMBER = frozenset(fold("عدد اعداد تعداد وعدد").split())
"""Nouns behind which stands what is counted."""


def women(around: Around) -> frozenset[str]:
    """Give a quality that tells «طالبات» from «طلاب», which have one key."""
    words = (word for word in around.after(3) if word.endswith(_WOMEN))
    are = any(word.removesuffix(_WOMEN) in KNOWN_NOUNS for word in words)
    return frozenset((_WOMEN,)) if are else frozenset()


_WOMEN = "ات"


def _number_of(around: Around) -> str:
    """Give what «ارتفع عدد النازحين إلى 20 ألفا» counts: the word behind عدد."""
    behind = ""
    for word in around.before():
        if word in NUMBER and behind:
            return singular(behind)
        behind = word
    words = list(around.after())
    for word, behind in pairwise(words):
        if word in NUMBER:
            return singular(behind)
    return ""


_DIED = {word for word, deed in lexicon.DEEDS.items() if deed == "dead"}
_LIFELESS = frozenset(fold("مقعد نقطه هدف درجه مره كلمه صفحه صوت نسخه").split())


def _may_suffer(noun: str) -> bool:
    return noun not in _LIFELESS


def _deed(around: Around, besides: str = "") -> str:
    """Give the nearest deed before the number, else behind it, another than one."""
    for words in (around.before(), around.after(8)):
        for word in words:
            deed = sense_in(lexicon.DEEDS, word)
            if deed and deed != besides:
                return deed
    return ""
