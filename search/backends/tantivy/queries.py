"""Writes a query tree as a tantivy query that means and ranks the same.

tantivy's BM25 is the one of ``search.backends.documents``. What only narrows a search
(dates, headings, exclusions) is given the score 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import combinations_with_replacement
from math import comb, log

import tantivy
from tantivy import FieldType, Occur, Query

from search.backends.contract import Among
from search.backends.documents import (
    MOST_FORMS,
    MOST_SCANNED,
    SKELETON,
    WEIGHTS,
    documents_of_any,
    searched_fields,
)
from search.backends.tantivy.schema import schema
from search.language import tree
from search.language.spelling import neighbours
from search.language.stems import skeleton, stem

_SCHEMA = schema()
_MOST_SPACINGS = 200
_FEW = 8
"""So many terms are looked up faster than they are made a set of."""
_near = lru_cache(maxsize=32)(neighbours)  # asked for once a field


class Queries:
    """Writes queries over what one searcher sees.

    Where nobody asks how well articles match (``scored`` is off), a query finds the
    same articles and is left as short as it can be.
    """

    def __init__(self, searcher: tantivy.Searcher, *, scored: bool = True) -> None:
        self._searcher = searcher
        self._scored = scored
        self._forms_of: dict[tuple[str, tree.Node], list[tuple[str, int]]] = {}
        self.cut_patterns: list[str] = []

    def unscored(self) -> Queries:
        """Write over the same words where nobody asks how well articles match."""
        other = Queries(self._searcher, scored=False)
        other._forms_of = self._forms_of
        return other

    def narrowed(self, node: tree.Node | None, among: Among) -> Query:
        """Write a whole request; a node of None finds every article."""
        asked = Query.all_query() if node is None else self.of(node)
        filters = list(_filters(among))
        return _all(asked, *map(_unscored, filters)) if filters else asked

    def of(self, node: tree.Node) -> Query:
        """Write a node; the parser has bounded how deep nodes stand in nodes."""
        match node:
            case tree.Word():
                return _with_bonus(self._word(node), self._bonus(node))
            case tree.Phrase():
                return self._phrase(node)
            case tree.Pattern() | tree.Fuzzy():
                return self._forms(node)
            case tree.Heading(field=field, ids=ids):
                return _unscored(_among_ids(field, ids))
            case tree.Figures(ids=ids):
                return _unscored(_among_ids("id", ids))
            case tree.Dates(since=since, until=until):
                return _unscored(_between(since, until))
            case tree.Not(node=excluded):
                return self._without([excluded], [])
            case tree.All(nodes=nodes):
                return self._without(
                    [part.node for part in nodes if isinstance(part, tree.Not)],
                    [part for part in nodes if not isinstance(part, tree.Not)],
                )
            case tree.Any(nodes=nodes):
                return self._any(nodes)

    def _without(self, excluded: list[tree.Node], wanted: list[tree.Node]) -> Query:
        kept = [self.of(part) for part in wanted] or [_unscored(Query.all_query())]
        clauses = [(Occur.Must, query) for query in kept]
        clauses += [(Occur.MustNot, self.of(part)) for part in excluded]
        return Query.boolean_query(clauses)

    def _any(self, nodes: tuple[tree.Node, ...]) -> Query:
        # The skeleton of a word is worth something even where another word matches.
        words = [part for part in nodes if isinstance(part, tree.Word)]
        matches = [
            self._word(part) if isinstance(part, tree.Word) else self.of(part)
            for part in nodes
        ]
        bonus = [better for word in words for better in self._bonus(word)]
        return _with_bonus(_any(matches), bonus)

    def _word(self, word: tree.Word) -> Query:
        fields = searched_fields(word.title_only)
        asked = [(f"{field}_stem", word.stem) for field in fields if not word.strict]
        if self._scored or word.strict:
            # Where a word stands its stem does: as written it only scores.
            asked += [(field, word.exact) for field in fields]
        return _any(_term(field, form) for field, form in asked)

    def _bonus(self, word: tree.Word) -> list[Query]:
        # A shared skeleton makes a match better, but is not one.
        if word.strict or not self._scored:
            return []
        return [_term(SKELETON, skeleton(word.stem))]

    def _phrase(self, phrase: tree.Phrase) -> Query:
        words = [word.exact for word in phrase.words]
        orders = [words, words[::-1]] if phrase.slop else [words]
        places = _any(
            Query.phrase_query(_SCHEMA, field, *spaced)
            for field in searched_fields(phrase.title_only)
            for order in orders
            for spaced in _spacings(order, phrase.slop)
        )
        if not self._scored:
            return places
        loose = (
            tree.Word(word.exact, word.stem, title_only=phrase.title_only)
            for word in phrase.words
        )
        return _with_bonus(_unscored(places), [self.of(word) for word in loose])

    def _forms(self, node: tree.Pattern | tree.Fuzzy) -> Query:
        """Ask for the words a pattern stands for as if they were one word."""
        fields = searched_fields(node.title_only)
        return _any(
            self._as_one_word(field, forms)
            for name in fields
            for field in (name, f"{name}_stem")
            if (forms := self._forms_in(field, node))
        )

    def _as_one_word(self, field: str, forms: list[tuple[str, int]]) -> Query:
        if not self._scored:
            return Query.term_set_query(_SCHEMA, field, [form for form, _ in forms])
        size = max(self._searcher.num_docs, *(documents for _, documents in forms))
        worth = self._idf(documents_of_any((n for _, n in forms), size))
        return Query.disjunction_max_query(
            [
                Query.boost_query(
                    Query.term_query(_SCHEMA, field, form, "freq"),
                    WEIGHTS[field] * worth / self._idf(documents),
                )
                for form, documents in forms
            ]
        )

    def _idf(self, documents: float) -> float:
        size = max(self._searcher.num_docs, documents)
        return log(1 + (size - documents + 0.5) / (documents + 0.5))

    def _forms_in(
        self, field: str, node: tree.Pattern | tree.Fuzzy
    ) -> list[tuple[str, int]]:
        key = field, node
        if key not in self._forms_of:
            self._forms_of[key] = self._expanded(field, node)
        return self._forms_of[key]

    def _expanded(
        self, field: str, node: tree.Pattern | tree.Fuzzy
    ) -> list[tuple[str, int]]:
        """Give words of a field that a pattern stands for, with their documents."""
        if isinstance(node, tree.Fuzzy):
            stemmed = field.endswith("_stem")
            near = _near(stem(node.exact) if stemmed else node.exact)
            counted = ((form, self._searcher.doc_freq(field, form)) for form in near)
            return [(form, documents) for form, documents in counted if documents]
        prefix, _, rest = node.pattern.partition("*")
        forms = self._searcher.terms_with_prefix(field, prefix, limit=MOST_SCANNED)
        if rest:
            shape = re.compile(re.escape(node.pattern).replace(r"\*", r"\w*"))
            forms = [form for form in forms if shape.fullmatch(form[0])]
        if len(forms) > MOST_FORMS and node.pattern not in self.cut_patterns:
            self.cut_patterns.append(node.pattern)
        return forms[:MOST_FORMS]


def is_scored(node: tree.Node | None) -> bool:
    """Tell whether some articles answer a query better than others."""
    return any(
        not isinstance(leaf, tree.Heading | tree.Dates | tree.Figures)
        for leaf in tree.positive_leaves(node)
    )


def total_of(result: tantivy.SearchResult) -> int:
    """Give how many articles a search found (the package's types leave it out)."""
    return int(result.count)  # type: ignore[attr-defined]


def _term(field: str, form: str) -> Query:
    term = Query.term_query(_SCHEMA, field, form, "freq")
    return Query.boost_query(term, WEIGHTS[field])


def _with_bonus(query: Query, bonus: list[Query]) -> Query:
    if not bonus:
        return query
    better = [(Occur.Should, part) for part in bonus]
    return Query.boolean_query([(Occur.Must, query), *better])


def _all(*queries: Query) -> Query:
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def _any(queries: Iterable[Query]) -> Query:
    queries = list(queries)
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def _unscored(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)


def _spacings(
    words: list[str], slop: int
) -> Iterator[tuple[list[str | tuple[int, str]], int]]:
    """Give every way to set words apart by at most ``slop`` words in all.

    tantivy's own slop lets words change places and a word be its own neighbour; it is
    left to long phrases set far apart, which have too many ways.
    """
    if comb(slop + len(words) - 1, slop) > _MOST_SPACINGS:
        yield list(enumerate(words)), slop
        return
    for apart in combinations_with_replacement(range(slop + 1), len(words) - 1):
        steps = (0, *apart)
        yield [(at + steps[at], word) for at, word in enumerate(words)], 0


def _filters(among: Among) -> Iterator[Query]:
    for field, ids in among.headings():
        yield _among_ids(field, ids)
    if among.since is not None or among.until is not None:
        yield _between(among.since, among.until)


def _among_ids(field: str, ids: frozenset[int]) -> Query:
    if not ids:
        return Query.empty_query()
    if len(ids) <= _FEW:
        return _any(Query.term_query(_SCHEMA, field, pk, "basic") for pk in ids)
    return Query.term_set_query(_SCHEMA, field, list(ids))


def with_ids(first: int, last: int | None) -> Query:
    """Match the articles with ids from ``first`` to ``last``."""
    return Query.range_query(_SCHEMA, "id", FieldType.Integer, first, last)


def _between(since: date | None, until: date | None) -> Query:
    first = since.toordinal() * 1440 if since else 1  # 0 is undated
    last = (until.toordinal() + 1) * 1440 - 1 if until else None
    return Query.range_query(_SCHEMA, "published", FieldType.Integer, first, last)
