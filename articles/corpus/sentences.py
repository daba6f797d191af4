"""The one rule of where a sentence ends, and the sentences it cuts."""

from __future__ import annotations

import re

# FULL STOP, QUESTION MARKS and ARABIC FULL STOP with a blank behind, closing signs
# between; a stop between digits or behind one letter («د. سمير») ends nothing.
_END = re.compile(
    r"(?:(?<=\w{2})|(?<=[»\")\]%]))[.!?\u061f\u06d4]+[»\")]*(?=\s|$)|\n",
)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the sentence that holds ``text[start:end]``: code points, end exclusive.

    >>> text = "بدأ الحصاد. وجمعوا 300 طن. وانتهى."
    >>> text[slice(*sentence_around(text, text.index("300"), text.index("300") + 3))]
    'وجمعوا 300 طن.'
    """
    first = text.rfind("\n", 0, start) + 1
    for stop in _END.finditer(text, first, start):
        first = stop.end()
    found = _END.search(text, end)
    last = found.end() if found else len(text)
    return _trimmed(text, min(first, start), max(last, end))


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Give the sentences of ``text`` as (start, end), code points, end exclusive.

    >>> text = "عادت 2.6 ألف عائلة. ولم تعد أخرى."
    >>> [text[start:end] for start, end in sentence_spans(text)]
    ['عادت 2.6 ألف عائلة.', 'ولم تعد أخرى.']
    """
    ends = [found.end() for found in _END.finditer(text)]
    cuts = zip([0, *ends], [*ends, len(text)], strict=True)
    spans = (_trimmed(text, start, end) for start, end in cuts)
    return [(start, end) for start, end in spans if start < end]


def _trimmed(text: str, first: int, last: int) -> tuple[int, int]:
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return first, last
