"""The sentence a figure stands in."""

from __future__ import annotations

import re

LONGEST = 320
"""Of a longer sentence so many code points around the figure are shown."""

# FULL STOP, QUESTION MARKS, ARABIC FULL STOP with space behind; a full stop between
# digits or behind one letter («د. سمير») ends nothing.
_END = re.compile(r"(?:(?<=\w{2})|(?<=[»\")\]%]))[.!?\u061f\u06d4]+[»\")]*(?=\s)|\n")


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the sentence of ``text`` around a stretch, as code points, end exclusive.

    Where it is longer than ``LONGEST`` it is cut between words around the stretch.

    >>> text = "بدأ الحصاد. وجمع المزارعون 300 طن. وانتهى."
    >>> first, last = sentence_around(text, text.index("300"), text.index("300") + 3)
    >>> text[first:last]
    'وجمع المزارعون 300 طن.'
    """
    paragraph = text.rfind("\n", 0, start) + 1
    first = paragraph
    for stop in _END.finditer(text, paragraph, start):
        first = stop.end()
    last = _END.search(text, end)
    after = last.end() if last else len(text)
    return _shortened(text, *_trimmed(text, first, after), start, end)


def _trimmed(text: str, first: int, last: int) -> tuple[int, int]:
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return first, last


def _shortened(
    text: str, first: int, last: int, start: int, end: int
) -> tuple[int, int]:
    if last - first <= LONGEST:
        return first, last
    around = max(0, LONGEST - (end - start)) // 2
    if start - first > around:
        space = text.find(" ", start - around, start)
        first = space + 1 if space >= 0 else start
    if last - end > around:
        space = text.rfind(" ", end, end + around)
        last = space if space >= 0 else end
    return first, last
