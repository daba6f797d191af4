"""Makes a title for a text that has none: its first sentence, cut where it is long."""

from __future__ import annotations

import re

from articles.corpus.raw_article.characters import clean_name

_LONGEST_TITLE = 110
_SHORTEST_TITLE = 15
_SHORTEST_CLAUSE = 40
_SIGNS = re.compile(r"[.!?؟]+")
_COMMA = re.compile(r"[،؛:]\s")
_LAST_SIGNS = " ،؛:."


def derive_title(body: str) -> str:
    """Make a title of the first sentence; «…» tells that it was cut.

    >>> derive_title("عادت الحركة إلى المرفأ، الأحد. وقال المدير إن العمل كامل.")
    'عادت الحركة إلى المرفأ، الأحد'
    """
    sentence = clean_name(body.split("\n", 1)[0])
    for signs in _SIGNS.finditer(sentence, _SHORTEST_TITLE):
        if not sentence[signs.end() : signs.end() + 1].strip():
            sentence = sentence[: signs.start()]
            break
    if len(sentence) <= _LONGEST_TITLE:
        return sentence.strip(_LAST_SIGNS)
    commas = list(_COMMA.finditer(sentence, _SHORTEST_CLAUSE, _LONGEST_TITLE))
    end = commas[-1].start() if commas else sentence.rfind(" ", 0, _LONGEST_TITLE)
    return sentence[: end if end > 0 else _LONGEST_TITLE].strip(_LAST_SIGNS) + "…"
