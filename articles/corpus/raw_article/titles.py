"""Finds the title among the headlines above the body."""

from __future__ import annotations

import re

from articles.corpus.dates import read_stamp
from articles.corpus.raw_article.characters import clean_name
from articles.corpus.raw_article.header_line import badge_reason
from articles.corpus.raw_article.outlet_names import is_agency, is_outlet
from articles.corpus.raw_article.page import Line, Page, word_set, words_key, words_of
from articles.corpus.raw_article.reasons import Reason
from articles.corpus.raw_article.section_names import is_section
from articles.corpus.raw_article.small_lines import is_short_title, is_small

# Blanks are read from the first one on alone: a line of them is read once.
_BAR = re.compile(r"(?:(?<!\s)\s++)?[|¦‖•·]\s*|(?<!\s)\s++(?:[»«/]|[-–—:]{1,2})\s+")
_BARS = re.compile(r"[|¦‖•·»«\-–—:/]")
_HARD_BAR = frozenset("|¦‖•·")
_SHORTEST_CORE = 3
_LONGEST_COMMON = 16
_MOST_WORDS_MORE = 60
_LONGEST_DATE = 6
_IN_SERIES = word_set(
    "إضافة أولى ثانية ثالثة رابعة خامسة سادسة أخيرة وأخيرة واخيرة تصحيح تحديث ملخص مصور"
)
"""«/ إضافة أولى وأخيرة»: which piece of a dispatch it is."""
_DATE_BEGINS = re.compile(
    r"\W*(?:\d|ال(?:سبت|[أا]حد|[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة)\b.*\d)"
)


def choose_title(page: Page, first: int) -> list[Line]:
    """Claim the title and its copies among the open lines before line ``first``.

    Gives the lines that are too short for a title, for ``read_small_lines``.
    """
    lines = [page.lines[index] for index in page.open_lines(0, first)]
    if first == len(page.lines) and len(lines) == 1:
        return []  # one line and nothing else: it is the body
    headlines = [line for line in lines if not is_small(line)]
    if lines and is_short_title(lines[0]):
        # «اتخذ المكتب عددا من القرارات:» leads to a list, below its short title
        headlines = [line for line in headlines if line.text[-1] not in ":："]
    if all(line.length > _LONGEST_COMMON for line in headlines):
        headlines = [line for line in lines if is_short_title(line)] + headlines
    small = [line for line in lines if line not in headlines] if headlines else []
    headlines = headlines or lines
    if page.found.title is not None:
        _cut_copies(page, words_key(page.found.title))
    elif headlines:
        _claim_title(page, _doubled(headlines) or headlines[0])
    for line in headlines:
        if line.open:
            page.doubt(line, Reason.SUBTITLE)
    return small


def _claim_title(page: Page, title: Line) -> None:
    start, end = _core(page, title)
    page.found.title = clean_name(page.text[start:end])
    _claim_core(page, title, start, end, "title")
    _cut_copies(page, words_key(page.found.title))


def _doubled(lines: list[Line]) -> Line | None:
    """Give the first line that another line says again, the shorter of the two."""
    for index, line in enumerate(lines):
        for other in lines[index + 1 :]:
            if is_copy(line.key, other.key):
                return _barest(line, other)
    return None


def _barest(line: Line, other: Line) -> Line:
    """«X | outlet» and «X»: the title is X; «X.. and more» and «X»: the longer one."""
    short, long = sorted((line, other), key=lambda one: len(one.key))
    if len(short.key) == len(long.key):
        return line
    return short if _BAR.search(long.text) else long


def is_copy(key: str, other: str) -> bool:
    """Tell whether one headline is the other, at most with words before or after it."""
    short, long = sorted((key, other), key=len)
    if short == long:
        return True
    if (
        short.count(" ") + 1 < _SHORTEST_CORE
        or len(long) > len(short) + _MOST_WORDS_MORE
    ):
        return False
    return long.startswith(short + " ") or long.endswith(" " + short)


