"""Which words of a text are ordinary ones, in any person, number and case.

``FREQUENT`` and ``COMMON_FORMS`` are words as they were counted in texts; a word that
is none of them is still ordinary when it is a form of a verb or a noun of the tables.
"""

from __future__ import annotations

from articles.corpus.arabic import fold
from articles.corpus.names.tables import common_words, ordinary_words

FREQUENT = frozenset(common_words.FREQUENT.split())
COMMON_FORMS = FREQUENT.union(common_words.ORDINARY.split())

_NOUNS = frozenset(fold(ordinary_words.NOUNS + ordinary_words.ADJECTIVES).split())
def _glued(*beginnings: str) -> frozenset[str]:
    """Give the beginnings alone, and behind و and ف."""
    return frozenset(one + other for one in ("", "و", "ف") for other in beginnings)


_BEFORE_NOUNS = _glued("", "ب", "ل", "ك", "ال", "بال", "كال", "لل")
_AFTER_NOUNS = frozenset(
    ("", "ا", "ه", "ها", "هم", "هما", "هن", "نا", "ي", "يه", "ات", "ان", "ين", "ون")
    + ("ته", "تها", "تهم", "تنا", "تي", "تان", "تين", "اته", "اتها", "اتهم", "يا", "يات")
)
_BEFORE_PAST = _glued("")
_AFTER_PAST = frozenset(
    ("", "ت", "وا", "تا", "نا", "ه", "ها", "هم", "ته", "تها", "تهم", "وه", "وها", "وهم")
)
_BEFORE_PRESENT = _glued("ي", "ت", "ن", "ا", "سي", "ست", "سن", "لي", "لت")
_AFTER_PRESENT = frozenset(
    ("", "ون", "وا", "ان", "ه", "ها", "هم", "نا", "ونه", "ونها", "ونهم")
)
_BEFORE_PARTICIPLES = _glued("م", "الم", "بم", "لم", "بالم", "للم")
_VERB_BEGINNINGS = ("است", "يست", "تست", "نست", "سيست", "ستست", "يت", "تت", "سيت", "ستت")
"""No name begins so that isn't in a table of names: «يتوقع», «ستستمر»."""
_LONGEST = 20


def _verb_stems() -> tuple[frozenset[str], frozenset[str]]:
    past, present = set(), set()
    for cell in fold(ordinary_words.VERBS).split():
        verb, _, stem = cell.partition("=")
        past.add(verb)
        if verb[-1] in "اي" and len(verb) > 2:
            past.add(verb[:-1])
        stem = stem[1:] or (verb[1:] if verb[0] == "ا" and len(verb) > 3 else verb)
        present.add(stem)
        if stem[-1] in "اوي" and len(stem) > 2:
            present.add(stem[:-1])
    return frozenset(past), frozenset(present)


_PAST, _PRESENT = _verb_stems()
_PARTICIPLES = frozenset(stem for stem in _PRESENT if len(stem) > 3)
"""«منتقد» is م and the stem of «ينتقد»; of short verbs it would be «محمد» too."""
_SHORT_PRESENTS = frozenset(
    clitic + person + stem
    for stem in _PRESENT
    if len(stem) == 2
    for person in "يت"
    for clitic in ("", "و", "ف", "س")
)


def is_inflected(word: str) -> bool:
    """Tell whether a folded word is a form of an ordinary verb or noun.

    >>> is_inflected(fold("وسيستبعدونها")), is_inflected(fold("للمتظاهرين"))
    (True, True)
    >>> is_inflected(fold("بيربوك"))
    False
    """
    if not 2 < len(word) < _LONGEST:
        return False
    joined = 1 if word[0] in "وف" else 0
    return (
        word.startswith(_VERB_BEGINNINGS, joined)
        or _is_form(word, _BEFORE_NOUNS, _NOUNS, _AFTER_NOUNS)
        or _is_form(word, _BEFORE_PAST, _PAST, _AFTER_PAST)
        or _is_form(word, _BEFORE_PRESENT, _PRESENT, _AFTER_PRESENT)
        or _is_form(word, _BEFORE_PARTICIPLES, _PARTICIPLES, _AFTER_NOUNS)
        or word in _SHORT_PRESENTS
    )


def _is_form(
    word: str, before: frozenset[str], stems: frozenset[str], after: frozenset[str]
) -> bool:
    """Try each way to cut a beginning, a stem of three letters or more, an ending."""
    size = len(word)
    starts = [start for start in range(min(6, size - 1)) if word[:start] in before]
    return any(
        word[start:end] in stems
        for end in range(size, max(size - 5, 2), -1)
        if end == size or word[end:] in after
        for start in starts
        if end - start > 2
    )
