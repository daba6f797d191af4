"""Which words of a text are ordinary ones, in any person, number and case.

``FREQUENT`` and ``COMMON_FORMS`` are words as they were counted in texts; a word that
is none of them is still ordinary when it is a form of a verb or a noun of the tables.
"""

from __future__ import annotations

import re

from articles.corpus.arabic import fold
from articles.corpus.names.tables import common_words, ordinary_words

FREQUENT = frozenset(common_words.FREQUENT.split())
COMMON_FORMS = FREQUENT.union(common_words.ORDINARY.split())

_NOUN, _PAST, _PRESENT, _PARTICIPLE = 1, 2, 4, 8
"""What a beginning, a stem and an ending may be a part of; they must agree."""


def _beginnings() -> dict[str, int]:
    table = {
        _NOUN: ("", "ب", "ل", "ك", "ال", "بال", "كال", "لل"),
        _PAST: ("",),
        _PRESENT: ("ي", "ت", "ن", "ا", "سي", "ست", "سن", "لي", "لت"),
        _PARTICIPLE: ("م", "الم", "بم", "لم", "بالم", "للم"),
    }
    found: dict[str, int] = {}
    for kind, beginnings in table.items():
        for beginning in beginnings:
            for joined in ("", "و", "ف"):
                found[joined + beginning] = found.get(joined + beginning, 0) | kind
    return found


def _endings() -> dict[str, int]:
    nouns = """ا ه ها هم هما هن نا ي يه ات ان ين ون ته تها تهم تنا تي تان تين اته اتها
        اتهم يا يات"""
    table = {
        _NOUN | _PARTICIPLE: nouns,
        _PAST: "ت وا تا نا ه ها هم ته تها تهم وه وها وهم",
        _PRESENT: "ون وا ان ه ها هم نا ونه ونها ونهم",
    }
    found = {"": _NOUN | _PAST | _PRESENT | _PARTICIPLE}
    for kinds, endings in table.items():
        for ending in endings.split():
            found[ending] = found.get(ending, 0) | kinds
    return found


def _stems() -> dict[str, int]:
    nouns = fold(ordinary_words.NOUNS + ordinary_words.ADJECTIVES).split()
    found = dict.fromkeys(nouns, _NOUN)
    for cell in fold(ordinary_words.VERBS).split():
        verb, _, present = cell.partition("=")
        found[verb] = found.get(verb, 0) | _PAST
        if verb[-1] in "اي" and len(verb) > 2:
            found[verb[:-1]] = found.get(verb[:-1], 0) | _PAST
        augmented = verb[0] == "ا" and len(verb) > 3
        stem = present[1:] or (verb[1:] if augmented else verb)
        # A participle of a short stem would be «محمد» as well as «منتقد».
        kinds = _PRESENT | _PARTICIPLE if len(stem) > 3 else _PRESENT
        found[stem] = found.get(stem, 0) | kinds
        if stem[-1] in "اوي" and len(stem) > 2:
            found[stem[:-1]] = found.get(stem[:-1], 0) | kinds
    return found


_PASSIVE = re.compile("م[^اوي]{2}و[^اويه]ه?\\Z")


def is_passive(word: str) -> bool:
    """Tell a passive participle by its pattern; so are names («محمود») of the tables.

    >>> is_passive(fold("معروض")), is_passive(fold("موضوع")), is_passive(fold("ماكرون"))
    (True, False, False)
    """
    return len(word) < 7 and _PASSIVE.match(word) is not None


_BEGINNINGS, _STEMS, _ENDINGS = _beginnings(), _stems(), _endings()
_VERB_BEGINNINGS = tuple(
    joined + beginning
    for joined in ("", "و", "ف")
    for beginning in (
        *("است", "يست", "تست", "نست", "سيست", "ستست", "يت", "تت", "سيت", "ستت"),
    )
)
"""No name begins so that isn't in a table of names: «يتوقع», «ستستمر»."""
_LONGEST = 20
_MOST_BEFORE, _MOST_BEHIND = 6, 4


def is_inflected(word: str) -> bool:
    """Tell whether a folded word is a form of an ordinary verb or noun.

    >>> is_inflected(fold("وسيستبعدونها")), is_inflected(fold("للمتظاهرين"))
    (True, True)
    >>> is_inflected(fold("بيربوك"))
    False
    """
    size = len(word)
    if not 2 < size < _LONGEST:
        return False
    if word.startswith(_VERB_BEGINNINGS):
        return True
    for start in range(min(_MOST_BEFORE, size - 1)):
        before = _BEGINNINGS.get(word[:start])
        if before:
            for end in range(size, max(size - _MOST_BEHIND, start + 1) - 1, -1):
                kinds = before & _ENDINGS.get(word[end:], 0)
                # A stem of two letters is one of a verb alone: «يحث».
                if end - start < 3 and (end < size or not start):
                    break
                if kinds and kinds & _STEMS.get(word[start:end], 0):
                    return True
    return False
