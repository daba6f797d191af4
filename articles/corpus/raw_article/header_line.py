"""Reads one header line: «اجتماعي | 25 مارس 2021 | سلمى الورّاق», in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.corpus.dates import Stamp, read_stamp
from articles.corpus.dates.lexicon import STAMP_LABELS
from articles.corpus.raw_article.furniture_phrases import FURNITURE
from articles.corpus.raw_article.outlet_names import is_agency, is_outlet
from articles.corpus.raw_article.page import words_of
from articles.corpus.raw_article.people import is_person, labelled_byline
from articles.corpus.raw_article.phrases import PhraseTable
from articles.corpus.raw_article.place_names import is_city, is_country
from articles.corpus.raw_article.reasons import Reason
from articles.corpus.raw_article.section_names import is_section, strip_section_label

LONGEST_HEADER_LINE = 200
_DIGIT = re.compile(r"\d")
_SEPARATOR = re.compile(r"\s*[|•·¦‖●▪»«>›]+\s*|\s+[-–—\u0640/\\]+\s+|\t+|\s{3,}|[;؛]\s")
_HARD_SEPARATOR = re.compile(r"[|•·¦‖●▪>›\t]")
_SOURCE = re.compile(
    r"\W{0,2}(?:ال)?مصدر\s*[:：\-–]\s*|\W{0,2}نقلا عن\s*[:：]?\s*|\W{0,2}source\s*[:：]\s*",
    re.I,
)
_SIGNS = ' \t\u00a0|-–—•·:،,;؛/\\()[]«»"“”>›●▪*'
_CLOCK_WORDS = frozenset(
    "ص م صباحا مساء ظهرا ليلا فجرا الساعه بتوقيت غرينتش جرينتش غرينيتش توقيت gmt utc gst am pm"
    " المحلي محلي مكه المكرمه ت ه هـ ساعه".split()
)
_KICKERS = PhraseTable(
    {
        Reason.METADATA: """
            عاجل
            خبر عاجل
            خاص
            حصري
            حصريا
            متجدد
            محدث
            تحديث
            جديد
            Breaking
            Breaking news
            Exclusive
            آخر تحديث…
            تم التحديث…
            تاريخ النشر…
            تاريخ التحديث…
            نشر قبل…
            منذ # ساعة
            منذ # ساعات
            منذ # دقيقة
            منذ # دقائق
            منذ # يوم
            منذ # أيام
            منذ ساعة
            منذ ساعتين
            منذ يوم
            منذ يومين
            قبل # ساعات
            قبل # ساعة
            قبل # دقيقة
            قبل # أيام
            كود الخبر…
            رقم الخبر…
            رمز الخبر…
            رقم العدد…
            العدد:…
            العدد #
            السنة…العدد
        """
    }
)


@dataclass(frozen=True, slots=True)
class HeaderPart:
    """One understood piece of a header line; offsets within the line.

    ``field`` is a field's name, a reason for cutting, or None for a piece that only
    its surroundings can explain.
    """

    start: int
    end: int
    field: str | Reason | None
    value: str | Stamp


def read_header_line(text: str) -> list[HeaderPart] | None:
    """Split a line into its parts; None when it is no header line but prose.

    A line is a header line when every part of it is understood, or when it has a
    stamp or a bar in it and the parts that are not understood are short.
    """
    if len(text) > LONGEST_HEADER_LINE:
        return None
    parts = list(_parts(text))
    unknown = [part for part in parts if part.field is None]
    if not parts or any(len(words_of(str(part.value))) > 4 for part in unknown):
        return None
    if unknown and not _holds_together(parts, unknown, text):
        return None
    return parts


def _holds_together(
    parts: list[HeaderPart], unknown: list[HeaderPart], text: str
) -> bool:
    if len(unknown) > 2 or len(unknown) == len(parts):
        return False
    has_stamp = any(part.field == "published" for part in parts)
    return has_stamp or bool(_HARD_SEPARATOR.search(text))


def _parts(text: str) -> Iterator[HeaderPart]:
    start = 0
    for _ in range(4):
        stamp = read_stamp(text[start:]) if _DIGIT.search(text, start) else None
        if stamp is None:
            break
        left_end = _without_label(text, start, start + stamp.start)
        yield from _pieces(text, start, left_end)
        name: str | Reason = Reason.METADATA if stamp.is_update else "published"
        end = start + stamp.end
        yield HeaderPart(left_end, end, name, stamp)
        start = end
    yield from _pieces(text, start, len(text))


def _without_label(text: str, start: int, end: int) -> int:
    """Give the place where the stamp's label («نشر في:») begins."""
    for word in reversed(list(re.finditer(r"\w+", text[start:end]))):
        if words_of(word.group())[0] not in STAMP_LABELS:
            return start + word.end()
        end = start + word.start()
    return start


def _pieces(text: str, start: int, end: int) -> Iterator[HeaderPart]:
    position = start
    for sign in [*_SEPARATOR.finditer(text, start, end), None]:
        stop = sign.start() if sign else end
        if (part := _piece(text, position, stop)) is not None:
            yield part
        position = sign.end() if sign else end


def _piece(text: str, start: int, end: int) -> HeaderPart | None:
    bare = text[start:end].strip(_SIGNS)
    if not bare:
        return None
    start = text.index(bare, start)
    end = start + len(bare)
    words = words_of(bare)
    if not words:
        return HeaderPart(start, end, Reason.ORNAMENT, bare)
    return _explain(bare, words, start, end)


def _explain(bare: str, words: list[str], start: int, end: int) -> HeaderPart:
    if source := _SOURCE.match(bare):
        name = bare[source.end() :].strip(_SIGNS + ".")
        field = "agency" if is_agency(words_of(name)) else "outlet"
        return HeaderPart(start, end, field, name)
    if section := strip_section_label(bare):
        return HeaderPart(start, end, "section", section)
    if byline := labelled_byline(bare):
        return HeaderPart(start, end, "byline", byline.name)
    return HeaderPart(start, end, _name_kind(bare, words), bare)


def _name_kind(bare: str, words: list[str]) -> str | Reason | None:
    if all(
        word.isdigit() or word in _CLOCK_WORDS or word in STAMP_LABELS for word in words
    ):
        return Reason.METADATA
    if words[0] == "بتوقيت" and len(words) <= 3:
        return Reason.METADATA
    if reason := FURNITURE.match(words, bare) or _KICKERS.match(words, bare):
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
    return next((kind for kind, fits in kinds if fits(words)), None)
