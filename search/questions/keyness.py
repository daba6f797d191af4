"""Which words belong to one part of the archive more than to another."""

from __future__ import annotations

from dataclasses import dataclass

from search.language.loosening import is_grammar_word
from search.language.request import SearchRequest
from search.language.word_statistics import log_likelihood, percent_difference
from search.questions.trends import later_copies
from search.questions.word_counts import WordCounts, count_words

MOST_WORDS = 50
"""Of each side."""

LEAST = 3
"""A word stands on its side at least so often."""

SURE = 15.13
"""The least log-likelihood that is shown: p < 0.0001."""


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word with its count on its own side and on the other.

    ``word`` is as it is mostly written on its own side, ``exact`` folded.
    ``difference`` is %DIFF, None where the word never stands on the other side.
    """

    word: str
    exact: str
    here: int
    there: int
    likelihood: float
    difference: float | None


@dataclass(frozen=True, slots=True)
class Keyness:
    """The words of either side, the surest first, and what they were counted in."""

    first: tuple[Keyword, ...]
    second: tuple[Keyword, ...]
    first_counts: WordCounts
    second_counts: WordCounts

    @property
    def is_whole(self) -> bool:
        """Tell whether every article of both sides was read."""
        return self.first_counts.is_whole and self.second_counts.is_whole


def keyness(
    first: SearchRequest, second: SearchRequest, *, reprints: bool = True
) -> Keyness:
    """Compare two scopes (outlets, sections, days; their text asks nothing).

    Without ``reprints`` only the earliest copy of every report is read.
    """
    without = frozenset() if reprints else later_copies()
    one, other = count_words(first, without), count_words(second, without)
    return Keyness(_words(one, other), _words(other, one), one, other)


def _words(own: WordCounts, other: WordCounts) -> tuple[Keyword, ...]:
    if not own.size or not other.size:
        return ()
    rows = []
    for exact, here in own.words.items():
        there = other.words[exact]
        if here < LEAST or here * other.size <= there * own.size:
            continue
        if len(exact) < 2 or is_grammar_word(exact) or _is_number(exact):
            continue
        cells = (here, own.size, there, other.size)
        likelihood = log_likelihood(*cells)
        if likelihood >= SURE:
            difference = percent_difference(*cells)
            word = own.spellings[exact]
            rows.append(Keyword(word, exact, here, there, likelihood, difference))
    rows.sort(key=lambda row: (-row.likelihood, row.exact))
    return tuple(rows[:MOST_WORDS])


def _is_number(exact: str) -> bool:
    return exact.replace(".", "").isdigit()
