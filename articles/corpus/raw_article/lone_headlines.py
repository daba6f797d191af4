"""A headline that sounds like a line of the page, over a text without another one."""

from __future__ import annotations

from articles.corpus.raw_article.page import Line, Page
from articles.corpus.raw_article.reasons import Reason

_LIKE_HEADLINES = (Reason.PHOTO_CAPTION, Reason.SHARE_COUNTS, Reason.COPYRIGHT)
_SHORTEST_SENTENCE = 5
_LONGEST_NOTICE = 16


def is_only_headline(page: Page, line: Line, reason: object) -> bool:
    """Tell «صورة للرئيس في المدرسة: المدير ينفي», over a text without another title.

    A headline may say what captions and notices of rights say.
    """
    if line is not page.lines[0] or reason not in _LIKE_HEADLINES:
        return False
    if line.length < _SHORTEST_SENTENCE or len(page.lines) < 2:
        return False
    below = next((one for one in page.lines[1:] if one.length > 3), line)
    return below.is_closed or below.length > _LONGEST_NOTICE
