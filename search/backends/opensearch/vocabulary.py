"""The words of an index: what a pattern stands for, and how frequent it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from math import log
from typing import Any

from search.backends.documents import (
    MOST_FORMS,
    MOST_SCANNED,
    documents_of_any,
    searched_fields,
)
from search.backends.opensearch.schema import words_of
from search.backends.opensearch.server import Server
from search.language import tree
from search.language.spelling import neighbours
from search.language.stems import stem

Query = dict[str, Any]
Forms = dict[str, int]
"""Words with the number of articles they stand in, the most frequent first."""

_near = lru_cache(maxsize=32)(neighbours)  # asked for once a field
_NO_LETTER = re.compile(r"\W")
_LETTERS = "[^.,']*"
"""Letters inside a word; a number or a name of several parts is no pattern's."""

_MOST_SCORED = 800
"""Words of all patterns of a query that score; the server takes about 1,000 in all.
All of them match, and those left out are the rarest."""


class Vocabulary:
    """Looks words up, each pattern of a query once."""

    def __init__(self, server: Server, index: str, patterns: int = 1) -> None:
        self._server, self._index = server, index
        self._most_scored = _MOST_SCORED // (4 * max(1, patterns))
        self._looked_up: dict[tree.Pattern | tree.Fuzzy, dict[str, Forms]] = {}
        self._sizes: dict[str, int] = {}
        self._totals: list[int] = []
        self.cut_patterns: list[str] = []

    def forms(self, node: tree.Pattern | tree.Fuzzy) -> dict[str, Forms]:
        """Give, field by field, the words that a node stands for."""
        if node not in self._looked_up:
            self._looked_up[node] = self._look_up(node)
        return self._looked_up[node]

    def frequencies(self, field: str, words: Iterable[str]) -> Forms:
        """Count the articles in which words stand; words of none are left out."""
        asked = sorted(set(filter(None, words)))
        if not asked:
            return {}
        (counts,) = self._counted([_among_words(field, asked)])
        return counts

    def most_frequent(self, forms: Forms) -> Forms:
        """Leave of the words of a pattern so many as can be scored."""
        return dict(list(forms.items())[: self._most_scored])

    def idf(self, field: str, documents: float) -> float:
        """Tell how much a word is worth that stands in so many articles."""
        size = max(self._sizes[field], documents)
        return log(1 + (size - documents + 0.5) / (documents + 0.5))

    def idf_of_any(self, field: str, forms: Forms) -> float:
        """Tell how much several words are worth as if they were one."""
        size = max(self._sizes[field], *forms.values())
        return self.idf(field, documents_of_any(forms.values(), size))

    def _look_up(self, node: tree.Pattern | tree.Fuzzy) -> dict[str, Forms]:
        names = searched_fields(node.title_only)
        fields = [field for name in names for field in (name, f"{name}_stem")]
        if isinstance(node, tree.Fuzzy):
            stems = _near(stem(node.exact))
            asked = [
                _among_words(name, stems if name.endswith("_stem") else words)
                for name in fields
                if (words := _near(node.exact))
            ]
        else:
            asked = [_shaped(field, node.pattern) for field in fields]
        found = self._counted([*asked, *map(_size, fields)])
        self._sizes |= dict(zip(fields, self._totals[len(fields) :], strict=True))
        forms = dict(zip(fields, found[: len(fields)], strict=True))
        if isinstance(node, tree.Pattern):
            forms = {
                name: self._cut(node.pattern, all_) for name, all_ in forms.items()
            }
        return {name: counts for name, counts in forms.items() if counts}

    def _cut(self, pattern: str, forms: Forms) -> Forms:
        if len(forms) > MOST_FORMS and pattern not in self.cut_patterns:
            self.cut_patterns.append(pattern)
        return dict(list(forms.items())[:MOST_FORMS])

    def _counted(self, searches: list[Query]) -> list[Forms]:
        answers = self._server.search_all(self._index, searches)
        self._totals = [answer["hits"]["total"]["value"] for answer in answers]
        return [_words(answer) for answer in answers]


def _words(answer: dict[str, Any]) -> Forms:
    words = answer.get("aggregations", {}).get("words", {})
    return {part["key"]: part["doc_count"] for part in words.get("buckets", ())}


def _among_words(field: str, words: list[str]) -> Query:
    """Count the articles of each of some words."""
    counted = {"include": words, "size": len(words), "shard_size": len(words)}
    return _counting(field, {"terms": {field: words}}, counted)


def _shaped(field: str, pattern: str) -> Query:
    """Count the articles of each word of a shape; one word more than is wanted."""
    prefix, _, _ = pattern.partition("*")
    shape = _NO_LETTER.sub(r"\\\g<0>", pattern).replace(r"\*", _LETTERS)
    if pattern == f"{prefix}*":
        # Not ".*": for that the server has a short cut that fails at the last word.
        shape = shape.removesuffix(_LETTERS) + "[^ ]*"
    counted = {"include": shape, "size": MOST_FORMS + 1, "shard_size": MOST_SCANNED}
    return _counting(field, {"prefix": {field: prefix}}, counted)


def _counting(field: str, query: Query, counted: dict[str, Any]) -> Query:
    words = {"terms": {"field": words_of(field)} | counted}
    return _count(query) | {"aggs": {"words": words}}


def _size(field: str) -> Query:
    """Count the articles that have a field at all."""
    return _count({"exists": {"field": words_of(field)}})


def _count(query: Query) -> Query:
    return {"query": query, "size": 0, "track_total_hits": True}
