"""Cuts links to other articles inside the text, and what follows below it."""

from __future__ import annotations

from articles.corpus.raw_article.header import first_paragraph, is_paragraph
from articles.corpus.raw_article.leads import lead_of
from articles.corpus.raw_article.lexicon.leads import AUTHORS, NARRATION, Lead
from articles.corpus.raw_article.outlet_names import is_outlet
from articles.corpus.raw_article.page import SHORT, Line, Page
from articles.corpus.raw_article.reasons import Reason

_LONGEST_LINK = 35
_MOST_LINKS = 8
_LEAST_BODY = 15
_LONGEST_NAME = 4
_LONGEST_ALONE = 6


def cut_links(page: Page) -> None:
    """Cut every line that leads to another article, and the headlines under a lead.

    Runs before the header is read, so that no lead is taken for a headline.
    """
    first = first_paragraph(page)
    for index in list(page.open_lines()):
        line = page.lines[index]
        if not line.open or line.length > _LONGEST_LINK:
            continue
        lead = _lead(line)
        if lead is Lead.LINK or (lead is Lead.WEAK_LINK and index > first):
            page.take(line, Reason.RELATED_LINK)
            if _is_alone(line):
                _cut_headlines(page, index + 1)


def cut_tail(page: Page, first: int) -> None:
    """Cut tags and page-end boxes with all that follows them below the body."""
    for index in list(page.open_lines()):
        line = page.lines[index]
        if line.length > SHORT:
            continue
        lead = _lead(line)
        if lead not in (Lead.TAGS, Lead.PAGE_END):
            continue
        reason = Reason.TAG_TAIL if lead is Lead.TAGS else Reason.OTHER_ARTICLE
        if index > first and _words_between(page, 0, index) >= _LEAST_BODY:
            _cut_rest(page, index, reason)
            return
        page.take(line, reason)


def cut_comments(page: Page, first: int) -> None:
    """Cut what readers wrote under «تعليقات الزوار» or the like.

    A counter may also stand above the text or inside it, so most of the text must lie
    above the heading.
    """
    count = len(page.lines)
    for index in range(first + 1, count):
        line = page.lines[index]
        if line.fate is Reason.COMMENTS and len(line.words) <= _LONGEST_NAME:
            above = _words_between(page, 0, index)
            if above >= max(_LEAST_BODY, _words_between(page, index, count)):
                for rest in list(page.open_lines(index)):
                    page.take(page.lines[rest], Reason.COMMENTS)
                return


def cut_author(page: Page, first: int) -> None:
    """Cut what stands under «عن الكاتب» or the like, most of the text being above."""
    count = len(page.lines)
    for index in range(first + 1, count):
        line = page.lines[index]
        if line.fate is Reason.SIGNATURE and not AUTHORS.isdisjoint(line.words):
            above = _words_between(page, 0, index)
            if above >= max(_LEAST_BODY, 2 * _words_between(page, index, count)):
                for rest in list(page.open_lines(index)):
                    page.take(page.lines[rest], Reason.SIGNATURE)
                return


def _words_between(page: Page, start: int, end: int) -> int:
    return sum(page.lines[at].length for at in page.open_lines(start, end))


def _lead(line: Line) -> Lead | None:
    return lead_of(line.words, line.text)


def _is_alone(line: Line) -> bool:
    words = line.words
    if line.is_closed or len(words) > _LONGEST_ALONE:
        return False
    return len(words) <= 4 or "قسم" in words  # «اقرأ المزيد في قسم الاقتصاد»


def _cut_headlines(page: Page, start: int) -> None:
    """Cut the headlines that a lead alone on its line stands above."""
    for index in range(start, min(start + _MOST_LINKS, len(page.lines))):
        line = page.lines[index]
        if line.fate is Reason.COMMENTS:
            return
        if not line.open:
            continue
        if is_paragraph(line) or _is_no_headline(page, line):
            return
        if index > start and _is_subheading(page, index):
            page.doubt(line, Reason.RELATED_LINK)
            return
        page.take(line, Reason.RELATED_LINK)


def _is_subheading(page: Page, index: int) -> bool:
    """Tell a few words above a paragraph: headlines of other articles are longer.

    They must not stand closer to the links above than to the text below.
    """
    line, below = page.lines[index], page.lines[index + 1 : index + 2]
    return line.length <= _LONGEST_NAME and any(
        one.open and one.gap <= line.gap and is_paragraph(one) for one in below
    )


def _is_no_headline(page: Page, line: Line) -> bool:
    """Tell the text that goes on, or a signature, from another headline."""
    if line.words[:1] and line.words[0] in NARRATION:
        return True
    is_name = len(line.words) <= _LONGEST_NAME and line.gap > 0
    return is_name and (is_outlet(line.words) or page.stands_elsewhere(line, line.key))


def _cut_rest(page: Page, start: int, reason: Reason) -> None:
    """Cut all lines from ``start`` on; under the tags stand headlines of others."""
    for index in page.open_lines(start):
        line = page.lines[index]
        if index > start and (not _is_tag_line(line) or _lead(line) is Lead.PAGE_END):
            reason = Reason.OTHER_ARTICLE
        page.take(line, reason)


def _is_tag_line(line: Line) -> bool:
    if is_paragraph(line):
        return False
    return line.length <= 4 or any(sign in line.text for sign in "#،,|")
