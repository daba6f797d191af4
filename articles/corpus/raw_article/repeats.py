"""Cuts paragraphs that the page printed twice."""

from __future__ import annotations

from articles.corpus.raw_article.page import Line, Page
from articles.corpus.raw_article.reasons import Reason

_LEAST_WORDS = 4
_HEAD = 6
_LEAD_WORDS = 8


def cut_repeats(page: Page) -> None:
    """Keep the first of equal paragraphs; drop a lead that another one begins with.

    Only paragraphs that share their first words are folded as a whole.
    """
    groups: dict[tuple[str, ...], list[Line]] = {}
    for index in page.open_lines():
        line = page.lines[index]
        if line.length >= _LEAST_WORDS:
            groups.setdefault(tuple(line.words[:_HEAD]), []).append(line)
    for lines in groups.values():
        if len(lines) > 1:
            _cut_group(page, lines)


def _cut_group(page: Page, lines: list[Line]) -> None:
    kept: list[Line] = []
    for line in lines:
        fate = _compare(page, kept, line)
        if not fate:
            kept.append(line)


def _compare(page: Page, kept: list[Line], line: Line) -> bool:
    for other in kept:
        if line.key == other.key:
            page.take(line, Reason.REPEATED_PARAGRAPH)
            return True
        short, long = sorted((line, other), key=lambda one: len(one.key))
        if _is_lead(short, long):
            page.take(short, Reason.REPEATED_PARAGRAPH)
            if short is other:
                kept.remove(other)
                kept.append(line)
            return True
        if _is_near(short, long):
            page.doubt(line, Reason.NEAR_REPEAT)
    return False


def _is_lead(short: Line, long: Line) -> bool:
    words = short.key.count(" ") + 1
    return words >= _LEAD_WORDS and long.key.startswith(short.key + " ")


def _is_near(short: Line, long: Line) -> bool:
    if len(short.key) * 10 < len(long.key) * 8:
        return False
    mine, others = set(short.key.split()), set(long.key.split())
    return len(mine & others) * 10 >= len(mine | others) * 9
