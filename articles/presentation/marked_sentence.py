"""The sentence of a figure cut at the figure's words, for a page to mark them."""

from __future__ import annotations

from typing import NamedTuple

from articles.corpus.sentences import sentence_spans
from articles.models import Figure


class MarkedSentence(NamedTuple):
    """A sentence in three pieces that join to it."""

    before: str
    words: str
    after: str


def sentence_of(text: str, figure: Figure) -> MarkedSentence:
    """Give the sentence of ``text`` that a figure stands in, its words apart."""
    first = min(figure.phrase_start, figure.start)
    last = max(figure.phrase_end, figure.end)
    start, end = first, last
    for sentence_start, sentence_end in sentence_spans(text):
        if sentence_start < last and first < sentence_end:
            start, end = min(start, sentence_start), max(end, sentence_end)
    return MarkedSentence(text[start:first], text[first:last], text[last:end])
