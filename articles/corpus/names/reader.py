"""The words of one text with what the tables know of them, and what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from articles.corpus.arabic import fold
from articles.corpus.names.entity import EntityType
from articles.corpus.names.lexicon import (
    CLUB_LINKS,
    CLUBS,
    SPORT_WORDS,
    WORDS,
    Name,
    Word,
)
from articles.corpus.words import Token

_FOLDED = itemgetter(Token._fields.index("folded"))
_PADDING = ("",) * 12
_NO_WORD = Word("", 0, is_common=True)
OPENING_QUOTES = frozenset("\"«“”'‘„")
CLOSING_QUOTES = frozenset("\"»“”'’")


@dataclass(slots=True)
class Found:
    """A name found at the tokens ``place`` to ``stop``."""

    type: EntityType
    key: str
    start: int
    """Offset of the first character; ``end`` is behind the last one."""
    end: int
    place: int
    stop: int
    title: str | None = None


class Reader:
    """Answers what stands at a place of the text; past its ends stands ``""``."""

    __slots__ = ("_is_sport", "folded", "size", "taken", "text", "tokens", "words")

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self._is_sport: bool | None = None
        self.tokens = tokens
        self.size = len(tokens)
        self.folded: list[str] = list(map(_FOLDED, tokens))
        self.words: list[Word] = list(map(WORDS.__getitem__, self.folded))
        self.folded.extend(_PADDING)
        self.words.extend([_NO_WORD] * len(_PADDING))
        self.taken = bytearray(self.size + len(_PADDING))

    def start(self, place: int) -> int:
        """Give the offset of the name in the word, past its proclitics."""
        token = self.tokens[place]
        offset, letters = token.start, self.words[place].clitic
        while letters > 0 and offset < token.end:
            letters -= len(fold(self.text[offset]))
            offset += 1
        while token.start < offset < token.end and not fold(self.text[offset]):
            offset += 1
        return offset

    def end(self, stop: int) -> int:
        return self.tokens[stop - 1].end

    def follows(self, place: int) -> bool:
        """Tell whether this word stands on one line with the word before it."""
        if not 0 < place < self.size or self.tokens[place].kind != "word":
            return False
        gap = self.text[self.tokens[place - 1].end : self.tokens[place].start]
        return "\n" not in gap

    def is_apart(self, place: int) -> bool:
        """Tell whether two blanks or more part this word from the one before it."""
        return self.tokens[place].start - self.tokens[place - 1].end > 1

    def known_name(self, place: int) -> Name | None:
        """Find the longest place or organisation of the tables that opens here."""
        word = self.words[place]
        if self.folded[place + 1] in word.seconds:
            for name in word.names:
                if len(name.words) == 1 or self._matches(place, name.words):
                    return name
        return word.single

    def known_place(self, place: int) -> Name | None:
        """Find the longest place of the tables that opens here."""
        for name in self.words[place].names:
            if name.type is EntityType.PLACE and (
                len(name.words) == 1 or self._matches(place, name.words)
            ):
                return name
        return None

    def known_names(self, place: int, name: Name) -> list[Name]:
        """Give all entities that share the spelling of ``name``."""
        names = self.words[place].names
        if len(names) == 1:
            return [name]
        return [other for other in names if other.words == name.words]

    def is_club(self, place: int, name: Name) -> bool:
        """Tell whether the name of a club is one here: «تغلب الهلال على الشباب»."""
        if name.words not in CLUBS:
            return False
        if self._is_sport is None:
            self._is_sport = not SPORT_WORDS.isdisjoint(self.folded)
        before = self.folded[place - 1] if place else ""
        if self.words[place].clitic and self.folded[place][0] == "ل":
            return self._is_sport
        return self._is_sport and (before in CLUB_LINKS or not self.follows(place))

    def _matches(self, place: int, words: tuple[str, ...]) -> bool:
        folded = self.folded
        return folded[place + 1] == words[1] and all(
            folded[place + at] == words[at] for at in range(2, len(words))
        )

    def found(self, type_: EntityType, key: str, place: int, stop: int) -> Found:
        return Found(type_, key, self.start(place), self.end(stop), place, stop)

    def take(self, found: Found) -> None:
        """Remember the type of what stands here; a person is 2, the others are 1."""
        mark = 2 if found.type is EntityType.PERSON else 1
        for place in range(found.place, found.stop):
            self.taken[place] = mark
