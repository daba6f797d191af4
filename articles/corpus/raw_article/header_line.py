"""Reads one header line: «اجتماعي | 25 مارس 2021 | سلمى الورّاق», in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from itertools import pairwise

from articles.corpus.dates import Kind, Precision, Stamp, find_dates, read_stamp
from articles.corpus.dates.lexicon import STAMP_LABELS, WEEKDAYS
from articles.corpus.dates.months import MONTHS
from articles.corpus.raw_article.furniture import FURNITURE, button_reason
from articles.corpus.raw_article.header_parts import (
    HeaderPart,
    as_wire,
    filed_from,
    own_report,
)
from articles.corpus.raw_article.lexicon.header_words import (
    BADGES,
    CLOCK_WORDS,
    DESKS,
    MORE_STAMP_LABELS,
    PUBLISHING,
    ROUNDUP_WORDS,
)
from articles.corpus.raw_article.outlet_names import is_agency, is_outlet
from articles.corpus.raw_article.page import words_of
from articles.corpus.raw_article.people import (
    is_byline_label,
    is_person,
    labelled_byline,
)
from articles.corpus.raw_article.phrases import PhraseTable
from articles.corpus.raw_article.place_names import is_city, is_country
from articles.corpus.raw_article.reasons import Reason
from articles.corpus.raw_article.section_names import is_section, strip_section_label
from articles.corpus.words import tokenize

_BADGES = PhraseTable(BADGES)
LONGEST_HEADER_LINE = 200
_LONGEST_UNKNOWN = 4
_MOST_STAMPS = 4
# «10:22-12 مارس» is an hour and a day, no range; «12 مارس ,2021: 10:22» a day and its
# hour, and so is «الساعة : 14:08». Each sign gives way to a blank of its length.
_STRAY_SIGN = re.compile(
    r"(?<=:\d\d)-(?=\d)|(?<=\s),(?=\d{4}\b)|(?<=\d{4}):(?=\s)"
    r"|(?<=الساعة):(?=\s?\d)|(?<=الساعة )[:؛](?=\s?\d)|(?<=\d{4}) \|(?= \d\d?:\d\d)"
)
_DAY_NAMES = frozenset(WEEKDAYS) | {"ال" + day for day in WEEKDAYS}
_MONTHS_AND_DAYS = _DAY_NAMES | frozenset(word for name in MONTHS for word in name)
_DIGIT = re.compile(r"\d")
_SEPARATOR = re.compile(
    r"\s+[(](?=[^()]{2,20}[)]\s*\Z)|\s*[|•·¦‖●▪>›]+\s*|\s+[»«]\s+|\s+[-–—\u0640\\+]+\s+|\s*/\s+|\t+|\s{3,}|\s*[;؛،]\s+"
)
_SEPARATING = re.compile(r"[(|•·¦‖●▪>›»«\-–—\u0640\\+/\t;؛،]|\s\s\s")
"""Stands in every line that has a separator."""
_HARD_SEPARATOR = re.compile(r"[|•·¦‖●▪\t]")
_CRUMB_SEPARATOR = re.compile(r"[>›»/\\]")
_SOURCE = re.compile(
    r"\W{0,2}(?:(?:ال)?مصدر|source)\s*[:：\-–]\s*|\W{0,2}نقلا عن\s*[:：]?\s*",
    re.IGNORECASE,
)
_PICTURES_BY = re.compile(
    r"\W{0,3}(?:تصوير|عدسة|كاميرا|مونتاج|إنفوغراف|غرافيك)\s*[:/\-–]\s*(?=\w)"
)
_SIGNS = ' \t\u00a0|-–—•·:،,;؛/\\()[]«»"“”>›●▪*\u0640+'


@lru_cache(maxsize=4096)
def read_header_line(text: str, *, trusting: bool = False) -> list[HeaderPart] | None:
    """Split a line into its parts; None when it is no header line but prose.

    A line is a header line when every part of it is understood, or when it has a
    stamp, a bar or a place in it and the parts that are not understood are short.
    ``trusting`` asks for no more than one part that is understood: for lines that
    can't be the title, since another one is. Several rules ask about the same line,
    and outlets print the same lines, so answers are remembered; they aren't changed.
    """
    if len(text) > LONGEST_HEADER_LINE:
        return None
    parts = own_report(text) or _short_parts(text)
    if not parts:
        return None
    parts = as_wire(parts, text)
    unknown = [part for part in parts if part.field is None]
    if len(unknown) == len(parts):
        return None
    if unknown and not (trusting or _holds_together(parts, unknown, text)):
        return None
    if any(_is_roundup(part, after, text) for part, after in pairwise(parts)):
        return None
    return _without_crumbs(parts, text)


@lru_cache(maxsize=1024)
def _short_parts(text: str) -> list[HeaderPart] | None:
    """Give all parts of a line; None once one is too long for an unknown name."""
    parts = []
    for part in _parts(text):
        name = str(part.value) if part.field is None else ""
        if len(words_of(name)) > _LONGEST_UNKNOWN or ": " in name:
            return None  # «بن قردان - الترجي : التشكيلة المنتظرة» is a headline
        parts.append(part)
    return parts


def _is_roundup(part: HeaderPart, after: HeaderPart, text: str) -> bool:
    """«أبرز أخبار الخميس 16 مارس 2017» is a headline with its day in it."""
    named = part.field in ("section", "outlet", None)
    if not named or after.field != "published":
        return False
    has_sign = text[part.end : after.start].strip()
    return not has_sign and bool(ROUNDUP_WORDS.intersection(words_of(str(part.value))))


def _holds_together(
    parts: list[HeaderPart], unknown: list[HeaderPart], text: str
) -> bool:
    if len(unknown) > 2 or len(unknown) == len(parts):
        return False
    fields = {part.field for part in parts}
    if "published" in fields or _HARD_SEPARATOR.search(text):
        return True
    if {"section"} == fields - {None} and _CRUMB_SEPARATOR.search(text):
        return True
    return len(parts) <= 3 and bool(fields & {"place", "agency", "outlet"})


def _without_crumbs(parts: list[HeaderPart], text: str) -> list[HeaderPart]:
    """«رياضة » ألعاب قوى»: beside a section, a crumb is but its narrower name."""
    fields = {part.field for part in parts}
    if fields == {"section", None} and _CRUMB_SEPARATOR.search(text):
        return [part._replace(field=part.field or Reason.METADATA) for part in parts]
    return parts


def _parts(text: str) -> Iterator[HeaderPart]:
    start = 0
    for _ in range(_MOST_STAMPS):
        stamp = _read_stamp(text[start:]) if _DIGIT.search(text, start) else None
        if stamp is None:
            break
        stamp_start = _with_label(text, start, start + stamp.start)
        yield from _pieces(text, start, stamp_start)
        name: str | Reason = Reason.METADATA if stamp.is_update else "published"
        end = start + stamp.end
        label = words_of(text[stamp_start : start + stamp.start])
        labelled = not PUBLISHING.isdisjoint(label)
        yield HeaderPart(stamp_start, end, name, stamp, labelled)
        start = end
    yield from _pieces(text, start, len(text))


def _read_stamp(text: str) -> Stamp | None:
    return read_stamp(_STRAY_SIGN.sub(_as_blanks, text))


def _as_blanks(sign: re.Match[str]) -> str:
    return " " * len(sign.group())


def _with_label(text: str, start: int, stamp_start: int) -> int:
    """Give the place where the stamp's label («نشر في:») begins."""
    for token in reversed(tokenize(text[start:stamp_start])):
        known = token.folded in STAMP_LABELS or token.folded in MORE_STAMP_LABELS
        if token.kind != "sign" and not known:
            break
        if token.kind != "sign":
            stamp_start = start + token.start
    return stamp_start


