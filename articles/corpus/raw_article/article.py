"""What a raw text says once it is understood: the article, and what was cut from it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from articles.corpus.raw_article.reasons import Reason


@dataclass(frozen=True, slots=True)
class Removed:
    """A stretch that is no part of the article: ``text == raw[start:end]``."""

    start: int
    end: int
    reason: Reason
    text: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A stretch that was kept, though it may not belong: ``text == raw[start:end]``."""

    start: int
    end: int
    reason: Reason
    text: str


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a report was filed and the wire it came over.

    «عواصم - (وكالات):» has the place عواصم and the agency وكالات. ``start`` and ``end``
    are code points of the raw text, signs included.
    """

    place: str | None
    agency: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of the body copied letter by letter from the raw text."""

    body_start: int
    raw_start: int
    length: int


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """One article and the whereabouts of every letter of the text it came from.

    Offsets are code points, the end exclusive. Each non-blank code point of the raw
    text is in exactly one of ``segments`` (it is body), ``fields`` (it is metadata
    that was understood, with its label and separator) and ``removed``.

    The body is a verbatim copy but for the characters that are cut: it is not brought
    to a Unicode normal form, since composing letters would break the letter-by-letter
    way back to the raw text; whoever compares words folds them anyway.
    """

    title: str
    title_derived: bool
    body: str
    section: str | None = None
    outlet: str | None = None
    byline: str | None = None
    dateline: Dateline | None = None
    agency: str | None = None
    published: date | datetime | None = None
    published_precision: str | None = None
    calendar: str | None = None
    segments: tuple[Segment, ...] = ()
    removed: tuple[Removed, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    fields: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def published_iso(self) -> str | None:
        """The moment of publication as far as it is known: 2017-03-22T21:38, 2017."""
        if self.published is None:
            return None
        iso = self.published.isoformat()
        length = {"year": 4, "month": 7, "day": 10}.get(self.published_precision or "")
        return iso[: length or 16]

    @property
    def paragraphs(self) -> list[str]:
        """The body cut into its paragraphs."""
        return self.body.split("\n\n")

    def raw_offset(self, body_offset: int) -> int:
        """Tell where in the raw text a code point of the body stands.

        An offset between two runs (a paragraph break, the end of the body) is the end
        of the run before it: the end of a span stays the end of its last letter.
        """
        index = bisect_right(self.segments, body_offset, key=lambda run: run.body_start)
        if not 0 <= body_offset <= len(self.body) or not index:
            raise IndexError(body_offset)
        run = self.segments[index - 1]
        return run.raw_start + min(body_offset - run.body_start, run.length)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Translate a span of the body to the raw text.

        >>> from articles.corpus.raw_article import parse_article
        >>> article = parse_article("عاد النازحون\\n\\nعاد ٣٠٠ نازح إلى القرية.")
        >>> article.raw_span(4, 7)
        (18, 21)
        """
        if start >= end:
            return self.raw_offset(start), self.raw_offset(start)
        return self.raw_offset(start), self.raw_offset(end - 1) + 1

    def body_offset(self, raw_offset: int) -> int | None:
        """Tell where a code point of the raw text stands in the body, None if cut."""
        index = bisect_right(self.segments, raw_offset, key=lambda run: run.raw_start)
        if not index:
            return None
        run = self.segments[index - 1]
        inside = raw_offset - run.raw_start
        return run.body_start + inside if inside < run.length else None
