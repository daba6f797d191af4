"""When some of the words of a query are enough, and which of them.

Several words ask for articles that have them all. A question in a reader's own words,
or a headline, hardly stands in another article word for word: there any of its words
is enough, and who has more of the rarer ones comes first.
"""

from __future__ import annotations

from articles.corpus.arabic import fold
from search.language import tree

SHORTEST_QUESTION = 3
"""Two words are no question: both are asked for."""

SENTENCE = 8
"""So many words are a sentence: it isn't even tried to find them all."""

_FEW_WORDS, _ENOUGH_FOR_FEW, _ENOUGH = 4, 3, 10

GRAMMAR = (
    "في من على إلى عن مع بين حتى منذ خلال بعد قبل عند لدى ضد دون حول نحو ضمن",
    "وفي ومن وعلى وإلى وعن ومع أن إن أنه أنها إنه إنها وأن بأن لأن كأن أو أم ثم بل",
    "لكن ولكن لا لم لن ولا ولم ما مما ماذا لماذا هل كم كيف متى أين أي أية منه منها",
    "فيه فيها عليه عليها إليه إليها به بها له لها هو هي هم وهو وهي هذا هذه ذلك تلك",
    "هؤلاء الذي التي الذين اللتان اللذان اللواتي كان كانت يكون تكون كانوا ليس قد وقد",
    "لقد سوف إذا إذ كما كل بعض غير هناك the of in",
)
"""Words of grammar: they stand in nearly every article and tell nothing of it."""

_GRAMMAR = frozenset(fold(word) for line in GRAMMAR for word in line.split())


def is_grammar(leaf: tree.Node) -> bool:
    """Tell whether a leaf is a word of grammar that is not asked for by its letters."""
    plain = isinstance(leaf, tree.Word) and not leaf.strict
    return plain and is_grammar_word(leaf.exact)


def is_grammar_word(folded: str) -> bool:
    """Tell whether a folded word is one of grammar."""
    return folded in _GRAMMAR


def plain_words(node: tree.Node | None) -> int:
    """Count the words of a query of words without any sign, 0 for any other.

    >>> from search.language.syntax import parse
    >>> plain_words(parse("نازحو المخيم القديم").node), plain_words(parse("a -b").node)
    (3, 0)
    """
    if not isinstance(node, tree.All):
        return 0
    return len(node.nodes) if all(map(_is_plain, node.nodes)) else 0


def _is_plain(node: tree.Node) -> bool:
    return isinstance(node, tree.Word) and not (node.strict or node.title_only)


def enough(words: int) -> int:
    """Tell how many articles with all of so many words leave no need for any other.

    Four words are mostly names and topics, chosen with care; more are a question.
    """
    return _ENOUGH_FOR_FEW if words <= _FEW_WORDS else _ENOUGH


def loosened(node: tree.Node) -> tree.Node:
    """Ask for any of the words of a query instead of all; the rest stays as it is.

    Words of grammar are left out where others remain: «في» alone is no answer.
    """
    if not isinstance(node, tree.All):
        return node
    words = [part for part in node.nodes if isinstance(part, tree.Word)]
    others = tuple(part for part in node.nodes if not isinstance(part, tree.Word))
    if len(words) < 2:
        return node
    telling = [word for word in words if not is_grammar(word)]
    some = tree.Any(tuple(dict.fromkeys(telling or words)))
    return tree.All((some, *others)) if others else some
