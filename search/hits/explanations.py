"""Says why an article was found where its words are not the words of the query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from articles.corpus.arabic import fold
from search.hits.highlight import Asked, Likeness, Marker, Passage
from search.language.analysis import Term, analyze

MOST_EXPLANATIONS = 3


class Explanation(NamedTuple):
    """A word of a text as printed, and the word of the query it was found for.

    ``likeness`` is "number" where both write one number in different signs.
    """

    found: str
    asked: str
    likeness: str


def explain(
    marker: Marker, passages: Iterable[Passage], spelling: Mapping[str, str]
) -> tuple[Explanation, ...]:
    """Explain the marks of passages for words of the query that stand in none of them.

    ``spelling`` tells how the reader wrote the folded words of the query. Words that
    only differ in spelling (أ and ا, tashkeel) need no explanation.

    >>> from search.language.syntax import parse
    >>> from search.hits.highlight import mark_whole
    >>> marker = Marker(parse("نازح").node)
    >>> explain(marker, [mark_whole("عاد النازحون", marker)], {})
    (Explanation(found='النازحون', asked='نازح', likeness=<Likeness.FORM: 'form'>),)
    """
    found: dict[str, Explanation] = {}
    plain: set[str] = set()
    for passage in passages:
        for term, asked, printed in _found(marker, passage):
            likeness = _likeness(term, asked, printed)
            if likeness == Likeness.SAME:
                plain.add(asked.word)
            else:
                word = spelling.get(asked.word, asked.word)
                found.setdefault(asked.word, Explanation(printed, word, likeness))
    unexplained = [found[word] for word in found if word not in plain]
    return tuple(unexplained[:MOST_EXPLANATIONS])


def _found(marker: Marker, passage: Passage) -> Iterator[tuple[Term, Asked, str]]:
    """Give the words and phrases of a passage that are marked, as printed."""
    if not marker.phrases:
        for start, end in passage.marks:
            printed = passage.text[start:end]
            for term in analyze(printed):
                asked = marker.asked(term)
                if asked:
                    yield term, asked, printed
        return
    if not passage.marks:
        return
    marks = {mark.start for mark in passage.marks}
    terms = analyze(passage.text)
    for first, last in marker.stretches(terms):
        asked = marker.asked(terms[first])
        if asked and terms[first].start in marks:
            yield (
                terms[first],
                asked,
                passage.text[terms[first].start : terms[last].end],
            )


def _likeness(term: Term, asked: Asked, printed: str) -> str:
    if asked.likeness is Likeness.SYNONYM:
        number = asked.word[:1].isdigit() or printed[:1].isdigit()
        return "number" if number else Likeness.SYNONYM
    if asked.likeness is Likeness.SAME and term.exact != fold(printed):
        return "number" if term.exact[:1].isdigit() else Likeness.SAME
    return asked.likeness