def _pieces(text: str, start: int, end: int) -> Iterator[HeaderPart]:
    is_whole = not _SEPARATING.search(text, start, end)
    if is_whole or is_agency(words_of(text[start:end])):  # «أ / ف / ب»
        yield from _piece(text, start, end)
        return
    position = start
    for sign in [*_SEPARATOR.finditer(text, start, end), None]:
        stop = sign.start() if sign else end
        if sign and _labels_a_name(text, position, sign):
            continue  # «كتبت/ هاجر الماجري»
        yield from _piece(text, position, stop)
        position = sign.end() if sign else end


def _labels_a_name(text: str, start: int, sign: re.Match[str]) -> bool:
    by = _PICTURES_BY.match(text, start)
    return is_byline_label(text[start : sign.start()]) or (
        by is not None and by.end() == sign.end()
    )


def _piece(text: str, start: int, end: int) -> Iterator[HeaderPart]:
    bare = text[start:end].strip(_SIGNS)
    if not bare:
        return
    leads = text[:end].rstrip().endswith(":")  # «الأربعاء 15 مارس:», over a programme
    start = text.index(bare, start)
    end = start + len(bare)
    words = words_of(bare)
    if not words:
        yield HeaderPart(start, end, Reason.ORNAMENT, bare)
        return
    part = _explain(bare, words, start, end)
    if part.field is None and " من " in bare and (filed := filed_from(part, bare)):
        yield from filed
    elif part.field is None and not leads and _is_day_without_year(bare):
        yield part._replace(field=Reason.METADATA)
    else:
        yield part


