"""Search in the editors' lists: a word is found in any of its spellings.

Drafts and withdrawn articles are in no search index, so the lists ask the database.
"""

from __future__ import annotations

import re
from functools import lru_cache

from articles.corpus.arabic import FORMAT_CHARACTERS, MARKS, TATWEEL, fold

_FOLDING_PLANE = [*range(0x80, 0x900), *range(0xFB50, 0xFF00), *range(0xFF10, 0xFF1A)]
_BETWEEN = f"[{MARKS}{TATWEEL}{FORMAT_CHARACTERS}]*"


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    letters: dict[str, str] = {}
    for code in _FOLDING_PLANE:
        char = chr(code)
        folded = fold(char)
        if len(folded) == 1 and folded != char:
            letters[folded] = letters.get(folded, "") + char
    return letters


def any_spelling(text: str) -> str:
    """Give a regular expression of every spelling that folds as ``text`` does.

    Tashkeel and tatweel may stand between any two letters; the expression has no
    nested quantifier, so matching takes linear time.

    >>> import re
    >>> bool(re.search(any_spelling("الامارات"), "دولة الإِمـارات"))
    True
    """
    letters = _spellings()
    parts = [
        f"[{re.escape(char)}{letters[char]}]" if char in letters else re.escape(char)
        for char in fold(text)
    ]
    return _BETWEEN.join(parts)
