"""Which words stand near the places of a query more than elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from articles.models import Article
from search.engine import Answer, find_matches
from search.hits.highlight import Marker
from search.language.analysis import analyze
from search.language.loosening import is_grammar_word
from search.language.request import Match, SearchRequest, Sort
from search.language.word_statistics import log_dice, log_likelihood
from search.questions.word_counts import WordCounts, count_words

MOST_ARTICLES = 500
"""How many articles of a query are read, the latest published of them."""

MOST_COLLOCATES = 100
WINDOW = 5
WIDEST = 10


class Rank(StrEnum):
    """What collocates are sorted by."""

    DICE = "dice"
    LIKELIHOOD = "ll"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class CollocateRequest:
    """A query with its filters, and what counts as near.

    ``window`` is in words to either side; a collocate stands near at least ``least``
    times. Words of grammar are left out unless ``grammar``.
    """

    search: SearchRequest
    window: int = WINDOW
    least: int = 2
    grammar: bool = False
    rank: Rank = Rank.DICE


@dataclass(frozen=True, slots=True)
class Collocate:
    """A word: ``near`` of its ``everywhere`` places are near the query.

    ``word`` is as it is mostly written, ``exact`` folded. ``everywhere`` is an estimate
    where the archive is read as a sample.
    """

    word: str
    exact: str
    near: int
    everywhere: int
    dice: float
    likelihood: float


@dataclass(frozen=True, slots=True)
class Collocates:
    """Collocates in order, of ``places`` of the query in ``read`` articles.

    ``near`` counts the words in all windows, ``size`` the words of the whole scope.
    """

    answer: Answer
    rows: tuple[Collocate, ...]
    places: int
    read: int
    near: int
    size: int
    counts: WordCounts

    @property
    def is_whole(self) -> bool:
        """Tell whether everything was read, so that no number is an estimate."""
        found = self.answer.found
        whole = self.read >= found.total and not found.at_least
        return whole and self.counts.is_whole


def collocates(request: CollocateRequest) -> Collocates:
    """Count; the work is bounded, whatever is asked."""
    asked = replace(
        request.search,
        match=Match.ALL,
        sort=Sort.NEWEST,
        start=0,
        limit=MOST_ARTICLES,
    )
    answer = find_matches(asked)
    windows = _Windows(answer.marker, request.window)
    for article, _score in answer.articles():
        windows.read(article)
    counts = count_words(request.search, frozenset())
    part = windows.articles / answer.found.total if answer.found.total else 1.0
    rows = _rows(request, windows, counts, part)
    return Collocates(
        answer,
        rows,
        windows.places,
        windows.articles,
        windows.near.total(),
        round(counts.size * counts.scale),
        counts,
    )


class _Windows:
    """Reads articles and counts what stands near the places of a query.

    A word near two places is counted once, and words of the places themselves never.
    """

    def __init__(self, marker: Marker, window: int) -> None:
        self._marker, self._window = marker, window
        self.near: Counter[str] = Counter()
        self.spellings: dict[str, Counter[str]] = {}
        self.places = self.articles = 0

    def read(self, article: Article) -> None:
        """Count the title and every paragraph: no window reaches over their ends."""
        self.articles += 1
        for text in (article.title, *article.paragraphs):
            for spelling, exact in self._near(text):
                self.near[exact] += 1
                self.spellings.setdefault(exact, Counter())[spelling] += 1

    def _near(self, text: str) -> Iterator[tuple[str, str]]:
        terms = analyze(text)
        stretches = self._marker.stretches(terms)
        self.places += len(stretches)
        places = {at for first, last in stretches for at in range(first, last + 1)}
        around = {
            at
            for first, last in stretches
            for at in range(first - self._window, last + self._window + 1)
            if 0 <= at < len(terms)
        }
        for at in sorted(around - places):
            yield text[terms[at].start : terms[at].end], terms[at].exact


def _rows(
    request: CollocateRequest, windows: _Windows, counts: WordCounts, part: float
) -> tuple[Collocate, ...]:
    size, near = counts.size * counts.scale, windows.near.total()
    rows = []
    for exact, together in windows.near.items():
        if together < request.least or exact.replace(".", "").isdigit():
            continue
        if not request.grammar and is_grammar_word(exact):
            continue
        # What was read of the query's articles stands for all of the scope's words.
        everywhere = max(together, counts.words[exact] * counts.scale * part)
        beyond = max(size * part - near, everywhere - together)
        rows.append(
            Collocate(
                word=windows.spellings[exact].most_common(1)[0][0],
                exact=exact,
                near=together,
                everywhere=round(everywhere),
                dice=log_dice(together, windows.places, everywhere),
                likelihood=log_likelihood(
                    together, near, everywhere - together, beyond
                ),
            )
        )
    rows.sort(key=lambda row: (-_RANKS[request.rank](row), -row.near, row.exact))
    return tuple(rows[:MOST_COLLOCATES])


_RANKS = {
    Rank.DICE: lambda row: row.dice,
    Rank.LIKELIHOOD: lambda row: row.likelihood,
    Rank.COUNT: lambda row: row.near,
}
