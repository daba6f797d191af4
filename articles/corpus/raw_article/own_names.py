"""Names that a text gives its own outlet: «في تصريح لـ"أوراق دجلة"»."""

from __future__ import annotations

import re
from functools import lru_cache

from articles.corpus.raw_article.page import words_key

_ADDRESSED = re.compile(
    r"(?<!\w)(?:ل|لـ|إلى|الى|مع|عبر)\u0640?\s?[\"«“”]([^\"«»“”\n]{2,30})[\"»“”]"
)


@lru_cache(maxsize=16)
def own_names(text: str) -> frozenset[str]:
    """Give the folded names in quotes to which people speak in a text.

    Others stand there as well («لـ"داعش"»), so that a name counts for the outlet's
    only where a header or a dateline has it, too.

    >>> own_names('قال مدير السد لـ"أوراق دجلة" إن المنسوب انخفض.')
    frozenset({'اوراق دجله'})
    """
    return frozenset(words_key(found[1]) for found in _ADDRESSED.finditer(text))
