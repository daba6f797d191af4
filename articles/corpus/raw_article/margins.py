"""Cuts what stands below the last sentence of an article and is no part of it.

Inside the text a line needs strong signs to be cut. Under its last sentence weak signs
are enough: what follows an article there is a page, and pages are made of few words.
"""

from __future__ import annotations

import re

from articles.corpus.raw_article.furniture import is_mostly_labels, label_reason
from articles.corpus.raw_article.lexicon.site_words import (
    COPYING,
    NETWORKS,
    OWNED,
    PERMITTING,
)
from articles.corpus.raw_article.page import Line, Page
from articles.corpus.raw_article.reasons import Reason
from articles.corpus.raw_article.signatures import may_sign, signature_parts

_MAIL = re.compile(r"\w@\w")
_MOST_LINES = 12
_LONGEST_KEPT = 8
_LONGEST_CODE = 3
_LONGEST_LEAD = 4
_LONGEST_OF_PAGE = 9
_ENDING = frozenset(
    {
        Reason.COMMENTS,
        Reason.COPYRIGHT,
        Reason.NAVIGATION,
        Reason.RELATED_LINK,
        Reason.RETURNING,
        Reason.SHARE_COUNTS,
        Reason.SUBSCRIPTION,
    }
)
"""After these no article goes on, where no sentence follows."""


def cut_bottom(page: Page, first: int) -> None:
    """Cut notices from the last line upwards, as far as lines are no sentences."""
    _cut_after_end_mark(page, first)
    _cut_boxes(page, first)
    _cut_between_notices(page, first)
    lines = [page.lines[index] for index in page.open_lines(first)][1:]
    for line in reversed(lines[-_MOST_LINES:]):
        if is_mostly_labels(line):
            page.take(line, label_reason(line))
        elif _states_rights(line):
            page.take(line, Reason.COPYRIGHT)
        elif not _may_stand_between(line):
            break


def _states_rights(line: Line) -> bool:
    """Tell who may copy the texts: «يسمح بالاقتباس مع ذكر المصدر»."""
    told = (PERMITTING, COPYING, OWNED)
    if line.words and line.words[0].startswith(("وي", "وت")):
        return False  # «ويسمح القانون …» goes on with a story
    return all(not words.isdisjoint(line.words) for words in told)


def _cut_boxes(page: Page, first: int) -> None:
    """Cut headings with headlines right under them, below a text of parted paragraphs.

    Where a blank line parts the paragraphs, lines without one between are a list; under
    a few words and of the length of headlines it is a list of other articles.
    """
    lines = [page.lines[index] for index in page.open_lines(first)]
    if len(lines) < 3 or not all(line.gap for line in lines[1:-1][:3]):
        return
    while len(lines) > 1:
        heading = page.lines[page.lines.index(lines[-1]) - 1]
        if not _is_box(heading, lines[-1]):
            return
        for line in (heading, lines[-1]):
            if line.open:
                page.take(line, Reason.OTHER_ARTICLE)
        lines = [line for line in lines if line.open]


def _is_box(heading: Line, headline: Line) -> bool:
    if heading.gap == 0 or headline.gap or heading.is_closed or headline.is_closed:
        return False
    is_heading = heading.length <= _LONGEST_LEAD and not heading.last_signs
    letters = headline.text[0].isalpha() and not headline.last_signs
    return is_heading and letters and 4 <= len(headline.words) <= 14


def _cut_between_notices(page: Page, first: int) -> None:
    """Cut the short lines under a notice that stands below the last sentence.

    What the page says there (names of form fields, one headline, a choice of answers)
    is in no table; but the article is over.
    """
    last = max(
        (at for at in page.open_lines(first) if not _may_be_of_page(page.lines[at])),
        default=len(page.lines),
    )
    notices = (
        at for at in range(last + 1, len(page.lines)) if _ends_article(page.lines[at])
    )
    start = next(notices, len(page.lines))
    for index in list(page.open_lines(start)):
        if not may_sign(page.lines[index]):
            page.take(page.lines[index], label_reason(page.lines[index]))


def _ends_article(line: Line) -> bool:
    """Tell a notice or a signature; a link with its headline may stand in the text."""
    if line.open:
        if _is_foreign(line):
            return True
        channel = len(line.words) > 1 and line.words[-2] in ("علي", "عبر")
        if _MAIL.search(line.text) or (channel and line.words[-1] in NETWORKS):
            return True
        return any(part.field in ("outlet", "agency") for part in signature_parts(line))
    is_link = line.fate is Reason.RELATED_LINK
    return line.fate in _ENDING and not (is_link and line.length > _LONGEST_LEAD)


def _is_foreign(line: Line) -> bool:
    """Tell a short line without an Arabic letter: a code, a button, a theme's word."""
    has_letters = any(char.isalpha() for char in line.text)
    return has_letters and line.text.isascii() and line.length <= _LONGEST_LEAD


def _may_be_of_page(line: Line) -> bool:
    return line.length <= _LONGEST_OF_PAGE and not line.is_closed


def _cut_after_end_mark(page: Page, first: int) -> None:
    """«// انتهى //» and, below it, the hour and the number of the dispatch."""
    marks = [
        index
        for index in range(first, len(page.lines))
        if page.lines[index].fate is Reason.SIGNATURE
    ]
    for index in list(page.open_lines(marks[0])) if marks else ():
        if page.lines[index].length <= _LONGEST_CODE:
            page.take(page.lines[index], Reason.METADATA)


def _may_stand_between(line: Line) -> bool:
    """A signature or the like may stand among the notices; a sentence ends them."""
    return line.length <= _LONGEST_KEPT and not line.is_closed
