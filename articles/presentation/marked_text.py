"""A body cut into numbered paragraphs, with every mark at its place in them."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Hop:
    """The anchors of the hit before and the hit after one, "" where there is none."""

    previous: str = ""
    following: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure is marked: from ``start`` to ``end``, around its number.

    All four are code points of the body, ends exclusive; ``anchor`` names the place in
    the page. A place with a ``hop`` is no figure but a word a reader looks for.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    anchor: str
    is_key: bool = False
    hop: Hop | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of letters, or the begin of a marked place, or its end (``closed``)."""

    text: str = ""
    opens: Place | None = None
    closes: bool = False
    closed: Place | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph and its number in the article, the first being 1."""

    number: int
    start: int
    text: str
    pieces: tuple[Piece, ...]


def mark_paragraphs(body: str, places: Iterable[Place]) -> list[Paragraph]:
    """Cut ``body`` at its empty lines and mark each place inside its paragraph.

    Places that cross are trimmed until they nest, each keeping its number; a place
    belongs to the paragraph of its number.
    """
    waiting = sorted(places, key=lambda place: place.number_start)
    marked: list[Paragraph] = []
    start = following = 0
    for text in body.split("\n\n"):
        end, mine = start + len(text), []
        while following < len(waiting) and waiting[following].number_start < end:
            mine.append(_inside(waiting[following], start, end))
            following += 1
        if text:
            pieces = tuple(_pieces(body, start, end, nested(mine)))
            marked.append(Paragraph(len(marked) + 1, start, text, pieces))
        start = end + 2
    return marked


def _inside(place: Place, start: int, end: int) -> Place:
    begin = max(place.start, start)
    return replace(place, start=begin, end=max(begin, min(place.end, end)))


def nested(places: Iterable[Place]) -> list[Place]:
    """Trim places until any two are apart or one inside the other; outer ones first."""
    waiting = [(place.start, -place.end, place.anchor, place) for place in places]
    heapq.heapify(waiting)
    fitted: list[Place] = []
    around: list[Place] = []
    while waiting:
        place = heapq.heappop(waiting)[-1]
        while around and around[-1].end <= place.start:
            around.pop()
        if around and place.end > around[-1].end:
            place = _trimmed(place, around[-1].end)
            if place.start == around[-1].end:
                heapq.heappush(waiting, (place.start, -place.end, place.anchor, place))
                continue
        fitted.append(place)
        around.append(place)
    return fitted


def _trimmed(place: Place, border: int) -> Place:
    """Keep the side of the border where the number stands."""
    if place.number_start >= border:
        return replace(place, start=border)
    return replace(place, end=border)


def _pieces(body: str, start: int, end: int, places: list[Place]) -> Iterator[Piece]:
    position, open_places = start, list[Place]()
    for place in places:
        while open_places and open_places[-1].end <= place.start:
            inner = open_places.pop()
            yield from _text(body, position, inner.end)
            yield Piece(closes=True, closed=inner)
            position = inner.end
        yield from _text(body, position, place.start)
        yield Piece(opens=place)
        position = place.start
        open_places.append(place)
    for inner in reversed(open_places):
        yield from _text(body, position, inner.end)
        yield Piece(closes=True, closed=inner)
        position = inner.end
    yield from _text(body, position, end)


def _text(body: str, start: int, end: int) -> Iterator[Piece]:
    if start < end:
        yield Piece(body[start:end])
