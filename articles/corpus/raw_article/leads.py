"""Recognises what leads to other articles: by table, or by how such phrases are made.

Sites vary four patterns without end: «قد» and a verb that ends with the reader («قد
يثير اهتمامك»), a verb of reading and «أيضا» («تقرأون أيضا»), a
noun for articles and a word that relates them («كتب ذات صلة», «أخبار من نفس القسم»),
and a superlative with a kind of piece or what readers do («أبرز المقالات», «الأكثر
مشاهدة في اقتصاد»).
"""

from __future__ import annotations

from articles.corpus.raw_article.lexicon.leads import (
    ALSO,
    INVITING,
    LEADS,
    MAYBE,
    NEIGHBOURS,
    NEWEST,
    OF_NOW,
    PIECES,
    RANKINGS,
    READING_VERBS,
    RELATING,
    STANDING_OUT,
    STORIES,
    SUPERLATIVES,
    Lead,
)
from articles.corpus.raw_article.phrases import PhraseTable

_TABLE = PhraseTable(LEADS)
_LONGEST = 6
_MOST = "الاكثر"
_ABOUT_LINKS = ALSO | MAYBE | STORIES


def lead_of(words: list[str], text: str) -> Lead | None:
    """Tell how far a line leads away from the article; None for any other line.

    >>> lead_of(["كتب", "ذات", "صله"], "كتب ذات صلة")
    <Lead.LINK: 1>
    """
    return _TABLE.match(words, text) or (_made_lead(words) if len(words) > 1 else None)


def _pleases_the_reader(word: str) -> bool:
    """Tell «يهمك», «تعجبكم»: what something does to the reader."""
    return len(word) > 3 and word[0] in "يت" and word.endswith(("ك", "كم"))


def _made_lead(words: list[str]) -> Lead | None:
    first, second = words[0], words[1]
    if first in READING_VERBS and second in ALSO:
        return Lead.LINK
    if len(words) > _LONGEST:
        return None
    if _ranks(words):
        return Lead.PAGE_END
    return Lead.LINK if _invites(words) or _relates(words) else None


def _ranks(words: list[str]) -> bool:
    """Tell «أهم التقارير», «القصص الأكثر قراءة», «آخر الأخبار والمقالات اليوم»."""
    first, second, *rest = words
    if first == _MOST and second in RANKINGS:
        return True
    if first in NEWEST and second in STORIES and not rest:
        return True
    if _is_piece(first):
        most = second == _MOST and not RANKINGS.isdisjoint(rest)
        return most or (second in STANDING_OUT and not rest and first[:2] == "ال")
    if first not in SUPERLATIVES or not _is_piece(second):
        return False
    return all(
        word in OF_NOW or word in RANKINGS or (word[0] == "و" and _is_piece(word[1:]))
        for word in rest
    )


def _is_piece(word: str) -> bool:
    """Tell «تقارير», «التقارير» and «تقاريرنا»."""
    return word.removeprefix("ال").removesuffix("نا") in PIECES


def _invites(words: list[str]) -> bool:
    """Tell «قد يثير اهتمامك», «مقالات قد تعجبك», «كما يمكنك قراءة»."""
    if words[0] in MAYBE and len(words) < 4 and words[-1].endswith(("ك", "كم")):
        return True
    is_about = len(words) < 5 and not _ABOUT_LINKS.isdisjoint(words)
    if is_about and any(map(_pleases_the_reader, words)):
        return True
    return not (READING_VERBS.isdisjoint(words) or INVITING.isdisjoint(words[:3]))


def _relates(words: list[str]) -> bool:
    """Tell «كتب ذات صلة», «الخبر التالي»."""
    if words[0] not in STORIES:
        return False
    is_neighbour = len(words) == 2 and words[1] in NEIGHBOURS
    return is_neighbour or not RELATING.isdisjoint(words[1:4])
