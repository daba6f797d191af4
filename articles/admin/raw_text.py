"""A raw text with everything that was cut from it marked in its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.corpus.raw_article.characters import FORBIDDEN
from articles.corpus.raw_article.reasons import REASON_LABELS, Reason


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a raw text, ``end`` exclusive, and what was done with it."""

    start: int
    end: int
    kind: str  # "removed", "field" or "doubt"
    label: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of a raw text as an editor sees it; ``kind`` is "" for the body's own."""

    text: str
    kind: str = ""
    label: str = ""


FIELD_LABELS = {
    "title": _("العنوان"),
    "section": _("القسم"),
    "outlet": _("المصدر"),
    "byline": _("الكاتب"),
    "dateline": _("مكان الخبر"),
    "agency": _("الوكالة"),
    "published": _("تاريخ النشر"),
}


def reason_label(reason: str) -> str:
    """Give the reader's words for why a stretch was cut.

    >>> reason_label("cookie_notice")
    'إشعار ملفات الارتباط'
    """
    return gettext(REASON_LABELS[Reason(reason)]) if reason in set(Reason) else reason


def stored_marks(raw: str, removed: Iterable[Mapping[str, Any]]) -> list[Mark]:
    """Give the marks of a stored article, those that still fit ``raw``."""
    return [
        Mark(row["start"], row["end"], "removed", reason_label(row["reason"]))
        for row in removed
        if raw[row["start"] : row["end"]] == row["text"]
    ]


def visible(text: str) -> str:
    """Write characters that have no shape, or turn the text around, as their codes.

    >>> visible("\\u202eabc")
    '[U+202E]abc'
    """
    return FORBIDDEN.sub(lambda match: f"[U+{ord(match[0]):04X}]", text)


def stretches(raw: str, marks: Iterable[Mark]) -> list[Stretch]:
    """Cut ``raw`` into stretches, marked and unmarked, in the order of the text.

    Where two marks overlap the first one has the letters they share.
    """
    parts: list[Stretch] = []
    position = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        start = max(mark.start, position)
        if mark.end <= start:
            continue
        if start > position:
            parts.append(Stretch(visible(raw[position:start])))
        parts.append(Stretch(visible(raw[start : mark.end]), mark.kind, mark.label))
        position = mark.end
    if position < len(raw):
        parts.append(Stretch(visible(raw[position:])))
    return parts
