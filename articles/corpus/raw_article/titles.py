"""Finds the title among the headlines above the body, or makes one from its beginning."""

from __future__ import annotations

import re

from articles.corpus.raw_article.characters import clean_name
from articles.corpus.raw_article.outlet_names import is_agency, is_outlet
from articles.corpus.raw_article.page import Line, Page, words_key, words_of
from articles.corpus.raw_article.people import is_person
from articles.corpus.raw_article.reasons import Reason
from articles.corpus.raw_article.section_names import is_section

_BAR = re.compile(r"\s*[|¦‖»«•·]\s*|\s+[-–—:]{1,2}\s+")
_HARD_BAR = frozenset("|¦‖•·")
_SHORTEST_CORE = 3
_LONGEST_TITLE = 110
_SENTENCE_END = re.compile(r"[.!?؟]+(?=\s|\Z)|[،؛:]\s")


def choose_title(page: Page, first: int) -> None:
    """Claim the title and its copies among the open lines before line ``first``."""
    lines = [page.lines[index] for index in page.open_lines(0, first)]
    if first == len(page.lines) and len(lines) == 1:
        return  # one line and nothing else: it is the body
    lines = _without_small_lines(page, lines)
    if not lines:
        return
    title = _doubled(lines) or lines[0]
    core_start, core_end = _core(page, title, lines)
    page.found.title = clean_name(page.text[core_start:core_end])
    key = words_key(page.found.title)
    _claim_core(page, title, core_start, core_end, "title")
    _cut_copies(page, title, key)
    after = [line for line in lines if line.open and line.start > title.start]
    for line in after:
        page.doubt(line, Reason.SUBTITLE)


def _without_small_lines(page: Page, lines: list[Line]) -> list[Line]:
    """Read a section, outlet or author that stands alone above or below the title."""
    headlines = [line for line in lines if not _is_small(line)]
    if not headlines:
        return lines
    for line in lines:
        if line in headlines:
            continue
        above = line.start < headlines[0].start
        if field := _small_field(page, line, above):
            setattr(page.found, field, clean_name(line.text))
            page.take(line, field)
    return [line for line in lines if line.open]


def _is_small(line: Line) -> bool:
    return len(line.words) <= 3 or is_person(line.words)


def _small_field(page: Page, line: Line, above: bool) -> str | None:
    found, words = page.found, line.words
    if is_person(words) and found.byline is None:
        return "byline"
    twins = [
        other
        for other in page.lines
        if other is not line and other.length < 6 and other.key == line.key
    ]
    if found.outlet is None and (is_outlet(words) or twins):
        return "outlet"
    if above and found.section is None and len(words) <= 2:
        return "section"
    return None


def _doubled(lines: list[Line]) -> Line | None:
    """Give the first line that another line says again, the shorter of the two."""
    for index, line in enumerate(lines):
        for other in lines[index + 1 :]:
            if is_copy(line.key, other.key):
                return line if len(line.key) <= len(other.key) else other
    return None


def is_copy(key: str, other: str) -> bool:
    """Tell whether one headline is the other, at most with words before or after it."""
    short, long = sorted((key, other), key=len)
    if short == long:
        return True
    if short.count(" ") + 1 < _SHORTEST_CORE or len(long) > len(short) + 60:
        return False
    return long.startswith(short + " ") or long.endswith(" " + short)


def _core(page: Page, title: Line, lines: list[Line]) -> tuple[int, int]:
    """Give the span of the title without «| outlet» and the like, and claim those."""
    bars = list(_BAR.finditer(title.text))
    start, end = 0, len(title.text)
    for bar in reversed(bars):
        field = _suffix_field(page, title, bar.end(), end, bar.group().strip())
        if not field or bar.start() - start < 8:
            break
        _claim_suffix(page, title, bar.end(), end, field)
        end = bar.start()
    for bar in bars:
        field = _prefix_field(title.text[start : bar.start()], bar.group().strip())
        if not field or end - bar.end() < 12 or bar.end() >= end:
            break
        _claim_suffix(page, title, start, bar.end(), field)
        start = bar.end()
    return title.start + start, title.start + end


def _suffix_field(
    page: Page, title: Line, start: int, end: int, sign: str
) -> str | Reason | None:
    words = words_of(title.text[start:end])
    if not words or len(words) > 5 or ":" in sign:
        return None
    if is_outlet(words) or is_agency(words):
        return "outlet"
    if is_section(words):
        return "section"
    hard = sign[:1] in _HARD_BAR
    if hard and len(words) <= 4:
        return "outlet" if page.found.outlet is None else Reason.METADATA
    key = " ".join(words)
    again = any(
        other is not title and other.length < 8 and other.key == key
        for other in page.lines
    )
    return "outlet" if again else None


def _prefix_field(text: str, sign: str) -> str | None:
    words = words_of(text)
    if not words or len(words) > 3 or sign[:1] not in _HARD_BAR:
        return None
    if is_section(words):
        return "section"
    return "outlet" if is_outlet(words) else None


def _claim_suffix(
    page: Page, title: Line, start: int, end: int, field: str | Reason
) -> None:
    value = clean_name(title.text[start:end]).strip(" |-–—•·")
    if isinstance(field, str) and not isinstance(field, Reason):
        if getattr(page.found, field) is None:
            setattr(page.found, field, value)
        else:
            field = Reason.METADATA
    page.take_span(title.start + start, title.start + end, field)


def _claim_core(
    page: Page, line: Line, start: int, end: int, fate: Reason | str
) -> None:
    """Claim the title with the sign between it and what was claimed beside it."""
    line.fate = fate
    claimed = [c for c in page.claims if line.start <= c.start and c.end <= line.end]
    left = max((c.end for c in claimed if c.end <= start), default=line.start)
    right = min((c.start for c in claimed if c.start >= end), default=line.end)
    page.take_span(left, right, fate)


def _cut_copies(page: Page, title: Line, key: str) -> None:
    for line in page.lines:
        if not line.open or line.length > 35 or line is title:
            continue
        if line.key == key:
            page.take(line, Reason.TITLE_REPEATED)
        elif (
            is_copy(key, line.key)
            and not line.is_closed
            and key.count(" ") >= _SHORTEST_CORE
        ):
            _cut_near_copy(page, line, key)


def _cut_near_copy(page: Page, line: Line, key: str) -> None:
    start, end = _core(page, line, [])
    _claim_core(page, line, start, end, Reason.TITLE_REPEATED)


def derive_title(body: str) -> str:
    """Make a title of the first sentence, cut at a word where it is long.

    >>> derive_title("عادت الحركة إلى المرفأ، الأحد. وقال المدير إن العمل كامل.")
    'عادت الحركة إلى المرفأ، الأحد'
    """
    text = clean_name(body.split("\n", 1)[0])
    ends = [found for found in _SENTENCE_END.finditer(text)]
    stops = [found.start() for found in ends if found.group()[0] in ".!?؟"]
    sentence = text[: stops[0]] if stops and stops[0] >= 15 else text
    if len(sentence) <= _LONGEST_TITLE:
        return sentence.strip(" ،؛:.")
    commas = [found.start() for found in ends if 40 <= found.start() <= _LONGEST_TITLE]
    if commas:
        return sentence[: commas[-1]].strip(" ،؛:.") + "…"
    return sentence[:_LONGEST_TITLE].rsplit(" ", 1)[0].strip(" ،؛:.") + "…"