def _core(page: Page, title: Line, key: str = "") -> tuple[int, int]:
    """Give the span of the title without «| outlet» and the like, and claim those.

    ``key`` are the words of the title where they are known: what stands beyond them
    and a sign is no part of it, known or unknown.
    """
    bars = list(_BAR.finditer(title.text)) if _BARS.search(title.text) else []
    ends = [bar.start() for bar in bars if words_key(title.text[: bar.start()]) == key]
    begins = [bar.end() for bar in bars if words_key(title.text[bar.end() :]) == key]
    start, end, stop = 0, len(title.text), len(title.text)
    for bar in reversed(bars):
        field = _suffix_field(page, title, bar.end(), end, bar.group().strip())
        if field is None and ends and bar.start() >= ends[0]:
            field = "outlet" if page.found.outlet is None else Reason.METADATA
        if not field or bar.start() - start < 8:
            break
        _claim_beside(page, title, bar.end(), stop, field)
        end, stop = bar.start(), bar.end()
    for bar in bars:
        if end - bar.end() < 12 or bar.end() >= end:
            break
        field = _prefix_field(page, title, start, bar.start(), bar.group().strip())
        if field is None and begins and bar.end() <= begins[-1]:
            field = "outlet" if page.found.outlet is None else Reason.METADATA
        if not field:
            break
        _claim_beside(page, title, start, bar.end(), field)
        start = bar.end()
    return title.start + start, title.start + end


def _suffix_field(
    page: Page, title: Line, start: int, end: int, sign: str
) -> str | Reason | None:
    if _is_date(title.text[start:end]):
        return "published"
    words = words_of(title.text[start:end])
    if not words or len(words) > 5 or ":" in sign:
        return None
    if sign == "/" and _IN_SERIES.issuperset(words):
        return Reason.METADATA
    if is_section(words) and (page.found.outlet or not is_outlet(words)):
        return "section"  # «العالم» is an outlet, too, but stands before the outlet
    if is_agency(words) and page.found.outlet:
        return "agency"
    if is_outlet(words) or is_agency(words):
        return "outlet"
    if reason := badge_reason(title.text[start:end].strip()):
        return reason
    if sign[:1] in _HARD_BAR and len(words) <= 4:
        return "outlet" if page.found.outlet is None else Reason.METADATA
    return "outlet" if page.stands_elsewhere(title, " ".join(words)) else None


def _prefix_field(
    page: Page, title: Line, start: int, end: int, sign: str
) -> str | Reason | None:
    if sign[:1] in _HARD_BAR and _is_date(title.text[start:end]):
        return "published"
    words = words_of(title.text[start:end])
    if not words or len(words) > 3:
        return None
    if sign == "/" and is_section(words) and page.found.section is None:
        return "section"  # «عام / عودة الماء», as wires write
    if sign[:1] not in _HARD_BAR:
        is_name = is_outlet(words) and sign[:1] in "-–—"
        return (
            "outlet"
            if is_name and page.stands_elsewhere(title, " ".join(words))
            else None
        )
    if is_section(words):
        return "section"
    if is_agency(words):
        return "agency"
    return badge_reason(title.text[start:end].strip()) or "outlet"


def _is_date(text: str) -> bool:
    """Tell «22 مارس 2017», «2017/03/22 14:30» from a headline that tells of a date."""
    few = len(text.split()) <= _LONGEST_DATE
    return few and bool(_DATE_BEGINS.match(text)) and read_stamp(text) is not None


def _claim_beside(
    page: Page, title: Line, start: int, end: int, field: str | Reason
) -> None:
    value = clean_name(title.text[start:end]).strip(" |-–—:/•·¦‖»«")
    if field == "published":
        page.found.stamp = page.found.stamp or read_stamp(title.text[start:end])
    elif not isinstance(field, Reason):
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
    beside = [c for c in page.claims if line.start <= c.start and c.end <= line.end]
    left = max((c.end for c in beside if c.end <= start), default=line.start)
    right = min((c.start for c in beside if c.start >= end), default=line.end)
    page.take_span(left, right, fate)


def _cut_copies(page: Page, key: str) -> None:
    for line in page.lines:
        if not line.open or not _may_copy(line, key):
            continue
        if line.key == key:
            page.take(line, Reason.TITLE_REPEATED)
        elif not line.is_closed and is_copy(key, line.key):
            start, end = _core(page, line, key)
            _claim_core(page, line, start, end, Reason.TITLE_REPEATED)


def _may_copy(line: Line, key: str) -> bool:
    """Spare most lines the folding: a copy is about as long as the title."""
    return bool(key) and len(key) // 2 <= len(line.text) <= len(key) * 2 + 60
