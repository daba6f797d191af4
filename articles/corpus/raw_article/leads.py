"""Recognises what leads to other articles: by table, or by how such phrases are made.

Sites vary four patterns without end: «قد» and a verb that ends with the reader («قد
يثير اهتمامك»), a verb of reading and «أيضا» («تقرأون أيضا»), a
noun for articles and a word that relates them («كتب ذات صلة», «أخبار من نفس القسم»),
and «الأكثر» with what readers do («الأكثر مشاهدة في اقتصاد»).
"""

from __future__ import annotations

from articles.corpus.raw_article.lexicon.leads import (
    ALSO,
    LEADS,
    MAYBE,
    NEIGHBOURS,
    RANKINGS,
    READING_VERBS,
    RELATING,
    STORIES,
    Lead,
)
from articles.corpus.raw_article.phrases import PhraseTable

_TABLE = PhraseTable(LEADS)
_LONGEST = 6


def lead_of(words: list[str], text: str) -> Lead | None:
    """Tell how far a line leads away from the article; None for any other line.

    >>> lead_of(["كتب", "ذات", "صله"], "كتب ذات صلة")
    <Lead.LINK: 1>
    """
    return _TABLE.match(words, text) or (_made_lead(words) if len(words) > 1 else None)


def _made_lead(words: list[str]) -> Lead | None:
    first, second = words[0], words[1]
    if first in READING_VERBS and second in ALSO:
        return Lead.LINK
    if len(words) > _LONGEST:
        return None
    if first in MAYBE and len(words) < 4 and words[-1].endswith(("ك", "كم")):
        return Lead.LINK
    if first == "الاكثر" and second in RANKINGS:
        return Lead.PAGE_END
    if first in STORIES:
        is_neighbour = len(words) == 2 and second in NEIGHBOURS
        if is_neighbour or not RELATING.isdisjoint(words[1:4]):
            return Lead.LINK
    return None
