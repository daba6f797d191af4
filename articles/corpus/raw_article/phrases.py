"""Reads phrase tables: short patterns over folded words, written as a reader sees them.

| pattern | matches |
|---|---|
| ``موافق`` | the whole line |
| ``قد يهمك…`` | a line that begins so |
| ``…ملفات تعريف الارتباط…`` | a line that holds it |
| ``…جميع الحقوق محفوظة`` | a line that ends so |
| ``للمزيد:…`` | a line that begins so, then a colon (or a bar, or two full stops) |
| ``# تعليق`` | ``#`` stands for any number |

Spelling variants of one word (hamza, teh marbuta, tashkeel, digits) need no line of
their own: patterns and lines are folded alike, and signs are ignored.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from articles.corpus.arabic import fold

T = TypeVar("T")
_WORD = re.compile(r"\w+(?:(?<=\d)[.,٬٫]\d+)*|#")
_COLON = re.compile(r"[^\w:：]{0,3}[:：|…]|[^\w:：]{0,2}\.\.")


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[T]):
    words: tuple[str, ...]
    anchored_end: bool
    needs_colon: bool
    answer: T


class _Heads(Generic[T]):
    """The patterns of one first word, in order, by their second word."""

    def __init__(self) -> None:
        self._single: list[_Phrase[T]] = []
        self._longer: dict[str, list[_Phrase[T]]] = {}

    def add(self, phrase: _Phrase[T]) -> None:
        if len(phrase.words) > 1:
            second = _second(phrase.words)
            self._longer.setdefault(second, [*self._single]).append(phrase)
            return
        self._single.append(phrase)
        for phrases in self._longer.values():
            phrases.append(phrase)

    def phrases(self, words: Sequence[str]) -> list[_Phrase[T]]:
        """Give the patterns that a line of these words may fit."""
        if len(words) < 2:
            return self._single
        return self._longer.get(_second(words), self._single)


def _second(words: Sequence[str]) -> str:
    return "#" if words[1][0].isdigit() else words[1]


class PhraseTable(Generic[T]):
    """A table of patterns, each with its answer; patterns with a fixed start win."""

    def __init__(self, table: Mapping[T, str]) -> None:
        self._first: dict[str, _Heads[T]] = {}
        self._anywhere: dict[str, list[_Phrase[T]]] = {}
        for answer, patterns in table.items():
            for pattern in patterns.split("\n"):
                if pattern.strip():
                    self._add(pattern.strip(), answer)

    def _add(self, pattern: str, answer: T) -> None:
        words = tuple(_WORD.findall(fold(pattern)))
        phrase = _Phrase(
            words,
            anchored_end=not pattern.endswith("…"),
            needs_colon=":" in pattern,
            answer=answer,
        )
        if pattern.startswith("…"):
            self._anywhere.setdefault(words[0], []).append(phrase)
        else:
            self._first.setdefault(words[0], _Heads()).add(phrase)

    def match(self, words: list[str], text: str) -> T | None:
        """Give the answer of the first pattern that fits a line, or None.

        ``words`` are the folded words of the line, ``text`` the line itself (asked
        only for its colon).
        """
        if not words:
            return None
        heads = self._first.get("#" if words[0][0].isdigit() else words[0])
        for phrase in heads.phrases(words) if heads else ():
            if self._fits(phrase, words, 0, text):
                return phrase.answer
        if self._anywhere.keys().isdisjoint(words):
            return None
        for position, word in enumerate(words):
            for phrase in self._anywhere.get(word, ()):
                if self._fits(phrase, words, position, text):
                    return phrase.answer
        return None

    @staticmethod
    def _fits(phrase: _Phrase[T], words: list[str], position: int, text: str) -> bool:
        end = position + len(phrase.words)
        if end > len(words):
            return False
        if phrase.anchored_end and end != len(words):
            return False
        for want, word in zip(phrase.words, words[position:end], strict=True):
            if want != word and not (want == "#" and word[0].isdigit()):
                return False
        return not phrase.needs_colon or _has_colon(text, end - position)


def _has_colon(text: str, words: int) -> bool:
    """Tell whether a colon follows the first ``words`` words of a line."""
    folded = fold(text[:200])
    ends = [found.end() for found in islice(_WORD.finditer(folded), words)]
    return bool(_COLON.match(folded, ends[-1]))
