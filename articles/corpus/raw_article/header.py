"""Reads the header: the lines above the first paragraph, in whatever order they came."""

from __future__ import annotations

import re

from articles.corpus.raw_article.datelines import find_dateline, is_bare_dateline
from articles.corpus.raw_article.header_line import HeaderPart, read_header_line
from articles.corpus.raw_article.page import Line, Page, words_key
from articles.corpus.raw_article.reasons import Reason
from articles.corpus.raw_article.titles import choose_title

_LONGEST_HEADLINE = 25
_SHORTEST_SENTENCE = 6
_BREADCRUMB = re.compile(r"\W*(?:الصفحة )?الرئيسية\s*[/>›»|\\\-–:←]+\s*")


def read_header(page: Page) -> int:
    """Find the title and the metadata; give the index of the body's first line."""
    first = first_paragraph(page)
    pending: list[tuple[Line, HeaderPart]] = []
    for index in page.open_lines(0, first):
        pending += _read_line(page, page.lines[index])
    _read_late_lines(page, first)
    choose_title(page, first)
    for line, part in pending:
        _settle(page, line, part)
    return first


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
    return bool(head and (head.agency or head.outlet)) and _has_sentence(line, head.end)


def _has_sentence(line: Line, start: int) -> bool:
    return line.text.count(" ", start) >= 4


def _read_line(page: Page, line: Line) -> list[tuple[Line, HeaderPart]]:
    """Claim a header line; give the parts that only their surroundings can explain."""
    if crumb := _BREADCRUMB.match(line.text):
        _read_breadcrumb(page, line, crumb.end())
        return []
    if (head := is_bare_dateline(line.text)) and line.length <= 8:
        page.found.place = page.found.place or head.place
        page.found.agency = page.found.agency or head.agency
        page.found.outlet = page.found.outlet or head.outlet
        page.found.byline = page.found.byline or head.author
        page.found.dateline_span = (line.start, line.end)
        page.take(line, "dateline")
        return []
    parts = read_header_line(line.text)
    if parts is None or _is_lone_name(parts):
        return []
    line.fate = Reason.METADATA
    return _claim_parts(page, line, parts)


def _is_lone_name(parts: list[HeaderPart]) -> bool:
    """A person's name alone on a line may be a headline's beginning: decide later."""
    return (
        len(parts) == 1
        and parts[0].field in ("byline", None)
        and isinstance(parts[0].value, str)
        and parts[0].end - parts[0].start == len(parts[0].value)
    )


def _claim_parts(
    page: Page, line: Line, parts: list[HeaderPart]
) -> list[tuple[Line, HeaderPart]]:
    """Share the line out: each part owns the signs and blanks up to the next one."""
    pending = []
    for index, part in enumerate(parts):
        start = 0 if index == 0 else part.start
        end = parts[index + 1].start if index + 1 < len(parts) else len(line.text)
        whole = HeaderPart(start, end, part.field, part.value)
        if part.field is None:
            pending.append((line, whole))
        else:
            claim_part(page, line, whole)
    return pending


def claim_part(page: Page, line: Line, part: HeaderPart) -> None:
    """Take a part for its field; what is already known again is only metadata."""
    found, field = page.found, part.field
    fate: Reason | str = Reason.METADATA
    if field == "published":
        if found.stamp is None:
            found.stamp, fate = part.value, "published"  # type: ignore[assignment]
    elif field == "place":
        if found.place is None and found.dateline_span is None:
            found.place, fate = str(part.value), "dateline"
            found.dateline_span = (line.start + part.start, line.start + part.end)
    elif isinstance(field, Reason):
        fate = field
    elif field is not None and getattr(found, field) is None:
        setattr(found, field, part.value)
        fate = field
    page.take_span(line.start + part.start, line.start + part.end, fate)


def _settle(page: Page, line: Line, part: HeaderPart) -> None:
    """Explain a part by what the rest of the page has told."""
    key = words_key(str(part.value))
    field: str | Reason = "byline"
    if page.found.outlet is None and (
        " " not in key or key.startswith("ال") or _stands_elsewhere(page, line, key)
    ):
        field = "outlet"
    elif page.found.outlet and words_key(page.found.outlet) == key:
        field = Reason.METADATA
    elif page.found.byline is not None:
        field = "section" if page.found.section is None else Reason.METADATA
    claim_part(page, line, HeaderPart(part.start, part.end, field, part.value))


def _stands_elsewhere(page: Page, line: Line, key: str) -> bool:
    return any(
        other is not line and other.length < 8 and other.key == key
        for other in page.lines
    )


def _read_breadcrumb(page: Page, line: Line, start: int) -> None:
    """«الرئيسية / أخبار / محليات»: the last crumb that is a name is the section."""
    line.fate = Reason.NAVIGATION
    crumbs = read_header_line(line.text[start:]) or []
    named = [crumb for crumb in crumbs if crumb.field in ("section", None)]
    if page.found.section is None and named:
        crumb = named[-1]
        page.found.section = str(crumb.value)
        end = start + crumb.start
        page.take_span(line.start, line.start + end, Reason.NAVIGATION)
        page.take_span(line.start + end, line.start + start + crumb.end, "section")
        page.take_span(line.start + start + crumb.end, line.end, Reason.NAVIGATION)
    else:
        page.take_span(line.start, line.end, Reason.NAVIGATION)


def _read_late_lines(page: Page, first: int) -> None:
    """Read the stamp or byline that some pages print under the first paragraph."""
    for index in list(page.open_lines(first + 1, min(first + 6, len(page.lines)))):
        line = page.lines[index]
        if line.length > 14 or line.is_closed:
            continue
        parts = read_header_line(line.text)
        if parts and _is_strict(parts):
            line.fate = Reason.METADATA
            _claim_parts(page, line, parts)


def _is_strict(parts: list[HeaderPart]) -> bool:
    fields = {part.field for part in parts}
    if None in fields:
        return False
    if "published" in fields:
        return True
    labelled = [part for part in parts if part.end - part.start > len(str(part.value))]
    return len(labelled) == len(parts)
