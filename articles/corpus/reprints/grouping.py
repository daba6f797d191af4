"""Which articles are one report, from the links between pairs of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.corpus.reprints.comparison import Likeness


@dataclass(frozen=True, slots=True)
class Member:
    """An article to be grouped; ``when`` sorts the earlier before the later."""

    key: int
    when: tuple[str, int]


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles that are alike; ``share`` is that of the longer text in the other.

    A ``certain`` link joins its two articles whatever their likeness.
    """

    first: int
    second: int
    likeness: Likeness
    share: float
    certain: bool = False


class _Groups:
    """Disjoint sets (union by size, paths halved)."""

    def __init__(self, keys: Iterable[int]) -> None:
        self._parent = {key: key for key in keys}
        self._size = dict.fromkeys(self._parent, 1)

    def find(self, key: int) -> int:
        parent = self._parent
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    def join(self, one: int, other: int) -> None:
        one, other = self.find(one), self.find(other)
        if one == other:
            return
        if self._size[one] < self._size[other]:
            one, other = other, one
        self._parent[other] = one
        self._size[one] += self._size[other]


def group(members: Sequence[Member], links: Sequence[Link]) -> list[list[int]]:
    """Give the groups of two and more, each sorted with the earliest article first.

    Copies of one text belong together, and so do copies of copies. Where one text lies
    in another, the later of the two follows the one earlier text it shares most with
    and no second: an article that is put together of two reports does not make them
    one, nor does a paragraph that two reports quote.
    """
    order = {member.key: member.when for member in members}
    groups = _Groups(order)
    placed: set[int] = set()
    holding: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for link in links:
        earlier, later = sorted((link.first, link.second), key=order.__getitem__)
        if link.certain or link.likeness is not Likeness.CONTAINS:
            groups.join(earlier, later)
            placed.add(later)
        else:
            holding[later].append((-link.share, earlier))
    for later, choices in holding.items():
        if later not in placed:
            groups.join(min(choices)[1], later)
    found: dict[int, list[int]] = defaultdict(list)
    for key in sorted(order, key=order.__getitem__):
        found[groups.find(key)].append(key)
    return [keys for keys in found.values() if len(keys) > 1]
