"""The parts of a header line, and shapes in which a line tells several at once."""

from __future__ import annotations

import re
from typing import NamedTuple

from articles.corpus.dates import Stamp
from articles.corpus.raw_article.outlet_names import is_outlet
from articles.corpus.raw_article.page import words_of
from articles.corpus.raw_article.people import is_byline_label, is_person
from articles.corpus.raw_article.place_names import is_city
from articles.corpus.raw_article.reasons import Reason
from articles.corpus.raw_article.section_names import is_section

_OWN_REPORT = re.compile(
    r"\W{0,3}(?P<name>\w[^/|:\-–—.]{1,30}?)\s*[/|:\-–—]\s*"
    r"(?:خاص|خاصة|متابعات|متابعة|رصد|غرفة الأخبار|قسم الأخبار)\W*\Z"
)
"""«صدى الميناء/خاص:»: whose own report this is."""
_LONGEST_WIRE = 4
"""Letters of what an agency signs itself with, behind the day: «… 2018 م وبس»."""
_LONGEST_NAME = 4


class HeaderPart(NamedTuple):
    """One understood piece of a header line; offsets within the line.

    ``field`` is a field's name, a reason for cutting, or None for a piece that only
    its surroundings can explain. ``labelled`` pieces say themselves what they are.
    """

    start: int
    end: int
    field: str | Reason | None
    value: str | Stamp
    labelled: bool = False


def own_report(text: str) -> list[HeaderPart] | None:
    """Read «صدى الميناء/خاص:»: the outlet or the author, in the outlet's own words."""
    found = _OWN_REPORT.match(text)
    words = words_of(found["name"]) if found else []
    if not found or not words or len(words) > _LONGEST_NAME or is_section(words):
        return None
    if is_byline_label(found["name"]) or is_city(words):
        return None
    field = "byline" if is_person(words) else "outlet"
    start, end = found.span("name")
    return [HeaderPart(start, end, field, found["name"], labelled=True)]


def as_wire(parts: list[HeaderPart], text: str) -> list[HeaderPart]:
    """«ضباء 11 رجب 1443 هـ الموافق 12 فبراير 2022 م وبس»: a place, a day, a wire."""
    fields = [part.field for part in parts]
    if fields != [None, "published", None] or not _is_wired(text, *parts):
        return parts
    place, day, wire = parts
    return [place._replace(field="place"), day, wire._replace(field="agency")]


def _is_wired(text: str, place: HeaderPart, day: HeaderPart, wire: HeaderPart) -> bool:
    apart = text[place.end : day.start] + text[day.end : wire.start]
    short = str(wire.value).isalpha() and len(str(wire.value)) <= _LONGEST_WIRE
    return short and not apart.strip() and not is_person(words_of(str(place.value)))


def filed_from(part: HeaderPart, bare: str) -> list[HeaderPart] | None:
    """«صوت الأطلس من مراكش»: who reports, and from where."""
    name, _, place = bare.partition(" من ")
    words, of = words_of(name), words_of(place)
    field = "byline" if is_person(words) else "outlet" if is_outlet(words) else None
    if field is None or not is_city(of):
        return None
    middle = part.start + len(name)
    start = part.end - len(place)
    return [
        HeaderPart(part.start, middle, field, name.strip()),
        HeaderPart(start, part.end, "place", place.strip()),
    ]
