"""The words of a sentence around its number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.corpus.words import Token, tokenize

_REACH = 14  # words before the number that may say what befell
_REACH_AFTER = 5
_STOPS = frozenset(".!?؟؛\n")


@dataclass(frozen=True, slots=True)
class Around:
    """The words of a sentence around its number: tokens ``[at:end]``."""

    text: str
    tokens: Sequence[Token]
    at: int
    end: int

    @classmethod
    def of(cls, sentence: str, start: int, end: int) -> Around:
        tokens = tokenize(sentence)
        at = next((i for i, token in enumerate(tokens) if token.end > start), 0)
        behind = sum(1 for token in tokens if token.start < end)
        return cls(sentence, tokens, at, max(behind, at + 1))

    def before(self, reach: int = _REACH) -> Iterator[str]:
        """Give the folded words before the number, the nearest first."""
        for token in reversed(self.tokens[max(self.at - reach, 0) : self.at]):
            if token.text in _STOPS:
                return
            if token.kind == "word":
                yield token.folded

    def after(self, reach: int = _REACH_AFTER) -> Iterator[str]:
        for token in self.tokens[self.end : self.end + reach]:
            if token.text in _STOPS:
                return
            if token.kind == "word":
                yield token.folded

    def words(self) -> list[str]:
        """Give the folded words and digits of the sentence."""
        return [token.folded for token in self.tokens if token.kind != "sign"]
