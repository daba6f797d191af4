"""Cuts from one text the lines that are known to return in its outlet's articles."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from articles.corpus.raw_article.furniture import label_reason
from articles.corpus.raw_article.page import SHORT, Line, Page, words_key
from articles.corpus.raw_article.reasons import Reason
from articles.corpus.raw_article.returning.places import Place, find_place
from articles.corpus.raw_article.returning.shapes import LONGEST, lead_shape, shape_of
from articles.corpus.raw_article.signatures import may_sign

Known = Mapping[str, Collection[Place]]
"""Shapes of lines that return, and where they were seen to stand."""

_LONGEST_LABEL = 4
_BELOW = frozenset({Place.BELOW})


def cut_returning(page: Page, known: Known) -> None:
    """Cut the lines whose shape is known, where they stand as they were seen to.

    A headline of the most-read list is the title of its own article, above the text:
    what was seen below texts alone is cut there alone. What follows such a line is the
    page's, too: headlines and names that are others each time.
    """
    found = {
        at: places
        for at, line in enumerate(page.lines)
        if line.open and (places := _places(line, known))
    }
    if not found:
        return
    place = find_place([line.text for line in page.lines], found.__contains__)
    if place is None:
        return
    title = words_key(page.found.title or "")
    for at, places in found.items():
        line = page.lines[at]
        if _stands(place(at), places) and line.key != title:
            page.take(line, Reason.RETURNING)
    _cut_rest(page, found, place)


def _places(line: Line, known: Known) -> Collection[Place]:
    if line.length > SHORT or len(line.text) > LONGEST:
        return ()
    places = known.get(shape_of(line.text))
    return places or known.get(lead_shape(line.text)) or ()


def _stands(place: Place, seen: Collection[Place]) -> bool:
    """What stands between paragraphs stands below the last one, too."""
    return place in seen or (place is Place.BELOW and Place.INSIDE in seen)


def _cut_rest(
    page: Page, found: Mapping[int, Collection[Place]], place: Callable[[int], Place]
) -> None:
    """Cut what stands under the first line that is only ever seen below texts."""
    ends = (
        at
        for at, places in found.items()
        if set(places) == _BELOW and place(at) is Place.BELOW
    )
    start = next(ends, len(page.lines))
    for at in page.open_lines(start):
        line = page.lines[at]
        if may_sign(line):
            continue
        is_label = line.length <= _LONGEST_LABEL
        page.take(line, label_reason(line) if is_label else Reason.OTHER_ARTICLE)
