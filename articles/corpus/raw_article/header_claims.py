"""Shares a header line out among the fields of the article."""

from __future__ import annotations

from articles.corpus.dates import Precision, Stamp
from articles.corpus.raw_article.furniture import is_scrap
from articles.corpus.raw_article.header_parts import HeaderPart
from articles.corpus.raw_article.lexicon.site_words import JOINS
from articles.corpus.raw_article.own_names import own_names
from articles.corpus.raw_article.page import Line, Page, words_key, words_of
from articles.corpus.raw_article.place_names import is_city
from articles.corpus.raw_article.reasons import Reason

_LEAST_SENTENCE = 10
Pending = tuple[Line, HeaderPart]
"""A part that only the rest of the page can explain."""


def claim_parts(page: Page, line: Line, parts: list[HeaderPart]) -> list[Pending]:
    """Share the line out: each part owns the signs and blanks up to the next one."""
    pending = []
    for index, part in enumerate(parts):
        start = 0 if index == 0 else part.start
        end = parts[index + 1].start if index + 1 < len(parts) else len(line.text)
        whole = part._replace(start=start, end=end)
        if part.field is None:
            pending.append((line, whole))
        else:
            _claim_part(page, line, whole)
    return pending


def _claim_part(page: Page, line: Line, part: HeaderPart) -> None:
    """Take a part for its field; what is already known again is only metadata."""
    start, end = line.start + part.start, line.start + part.end
    page.take_span(start, end, _fate(page, part, (start, end)))


def _fate(page: Page, part: HeaderPart, span: tuple[int, int]) -> Reason | str:
    found, field = page.found, part.field
    if field == "section" and found.section and is_city(words_of(str(part.value))):
        field = "place"  # «الكويت» is a section only once
    if field is None or isinstance(field, Reason):
        if isinstance(part.value, Stamp):
            found.update = found.update or part.value
        return field or Reason.METADATA
    if isinstance(part.value, Stamp):
        if found.stamp is None or _is_better(page, part, found.stamp):
            found.stamp = part.value
            found.is_stamp_labelled = part.labelled
            page.release("published")
            return "published"
    elif field == "place":
        if found.place is None and found.dateline_span is None:
            found.place, found.dateline_span = part.value, span
            return "dateline"
    elif getattr(found, field) is None:
        setattr(found, field, part.value)
        return field
    return Reason.METADATA


def _is_better(page: Page, part: HeaderPart, known: Stamp) -> bool:
    """Tell «نشر في …» from the day of the visit, and an hour from its day alone."""
    stamp = part.value
    if not isinstance(stamp, Stamp) or page.found.is_stamp_labelled:
        return False
    tells_hour = stamp.precision is Precision.MINUTE
    same_day = stamp.value.date() == known.value.date()
    knows_hour = known.precision is Precision.MINUTE
    return part.labelled if not same_day else tells_hour and not knows_hour


def _settle(page: Page, line: Line, part: HeaderPart, *, leads: bool) -> None:
    """Explain a part by what the rest of the page has told.

    Of two unknown names in one line the first, which ``leads``, is the outlet's.
    """
    found, key = page.found, words_key(str(part.value))
    field: str | Reason
    if key == words_key(found.title or ""):
        field = Reason.TITLE_REPEATED
    elif is_scrap(key.split()) or key == words_key(found.agency or ""):
        field = Reason.METADATA
    elif key not in own_names(page.text) and _is_of_the_report(page, line, part, key):
        field = "place"
    elif found.outlet is None:
        is_name = (
            leads
            or (part.start == 0 and part.end < len(line.text))
            or found.byline is not None
            or " " not in key
            or key.startswith("ال")
            or page.stands_elsewhere(line, key)
            or key in own_names(page.text)
        )
        field = "outlet" if is_name else "byline"
    elif words_key(found.outlet) == key or found.byline is not None:
        field = Reason.METADATA
    else:
        is_phrase = not JOINS.isdisjoint(key.split())
        field = Reason.METADATA if is_phrase else "byline"
    _claim_part(page, line, part._replace(field=field))


def _is_of_the_report(page: Page, line: Line, part: HeaderPart, key: str) -> bool:
    """«سليم الهاني - الخرج»: behind the author a place, of which the text tells."""
    behind = part.start > 0 and _has_author(page, line)
    if not behind or " " in key or page.found.place is not None:
        return False
    return any(key in one.words for one in page.lines if one.length > _LEAST_SENTENCE)


def _has_author(page: Page, line: Line) -> bool:
    claim = page.claim_of("byline")
    return claim is not None and line.start <= claim.start < claim.end <= line.end


def settle(page: Page, pending: list[Pending]) -> None:
    """Explain the parts that are left by what the rest of the page has told."""
    for at, (line, part) in enumerate(pending):
        others = [other for other, _ in pending[at + 1 :]]
        _settle(page, line, part, leads=line in others)
