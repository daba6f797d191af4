"""A raw text as the parser works on it: lines, and what each stretch was taken for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from articles.corpus.arabic import fold
from articles.corpus.dates import Stamp
from articles.corpus.raw_article.article import Doubt
from articles.corpus.raw_article.characters import (
    BLANK,
    LINE_BREAKS,
    is_clean,
    mask_forbidden,
)
from articles.corpus.raw_article.reasons import Reason

_WORD = re.compile(r"\w+(?:(?<=\d)[.,٬٫]\d+)*")
_LAST_SIGNS = re.compile(rf"[.!?؟…:؛،,*\-–—_{BLANK}\"'«»“”‘’()\[\]]*\Z")
_SHORT_LINE = 12
_LONGEST_LINE = 120
SHORT = 45
"""A line of more words is a paragraph: no rule of page furniture looks at it."""


class Line:
    """One line without its outer blanks; ``page.text[start:end] == line.text``.

    ``length`` is the number of words, counted by their blanks: exact enough for rules.

    Folding costs more than all the rules together, so it is done on demand: long
    paragraphs are only ever asked for their first words.
    """

    __slots__ = (
        *("_is_closed", "_key", "_words"),
        *("end", "fate", "gap", "length", "start", "text"),
    )

    def __init__(self, start: int, end: int, text: str, gap: int) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.gap = gap
        self.length = text.count(" ") + 1
        self.fate: Reason | str | None = None
        self._words: list[str] | None = None
        self._key: str | None = None
        self._is_closed: bool | None = None

    @property
    def words(self) -> list[str]:
        """The folded words without signs; of a long paragraph only the first ones."""
        if self._words is None:
            text = self.text if self.length <= SHORT else self.text[:120]
            self._words = words_of(text)
        return self._words

    @property
    def key(self) -> str:
        """The folded words of the whole line: equal keys are equal lines."""
        if self._key is None:
            self._key = words_key(self.text)
        return self._key

    @property
    def open(self) -> bool:
        """Tell whether no rule has claimed the line yet."""
        return self.fate is None

    @property
    def last_signs(self) -> str:
        """The run of punctuation the line ends with."""
        if self.text[-1].isalnum():
            return ""
        found = _LAST_SIGNS.search(self.text, max(0, len(self.text) - 12))
        return found.group() if found else ""

    @property
    def is_closed(self) -> bool:
        """Tell whether the line ends like a sentence: with one full stop."""
        if self._is_closed is None:
            signs = self.last_signs
            self._is_closed = "." in signs and ".." not in signs
        return self._is_closed


def words_key(text: str) -> str:
    """Give the folded words of a text, one blank between them."""
    return " ".join(words_of(text))


def words_of(text: str) -> list[str]:
    """Give the folded words of a text; the list is shared, so it is not changed.

    Several rules ask about the same line, and outlets print the same lines.
    """
    return _words_of_line(text) if len(text) <= _LONGEST_LINE else _words_of(text)


def _words_of(text: str) -> list[str]:
    return _WORD.findall(fold(text))


_words_of_line = lru_cache(maxsize=4096)(_words_of)


def word_set(words: str) -> frozenset[str]:
    """Give the folded words of a list written with blanks between them."""
    return frozenset(fold(words).split())


class Claim(NamedTuple):
    """A stretch taken for metadata (the field's name) or cut (the reason)."""

    start: int
    end: int
    fate: Reason | str


@dataclass(slots=True)
class Found:
    """What the header, the dateline and the signature have told so far."""

    title: str | None = None
    section: str | None = None
    outlet: str | None = None
    byline: str | None = None
    place: str | None = None
    agency: str | None = None
    stamp: Stamp | None = None
    update: Stamp | None = None
    is_stamp_labelled: bool = False
    dateline_span: tuple[int, int] | None = None


class Page:
    """The lines of one raw text and the claims made on them so far.

    A stretch that nobody claims is body. Rules look at open lines only, so the first
    rule to claim a stretch has it.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.is_clean = is_clean(raw)
        self.text = raw if self.is_clean else mask_forbidden(raw)
        self.lines = list(_split_lines(self.text))
        self.claims: list[Claim] = []
        self.doubts: list[Doubt] = []
        self._fields: set[str] = set()
        self.found = Found()

    def take(self, line: Line, fate: Reason | str) -> None:
        """Claim a whole line as a field (by its name) or cut it for a reason."""
        line.fate = fate
        self._claim(line.start, line.end, fate)

    def take_span(self, start: int, end: int, fate: Reason | str) -> tuple[int, int]:
        """Claim a part of a line without its outer blanks; give the span claimed."""
        while start < end and self.text[start] in _BLANKS:
            start += 1
        while start < end and self.text[end - 1] in _BLANKS:
            end -= 1
        if start < end:
            self._claim(start, end, fate)
        return start, end

    def _claim(self, start: int, end: int, fate: Reason | str) -> None:
        if not isinstance(fate, Reason):
            # A field stands in one place; said again, it is only metadata.
            fate = Reason.METADATA if fate in self._fields else fate
            self._fields.add(fate)
        self.claims.append(Claim(start, end, fate))

    def split(self, line: Line, at: int) -> Line:
        """Cut a line in two at a place inside it; give the first one."""
        head = line.text[:at].rstrip(_BLANKS_TEXT)
        first = Line(line.start, line.start + len(head), head, line.gap)
        second = Line(line.start + at, line.end, line.text[at:], 0)
        index = self.lines.index(line)
        self.lines[index : index + 1] = [first, second]
        return first

    def release(self, field: str) -> None:
        """Let another stretch be a field: what was taken for it is only metadata."""
        self._fields.discard(field)
        self.claims = [
            claim._replace(fate=Reason.METADATA) if claim.fate == field else claim
            for claim in self.claims
        ]

    def doubt(self, line: Line, reason: Reason) -> None:
        """Keep a line, but say that it may not belong."""
        text = self.raw[line.start : line.end]
        self.doubts.append(Doubt(line.start, line.end, reason, text))

    def claim_of(self, field: str) -> Claim | None:
        """Give the claim that a field was taken by."""
        return next((claim for claim in self.claims if claim.fate == field), None)

    def stands_elsewhere(self, line: Line, key: str) -> bool:
        """Tell whether another short line holds the words of ``key``, alone or not.

        A name that the page prints again in its signature, its page title or its
        copyright line is the outlet's.
        """
        pattern = f" {key} ".replace(" ل", " ")
        return any(
            other is not line
            and other.length <= _SHORT_LINE
            and pattern in f" {other.key} ".replace(" ل", " ")
            for other in self.lines
        )

    def is_beside_metadata(self, line: Line) -> bool:
        """Tell whether the line above or below is metadata that was understood."""
        index = self.lines.index(line)
        beside = (
            self.lines[max(0, index - 1) : index] + self.lines[index + 1 : index + 2]
        )
        return any(
            one.fate in ("section", "dateline", Reason.METADATA, Reason.READING_TIME)
            for one in beside
        )

    def open_lines(self, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Give the indices of the lines that nobody has claimed."""
        for index in range(start, len(self.lines) if end is None else end):
            if self.lines[index].fate is None:
                yield index


_BLANKS = frozenset(" \t\u00a0\u1680\u202f\u205f\u3000\x1f\u200b") | {
    chr(code) for code in range(0x2000, 0x200B)
}
_BLANKS_TEXT = "".join(sorted(_BLANKS))
_BLANKS_AND_BREAKS = _BLANKS_TEXT + LINE_BREAKS


def _split_lines(text: str) -> Iterator[Line]:
    position, gap = 0, 0
    for piece in text.splitlines(keepends=True):
        begun = piece.lstrip(_BLANKS_AND_BREAKS)
        if begun:
            stripped = begun.rstrip(_BLANKS_AND_BREAKS)
            start = position + len(piece) - len(begun)
            yield Line(start, start + len(stripped), stripped, gap)
            gap = 0
        else:
            gap += 1
        position += len(piece)
