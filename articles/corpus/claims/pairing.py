"""Pairs the numbers of two texts: by their sentences, their neighbours, their nouns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from articles.corpus.claims.statement import Amount
from articles.corpus.figures import Figure, Kind, extract_figures
from articles.corpus.sentences import sentence_around
from articles.corpus.words import tokenize

_DATES = frozenset({Kind.DATE, Kind.DATETIME, Kind.DATE_RANGE, Kind.TIME})
_NEIGHBOURS = 4  # words to each side by which numbers are told apart
_LIKE = 0.45  # share of words that makes two sentences one
_SURE = 2.0


@dataclass(frozen=True, slots=True)
class Place:
    """A figure with the words around it."""

    figure: Figure
    in_title: bool
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(slots=True)
class Sentence:
    """The words of a sentence, and the places of its numbers."""

    words: frozenset[str]
    places: list[Place] = field(default_factory=list)
    in_title: bool = False


def sentences_of(title: str, body: str) -> list[Sentence]:
    """Give the sentences of both parts that hold a number."""
    return [*_of_part(title, True), *_of_part(body, False)]


def _of_part(text: str, in_title: bool) -> Iterator[Sentence]:
    figures = [one for one in extract_figures(text) if one.kind not in _DATES]
    by_span: dict[tuple[int, int], list[Figure]] = defaultdict(list)
    for figure in figures:
        span = (
            (0, len(text))
            if in_title
            else sentence_around(text, figure.start, figure.end)
        )
        by_span[span].append(figure)
    for (first, last), inside in by_span.items():
        yield _sentence(text, first, last, inside, in_title)


def _sentence(
    text: str, first: int, last: int, figures: Sequence[Figure], in_title: bool
) -> Sentence:
    """Cut a sentence into its words, those of its numbers and modifiers left out."""
    own = [_own(figure) for figure in figures]
    tokens = [
        (first + token.start, token.folded)
        for token in tokenize(text[first:last])
        if token.kind == "word"
        and not any(
            start <= first + token.start < end for spans in own for start, end in spans
        )
    ]
    made = Sentence(frozenset(word for _, word in tokens), in_title=in_title)
    for figure in figures:
        left = [word for at, word in tokens if at < figure.start][-_NEIGHBOURS:]
        right = [word for at, word in tokens if at >= figure.end][:_NEIGHBOURS]
        made.places.append(Place(figure, in_title, tuple(left), tuple(right)))
    return made


def _own(figure: Figure) -> list[tuple[int, int]]:
    spans = [(figure.start, figure.end)]
    return spans + [s for s in (figure.modifier_span, figure.unit_span) if s]


def paired(
    ours: Iterable[Sentence], theirs: Sequence[Sentence]
) -> Iterator[tuple[Place, Place]]:
    """Pair the numbers of like sentences; each sentence and number is taken once."""
    ours = list(ours)
    ranked = sorted(
        (
            (-_likeness(one, other), abs(i - j), i, j)
            for i, one in enumerate(ours)
            for j, other in enumerate(theirs)
            if one.in_title == other.in_title
        )
    )
    taken_ours, taken_theirs = set(), set()
    for unlike, _, i, j in ranked:
        if -unlike < _LIKE:
            return
        if i in taken_ours or j in taken_theirs:
            continue
        taken_ours.add(i)
        taken_theirs.add(j)
        yield from _paired_places(ours[i].places, theirs[j].places)


def _likeness(one: Sentence, other: Sentence) -> float:
    if not one.words or not other.words:
        return 1.0 if one.words == other.words else 0.0
    shared = len(one.words & other.words)
    return (
        shared
        / min(len(one.words), len(other.words))
        * (0.5 + 0.5 * shared / max(len(one.words), len(other.words)))
    )


def _paired_places(
    ours: Sequence[Place], theirs: Sequence[Place]
) -> Iterator[tuple[Place, Place]]:
    ranked = sorted(
        (
            (-_kinship(one, other), abs(i - j), i, j)
            for i, one in enumerate(ours)
            for j, other in enumerate(theirs)
        )
    )
    left, right = set(), set()
    for strange, _, i, j in ranked:
        if -strange < _SURE:
            return
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            yield ours[i], theirs[j]


def _kinship(one: Place, other: Place) -> float:
    """Say how sure two numbers are one: by noun, by neighbours, by what they are."""
    mine, its = one.figure, other.figure
    near = sum(
        a == b for a, b in zip(one.before[::-1], other.before[::-1], strict=False)
    )
    near += sum(a == b for a, b in zip(one.after, other.after, strict=False))
    noun = bool(mine.noun_key) and mine.noun_key == its.noun_key
    strange = bool(mine.noun_key and its.noun_key) and not noun
    same = same_number(Amount.of(mine), Amount.of(its))
    alike = Amount.of(mine).dimension == Amount.of(its).dimension
    return near + 2 * noun - 2 * strange + 2 * same + alike


def same_number(one: Amount, other: Amount) -> bool:
    """Tell whether two numbers are one, in whatever words and with whatever bound."""
    return numbers_of(one) == numbers_of(other)


def numbers_of(amount: Amount) -> tuple[object, ...]:
    """Give the values by which a number is known."""
    if amount.value is None:
        return (None, amount.value_min)
    high = amount.value if amount.value_max is None else amount.value_max
    return amount.value, high
