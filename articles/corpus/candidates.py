"""Finds the few tokens of a text where a reader has something to read.

Nearly all words of an article open nothing. One look-up a token, remembered by the
folded word, finds those that do; the readers are asked there and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import compress, count

_LONGEST_KEPT = 40
_MOST_KEPT = 65_536


class Candidates(dict[str, bool]):
    """Knows of each folded word whether it may open something.

    >>> Candidates(str.isdecimal).of(["في", "12", "يوما"])
    [1]
    """

    def __init__(self, opens: Callable[[str], bool]) -> None:
        super().__init__()
        self._opens = opens

    def __missing__(self, word: str) -> bool:
        opens = self._opens(word)
        if len(self) >= _MOST_KEPT:
            self.clear()
        if len(word) < _LONGEST_KEPT:
            self[word] = opens
        return opens

    def of(self, words: Sequence[str]) -> list[int]:
        """Give the places of the words that may open something, in order."""
        return list(compress(count(), map(self.__getitem__, words)))
