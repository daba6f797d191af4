"""Cuts what stands below the last sentence of an article and is no part of it.

Inside the text a line needs strong signs to be cut. Under its last sentence weak signs
are enough: what follows an article there is a page, and pages are made of few words.
"""

from __future__ import annotations

from articles.corpus.raw_article.furniture import is_mostly_labels, label_reason
from articles.corpus.raw_article.page import Line, Page
from articles.corpus.raw_article.reasons import Reason

_MOST_LINES = 12
_LONGEST_KEPT = 8
_LONGEST_CODE = 3


def cut_bottom(page: Page, first: int) -> None:
    """Cut notices from the last line upwards, as far as lines are no sentences."""
    _cut_after_end_mark(page, first)
    lines = [page.lines[index] for index in page.open_lines(first)][1:]
    for line in reversed(lines[-_MOST_LINES:]):
        if is_mostly_labels(line):
            page.take(line, label_reason(line))
        elif not _may_stand_between(line):
            break


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
