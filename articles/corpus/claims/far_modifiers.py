"""Bounds that a verb sets far before its number."""

from __future__ import annotations

from articles.corpus.claims import lexicon
from articles.corpus.claims.around import Around
from articles.corpus.claims.lexicon import bare

_FAR = 9  # words between a verb that bounds and its number


def far_modifier(sentence: str, start: int, end: int) -> str:
    """Give the bound that a verb far before the number sets, "" if none does.

    >>> said = "تجاوزت نسبة المشاركة في الاقتراع 45 بالمئة"
    >>> far_modifier(said, said.index("45"), said.index("45") + 2)
    'more_than'
    """
    around = Around.of(sentence, start, end)
    tokens = around.tokens
    for place in range(around.at - 1, max(around.at - _FAR, -1), -1):
        if tokens[place].kind != "word":
            return ""
        forms = set(bare(tokens[place].folded)[:2])
        negated = place > 0 and tokens[place - 1].folded in lexicon.NEGATIONS
        on = tokens[around.at - 1].folded in _ON
        if forms & lexicon.EXCEEDED or (on and forms & lexicon.EXCEEDED_ON):
            return "at_most" if negated else "more_than"
        if forms & lexicon.REACHED:
            return "nearly"
        if on and forms & lexicon.FELL_SHORT:
            return "at_least" if negated else "less_than"
    return ""


_ON = frozenset(("علي", "عن"))
