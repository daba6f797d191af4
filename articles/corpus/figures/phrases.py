"""A table of phrases that finds the longest one at a place of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from articles.corpus.arabic import fold
from articles.corpus.words import tokenize

T = TypeVar("T")


def folded_words(phrase: str) -> tuple[str, ...]:
    """Cut a phrase as texts are cut: «كم/س» is three tokens."""
    return tuple(token.folded for token in tokenize(phrase))


def rows_of(table: str) -> list[str]:
    """Cut a table into its rows; an indented line goes on with the row above."""
    rows: list[str] = []
    for line in table.strip("\n").splitlines():
        if line.startswith(" "):
            rows[-1] += line
        else:
            rows.append(line)
    return rows


def folded_set(words: str) -> frozenset[str]:
    """Fold each word of a list that is written with spaces between."""
    return frozenset(fold(word) for word in words.split())


class PhraseTable(dict[str, list[tuple[tuple[str, ...], T]]]):
    """Phrases written as they are spelled, each with what it means.

    The keys are the first words, so that «does a phrase start here» is one look-up.

    >>> table = PhraseTable([("متر", "m"), ("متر مربع", "m2")])
    >>> table.at(["5", "متر", "مربع"], 1)
    (3, 'm2')
    """

    def __init__(self, rows: Iterable[tuple[str, T]]) -> None:
        super().__init__()
        for phrase, meaning in rows:
            first, *rest = folded_words(phrase)
            self.setdefault(first, []).append((tuple(rest), meaning))
        for entries in self.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def entries(self) -> Iterator[list[T]]:
        """Give the meanings, those of one first word together."""
        for rows in self.values():
            yield [meaning for _, meaning in rows]

    def at(self, words: Sequence[str], place: int) -> tuple[int, T] | None:
        """Give the end and the meaning of the longest phrase that starts here."""
        if not 0 <= place < len(words):
            return None
        rows = self.get(words[place])
        if rows is None:
            return None
        for rest, meaning in rows:
            if not rest:
                return place + 1, meaning
            end = place + 1 + len(rest)
            if tuple(words[place + 1 : end]) == rest:
                return end, meaning
        return None
