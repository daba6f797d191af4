"""Reads short header lines: a section, an outlet or an author that stands alone."""

from __future__ import annotations

import re

from articles.corpus.raw_article.characters import clean_name
from articles.corpus.raw_article.furniture import is_scrap
from articles.corpus.raw_article.header_claims import claim_parts, settle
from articles.corpus.raw_article.header_line import read_header_line
from articles.corpus.raw_article.header_parts import HeaderPart
from articles.corpus.raw_article.outlet_names import is_agency, is_outlet
from articles.corpus.raw_article.page import Line, Page, words_key, words_of
from articles.corpus.raw_article.people import is_person
from articles.corpus.raw_article.reasons import Reason
from articles.corpus.raw_article.section_names import is_section

_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?:\s\w{1,5})?\Z")
_LEAST_ENTRIES = 3
_SMALL = 3
_MOST_SMALL = 7


def is_small(line: Line) -> bool:
    """Tell whether a header line says too little to be the title."""
    words = line.words
    if len(words) <= _SMALL or is_person(words):
        return True
    return len(words) <= _MOST_SMALL and bool(_telling_parts(line))


def _telling_parts(line: Line) -> list[HeaderPart]:
    """Give the parts of a line that is surely metadata, if not all understood."""
    parts = read_header_line(line.text, trusting=True) or []
    telling = ("section", "published", "agency", "place")
    is_telling = any(part.field in telling or part.labelled for part in parts)
    return parts if is_telling or _is_name_of_person(parts) else []


def _is_name_of_person(parts: list[HeaderPart]) -> bool:
    """«أوراق الساحل - سليم الهاني», «سليم الهاني - الساحل»: a short name beside one."""
    fields = [part.field for part in parts]
    if fields == ["byline", None]:
        return len(words_of(str(parts[1].value))) < _SMALL
    return fields == [None, "byline"] and len(words_of(str(parts[0].value))) <= _SMALL


def is_short_title(line: Line) -> bool:
    """Tell whether a small line may be a title: «طقس الثلاثاء», above a long lead."""
    words = line.words
    if len(words) < 2 or is_person(words) or is_outlet(words) or is_agency(words):
        return False
    return not is_section(words) and read_header_line(line.text, trusting=True) is None


def is_hour_of_entry(page: Page, line: Line) -> bool:
    """Tell the hour of a live blog's entry, one of several, from the page's own."""
    if not _CLOCK.match(line.text):
        return False
    clocks = sum(_CLOCK.match(one.text) is not None for one in page.lines)
    return clocks >= _LEAST_ENTRIES


def read_small_lines(page: Page, lines: list[Line]) -> None:
    """Read a section, outlet or author that stands alone above or below the title."""
    for line in lines:
        if not line.open or is_hour_of_entry(page, line):
            continue
        parts = _telling_parts(line)
        if len(parts) > 1:
            line.fate = Reason.METADATA
            settle(page, claim_parts(page, line, parts))
            continue
        field = _small_field(page, line)
        if field is not None and not isinstance(field, Reason):
            setattr(page.found, field, clean_name(line.text))
        if field is None:
            page.doubt(line, Reason.SHORT_LINE)
        else:
            page.take(line, field)


def _small_field(page: Page, line: Line) -> str | Reason | None:
    found, words, key = page.found, line.words, line.key
    known = (found.outlet, found.section, found.byline, found.agency, found.place)
    if any(name and words_key(name) == key for name in known):
        return Reason.METADATA
    if is_person(words) and found.byline is None:
        return "byline"
    if all(word[0].isdigit() for word in words):
        return Reason.SHARE_COUNTS
    if len(words) > _SMALL or line.last_signs or is_scrap(words):
        return None
    if found.outlet is None and (is_outlet(words) or page.stands_elsewhere(line, key)):
        return "outlet"
    return _by_place(page, line)


def _is_masthead(page: Page, line: Line) -> bool:
    """Tell a name on top of the page, with nothing but the day under it."""
    stamp = page.claim_of("published")
    if stamp is None or page.lines[0] is not line or len(page.lines) < 3:
        return False
    below = page.lines[1]
    return below.gap <= line.gap and (below.start, below.end) == stamp[:2]


def _by_place(page: Page, line: Line) -> str | None:
    """Above the title stands the section, then the outlet; beside the stamp, too."""
    if page.found.outlet is None and _is_masthead(page, line):
        return "outlet"
    title = page.claim_of("title")
    above = title is not None and line.start < title.start
    if above and page.found.section is None and len(line.words) <= _SMALL:
        return "section"
    if page.found.outlet is None and (above or page.is_beside_metadata(line)):
        return "outlet"
    return None
