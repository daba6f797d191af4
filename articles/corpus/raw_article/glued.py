"""Cuts furniture that a scraper glued to the end of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.corpus.raw_article.furniture import SENTENCE_BREAK, furniture_reason
from articles.corpus.raw_article.leads import lead_of
from articles.corpus.raw_article.lexicon.leads import Lead
from articles.corpus.raw_article.page import Line, Page
from articles.corpus.raw_article.reasons import Reason

_WINDOW = 400
_LAST_BREAK = re.compile(rf"(?s:.*)(?:{SENTENCE_BREAK.pattern})")


def cut_glued(page: Page) -> None:
    """Cut the sentences at the end of a paragraph that are furniture or a lead."""
    for index in list(page.open_lines()):
        line = page.lines[index]
        if line.length > 8:
            _cut_end(page, line)


def _cut_end(page: Page, line: Line) -> None:
    end = len(line.text)
    for start in _breaks_from_the_end(line.text):
        if not line.text[start:end].strip():
            continue
        reason = _reason(line.text[start:end])
        if reason is None:
            break
        page.take_span(line.start + start, line.start + end, reason)
        end = start


def _breaks_from_the_end(text: str) -> Iterator[int]:
    """Give the beginnings of the last sentences; nearly always the first one is asked.

    A break that ends before the letter in front of ``end`` is another one.
    """
    end, window = len(text), max(0, len(text) - _WINDOW)
    while found := _LAST_BREAK.match(text, window, end):
        yield found.end()
        end = found.end() - 1


def _reason(text: str) -> Reason | None:
    piece = Line(0, len(text), text, 0)
    if (reason := furniture_reason(piece)) is not None:
        return reason
    if piece.length <= 30 and lead_of(piece.words, text) is Lead.LINK:
        return Reason.RELATED_LINK
    return None
