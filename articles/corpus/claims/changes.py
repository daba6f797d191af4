"""Follows the figures of a report into its reprint: what changed, what was lost.

Sentences of both texts are paired by the words around their numbers, and within a pair
the numbers by what they count and by their neighbours. A number written otherwise
(«20 ألفا» for 20,000, «حوالي» for «نحو») has not changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from articles.corpus.arabic import fold
from articles.corpus.claims.interval import is_rounding
from articles.corpus.claims.sentences import sentence_span
from articles.corpus.claims.statement import Amount
from articles.corpus.figures import Figure, Kind, extract_figures
from articles.corpus.words import tokenize

_DATES = frozenset({Kind.DATE, Kind.DATETIME, Kind.DATE_RANGE, Kind.TIME})
_NEIGHBOURS = 4  # words to each side by which numbers are told apart
_LIKE = 0.45  # share of words that makes two sentences one
_SURE = 2.0


class Change(StrEnum):
    """What befell a number on its way into a reprint."""

    VALUE = "value"
    LOST_MODIFIER = "lost_modifier"
    GAINED_MODIFIER = "gained_modifier"
    MODIFIER = "modifier"
    UNIT = "unit"
    INTO_HEADLINE = "into_headline"


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One number as the report has it, and as the reprint has it.

    ``in_title`` tell in which part each stands; offsets are code points of that part.
    """

    before: Figure
    after: Figure
    changes: tuple[Change, ...]
    before_in_title: bool = False
    after_in_title: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """A figure with the words around it."""

    figure: Figure
    in_title: bool
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(slots=True)
class _Sentence:
    words: frozenset[str]
    places: list[_Place] = field(default_factory=list)
    in_title: bool = False


def figure_changes(
    before: tuple[str, str], after: tuple[str, str]
) -> list[FigureChange]:
    """Give the numbers that changed between two texts, each a (title, body).

    The same change of the same number is told once, however often it stands.

    >>> [change] = figure_changes(
    ...     ("", "قتل أكثر من 20 شخصا في حريق السوق."),
    ...     ("", "قتل 20 شخصا في حريق السوق."),
    ... )
    >>> change.changes
    (<Change.LOST_MODIFIER: 'lost_modifier'>,)
    """
    ours, theirs = _sentences(*before), _sentences(*after)
    pairs = list(_paired(ours, theirs))
    found = [change for one, other in pairs if (change := _change(one, other))]
    found += _into_headline(ours, theirs, pairs)
    return _once(found)


def _sentences(title: str, body: str) -> list[_Sentence]:
    return [*_of_part(title, True), *_of_part(body, False)]


def _of_part(text: str, in_title: bool) -> Iterator[_Sentence]:
    figures = [one for one in extract_figures(text) if one.kind not in _DATES]
    by_span: dict[tuple[int, int], list[Figure]] = defaultdict(list)
    for figure in figures:
        span = (
            (0, len(text))
            if in_title
            else sentence_span(text, figure.start, figure.end)
        )
        by_span[span].append(figure)
    for (first, last), inside in by_span.items():
        yield _sentence(text, first, last, inside, in_title)


def _sentence(
    text: str, first: int, last: int, figures: Sequence[Figure], in_title: bool
) -> _Sentence:
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
    made = _Sentence(frozenset(word for _, word in tokens), in_title=in_title)
    for figure in figures:
        left = [word for at, word in tokens if at < figure.start][-_NEIGHBOURS:]
        right = [word for at, word in tokens if at >= figure.end][:_NEIGHBOURS]
        made.places.append(_Place(figure, in_title, tuple(left), tuple(right)))
    return made


def _own(figure: Figure) -> list[tuple[int, int]]:
    spans = [(figure.start, figure.end)]
    return spans + [s for s in (figure.modifier_span, figure.unit_span) if s]


def _paired(
    ours: Iterable[_Sentence], theirs: Sequence[_Sentence]
) -> Iterator[tuple[_Place, _Place]]:
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


def _likeness(one: _Sentence, other: _Sentence) -> float:
    if not one.words or not other.words:
        return 1.0 if one.words == other.words else 0.0
    shared = len(one.words & other.words)
    return (
        shared
        / min(len(one.words), len(other.words))
        * (0.5 + 0.5 * shared / max(len(one.words), len(other.words)))
    )


def _paired_places(
    ours: Sequence[_Place], theirs: Sequence[_Place]
) -> Iterator[tuple[_Place, _Place]]:
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


