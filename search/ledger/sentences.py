"""The sentence of a figure as a row of the ledger shows it."""

from __future__ import annotations

from articles.corpus.sentences import sentence_around

LONGEST = 320
"""Of a longer sentence so many code points around the figure are shown."""


def shown_sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the sentence of ``text`` around a stretch, as code points, end exclusive.

    Where it is longer than ``LONGEST`` it is cut between words around the stretch.

    >>> text = "بدأ الحصاد. وجمع المزارعون 300 طن. وانتهى."
    >>> first, last = shown_sentence(text, text.index("300"), text.index("300") + 3)
    >>> text[first:last]
    'وجمع المزارعون 300 طن.'
    """
    first, last = sentence_around(text, start, end)
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
