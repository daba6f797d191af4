"""The tokens of one text, as the readers of dates walk over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from articles.corpus.arabic import fold
from articles.corpus.dates.mention import Calendar, Kind, Precision
from articles.corpus.dates.vocabulary import VOCABULARY
from articles.corpus.words import Token

_PADDING = ("",) * 12


class Cursor:
    """Answers what stands at a place; past the ends of the text stands ``""``."""

    __slots__ = ("folded", "size", "text", "tokens")

    def __init__(
        self, text: str, tokens: Sequence[Token], words: Sequence[str] | None = None
    ) -> None:
        self.text = text
        self.tokens = tokens
        self.size = len(tokens)
        folded = [token[3] for token in tokens] if words is None else words
        self.folded: list[str] = [*folded, *_PADDING]

    def bare(self, place: int) -> str:
        """Give the word without the و ف ب ل ك in front of a word of time."""
        word = self.folded[place]
        known = VOCABULARY.get(word)
        return known[0] if known else word

    def number(self, place: int, digits: int = 2) -> int | None:
        """Read a run of at most ``digits`` digits."""
        word = self.folded[place]
        return int(word) if len(word) <= digits and word.isdecimal() else None

    def year(self, place: int) -> int | None:
        """Read a run of exactly four digits."""
        word = self.folded[place]
        return int(word) if len(word) == 4 and word.isdecimal() else None

    def start(self, place: int) -> int:
        """Give the offset of the word at ``place``, past its proclitic letters."""
        token = self.tokens[place]
        skip = VOCABULARY.get(token.folded, ("", 0))[1]
        offset = token.start
        while skip:
            skip -= len(fold(self.text[offset]))
            offset += 1
        while skip == 0 and offset < token.end - 1 and not fold(self.text[offset]):
            offset += 1
        return offset

    def end(self, stop: int) -> int:
        """Give the offset behind the last token before ``stop``."""
        return self.tokens[stop - 1].end

    def glued(self, place: int) -> bool:
        """Tell whether no space stands between this token and the next one."""
        tokens = self.tokens
        if not 0 <= place < self.size - 1:
            return False
        return tokens[place].end == tokens[place + 1].start

    def same_line(self, place: int) -> bool:
        """Tell whether a token stands here, on one line with the token before it."""
        if not 0 < place < self.size:
            return False
        start, end = self.tokens[place - 1].end, self.tokens[place].start
        return self.text.find("\n", start, end) < 0

    def inside_number(self, place: int) -> bool:
        """Tell whether the digits at ``place`` go on a number, as the 5 in ``2.5``."""
        if not self.glued(place - 1) or self.folded[place - 1] not in _NUMBER_SIGNS:
            return False
        return self.glued(place - 2) and self.folded[place - 2].isdecimal()


_NUMBER_SIGNS = frozenset(".,،٫٬/:-")


@dataclass(slots=True)
class Reading:
    """A date as it was read, before it is known which day it is.

    Fields that the text doesn't say are None. ``shift`` counts from the publication in
    units of ``precision`` for a bare unit («الشهر الماضي»: -1), and tells last, this or
    next for a named month or weekday («مارس الماضي»: -1).
    """

    start: int
    """Offset of the first character."""
    stop: int
    """Place behind the last token."""
    precision: Precision
    kind: Kind = Kind.DATE
    calendar: Calendar = Calendar.GREGORIAN
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    days: int | None = None
    shift: int | None = None
    year_shift: int | None = None
    month_shift: int | None = None
    hour: int | None = None
    minute: int = 0
    day_part: str | None = None
    decade: int | None = None
    century: int | None = None
    last: Reading | None = None
    """The other end of a range."""
    twin: Reading | None = None
    """The same day by the other calendar."""
