"""Every place of a query with the words around it, one line a place (KWIC)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from articles.models import Article
from articles.syndication.citation import Run
from search.engine import Answer, find_matches
from search.hits.highlight import Marker
from search.language.analysis import Term, analyze
from search.language.request import SearchRequest

MOST_ARTICLES = 300
"""How many articles are read for lines, the first in the order of the search."""

MOST_LINES = 500
"""How many lines are kept of them; further ones are only counted."""

WORDS_AROUND = 10
_WORDS_COMPARED = 4


class Order(StrEnum):
    """What lines are sorted by."""

    AFTER = "after"
    BEFORE = "before"
    DATE = "date"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Line:
    """A place in an article: the hit and what stands before and after it, as printed.

    ``words_before`` are the folded words before, the nearest first; ``number`` is the
    rank of the hit's first word among the marks of the article's page.
    """

    article: Article
    before: str
    hit: str
    after: str
    words_before: tuple[str, ...]
    words_after: tuple[str, ...]
    number: int

    def url(self, query: str) -> str:
        """Address the place in the article."""
        address = self.article.get_absolute_url()
        return f"{address}?{urlencode({'q': query})}#h{self.number}"

    @property
    def before_runs(self) -> list[Run]:
        """Give the text before, Latin words and digits apart."""
        return runs(self.before)

    @property
    def after_runs(self) -> list[Run]:
        """Give the text after, Latin words and digits apart."""
        return runs(self.after)


@dataclass(frozen=True, slots=True)
class Concordance:
    """Lines in order, and of how many.

    ``counted`` is the number of lines in the ``read`` articles, of ``answer.found
    .total`` that the query finds; ``lines`` are the first ``MOST_LINES`` of them.
    """

    answer: Answer
    lines: tuple[Line, ...]
    counted: int
    read: int

    @property
    def is_whole(self) -> bool:
        """Tell whether every line of every article found is here."""
        found = self.answer.found
        whole = self.read >= found.total and not found.at_least
        return whole and len(self.lines) == self.counted


def concordance(request: SearchRequest, order: Order) -> Concordance:
    """Find the lines of a query; the work is bounded, whatever is asked."""
    answer = find_matches(replace(request, start=0, limit=MOST_ARTICLES))
    marker = answer.marker
    lines: list[Line] = []
    counted = read = 0
    for article, _score in answer.articles():
        read += 1
        for line in _lines(article, marker):
            counted += 1
            if len(lines) < MOST_LINES:
                lines.append(line)
    lines.sort(key=_KEYS[order])
    return Concordance(answer, tuple(lines), counted, read)


_KEYS: dict[Order, Callable[[Line], Any]] = {
    # Where a text begins or ends with the place, no word is there to go by: last.
    Order.AFTER: lambda line: (
        not line.words_after,
        line.words_after,
        line.words_before,
    ),
    Order.BEFORE: lambda line: (
        not line.words_before,
        line.words_before,
        line.words_after,
    ),
    Order.DATE: lambda line: (line.article.published_iso or "9", line.number),
    Order.OUTLET: lambda line: (
        line.article.outlet.name if line.article.outlet else "\uffff",
        line.words_after,
    ),
}


def _lines(article: Article, marker: Marker) -> Iterator[Line]:
    marks = 0
    for text in (article.title, article.body):
        terms = analyze(text)
        places = marker.find(terms)
        ranks = {at: marks + rank for rank, at in enumerate(places, start=1)}
        for first, last in marker.stretches(terms):
            yield _line(article, text, terms, (first, last), ranks[first])
        marks += len(places)


def _line(
    article: Article, text: str, terms: list[Term], place: tuple[int, int], number: int
) -> Line:
    first, last = place
    start, end = terms[first].start, terms[last].end
    opening = terms[max(0, first - WORDS_AROUND)].start if first else 0
    ends_here = last + WORDS_AROUND >= len(terms) - 1
    closing = len(text) if ends_here else terms[last + WORDS_AROUND].end
    nearest = terms[max(0, first - _WORDS_COMPARED) : first][::-1]
    following = terms[last + 1 : last + 1 + _WORDS_COMPARED]
    return Line(
        article=article,
        before=_in_one_line(text[opening:start]),
        hit=_in_one_line(text[start:end]),
        after=_in_one_line(text[end:closing]),
        words_before=tuple(term.exact for term in nearest),
        words_after=tuple(term.exact for term in following),
        number=number,
    )


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


# Latin words, and digits with the signs that belong to them.
_OTHER_WAY = re.compile(
    r"[A-Za-z0-9\u00c0-\u024f\u0660-\u0669\u06f0-\u06f9]"
    r"(?:[A-Za-z0-9\u00c0-\u024f\u0660-\u0669\u06f0-\u06f9 .,:/%&'+_-]*"
    r"[A-Za-z0-9\u00c0-\u024f\u0660-\u0669\u06f0-\u06f9%])?"
)


def runs(text: str) -> list[Run]:
    """Cut Arabic text where its direction changes: Latin and digits are isolated.

    >>> [run.text for run in runs("قالت BBC News أمس") if run.isolated]
    ['BBC News']
    """
    pieces: list[Run] = []
    place = 0
    for other in _OTHER_WAY.finditer(text):
        if other.start() > place:
            pieces.append(Run(text[place : other.start()]))
        pieces.append(Run(other.group(), isolated=True))
        place = other.end()
    if place < len(text):
        pieces.append(Run(text[place:]))
    return pieces
