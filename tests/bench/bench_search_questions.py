"""Makes the questions of the search benchmark from the words of the articles."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from search.language.analysis import analyze_forms

KINDS = (
    "rare word",
    "frequent word",
    "two words",
    "OR",
    "phrase",
    "prefix",
    "fuzzy",
    "date and outlet",
    "sort by date",
    "facets",
    "histogram",
    "deep page",
)
VARIANTS = int(os.environ.get("VARIANTS", "12"))


@dataclass(frozen=True)
class Question:
    """What one query asks: words, how they are joined, and what narrows or sorts."""

    kind: str
    words: list[str]
    outlet: str = ""
    since: str = ""
    until: str = ""
    facets: list[str] = field(default_factory=list)
    newest: bool = False
    start: int = 0

    @property
    def days(self) -> tuple[date | None, date | None]:
        """Give the first and last day, None where open."""
        return tuple(
            date.fromisoformat(day) if day else None  # type: ignore[return-value]
            for day in (self.since, self.until)
        )


def questions(texts: list[str], outlets: list[str]) -> list[dict[str, Any]]:
    """Make ``VARIANTS`` questions of each kind, the same for the same articles."""
    chance = random.Random(7)
    documents = [[form.exact for form in analyze_forms(text)] for text in texts]
    words = _Words(documents)
    made: list[Question] = []
    for _ in range(VARIANTS):
        frequent, second = words.frequent(chance), words.middle(chance)
        outlet = chance.choice(outlets)
        year = chance.choice((2013, 2014, 2015, 2016, 2017))
        made += [
            Question("rare word", [words.rare(chance)]),
            Question("frequent word", [frequent]),
            Question("two words", [frequent, second]),
            Question("OR", [frequent, second, words.middle(chance)]),
            Question("phrase", words.neighbours(chance)),
            Question("prefix", [words.middle(chance)[:3]]),
            Question("fuzzy", [words.slip(chance)]),
            Question(
                "date and outlet", [second], outlet, f"{year}-02-01", f"{year}-11-30"
            ),
            Question("sort by date", [frequent], newest=True),
            Question("facets", [frequent], facets=["outlet", "section"]),
            Question("histogram", [frequent], facets=["month"]),
            Question("deep page", [frequent], start=len(texts) // 40),
        ]
    return [asdict(question) for question in made]


class _Words:
    def __init__(self, documents: list[list[str]]) -> None:
        self._documents = documents
        counts = Counter(word for words in documents for word in set(words))
        size = len(documents)
        letters = {word: n for word, n in counts.items() if len(word) > 4}
        self._rare = _between(letters, 2, max(3, size // 1000))
        self._middle = _between(letters, size // 100, size // 20)
        self._frequent = _between(letters, size // 16, size // 5)

    def rare(self, chance: random.Random) -> str:
        return chance.choice(self._rare)

    def middle(self, chance: random.Random) -> str:
        return chance.choice(self._middle)

    def frequent(self, chance: random.Random) -> str:
        return chance.choice(self._frequent)

    def neighbours(self, chance: random.Random) -> list[str]:
        words = chance.choice(self._documents)
        at = chance.randrange(max(1, len(words) - 2))
        return words[at : at + 2]

    def slip(self, chance: random.Random) -> str:
        word = self.middle(chance)
        at = chance.randrange(1, len(word) - 1)
        return word[:at] + word[at + 1 :]


def _between(counts: dict[str, int], low: int, high: int) -> list[str]:
    found = sorted(word for word, count in counts.items() if low <= count <= high)
    return found or sorted(counts, key=lambda word: -counts[word])[:20]


def invented(vocabulary: list[str]) -> Iterator[tuple[str, str]]:
    """Give titles and bodies without end, of words as frequent as words are."""
    chance = random.Random(11)
    weights = [1 / (rank + 3) for rank in range(len(vocabulary))]
    while True:
        words = chance.choices(vocabulary, weights, k=chance.randrange(150, 400))
        yield " ".join(words[:8]), " ".join(words)


def varied(rows: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Give articles without end: as they are, then halves of two put together."""
    yield from rows
    step = 1
    while True:
        for at, (title, body) in enumerate(rows):
            other = rows[(at + 101 * step) % len(rows)][1]
            yield title, body[: len(body) // 2] + other[len(other) // 2 :]
        step += 1


def vocabulary_of(texts: Iterable[str]) -> list[str]:
    """Give the words of texts, the most frequent first."""
    counts = Counter(word for text in texts for word in text.split())
    return [word for word, _ in counts.most_common()]
