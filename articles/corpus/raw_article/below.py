"""Cuts a page by its build: rows of networks, tickers, and what stands below the text.

No line of these need be in a table. Inside the text nothing is cut.
"""

from __future__ import annotations

from itertools import groupby

from articles.corpus.raw_article.furniture import label_reason
from articles.corpus.raw_article.lexicon.leads import NARRATION
from articles.corpus.raw_article.page import Line, Page
from articles.corpus.raw_article.page_speech import (
    asks_the_reader,
    is_contact,
    is_network,
    is_ticker,
)
from articles.corpus.raw_article.reasons import Reason
from articles.corpus.raw_article.signatures import may_sign

_LONGEST_NOTICE = 16
_LONGEST_HEADLINE = 18
_LONGEST_LABEL = 4
_LEAST_TEXT = 25
_LONGEST_IN_ROW = 3
_RUN = range(3, 9)
_OF_PAGES = frozenset(
    {
        Reason.COMMENTS,
        Reason.COPYRIGHT,
        Reason.NAVIGATION,
        Reason.OTHER_ARTICLE,
        Reason.RETURNING,
        Reason.SHARE_COUNTS,
        Reason.SUBSCRIPTION,
    }
)
_QUOTES = '«"“”»'


def cut_networks(page: Page) -> None:
    """Cut names of social networks, one a line, two or more in a row."""
    runs = groupby(page.lines, lambda line: is_network(line.words))
    for is_run, lines in runs:
        run = list(lines) if is_run else []
        for line in run if len(run) > 1 else ():
            if line.open:
                page.take(line, Reason.SHARE_COUNTS)


def cut_tickers(page: Page) -> None:
    """Cut rates, weather and prayer times in a row, above the text and below it."""
    start, end = _text(page)
    for index, line in enumerate(page.lines):
        if line.open and not start <= index < end and is_ticker(line.text):
            page.take(line, Reason.NAVIGATION)


def cut_below(page: Page, first: int) -> None:
    """Cut all from the first line below the text that speaks of the page.

    A text is over where its last sentence ends. What tells whose text it is (a name, a
    wire, a day) stays for those who read it.
    """
    _start, end = _text(page)
    if sum(page.lines[at].length for at in page.open_lines(first, end)) < _LEAST_TEXT:
        return
    rest = [page.lines[at] for at in page.open_lines(max(end, first + 1))]
    notices = (at for at, line in enumerate(rest) if _is_notice(line))
    for line in rest[next(notices, len(rest)) :]:
        if not may_sign(line):
            is_label = line.length <= _LONGEST_LABEL or is_contact(line.text)
            page.take(line, label_reason(line) if is_label else _reason(line))
    _cut_labels(page, end)


def _cut_labels(page: Page, start: int) -> None:
    """Cut three to eight labels in a row below the text, beside what was cut there.

    A line that leads on («نتائج القرعة:») stands above a list that is text; lines of
    verse are longer, or more.
    """
    run: list[Line] = []
    for index in range(start, len(page.lines) + 1):
        line = page.lines[index] if index < len(page.lines) else None
        if line and _is_label(line) and line.fate in (None, Reason.RETURNING):
            run.append(line)
            continue
        before = page.lines[index - len(run) - 1] if index > len(run) else None
        around = (before, line, *run)
        is_beside = any(one and one.fate in _OF_PAGES for one in around)
        if len(run) in _RUN and is_beside and not _leads_on(before):
            for one in run:
                if one.open:
                    page.take(one, label_reason(one))
        run = []


def _is_label(line: Line) -> bool:
    words = line.words
    if not 1 <= len(words) <= _LONGEST_IN_ROW or line.last_signs[:1] in (".", ":", "،"):
        return False
    if not all(map(str.isalpha, words)) or words[0] in NARRATION:
        return False
    return not may_sign(line)


def _leads_on(line: Line | None) -> bool:
    return line is not None and line.open and line.text[-1] in ":："


def _text(page: Page) -> tuple[int, int]:
    """Give the indices of the first sentence of the text and behind the last one."""
    sentences = [at for at in page.open_lines() if _is_sentence(page.lines[at])]
    return (sentences[0], sentences[-1] + 1) if sentences else (0, len(page.lines))


def _is_sentence(line: Line) -> bool:
    return line.length > _LONGEST_HEADLINE or (line.is_closed and line.length > 5)


def _is_notice(line: Line) -> bool:
    """Tell a line to the reader, a contact; no speech, nothing that leads on."""
    if line.length > _LONGEST_NOTICE or not line.words or line.text[-1] in ":：":
        return False
    if line.words[0] in NARRATION or any(sign in line.text for sign in _QUOTES):
        return False
    return not may_sign(line) and asks_the_reader(line.words, line.text)


def _reason(line: Line) -> Reason:
    """A notice says what it is; other long lines are headlines of other articles."""
    return Reason.SUBSCRIPTION if _is_notice(line) else Reason.OTHER_ARTICLE
