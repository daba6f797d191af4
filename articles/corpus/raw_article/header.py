"""Reads the header: the lines above the first paragraph, in whatever order."""

from __future__ import annotations

from articles.corpus.dates import read_stamp
from articles.corpus.raw_article.datelines import find_dateline, is_bare_dateline
from articles.corpus.raw_article.header_claims import Pending, claim_parts, settle
from articles.corpus.raw_article.header_line import read_header_line
from articles.corpus.raw_article.header_parts import HeaderPart
from articles.corpus.raw_article.header_splits import BREADCRUMB, split_header
from articles.corpus.raw_article.lone_headlines import is_only_headline
from articles.corpus.raw_article.page import Line, Page
from articles.corpus.raw_article.reasons import Reason
from articles.corpus.raw_article.section_names import is_section
from articles.corpus.raw_article.small_lines import is_hour_of_entry, read_small_lines
from articles.corpus.raw_article.titles import choose_title

_LONGEST_HEADLINE = 25
_SHORTEST_SENTENCE = 6
_LATE_LINES = 6
_LONGEST_ITEM = 3
_SHORTEST_MENU = 3


def read_header(page: Page) -> int:
    """Find the title and the metadata; give the index of the body's first line."""
    split_header(page)
    first = first_paragraph(page)
    _cut_menu(page, first)
    pending: list[Pending] = []
    under_headline = False
    for index in page.open_lines(0, first):
        line = page.lines[index]
        if not under_headline and line.length <= 5 and is_section(line.words):
            _prefer_section(page, line)
        pending += _read_line(page, line)
        under_headline |= line.open and line.length > _LONGEST_ITEM + 1
    _read_late_lines(page, first)
    small = choose_title(page, first)
    settle(page, pending)
    read_small_lines(page, small)
    return first


def _prefer_section(page: Page, line: Line) -> None:
    """Of sections above the headline the nearest is its own, others are a menu's."""
    claim = page.claim_of("section")
    if claim and any((one.start, one.end) == claim[:2] for one in page.lines):
        page.release("section")
        page.found.section = None


def _cut_menu(page: Page, first: int) -> None:
    """Cut a menu: sections, one a line, of which the article's can only be the last."""
    run: list[Line] = []
    for line in page.lines[:first]:
        is_item = line.length <= _LONGEST_ITEM and (
            isinstance(line.fate, Reason) or (line.open and is_section(line.words))
        )
        if is_item and not (run and line.gap):
            run.append(line)
            continue
        if len(run) >= _SHORTEST_MENU:
            break
        run = [line] if is_item else []
    if len(run) < _SHORTEST_MENU:
        return
    for line in run[:-1]:
        if line.open:
            page.take(line, Reason.NAVIGATION)


def first_paragraph(page: Page) -> int:
    """Give the index of the first line that is a paragraph, or the number of lines."""
    for index in page.open_lines():
        if is_paragraph(page.lines[index]):
            return index
    return len(page.lines)


def is_paragraph(line: Line) -> bool:
    """Tell a paragraph from a headline or a line of metadata."""
    if line.length > _LONGEST_HEADLINE:
        return not (line.length < 40 and "|" in line.text)
    if line.is_closed and line.length >= _SHORTEST_SENTENCE:
        return True
    if line.length < _SHORTEST_SENTENCE:
        return False
    head = find_dateline(line.text)
    if not head or not (head.agency or head.outlet) or read_header_line(line.text):
        return False
    return line.text.count(" ", head.end) >= 4


def _read_line(page: Page, line: Line) -> list[Pending]:
    """Claim a header line; give the parts that only their surroundings can explain."""
    if crumb := BREADCRUMB.match(line.text):
        _read_breadcrumb(page, line, crumb.end())
        return []
    if line.length <= 8 and _read_bare_dateline(page, line):
        return []
    parts = read_header_line(line.text)
    if parts is None or _is_lone_name(parts) or is_hour_of_entry(page, line):
        return []
    if len(parts) == 1 and is_only_headline(page, line, parts[0].field):
        return []
    line.fate = Reason.METADATA
    return claim_parts(page, line, parts)


def _read_bare_dateline(page: Page, line: Line) -> bool:
    head = is_bare_dateline(line.text)
    if head is None:
        return False
    page.found.stamp = page.found.stamp or read_stamp(line.text)
    page.found.place = page.found.place or head.place
    page.found.agency = page.found.agency or head.agency
    page.found.outlet = page.found.outlet or head.outlet
    page.found.byline = page.found.byline or head.author
    page.found.dateline_span = (line.start, line.end)
    page.take(line, "dateline")
    return True


def _is_lone_name(parts: list[HeaderPart]) -> bool:
    """A name alone on its line may be a headline's beginning: decide later."""
    return len(parts) == 1 and parts[0].field == "byline" and not parts[0].labelled


def _read_breadcrumb(page: Page, line: Line, start: int) -> None:
    """«الرئيسية / أخبار / محليات»: the last crumb that is a name is the section."""
    line.fate = Reason.NAVIGATION
    crumbs = read_header_line(line.text[start:]) or []
    named = [crumb for crumb in crumbs if crumb.field in ("section", None)]
    if page.found.section is not None or not named:
        page.take_span(line.start, line.end, Reason.NAVIGATION)
        return
    crumb = named[-1]
    page.found.section = str(crumb.value)
    begin, end = (line.start + start + at for at in (crumb.start, crumb.end))
    page.take_span(line.start, begin, Reason.NAVIGATION)
    page.take_span(begin, end, "section")
    page.take_span(end, line.end, Reason.NAVIGATION)


def _read_late_lines(page: Page, first: int) -> None:
    """Read the stamp or byline that some pages print under the first paragraph."""
    end = min(first + _LATE_LINES, len(page.lines))
    for index in list(page.open_lines(first + 1, end)):
        line = page.lines[index]
        if line.length > 14 or line.is_closed:
            continue
        parts = read_header_line(line.text)
        if parts and _is_certain(parts):
            line.fate = Reason.METADATA
            claim_parts(page, line, parts)


def _is_certain(parts: list[HeaderPart]) -> bool:
    fields = {part.field for part in parts}
    return None not in fields and (
        "published" in fields or all(part.labelled for part in parts)
    )