def _explain(bare: str, words: list[str], start: int, end: int) -> HeaderPart:
    if source := _SOURCE.match(bare):
        name = bare[source.end() :].strip(_SIGNS + ".")
        field: str | Reason = "agency" if is_agency(words_of(name)) else "outlet"
        if words_of(name)[:1] in (["الصوره"], ["صوره"]):
            field = Reason.PHOTO_CAPTION
        return HeaderPart(start, end, field, name, labelled=True)
    if _PICTURES_BY.match(bare):
        return HeaderPart(start, end, Reason.PHOTO_CAPTION, bare, labelled=True)
    if section := strip_section_label(bare):
        return HeaderPart(start, end, "section", section, labelled=True)
    if byline := labelled_byline(bare):
        is_of_outlet = words[0] == "خاص" and not is_person(words_of(byline.name))
        field = "outlet" if is_of_outlet else "byline"
        return HeaderPart(start, end, field, byline.name, labelled=True)
    if words[0] in DESKS and 1 < len(words) <= _LONGEST_UNKNOWN:
        return HeaderPart(start, end, "byline", bare)  # «محرر الشؤون المحلية»
    label, colon, name = bare.partition(":")
    if colon and is_byline_label(label) and is_outlet(words_of(name)):
        return HeaderPart(start, end, "outlet", name.strip(), labelled=True)
    if month := _month_stamp(bare):
        return HeaderPart(start, end, "published", month)
    return HeaderPart(start, end, _name_kind(bare, words), bare)


def _is_day_without_year(bare: str) -> bool:
    """«الأحد 3 أكتوبر», in the head of every page: the day of the visit."""
    if not _DIGIT.search(bare) or len(bare) > 30:
        return False
    words = [word for word in words_of(bare) if not word.isdecimal()]
    if _DAY_NAMES.intersection(words) and _MONTHS_AND_DAYS.issuperset(words):
        return True
    dates = find_dates(bare, None)
    return len(dates) == 1 and dates[0].text == bare and dates[0].kind is Kind.DATE


def _month_stamp(bare: str) -> Stamp | None:
    """«مارس 2021»: a month alone is all that some magazines print."""
    if not _DIGIT.search(bare) or len(bare) > 40:
        return None
    dates = find_dates(bare, None)
    if len(dates) != 1 or dates[0].text != bare or dates[0].kind is not Kind.DATE:
        return None
    date = dates[0]
    if date.precision is not Precision.MONTH or date.iso is None:
        return None
    value = datetime.fromisoformat(f"{date.iso}-01")
    return Stamp(0, len(bare), value, date.precision, date.calendar, "", False)


def badge_reason(text: str) -> Reason | None:
    """Tell «عاجل», «بالفيديو», «اطبع المقال» beside a headline from a name."""
    return _BADGES.match(words_of(text), text) or button_reason(text)


def _name_kind(bare: str, words: list[str]) -> str | Reason | None:
    if _is_clock(bare, words):
        return Reason.METADATA
    if reason := FURNITURE.match(words, bare) or _BADGES.match(words, bare):
        return reason
    if len(words) > 5:
        return None
    kinds = (
        ("section", is_section),
        ("agency", is_agency),
        ("place", is_city),
        ("outlet", is_outlet),
        ("place", is_country),
        ("byline", is_person),
    )
    kind = next((kind for kind, fits in kinds if fits(words)), None)
    return kind or button_reason(bare)


def _is_clock(bare: str, words: list[str]) -> bool:
    """Tell what is left of an hour: «10:22 ص», «بتوقيت أبوظبي», "GMT"."""
    if words[0] in ("بتوقيت", "توقيت"):
        return len(words) <= 3
    if ":" not in bare and all(word[0].isdigit() for word in words):
        return False
    return all(
        word[0].isdigit() or word in CLOCK_WORDS or word in STAMP_LABELS
        for word in words
    )
