"""Parts lines that hold more than one thing, before the header is read.

Breadcrumbs before a headline, its section in brackets, the wire it came over and a
button beside it are lines of their own on the page; scraping glued them together.
"""

from __future__ import annotations

import re

from articles.corpus.raw_article.header_line import LONGEST_HEADER_LINE
from articles.corpus.raw_article.outlet_names import is_agency
from articles.corpus.raw_article.page import Page, words_key, words_of
from articles.corpus.raw_article.section_names import is_section

BREADCRUMB = re.compile(r"\W*(?:الصفحة )?الرئيسية\s*[/>›»|\\\-–:←]+\s*")
_CRUMBS = re.compile(r"(?s:.*)[/>›»|\\←]\s*(?P<last>[^/>›»|\\←]+)\Z")
_LONGEST_CRUMB = 5
_BRACKETS = re.compile(r"[\[({]([^\[\](){}]{2,30})[\])}]\s*+[:\-–|]?\s*+(?=\w)")
_WIRE = re.compile(
    r"[\[(]?([^\[\](){}:\-–—|/]{2,30}?)(?:\s*[\])]|\s*[:：|]|\s+[-–—/])\s*"
)
_HEAD_LINES = 10
_SHORTEST_TEXT = 8
_HEADLINE = range(4, 21)
"""Words of what may be a headline behind the name of its wire."""


def split_header(page: Page) -> None:
    """Part what stands glued to the headline from it."""
    _split_breadcrumbs(page)
    _split_brackets(page)
    _split_wire(page)


def _split_breadcrumbs(page: Page) -> None:
    """«الرئيسية » محليات » عودة الماء …»: the last crumb may be the headline."""
    for line in [line for line in page.lines if "الرئيسية" in line.text[:30]]:
        if len(line.text) > LONGEST_HEADER_LINE or not line.open:
            continue
        if not BREADCRUMB.match(line.text):
            continue
        crumbs = _CRUMBS.match(line.text)
        if crumbs and (_is_headline(crumbs["last"]) or _is_line(page, crumbs["last"])):
            page.split(line, crumbs.start("last"))


def _split_brackets(page: Page) -> None:
    """«[محليات] عودة الماء»: the section in brackets before its headline."""
    for line in page.lines[:_HEAD_LINES]:
        may = line.open and line.text[0] in "[({"
        found = _BRACKETS.match(line.text) if may else None
        if found and is_section(words_of(found[1])):
            page.split(line, found.end())


def _split_wire(page: Page) -> None:
    """«رويترز - عودة الماء …»: the wire before a headline, a text being below.

    The first paragraph of a text without a headline begins so as well, but it ends
    with a full stop, or it is longer.
    """
    index = next(page.open_lines(), len(page.lines))
    below = [page.lines[at] for at in page.open_lines(index + 1)]
    if not any(line.is_closed and line.length > _SHORTEST_TEXT for line in below):
        return
    line = page.lines[index]
    found = _WIRE.match(line.text, 0, 60)
    if found is None or line.is_closed or not is_agency(words_of(found[1])):
        return
    if len(words_of(line.text[found.end() :])) in _HEADLINE:
        page.split(line, found.end())


def _is_line(page: Page, crumb: str) -> bool:
    """Tell whether a crumb stands on a line of its own as well: the page's headline."""
    key, words = words_key(crumb), words_of(crumb)
    return not is_section(words) and any(line.key == key for line in page.lines)


def _is_headline(crumb: str) -> bool:
    words = words_of(crumb)
    return len(words) > _LONGEST_CRUMB and not is_section(words)
