"""A text cut into sentences, for people to choose from."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"[^\n.!?؟؛]*(?:[.!?؟؛](?!\s)[^\n.!?؟؛]*)*[.!?؟؛]?")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Give the sentences of ``text`` as (start, end), code points, end exclusive.

    A stop ends a sentence where a blank follows: «2.6» is not cut.

    >>> text = "عادت 2.6 ألف عائلة. ولم تعد أخرى."
    >>> [text[start:end] for start, end in sentence_spans(text)]
    ['عادت 2.6 ألف عائلة.', 'ولم تعد أخرى.']
    """
    spans = []
    for match in _SENTENCE.finditer(text):
        said = match[0].strip()
        if said:
            start = match.start() + match[0].index(said)
            spans.append((start, start + len(said)))
    return spans
