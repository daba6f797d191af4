"""Reads the end of an article: the outlet's name, its source, the editor's initials."""

from __future__ import annotations

import re

from articles.corpus.dates import read_stamp
from articles.corpus.raw_article.header_line import HeaderPart, read_header_line
from articles.corpus.raw_article.outlet_names import is_agency, is_outlet
from articles.corpus.raw_article.page import Line, Page, words_key, words_of
from articles.corpus.raw_article.people import is_person, labelled_byline
from articles.corpus.raw_article.reasons import Reason

_MOST_WORDS = 8
_INITIALS = re.compile(
    r"[=\s]*[(\[]?\s*[ء-ي]هـ?\s?(?:[./\\،\-]\s?[ء-ي]هـ?\s?\.?){1,3}\s*[)\]]?[=\s]*\Z"
)
_AGENCY_END = re.compile(r"\s*[(\[«\"]([^()\[\]]{2,40})[)\]»\"]\s*[.]?\Z")
_LAST_LINES = 5


def read_signature(page: Page, first: int) -> None:
    """Claim the lines below the last sentence that tell whose text this is."""
    lines = [page.lines[index] for index in page.open_lines(first)]
    for line in reversed(lines[1:][-_LAST_LINES:]):
        if line.length > _MOST_WORDS or not _read_line(page, line):
            break
    left = [line for line in lines if line.open]
    if left:
        _read_agency_end(page, left[-1])
        if len(left) > 3 and left[-1].length <= 3 and not left[-1].last_signs:
            page.doubt(left[-1], Reason.SHORT_LINE)


def _read_line(page: Page, line: Line) -> bool:
    if _INITIALS.match(line.text):
        page.take(line, Reason.EDITOR_INITIALS)
        return True
    parts = read_header_line(line.text)
    if parts and all(_is_signature_part(part) for part in parts):
        for part in parts:
            _learn(page, part)
        page.take(line, Reason.SIGNATURE)
        return True
    return _is_known_name(page, line)


def _is_signature_part(part: HeaderPart) -> bool:
    return part.field in ("outlet", "agency", "byline", "published") or isinstance(
        part.field, Reason
    )


def _learn(page: Page, part: HeaderPart) -> None:
    found, field = page.found, part.field
    if field == "published":
        found.stamp = found.stamp or part.value  # type: ignore[assignment]
    elif isinstance(field, str) and not isinstance(field, Reason):
        if getattr(found, field) is None:
            setattr(found, field, str(part.value).strip(' .()«»"'))


def _is_known_name(page: Page, line: Line) -> bool:
    """A bare line that repeats the outlet or author of the header is a signature."""
    names = {words_key(name) for name in (page.found.outlet, page.found.byline) if name}
    if line.key not in names:
        return False
    page.take(line, Reason.SIGNATURE)
    return True


def _read_agency_end(page: Page, line: Line) -> None:
    """«… إلى المرفأ. (رويترز)»: the wire, or initials, at the end of the last line."""
    found = _AGENCY_END.search(line.text, max(0, len(line.text) - 50))
    if not found:
        return
    words = words_of(found[1])
    start = line.start + found.start()
    if _INITIALS.match(found[1]) and "." in found[1]:
        page.take_span(start, line.end, Reason.EDITOR_INITIALS)
    elif is_agency(words) and page.text[start - 1] in '.!؟"»':
        page.found.agency = page.found.agency or found[1].strip()
        page.take_span(start, line.end, "agency")
