"""Runs the readers over a text, in order, and gives its figures.

The order is: dates and hours, addresses and identifiers, and then from left to right
ranges and scores, numbers with what they are of, fractions, vague plurals, duals and
ordinals. What one reader took no other reads. The work is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from articles.corpus.candidates import Candidates
from articles.corpus.dates import find_dates
from articles.corpus.figures.attribution import Attribution
from articles.corpus.figures.context import bound, relate
from articles.corpus.figures.dated import dated
from articles.corpus.figures.draft import Draft
from articles.corpus.figures.figure import Figure
from articles.corpus.figures.negatives import mark_negatives
from articles.corpus.figures.numbers import read_number
from articles.corpus.figures.parts import read_fraction_in_digits
from articles.corpus.figures.readers import READERS
from articles.corpus.figures.source import Source
from articles.corpus.words import Token


def extract_figures(
    text: str,
    published: date | None = None,
    country: str | None = None,
    tokens: list[Token] | None = None,
) -> list[Figure]:
    """Give the figures of ``text`` in text order, spans never overlapping.

    ``published`` resolves relative dates; ``country`` (ISO 3166, two letters) is the
    outlet's, and names the money of a bare «دينار». ``tokens`` are those of
    ``tokenize(text)``, if they are there already.

    >>> [f.text for f in extract_figures("أكثر من 14 ألف شتلة على نحو 3,4 ألف دونم")]
    ['14 ألف', '3,4 ألف']
    """
    source = Source.of(text, tokens)
    mentions = find_dates(text, published, source.tokens, source.words)
    drafts = [draft for mention in mentions if (draft := dated(source, mention))]
    for draft in drafts:
        source.take(draft.at, draft.end)
    places = _CANDIDATES.of(source.words)
    mark_negatives(source, [at for at in places if source.is_digits(at)])
    drafts += relate(source, _numbers(source, places, country), country)
    drafts.sort(key=lambda draft: draft.start)
    attribution = Attribution(source)
    for draft in drafts:
        draft.claimant = attribution.of(draft.at)
    return [draft.figure(source) for draft in drafts]


_CANDIDATES = Candidates(lambda word: word in READERS or "0" <= word < ":")


def _numbers(source: Source, places: list[int], country: str | None) -> Iterator[Draft]:
    """Read the numbers of the text from left to right."""
    done = 0
    for at in places:
        if at < done or source.taken[at]:
            continue
        if source.words[at] not in READERS:
            draft = _read_digits(source, at, country)
        else:
            draft = _read_word(source, at, country)
        if draft is None or not source.free(draft.at, draft.end):
            continue
        source.take(draft.at, draft.end)
        bound(source, draft)
        done = max(draft.end, draft.reach)
        yield draft


def _read_digits(source: Source, at: int, country: str | None) -> Draft | None:
    return read_fraction_in_digits(source, at, country) or read_number(
        source, at, country
    )


def _read_word(source: Source, at: int, country: str | None) -> Draft | None:
    for reader in READERS[source.words[at]]:
        draft = reader(source, at, country)
        if draft is not None:
            return draft
    return None
