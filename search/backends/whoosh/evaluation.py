"""Answers a plan over a snapshot: which documents match, how well, how many of what.

Each node of the query gives a mask and a score for every document at once, so that
totals are exact and facets, filters and sorts are array operations over all hits.
Scores are BM25, summed over the fields of ``WEIGHTS``.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import lru_cache
from math import log
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from search.backends.contract import Among, Found, Plan
from search.backends.documents import (
    K1,
    MOST_FORMS,
    MOST_SCANNED,
    SKELETON,
    WEIGHTS,
    B,
    documents_of_any,
    searched_fields,
)
from search.backends.whoosh.adjacency import documents_in_order
from search.backends.whoosh.codec import Postings
from search.backends.whoosh.snapshot import Snapshot
from search.language import tree
from search.language.request import Sort
from search.language.spelling import neighbours
from search.language.stems import skeleton, stem

_near = lru_cache(maxsize=32)(neighbours)  # asked for once a field


class Matches(NamedTuple):
    """For every document: does it match, and how well."""

    mask: NDArray[np.bool_]
    scores: NDArray[np.float32]

    def unscored(self) -> Matches:
        """Give the same matches, none better than another."""
        return Matches(self.mask, np.zeros_like(self.scores))


def answer(snapshot: Snapshot, plan: Plan) -> Found:
    """Answer ``plan``: exact total, the page of hits, the facets over all hits."""
    scored = bool(plan.limit) and plan.sort is Sort.RELEVANCE
    matches, cut_patterns = _evaluated(snapshot, plan.query, scored=scored)
    mask = matches.mask & snapshot.live & _among(snapshot, plan.among)
    docs = np.flatnonzero(mask)
    page = _page(snapshot, docs, matches.scores, plan)
    ids = snapshot.columns["id"]
    return Found(
        total=len(docs),
        hits=tuple((int(ids[doc]), float(matches.scores[doc])) for doc in page),
        facets={name: _counts(snapshot, docs, name) for name in plan.facets},
        cut_patterns=cut_patterns,
    )


def _evaluated(
    snapshot: Snapshot, query: tree.Node | None, *, scored: bool
) -> tuple[Matches, tuple[str, ...]]:
    """Give the matches of a query, and its patterns that were cut.

    The next page, another order, or the count of a facet without its own filter ask for
    the same matches once more.
    """
    for key in (query, True), (query, scored):
        known = snapshot.latest_matches.get(key)
        if known is not None:
            matches, cut_patterns = known
            return (matches if scored else matches.unscored()), cut_patterns
    evaluation = Evaluation(snapshot, scored=scored)
    matches = evaluation.all() if query is None else evaluation.of(query)
    answered = matches, tuple(evaluation.cut_patterns)
    snapshot.latest_matches.put((query, scored), answered)
    return answered


class Evaluation:
    """Works out the matches of query nodes over one snapshot.

    Where nobody asks how well articles match (``scored`` is off), all scores are 0.
    """

    def __init__(self, snapshot: Snapshot, *, scored: bool = True) -> None:
        self._snapshot = snapshot
        self._scored = scored
        self.cut_patterns: list[str] = []

    def all(self) -> Matches:
        """Match every document, none better than another."""
        size = self._snapshot.size
        return Matches(np.ones(size, dtype=bool), np.zeros(size, dtype="f4"))

    def none(self) -> Matches:
        """Match no document."""
        size = self._snapshot.size
        return Matches(np.zeros(size, dtype=bool), np.zeros(size, dtype="f4"))

    def of(self, node: tree.Node) -> Matches:
        """Match a node; the parser has bounded how deep nodes stand in nodes."""
        match node:
            case tree.Word():
                return self._word(node)
            case tree.Phrase():
                return self._phrase(node)
            case tree.Pattern() | tree.Fuzzy():
                return self._forms(node)
            case tree.Heading():
                column = self._snapshot.columns[node.field]
                return self._where(np.isin(column, list(node.ids)))
            case tree.Dates():
                return self._where(_between(self._snapshot, node.since, node.until))
            case tree.Figures():
                column = self._snapshot.columns["id"]
                return self._where(np.isin(column, list(node.ids)))
            case tree.Not():
                return self._where(~self.of(node.node).mask)
            case tree.All():
                parts = [self.of(part) for part in node.nodes]
                mask = np.logical_and.reduce([part.mask for part in parts])
            case tree.Any():
                parts = [self.of(part) for part in node.nodes]
                mask = np.logical_or.reduce([part.mask for part in parts])
        return Matches(mask, np.sum([part.scores for part in parts], axis=0))

    def _where(self, mask: NDArray[np.bool_]) -> Matches:
        return Matches(mask, np.zeros(self._snapshot.size, dtype="f4"))

    def _word(self, word: tree.Word) -> Matches:
        matches = self.none()
        for field in searched_fields(word.title_only):
            self._add(matches, field, self._snapshot.postings(field, word.exact))
        if not word.strict:
            for field in searched_fields(word.title_only):
                stems = f"{field}_stem"
                self._add(matches, stems, self._snapshot.postings(stems, word.stem))
            if self._scored:
                # A shared skeleton makes a match better, but is not one.
                shared = self._snapshot.postings(SKELETON, skeleton(word.stem))
                self._score(matches.scores, SKELETON, shared)
        return matches

    def _add(self, matches: Matches, field: str, postings: Postings) -> None:
        self._score(matches.scores, field, postings)
        matches.mask[postings.docs] = True

    def _score(
        self, scores: NDArray[np.float32], field: str, postings: Postings
    ) -> None:
        docs = postings.docs
        if self._scored and len(docs):
            freqs = postings.freqs.astype("f4")
            score = self._bm25(field, docs, freqs, len(docs))
            scores[docs] += np.float32(WEIGHTS[field]) * score

    def _bm25(
        self,
        field: str,
        docs: NDArray[Any],
        freqs: NDArray[np.float32],
        documents: float,
    ) -> NDArray[np.float32]:
        size = max(self._snapshot.holders(field), documents)
        idf = log(1 + (size - documents + 0.5) / (documents + 0.5))
        norms = self._snapshot.length_norms(field, B)[docs]
        saturated = freqs / (freqs + np.float32(K1) * norms)
        return np.asarray(np.float32(idf * (K1 + 1)) * saturated, dtype="f4")

    def _phrase(self, phrase: tree.Phrase) -> Matches:
        mask = np.zeros(self._snapshot.size, dtype=bool)
        scores = np.zeros(self._snapshot.size, dtype="f4")
        for field in searched_fields(phrase.title_only):
            runs = [self._snapshot.postings(field, word.exact) for word in phrase.words]
            mask[documents_in_order(runs, phrase.slop)] = True
        for word in phrase.words if self._scored else ():
            loose = tree.Word(word.exact, word.stem, title_only=phrase.title_only)
            scores += self._word(loose).scores
        return Matches(mask, np.where(mask, scores, np.float32(0)))

    def _forms(self, node: tree.Pattern | tree.Fuzzy) -> Matches:
        """Match the words a pattern stands for as if they were one word."""
        matches = self.none()
        for name in searched_fields(node.title_only):
            for field in (name, f"{name}_stem"):
                self._add_as_one_word(matches, field, self._expanded(field, node))
        return matches

    def _add_as_one_word(self, matches: Matches, field: str, terms: list[str]) -> None:
        if not terms:
            return
        runs = [self._snapshot.postings(field, term) for term in terms]
        documents = [len(run.docs) for run in runs]
        freqs = np.bincount(
            np.concatenate([run.docs for run in runs]),
            np.concatenate([run.freqs for run in runs]),
            minlength=self._snapshot.size,
        ).astype("f4")
        docs = np.flatnonzero(freqs)
        matches.mask[docs] = True
        if self._scored and len(docs):
            worth = documents_of_any(documents, self._snapshot.holders(field))
            score = self._bm25(field, docs, freqs[docs], worth)
            matches.scores[docs] += np.float32(WEIGHTS[field]) * score

    def _expanded(self, field: str, node: tree.Pattern | tree.Fuzzy) -> list[str]:
        """Give words of a field that a pattern stands for, the most frequent ones."""
        if isinstance(node, tree.Fuzzy):
            stemmed = field.endswith("_stem")
            near = _near(stem(node.exact) if stemmed else node.exact)
            return list(self._snapshot.frequencies(field, near))
        prefix, _, rest = node.pattern.partition("*")
        forms = self._snapshot.terms(field, prefix, MOST_SCANNED)
        if rest:
            shape = re.compile(re.escape(node.pattern).replace(r"\*", r"\w*"))
            forms = Counter({f: n for f, n in forms.items() if shape.fullmatch(f)})
        if len(forms) > MOST_FORMS and node.pattern not in self.cut_patterns:
            self.cut_patterns.append(node.pattern)
        return [term for term, _ in forms.most_common(MOST_FORMS)]


def _among(snapshot: Snapshot, among: Among) -> NDArray[np.bool_]:
    mask = _between(snapshot, among.since, among.until)
    for name, ids in (
        ("outlet", among.outlets),
        ("section", among.sections),
        ("author", among.authors),
    ):
        if ids is not None:
            mask &= np.isin(snapshot.columns[name], list(ids))
    return mask


def _between(
    snapshot: Snapshot, since: date | None, until: date | None
) -> NDArray[np.bool_]:
    if since is None and until is None:
        return np.ones(snapshot.size, dtype=bool)
    published = snapshot.columns["published"]
    mask: NDArray[np.bool_] = published > 0
    if since is not None:
        mask &= published >= since.toordinal() * 1440
    if until is not None:
        mask &= published < (until.toordinal() + 1) * 1440
    return mask


def _page(
    snapshot: Snapshot, docs: NDArray[Any], scores: NDArray[Any], plan: Plan
) -> NDArray[Any]:
    """Give the documents of the page in order; equals come newest first."""
    published = snapshot.columns["published"][docs]
    if plan.sort is Sort.OLDEST:
        # Undated articles are last in either direction.
        first = np.where(published > 0, -published.astype("i8"), -(1 << 40))
    elif plan.sort is Sort.NEWEST:
        first = published
    else:
        first = scores[docs]
    end = plan.start + plan.limit
    if 0 < end < len(docs) // 4:
        least = np.partition(first, len(docs) - end)[len(docs) - end]
        best = first >= least
        docs, first, published = docs[best], first[best], published[best]
    ids = snapshot.columns["id"][docs]
    order = np.lexsort((-ids, -published, -first))
    return docs[order[plan.start : end]]


def _counts(
    snapshot: Snapshot, docs: NDArray[Any], facet: str
) -> tuple[tuple[int, int], ...]:
    if facet == "year":
        values = snapshot.months[docs] // 100
    elif facet == "month":
        values = snapshot.months[docs]
    else:
        values = snapshot.columns[facet][docs]
    found, counts = np.unique(values[values > 0], return_counts=True)
    return tuple(zip(found.tolist(), counts.tolist(), strict=True))