def _kinship(one: _Place, other: _Place) -> float:
    """Say how sure two numbers are one: by noun, by neighbours, by what they are."""
    mine, its = one.figure, other.figure
    near = sum(
        a == b for a, b in zip(one.before[::-1], other.before[::-1], strict=False)
    )
    near += sum(a == b for a, b in zip(one.after, other.after, strict=False))
    noun = bool(mine.noun_key) and mine.noun_key == its.noun_key
    strange = bool(mine.noun_key and its.noun_key) and not noun
    same = _same_number(Amount.of(mine), Amount.of(its))
    alike = Amount.of(mine).dimension == Amount.of(its).dimension
    return near + 2 * noun - 2 * strange + 2 * same + alike


def _same_number(one: Amount, other: Amount) -> bool:
    return _numbers(one) == _numbers(other)


def _numbers(amount: Amount) -> tuple[object, ...]:
    if amount.value is None:
        return (None, amount.value_min)
    high = amount.value if amount.value_max is None else amount.value_max
    return amount.value, high


_SAME_BOUND = {"about": "about", "nearly": "about", "between": ""}


def _bound(amount: Amount) -> str:
    return _SAME_BOUND.get(amount.modifier, amount.modifier)


def _change(one: _Place, other: _Place) -> FigureChange | None:
    before, after = Amount.of(one.figure), Amount.of(other.figure)
    changes = []
    if not _same_number(before, after):
        changes.append(Change.VALUE)
    if _bound(before) != _bound(after):
        changes.append(_modifier_change(_bound(before), _bound(after)))
    if before.unit != after.unit and not _same_unit_words(one.figure, other.figure):
        changes.append(Change.UNIT)
    if not changes:
        return None
    return FigureChange(
        one.figure, other.figure, tuple(changes), one.in_title, other.in_title
    )


def _same_unit_words(one: Figure, other: Figure) -> bool:
    """Tell whether both say «دينار», whosever dinar the rest of the text makes it."""
    return bool(one.unit_text) and fold(one.unit_text or "") == fold(
        other.unit_text or ""
    )


def _modifier_change(before: str, after: str) -> Change:
    if not after:
        return Change.LOST_MODIFIER
    return Change.MODIFIER if before else Change.GAINED_MODIFIER


def _into_headline(
    ours: Sequence[_Sentence],
    theirs: Sequence[_Sentence],
    pairs: Sequence[tuple[_Place, _Place]],
) -> Iterator[FigureChange]:
    """Give the numbers of the reprint's title that the report had in its body alone."""
    led = {id(other) for _, other in pairs}
    titled = [place for one in ours if one.in_title for place in one.places]
    bodies = [place for one in ours if not one.in_title for place in one.places]
    bodies += [one for one, other in pairs if not other.in_title]
    origins = [(place, place) for place in bodies]
    origins += [(one, other) for one, other in pairs if not other.in_title]
    for place in (p for s in theirs if s.in_title for p in s.places):
        if id(place) in led or any(_is_one(place, known) for known in titled):
            continue
        origin = next((one for one, seen in origins if _is_one(place, seen)), None)
        if origin is None:
            continue
        changed = _change(origin, place)
        lost = changed.changes if changed else ()
        kept = tuple(change for change in lost if change is not Change.GAINED_MODIFIER)
        yield FigureChange(
            origin.figure, place.figure, (Change.INTO_HEADLINE, *kept), False, True
        )


def _is_one(place: _Place, known: _Place) -> bool:
    """Tell whether a title's number is that of a body, perhaps rounded."""
    mine, its = place.figure, known.figure
    one, other = Amount.of(mine), Amount.of(its)
    if one.unit != other.unit and one.unit and other.unit:
        return False
    keys = (mine.noun_key, its.noun_key)
    nouns = {key.split()[0] for key in keys if key}
    same = _numbers(one) == _numbers(other)
    strange = len(nouns) > 1 and not (mine.noun_elided or its.noun_elided)
    if strange and not (same and _says(place, its)):
        return False
    return same or (
        len(nouns) == 1
        and one.value is not None
        and other.value is not None
        and is_rounding(one.value, other.value)
    )


def _says(place: _Place, figure: Figure) -> bool:
    """Tell whether words around a title's number name what the body counts."""
    return fold(figure.noun or "") in (*place.before, *place.after)


def _once(found: Iterable[FigureChange]) -> list[FigureChange]:
    seen, kept = set(), []
    for change in found:
        key = (
            _told(change.before),
            _told(change.after),
            change.changes,
        )
        if key not in seen:
            seen.add(key)
            kept.append(change)
    return kept


def _told(figure: Figure) -> tuple[object, ...]:
    amount = Amount.of(figure)
    return (*_numbers(amount), _bound(amount), amount.unit, figure.noun_key)
