"""Puts the archive's synonyms into a query: «داعش» also asks for «تنظيم الدولة»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Self

from search.kept import Kept
from search.language import tree
from search.language.analysis import Forms, analyze_forms
from search.language.numerals import same_numbers
from search.models import SynonymGroup

MOST_GROUPS = 2_000
MOST_NAMES = 8
"""Of one group so many names are searched."""

LONGEST_NAME = 4
"""A name of more words is no synonym but a sentence."""

Name = tuple[Forms, ...]
Stems = tuple[str, ...]


Groups = dict[Stems, tuple[str, list[Name]]]
"""The stems of a name: the group as written, and all names of it."""


class Synonyms:
    """The table of synonyms as a query meets it; ``applied`` are the groups it met."""

    def __init__(self, groups: Iterable[str] | Groups) -> None:
        if not isinstance(groups, dict):
            groups = _by_name((group, split_names(group)) for group in groups)
        self._table = groups
        self._numbers: Groups = {}
        self.applied: list[str] = []

    @classmethod
    def of_the_archive(cls, kept: Kept | None = None) -> Synonyms:
        """Take the table of the database, as it is now."""
        return cls((kept or Kept()).made(SynonymGroup, _read_groups))

    def with_numbers(self, node: tree.Node) -> Self:
        """Take the ways to write the numbers of a query for synonyms, untold."""
        self._numbers = _by_name(("", names) for names in same_numbers(node))
        return self

    def expand(self, node: tree.Node) -> tree.Node:
        """Give the query with synonyms beside its words; exact words stay alone."""
        match node:
            case tree.All():
                return tree.All(tuple(self._side_by_side(node.nodes)))
            case tree.Any():
                return tree.Any(tuple(self.expand(part) for part in node.nodes))
            case tree.Not():
                return tree.Not(self.expand(node.node))
            case tree.Word(strict=False):
                return self._with_synonyms((node,)) or node
            case tree.Phrase(slop=0):
                return self._with_synonyms(node.words, node) or node
            case _:
                return node

    def _side_by_side(self, nodes: tuple[tree.Node, ...]) -> Iterator[tree.Node]:
        """Expand what stands in a row; words in a row may be one name."""
        place = 0
        while place < len(nodes):
            words = _words_from(nodes[place : place + LONGEST_NAME])
            for length in range(len(words), 0, -1):
                found = self._with_synonyms(words[:length])
                if found:
                    yield found
                    place += length
                    break
            else:
                yield self.expand(nodes[place]) if not words else nodes[place]
                place += 1

    def _with_synonyms(
        self, words: tuple[tree.Word, ...], phrase: tree.Phrase | None = None
    ) -> tree.Any | None:
        stems = tuple(word.stem for word in words)
        found = self._table.get(stems) or self._numbers.get(stems)
        if not found:
            return None
        group, names = found
        if group and group not in self.applied:
            self.applied.append(group)
        asked = " ".join(word.exact for word in words)
        first = phrase or words[0]
        others = [
            replace(_asking(name, asked), title_only=first.title_only)
            for name in names
            if _stems(name) != stems
        ]
        own = phrase or tree.all_of(list(words)) or first
        return tree.Any((own, *others)) if others else None


def _read_groups() -> Groups:
    rows = SynonymGroup.objects.filter(active=True)
    written = rows.values_list("names", flat=True)[:MOST_GROUPS]
    return _by_name((group, split_names(group)) for group in written)


def _by_name(groups: Iterable[tuple[str, list[str]]]) -> Groups:
    """Analyse groups of names; a name in two of them belongs to the first."""
    table: Groups = {}
    for group, texts in groups:
        names = [tuple(analyze_forms(text)) for text in texts]
        names = [name for name in names if 0 < len(name) <= LONGEST_NAME]
        for name in names:
            table.setdefault(_stems(name), (group, names[:MOST_NAMES]))
    return table


def split_names(group: str) -> list[str]:
    """Cut «داعش، تنظيم الدولة» into its names; commas of either script divide."""
    names = group.replace("\n", "،").replace(",", "،").replace("؛", "،").split("،")
    return [name.strip() for name in names if name.strip()]


def _stems(name: Name) -> Stems:
    return tuple(form.stem for form in name)


def _words_from(nodes: tuple[tree.Node, ...]) -> tuple[tree.Word, ...]:
    words: list[tree.Word] = []
    for node in nodes:
        if not isinstance(node, tree.Word) or node.strict:
            break
        words.append(node)
    return tuple(words)


def _asking(name: Name, asked: str) -> tree.Word | tree.Phrase:
    words = tuple(tree.Word(form.exact, form.stem, instead_of=asked) for form in name)
    if len(words) == 1:
        return words[0]
    strict = tuple(replace(word, strict=True) for word in words)
    return tree.Phrase(strict, instead_of=asked)
