"""When some of the words of a query are enough, and which of them.

Several words ask for articles that have them all. A question in a reader's own words,
or a headline, hardly stands in another article word for word: there any of its words
is enough, and who has more of the rarer ones comes first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from articles.corpus.arabic import fold
from search.language import tree

SHORTEST_QUESTION = 3
"""Two words are no question: both are asked for."""

SHORTEST_QUOTING = 5
"""A shorter query with a phrase is chosen with care; a longer one is a headline."""

SENTENCE = 8
"""So many words are a sentence: it isn't even tried to find them all."""

_FEW_WORDS, _ENOUGH_FOR_FEW, _ENOUGH = 4, 3, 10

GRAMMAR = (
    "في من على إلى عن مع بين حتى منذ خلال بعد قبل عند لدى ضد دون حول نحو ضمن",
    "وفي ومن وعلى وإلى وعن ومع أن إن أنه أنها إنه إنها وأن بأن لأن كأن أو أم ثم بل",
    "لكن ولكن لا لم لن ولا ولم ما مما ماذا لماذا هل كم كيف متى أين أي أية منه منها",
    "فيه فيها عليه عليها إليه إليها به بها له لها هو هي هم وهو وهي هذا هذه ذلك تلك",
    "هؤلاء الذي التي الذين اللتان اللذان اللواتي كان كانت يكون تكون كانوا ليس قد وقد",
    "لقد سوف إذا إذ كما كل بعض غير هناك و ف ب ل ك the of in",
)
"""Words of grammar: they stand in nearly every article and tell nothing of it."""

_GRAMMAR = frozenset(fold(word) for line in GRAMMAR for word in line.split())


def is_grammar(leaf: tree.Node) -> bool:
    """Tell whether a leaf is a word of grammar that is not asked for by its letters."""
    if not isinstance(leaf, tree.Word) or leaf.strict:
        return False
    return is_grammar_word(leaf.exact)


def is_grammar_word(folded: str) -> bool:
    """Tell whether a folded word is one of grammar."""
    return folded in _GRAMMAR


class Asked(NamedTuple):
    """How many words a query asks for, and whether any by their letters alone."""

    words: int
    quoted: bool = False


def words_asked(node: tree.Node | None) -> Asked:
    """Count the words of a query of words and phrases, 0 for one with other signs.

    >>> from search.language.syntax import parse
    >>> words_asked(parse("نازحو المخيم القديم").node)
    Asked(words=3, quoted=False)
    >>> words_asked(parse('قال "إنه عائد" أمس').node), words_asked(parse("a -b").node)
    (Asked(words=4, quoted=True), Asked(words=0, quoted=False))
    """
    words, quoted = 0, False
    for part in _parts(node):
        match part:
            case tree.Word(title_only=False):
                words, quoted = words + 1, quoted or part.strict
            case tree.Phrase(slop=0, title_only=False):
                words, quoted = words + len(part.words), True
            case _:
                return Asked(0)
    return Asked(words, quoted)


def _parts(node: tree.Node | None) -> Iterator[tree.Node]:
    """Give what stands side by side, «سوريا-العراق» and groups word by word."""
    pending = [node] if node is not None else []
    while pending:
        part = pending.pop()
        if isinstance(part, tree.All):
            pending.extend(reversed(part.nodes))
        else:
            yield part


def enough(words: int) -> int:
    """Tell how many articles with all of so many words leave no need for any other.

    Four words are mostly names and topics, chosen with care; more are a question.
    """
    return _ENOUGH_FOR_FEW if words <= _FEW_WORDS else _ENOUGH


def loosened(node: tree.Node) -> tree.Node:
    """Ask for any of the words of a query instead of all; the rest stays as it is.

    A phrase is loosened too, and makes better what has it whole. Words of grammar are
    left out where others remain: «في» alone is no answer.
    """
    words: list[tree.Node] = []
    others: list[tree.Node] = []
    for part in _parts(node):
        match part:
            case tree.Word(strict=True):
                words += [part, replace(part, strict=False)]
            case tree.Word():
                words.append(part)
            case tree.Phrase(slop=0):
                words += [part, *(replace(word, strict=False) for word in part.words)]
            case _:
                others.append(part)
    if len(words) < 2:
        return node
    telling = [word for word in words if not is_grammar(word)]
    some = tree.Any(tuple(dict.fromkeys(telling or words)))
    return tree.All((some, *others)) if others else some
