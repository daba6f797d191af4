"""The sentence around a place of a text."""

from __future__ import annotations

import re

# FULL STOP, QUESTION MARKS and ARABIC FULL STOP with space behind; one behind a single
# letter («د. سمير») or between digits ends nothing.
_END = re.compile(r"(?:(?<=\w\w)|(?<=[»\")\]%]))[.!?\u061f\u06d4]+(?=\s)|\n")


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the sentence that holds ``text[start:end]``: code points, end exclusive.

    >>> text = "بدأ الحصاد. وجمعوا 300 طن. وانتهى."
    >>> text[slice(*sentence_span(text, text.index("300"), text.index("300") + 3))]
    'وجمعوا 300 طن.'
    """
    first = text.rfind("\n", 0, start) + 1
    for stop in _END.finditer(text, first, start):
        first = stop.end()
    found = _END.search(text, end)
    last = found.end() if found else len(text)
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last
