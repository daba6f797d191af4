"""The text under reading: its words, the gaps between them, what is already taken."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from operator import itemgetter

from articles.corpus.arabic import FORMAT_CHARACTERS, MARKS, TATWEEL
from articles.corpus.figures.homographs import SUSPECTS, plain_word
from articles.corpus.words import Token, tokenize

_SHAPELESS = frozenset(MARKS + TATWEEL + FORMAT_CHARACTERS)
_INVISIBLE = "".join(_SHAPELESS)
_CLITICS = frozenset(
    [
        "و",
        "ف",
        "ب",
        "ل",
        "ك",
        "ال",
        "وال",
        "فال",
        "بال",
        "لل",
        "لال",
        "ولل",
        "كال",
        "وب",
        "ول",
        "فب",
    ]
)


@dataclass(slots=True)
class Source:
    """A text with its tokens; readers ask it what stands around a token."""

    text: str
    tokens: list[Token]
    words: list[str]
    taken: bytearray
    joined: bytearray
    """1 for a token that follows another on the same line."""
    countries: list[tuple[int, str]] | None = None
    places: dict[tuple[int, int], set[str]] = field(default_factory=dict)
    full_currencies: set[tuple[str, str]] | None = None
    habits: Counter[tuple[str, str]] | None = None
    mills: bool | None = None
    ouguiya: bool | None = None
    _sentences: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, text: str, tokens: list[Token] | None = None) -> Source:
        tokens = tokenize(text) if tokens is None else tokens
        # By index: names of a tuple cost twice as much, and this is for every word.
        words = [token[3] for token in tokens]
        if not SUSPECTS.keys().isdisjoint(words):
            _part_homographs(words, tokens)
        return cls(text, tokens, words, bytearray(len(tokens)), _joined(text, tokens))

    def word(self, at: int) -> str:
        """Give the folded token, "" outside the text."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def token_text(self, at: int) -> str:
        """Give the token as it is written, "" outside the text."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def kind(self, at: int) -> str:
        return self.tokens[at][4] if 0 <= at < len(self.tokens) else ""

    def is_digits(self, at: int) -> bool:
        return 0 <= at < len(self.tokens) and self.tokens[at][4] == "digits"

    def gap(self, at: int) -> str:
        """Give what stands between token ``at - 1`` and token ``at``."""
        return self.text[self.tokens[at - 1].end : self.tokens[at].start]

    def glued(self, at: int) -> bool:
        """Tell whether nothing visible separates token ``at`` from the one before."""
        if not 0 < at < len(self.tokens):
            return False
        start, end = self.tokens[at - 1][1], self.tokens[at][0]
        return start == end or not self.text[start:end].strip(_INVISIBLE)

    def same_line(self, at: int) -> bool:
        """Tell whether token ``at`` exists and follows on the same line."""
        return 0 < at < len(self.joined) and self.joined[at] == 1

    def is_all(self, start: int, end: int) -> bool:
        """Tell whether tokens ``[start:end]`` are the whole text."""
        return start == 0 and end == len(self.tokens)

    def free(self, start: int, end: int) -> bool:
        return self.taken.find(1, start, end) == -1

    def take(self, start: int, end: int) -> None:
        self.taken[start:end] = b"\x01" * (end - start)

    def after_letters(self, at: int, letters: int) -> int:
        """Give the place in the text after the first ``letters`` letters of a token."""
        place = self.tokens[at].start
        while letters:
            letters -= self.text[place] not in _SHAPELESS
            place += 1
        while place < self.tokens[at].end and self.text[place] in _SHAPELESS:
            place += 1
        return place

    def left_of(self, at: int) -> int:
        """Step left over clitics glued to token ``at``: بـ|266, الـ|18, و|لـ|5."""
        while at > 0 and self.words[at - 1] in _CLITICS:
            if not (
                self.glued(at) or (self.words[at - 1] == "ال" and self.same_line(at))
            ):
                break
            at -= 1
        return at

    def clitics_of(self, at: int) -> int:
        """Count the letters before the article: 1 in «للمرة» and «بالدائرة»."""
        word = self.words[at]
        for clitic in ("ولل", "وبال", "لل", "بال", "وال", "فال", "كال"):
            if word.startswith(clitic):
                return len(clitic) - (1 if clitic.endswith("لل") else 2)
        return 0

    def token_at(self, place: int) -> int:
        """Give the index of the first token that ends after ``place``."""
        return bisect_right(self.tokens, place, key=_END)

    def sentence(self, at: int) -> tuple[int, int]:
        """Give the token range of the sentence that holds token ``at``."""
        if not self._sentences:
            self._sentences = _sentence_starts(self)
        index = bisect_right(self._sentences, at)
        ends = self._sentences
        return ends[index - 1], ends[index] if index < len(ends) else len(self.tokens)


_START, _END = itemgetter(0), itemgetter(1)


def _joined(text: str, tokens: list[Token]) -> bytearray:
    joined = bytearray(b"\x01") * len(tokens)
    place = -1
    while True:
        first = bisect_right(tokens, place, key=_START)
        if first == len(tokens):
            return joined
        joined[first] = 0
        place = text.find("\n", tokens[first][0])
        if place < 0:
            return joined


def _part_homographs(words: list[str], tokens: list[Token]) -> None:
    for at in [at for at, word in enumerate(words) if word in SUSPECTS]:
        following = words[at + 1] if at + 1 < len(words) else ""
        words[at] = plain_word(words[at], tokens[at].text, following)


_BREAK = re.compile(r"[.!?؟](?=\s|[\"»”)]|$)|\n")


def _sentence_starts(source: Source) -> list[int]:
    breaks = [found.end() for found in _BREAK.finditer(source.text)]
    return sorted({0, *map(source.token_at, breaks)})


_LIKE_ARTICLES = frozenset(("الي", "الا", "والي", "والا"))


def starts_with_alef_lam(word: str) -> bool:
    """Tell whether a folded word carries the article: الدول، والدول; not إلى, إلا."""
    return word not in _LIKE_ARTICLES and word.startswith(
        ("ال", "وال", "بال", "فال", "كال", "لل", "ولل")
    )
