"""Writes a query tree for the server: what matches, and apart from it what scores.

The server's BM25 is the one of ``search.backends.documents``. An article is matched by
the whole tree, and scored by every word of it that it has: what only narrows a search
changes nothing in the order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from search.backends.contract import Among
from search.backends.documents import SKELETON, WEIGHTS, searched_fields
from search.backends.opensearch.vocabulary import Forms, Vocabulary
from search.language import tree
from search.language.stems import skeleton

Query = dict[str, Any]

EVERYTHING: Query = {"match_all": {}}
NOTHING: Query = {"match_none": {}}
_MOST_NUMBERS = 50_000
"""A list of numbers in one query; the server takes some more."""


class Queries:
    """Writes queries over the words of one index."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def whole(self, node: tree.Node | None, among: Among, *, scored: bool) -> Query:
        """Write a whole request; a node of None finds every article."""
        matched = [self.matching(node)] if node is not None else []
        asked: Query = {"filter": [*matched, *_filters(among)] or [EVERYTHING]}
        if scored and node is not None:
            asked |= {"should": list(self.scoring(node)), "minimum_should_match": 0}
        return {"bool": asked}

    def matching(self, node: tree.Node) -> Query:
        """Write which articles a node finds; the parser has bounded its depth."""
        match node:
            case tree.Word():
                return _anywhere(node)
            case tree.Phrase():
                return _in_order(node)
            case tree.Pattern() | tree.Fuzzy():
                forms = self._vocabulary.forms(node)
                return _any(
                    {"terms": {name: [*counts]}} for name, counts in forms.items()
                )
            case tree.Heading(field=field, ids=ids):
                return _among_ids(field, ids)
            case tree.Figures(ids=ids):
                return _among_ids("id", ids)
            case tree.Dates(since=since, until=until):
                return _between(since, until)
            case tree.Not(node=excluded):
                return {"bool": {"must_not": [self.matching(excluded)]}}
            case tree.All(nodes=nodes):
                return {"bool": {"filter": [self.matching(part) for part in nodes]}}
            case tree.Any(nodes=nodes):
                return _any(self.matching(part) for part in nodes)

    def scoring(self, node: tree.Node) -> Iterator[Query]:
        """Write all that makes an article a better answer, match by match."""
        match node:
            case tree.Word():
                yield from _words_worth(node)
            case tree.Phrase():
                loose = (
                    tree.Word(word.exact, word.stem, title_only=node.title_only)
                    for word in node.words
                )
                worth = [part for word in loose for part in _words_worth(word)]
                asked: Query = {"filter": [_in_order(node)], "should": worth}
                yield {"bool": asked | {"minimum_should_match": 0}}
            case tree.Pattern() | tree.Fuzzy():
                for name, forms in self._vocabulary.forms(node).items():
                    yield from self._as_one_word(name, forms)
            case tree.All(nodes=nodes) | tree.Any(nodes=nodes):
                for part in nodes:
                    yield from self.scoring(part)

    def _as_one_word(self, field: str, forms: Forms) -> Iterator[Query]:
        """Score the words a pattern stands for as if they were one word.

        The server adds up how often such words stand, as it should, but also what each
        of them is worth; that is set right by the boost.
        """
        scored = self._vocabulary.most_frequent(forms)
        if scored:
            apart = sum(self._vocabulary.idf(field, count) for count in scored.values())
            worth = WEIGHTS[field] * self._vocabulary.idf_of_any(field, scored) / apart
            terms = [{"span_term": {field: form}} for form in scored]
            yield {"span_or": {"clauses": terms, "boost": worth}}


def _anywhere(word: tree.Word) -> Query:
    fields = searched_fields(word.title_only)
    if word.strict:
        return _any({"term": {name: word.exact}} for name in fields)
    # Where a word stands its stem does.
    return _any({"term": {f"{name}_stem": word.stem}} for name in fields)


def _words_worth(word: tree.Word) -> Iterator[Query]:
    fields = searched_fields(word.title_only)
    for name in fields:
        yield _term(name, word.exact)
    if not word.strict:
        for name in fields:
            yield _term(f"{name}_stem", word.stem)
        yield _term(SKELETON, skeleton(word.stem))


def _term(field: str, form: str) -> Query:
    return {"term": {field: {"value": form, "boost": WEIGHTS[field]}}}


def _any(queries: Iterable[Query]) -> Query:
    parts = list(queries)
    if not parts:
        return NOTHING
    if len(parts) == 1:
        return parts[0]
    return {"bool": {"should": parts, "minimum_should_match": 1}}


def _in_order(phrase: tree.Phrase) -> Query:
    words = [word.exact for word in phrase.words]
    orders = [words, words[::-1]] if phrase.slop and len(words) > 1 else [words]
    return _any(
        _following(field, order, phrase.slop)
        for field in searched_fields(phrase.title_only)
        for order in orders
    )


def _following(field: str, words: list[str], slop: int) -> Query:
    if len(words) == 1:
        return {"term": {field: words[0]}}
    terms = [{"span_term": {field: word}} for word in words]
    return {"span_near": {"clauses": terms, "slop": slop, "in_order": True}}


def _filters(among: Among) -> Iterator[Query]:
    for field, ids in among.headings():
        yield _among_ids(field, ids)
    if among.since is not None or among.until is not None:
        yield _between(among.since, among.until)


def _among_ids(field: str, ids: frozenset[int]) -> Query:
    numbers = sorted(ids)
    starts = range(0, len(numbers), _MOST_NUMBERS)
    pieces = (numbers[start : start + _MOST_NUMBERS] for start in starts)
    return _any({"terms": {field: piece}} for piece in pieces)


def _between(since: date | None, until: date | None) -> Query:
    limits: dict[str, int] = {"gte": since.toordinal() * 1440 if since else 1}
    if until is not None:
        limits["lt"] = (until.toordinal() + 1) * 1440
    return {"range": {"published": limits}}
