"""Reads the end of an article: the outlet's name, its source, the editor's initials."""

from __future__ import annotations

import re

from articles.corpus.raw_article.furniture import is_scrap
from articles.corpus.raw_article.header_line import (
    LONGEST_HEADER_LINE,
    read_header_line,
)
from articles.corpus.raw_article.header_parts import HeaderPart
from articles.corpus.raw_article.outlet_names import is_agency, is_outlet
from articles.corpus.raw_article.page import Line, Page, word_set, words_key, words_of
from articles.corpus.raw_article.people import is_byline_label, is_person
from articles.corpus.raw_article.reasons import Reason

_MOST_WORDS = 14
_INITIALS = re.compile(
    r"[=\s]*+[(\[]?\s*+[ء-ي]\u0640?\s?(?:[./\\،\-\s]\s?[ء-ي]\u0640?\s?\.?){1,3}\s*+[)\]]?[=\s]*+\Z"
)
_AGENCY_END = re.compile(r"\s*[(\[«\"]([^()\[\]]{2,40})[)\]»\"]\s*[.]?\Z")
_SENT_BY = re.compile(r"[*•\-–]\s?من\s*+[:/]?\s*+(\w.*)\Z")
"""«*من سليم الهاني», below the text."""
_IN_BRACKETS = re.compile(r"[(\[][^()\[\]]{2,12}[)\]]\Z")
_LOOSE_INITIALS = re.compile(r"(?<=[.!؟])\s?[ء-ي](?:\s?[./]\s?|\s)[ء-ي]\Z")
"""«… في المرفأ. س ب»."""
_WITH = re.compile(r"\s+مع\s+")
_CREDITS = re.compile(r"[(\[]\s*(?:ال)?(\w+)[^()\[\]]+[)\]]\Z")
_CALLINGS = word_set(
    "كاتب كاتبة صحفي صحفية صحافي صحافية باحث باحثة أكاديمي أكاديمية أستاذ أستاذة محلل"
    " محللة إعلامي إعلامية خبير خبيرة ناشط ناشطة شاعر شاعرة روائي روائية محام محامية"
)
"""«* كاتب وباحث»: what an author is, in a note below the text."""
_LAST_LINES = 5
_BESIDE_OUTLET: tuple[set[str | None], ...] = (
    {None, "place"},
    {None, "published"},
    {None, "byline"},
)


def read_signature(page: Page, first: int) -> None:
    """Claim the lines below the last sentence that tell whose text this is."""
    lines = [page.lines[index] for index in page.open_lines(first)]
    for line in reversed(lines[1:][-_LAST_LINES:]):
        if line.length > _MOST_WORDS or line.is_closed or not _read_line(page, line):
            break
    left = [line for line in lines if line.open]
    if left:
        _read_agency_end(page, left[-1])
        if len(left) > 3 and left[-1].length <= 3 and not left[-1].last_signs:
            page.doubt(left[-1], Reason.SHORT_LINE)


def _read_line(page: Page, line: Line) -> bool:
    if _INITIALS.match(line.text) and not is_agency(line.words):
        page.take(line, Reason.EDITOR_INITIALS)
        return True
    if len(line.text) > LONGEST_HEADER_LINE:
        return False
    if line.text[0] == "*" and is_author_note(line.words):
        page.take(line, Reason.SIGNATURE)
        return True
    if (sender := _SENT_BY.match(line.text)) and is_person(words_of(sender[1])):
        page.found.byline = page.found.byline or sender[1].strip(" .")
        page.take(line, Reason.SIGNATURE)
        return True
    if (credits := _CREDITS.match(line.text)) and is_byline_label(credits[1]):
        page.take(line, Reason.SIGNATURE)
        return True
    if (again := _IN_BRACKETS.match(line.text)) and again[0] in page.text[: line.start]:
        page.take(line, Reason.SIGNATURE)  # «(وسا)», as the dateline has it
        return True
    if parts := signature_parts(line):
        for part in parts:
            _learn(page, part)
        page.take(line, Reason.SIGNATURE)
        return True
    if all(map(str.isdecimal, line.words)) and _stands_above_tail(page, line):
        page.take(line, Reason.SHARE_COUNTS)
        return True
    return _is_known_name(page, line)


def signature_parts(line: Line) -> list[HeaderPart]:
    """Give the parts of a line that is all signature: «المنارة مع رويترز»."""
    if len(line.text) > LONGEST_HEADER_LINE:
        return []
    text = _WITH.sub(" / ", line.text) if " مع " in line.text else line.text
    trusting = "/" in text or "|" in text  # a dash also stands in line-ups of teams
    parts = read_header_line(text) or read_header_line(text, trusting=trusting)
    parts = _as_signature(parts or [])
    return parts if all(_is_signature_part(part) for part in parts) else []


def may_sign(line: Line) -> bool:
    """Tell a line that may say whose text stands above it, alone or in parts."""
    words = line.words
    return bool(signature_parts(line)) or is_outlet(words) or is_person(words)


def is_author_note(words: list[str]) -> bool:
    """Tell what an author is from what a page says: «* كاتب وباحث»."""
    return not _CALLINGS.isdisjoint(words[:2])


def _as_signature(parts: list[HeaderPart]) -> list[HeaderPart]:
    """«منبر التلال – الرباط»: the name beside a place, a stamp or a person is the
    outlet's."""
    if len(parts) == 2 and {part.field for part in parts} in _BESIDE_OUTLET:
        return [part._replace(field=part.field or "outlet") for part in parts]
    return parts


def _is_signature_part(part: HeaderPart) -> bool:
    fields = ("outlet", "agency", "byline", "published", "place")
    if part.field is Reason.PHOTO_CAPTION:
        return part.labelled  # «تصوير/ سليم الهاني»
    return part.field in fields or part.field is Reason.METADATA


def _learn(page: Page, part: HeaderPart) -> None:
    found, field = page.found, part.field
    if field == "published":
        found.stamp = found.stamp or part.value  # type: ignore[assignment]
    elif field in ("outlet", "agency", "byline") and getattr(found, field) is None:
        setattr(found, field, str(part.value).strip(' .()«»"'))


def _is_known_name(page: Page, line: Line) -> bool:
    """A bare line that repeats the outlet or author of the header is a signature.

    So is the outlet's place of honour: a name alone between the last sentence and
    the tags or boxes under the article.
    """
    names = {words_key(name) for name in (page.found.outlet, page.found.byline) if name}
    stands_alone = not is_scrap(line.words) and _stands_above_tail(page, line)
    if line.key not in names and not stands_alone:
        return False
    page.found.outlet = page.found.outlet or line.text
    page.take(line, Reason.SIGNATURE)
    return True


def _stands_above_tail(page: Page, line: Line) -> bool:
    """A short line, no sentence, below one that is and above nothing but cuts."""
    index = page.lines.index(line)
    if (
        len(line.words) > 3
        or line.last_signs
        or not (line.gap or index + 1 < len(page.lines))
    ):
        return False
    above = [one for one in page.lines[:index] if one.open][-1]
    return above.is_closed or above.last_signs[:1] in ("!", "؟", "»", '"')


def _read_agency_end(page: Page, line: Line) -> None:
    """«… إلى المرفأ. (رويترز)»: the wire, or initials, at the end of the last line."""
    if loose := _LOOSE_INITIALS.search(line.text, max(0, len(line.text) - 12)):
        page.take_span(line.start + loose.start(), line.end, Reason.EDITOR_INITIALS)
        return
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
