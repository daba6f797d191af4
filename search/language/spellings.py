"""Spellings beyond the letter: words that writers write in two ways.

Folding makes letters equal everywhere; here whole words and names are made equal, for
the index and the query alike. Adding a pair is one line.
"""

from __future__ import annotations

import re

from articles.corpus.arabic import TATWEEL, fold, strip_marks

SAME_NAMES = {"أبا": "أبو", "أبي": "أبو", "بن": "ابن"}
"""Parts of names that change by case or place: «أبي بكر» is «أبو بكر»."""

RESPELLED = (
    (re.compile("[ئء]و"), "ؤو"),  # مسئول and مسؤول, رءوس and رؤوس
    (re.compile("(?<!م)ائ(?=[ةه]$)"), "اء"),  # قرائة and قراءة, but not مائة
    (re.compile("مائ(?=[ةه]$|ت(?:ان|ين|ي|ا)$)"), "مئ"),  # مائة and مئة
    (re.compile("^((?:[وفبلك]?ال|لل|[وفبلك])?)شئ$"), "\\1شيء"),
)
"""Seats of hamza on which schools of spelling differ, in words as they are written."""

SERVANT = "عبد"
FATHER = "أبو"

_NO_NAMES = ("يه", "يك", "ين", "ته", "تي", "هما", "كما")
"""What «أبو» before it makes a father or fatherhood of, not a name."""

_FATHER = fold(FATHER)
_SAME_NAMES = {fold(word): fold(name) for word, name in SAME_NAMES.items()}
_DISPUTED = re.compile("[ئء]")


def spelled(word: str) -> str:
    """Fold a word as it is written, and take one of two spellings for both.

    >>> spelled("مَسئول") == spelled("مسؤول"), spelled("أبي"), spelled("شئ")
    (True, 'ابو', 'شيء')
    """
    if _DISPUTED.search(word):
        word = strip_marks(word)
        for pattern, letters in RESPELLED:
            word = pattern.sub(letters, word)
    folded = fold(word)
    return _SAME_NAMES.get(folded, folded)


def name_begins(folded: str) -> int:
    """Tell after how many letters a name begins that is written onto عبد or أبو.

    >>> name_begins("عبدالرحمن"), name_begins("ابوظبي"), name_begins("ابواب")
    (3, 3, 0)
    """
    if len(folded) < 6:
        return 0
    if folded.startswith(SERVANT + "ال") and len(folded) > 6:
        return len(SERVANT)
    name = folded[len(_FATHER) :]
    if not folded.startswith(_FATHER) or name.startswith(_NO_NAMES):
        return 0
    return 0 if name[0] == "ا" and not name.startswith("ال") else len(_FATHER)


CLITICS = ("ال", "و", "ف", "ب", "ل", "ك", "بال", "لل", "وال", "وب", "ول")
"""What is written onto a number in digits: «ب6», «لـ200», «ال76»."""

ONTO_DIGITS = rf"(?:{'|'.join(sorted(CLITICS, key=len, reverse=True))}){TATWEEL}*"
"""The same as a pattern, with the tatweel that often follows."""
