"""Learns from the texts of one outlet which of their lines are page furniture.

A line that returns may be journalism: a refrain, a column's name, the background a
wire tells under each report, the rows of a table of prices. What speaks for furniture
besides is weighed by ``evidence``; the more, the smaller the share of the articles
that is asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import (
    Callable,
    Collection,
    Hashable,
    Iterable,
    Mapping,
    Sequence,
)
from dataclasses import dataclass, field

from articles.corpus.raw_article.page import SHORT
from articles.corpus.raw_article.returning.evidence import is_furniture
from articles.corpus.raw_article.returning.places import Place, find_place
from articles.corpus.raw_article.returning.shapes import (
    ANY,
    LONGEST,
    lead_line,
    lead_shape,
    shape_of,
)

LEAST_TEXTS = 5
"""In so many articles a line must stand, of which none is a copy of another."""

_OWN_WORDS = 20
_MOST_LINES = 100
_SELDOM = 0.25
_EXAMPLES = 3
_HEADLINE = 2
_MOST_TIMES = 2


@dataclass(frozen=True, slots=True)
class OutletText:
    """What one article says now: its title, where one was printed, and paragraphs.

    ``number`` is the article's own. Articles of one ``group`` are copies of each other
    and count once. ``cut`` are lines that were cut below the text already, by what
    stands around them: they are seen to return as well.
    """

    number: int
    paragraphs: Sequence[str]
    title: str = ""
    group: Hashable = None
    cut: Sequence[str] = ()

    @property
    def counted_as(self) -> Hashable:
        """What the article counts as: itself, or the group of its copies."""
        return ("article", self.number) if self.group is None else ("group", self.group)


@dataclass(frozen=True, slots=True)
class Example:
    """One place where a line stood: in which article, and between which lines."""

    number: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ReturningLine:
    """A line that is furniture: as it is printed most often, in ``count`` articles of
    ``texts``, at ``places``."""

    shape: str
    text: str
    count: int
    texts: int
    places: frozenset[Place]
    examples: tuple[Example, ...] = ()


@dataclass(slots=True)
class _Seen:
    """What was seen of one shape; of a group of copies the first counts."""

    groups: set[Hashable] = field(default_factory=set)
    times: int = 0
    kept: int = 0
    beside: int = 0
    prints: Counter[str] = field(default_factory=Counter)
    places: Counter[Place] = field(default_factory=Counter)
    examples: list[Example] = field(default_factory=list)


def returning_lines(
    texts: Iterable[OutletText], known: frozenset[str] = frozenset()
) -> list[ReturningLine]:
    """Give the lines of one outlet's texts that are furniture, the frequent ones first.

    ``known`` are shapes that need no answer: they were learned, or refused, before.

    >>> said = [f"عاد الماء إلى الحي {word} بعد يومين." * 4 for word in "ابجده"]
    >>> texts = [
    ...     OutletText(at, [text, "صوتك يصل إلينا في بريد المرفأ"])
    ...     for at, text in enumerate(said)
    ... ]
    >>> [(line.text, line.count) for line in returning_lines(texts)]
    [('صوتك يصل إلينا في بريد المرفأ', 5)]
    """
    read = [_Read(text) for text in texts]
    returning = _returning(read)
    if returning.keys() <= known:
        return []
    genuine = [one for one in read if one.own_words(returning) >= _OWN_WORDS]
    seen: dict[str, _Seen] = {}
    for one in genuine:
        one.look(returning, seen)
    count = len({one.text.counted_as for one in genuine})
    lines = [
        line
        for shape, one in seen.items()
        if shape not in known and (line := _judge(shape, one, count))
    ]
    return sorted(lines, key=lambda line: (-line.count, line.shape))


class _Read:
    """A text and the shapes of its short lines, by index; a line with a lead has two.

    The title is a line like others: what stands above it may have been taken for it.
    """

    def __init__(self, text: OutletText) -> None:
        self.text = text
        self.own = len(text.paragraphs) + 1
        self.lines = [text.title, *text.paragraphs, *text.cut]
        count = len(self.lines)
        ends = {
            *range(min(count, _MOST_LINES)),
            *range(max(0, count - _MOST_LINES), count),
        }
        short = [
            at
            for at in sorted(ends)
            if len(self.lines[at]) <= LONGEST and self.lines[at].count(" ") < SHORT
        ]
        self.shapes = {at: shape_of(self.lines[at]) for at in short}
        self.leads = {at: lead_shape(self.lines[at]) for at in short if at}

    def returns(self, returning: Collection[str]) -> dict[int, str]:
        """Give the lines that return, by index, the whole line before its lead."""
        back = {at: one for at, one in self.leads.items() if one in returning}
        return back | {at: one for at, one in self.shapes.items() if one in returning}

    def own_words(self, returning: Collection[str]) -> int:
        """Count the words that do not return: a form filled in (prices, prayer times,
        a table of matches) has few, and its rows are what it says."""
        back = self.returns(returning)
        own = (line for at, line in enumerate(self.lines[: self.own]) if at not in back)
        return sum(line.count(" ") + 1 for line in own)

    def look(self, returning: Collection[str], seen: dict[str, _Seen]) -> None:
        """Note where the returning lines of the text stand."""
        back = self.returns(returning)
        place = find_place(self.lines[: self.own], back.__contains__)
        assert place is not None, "it has words of its own"
        if 0 in back and not self._has_headline(back, place):
            del back[0]  # a column's name is all the title there is
        for at, shape in back.items():
            one = seen.setdefault(shape, _Seen())
            one.times += 1
            if self.text.counted_as in one.groups:
                continue
            one.groups.add(self.text.counted_as)
            one.kept += at < self.own
            one.prints[self.lines[at]] += 1
            one.places[place(at)] += 1
            neighbours = (back.get(at - 1), back.get(at + 1))
            is_beside = any(other and other != shape for other in neighbours)
            one.beside += is_beside or at == 0
            if at < self.own and len(one.examples) < _EXAMPLES:
                one.examples.append(self._example(at))

    def _example(self, at: int) -> Example:
        before, after = self.lines[:at][-1:], self.lines[at + 1 : at + 2]
        told = (text[0][:LONGEST] if text else "" for text in (before, after))
        return Example(self.text.number, *told)

    def _has_headline(
        self, back: Mapping[int, str], place: Callable[[int], Place]
    ) -> bool:
        """Tell whether a line of its own above the text may be the title instead."""
        return any(
            place(at) is Place.ABOVE and self.lines[at].count(" ") >= _HEADLINE
            for at in range(1, self.own)
            if at not in back
        )


def _returning(read: Iterable[_Read]) -> Counter[str]:
    """Count in how many groups of texts each shape stands; keep those in enough."""
    pairs = {
        (shape, one.text.counted_as)
        for one in read
        for shape in (*one.shapes.values(), *one.leads.values())
        if shape
    }
    counts = Counter(shape for shape, _group in pairs)
    return Counter({one: many for one, many in counts.items() if many >= LEAST_TEXTS})


def _judge(shape: str, seen: _Seen, texts: int) -> ReturningLine | None:
    count = len(seen.groups)
    if count < LEAST_TEXTS or not seen.kept:
        return None
    printed = seen.prints.most_common(1)[0][0]
    if shape.endswith(ANY):
        if seen.times > _MOST_TIMES * count:
            return None  # «س: …» of an interview
        printed = lead_line(printed)
    places = frozenset(
        place for place, many in seen.places.items() if many > _SELDOM * count
    )
    beside = seen.beside / count
    if not is_furniture(printed, shape, count / texts, places, beside):
        return None
    return ReturningLine(shape, printed, count, texts, places, tuple(seen.examples))
