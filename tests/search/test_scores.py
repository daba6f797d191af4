"""Scores worked out by arrays are those of Whoosh's own scorer, one by one."""

from __future__ import annotations

from math import log
from pathlib import Path

import numpy as np
import pytest
from whoosh import query, scoring
from whoosh.index import FileIndex
from whoosh.searching import Searcher

from articles.models import Article
from search.backends.contract import Plan
from search.backends.whoosh import WhooshEngine
from search.backends.whoosh import evaluation as whoosh_evaluation
from search.backends.whoosh.schema import schema
from search.backends.whoosh.snapshot import INDEX_NAME, rounded
from search.backends.whoosh.storage import MappedStorage
from search.language.tree import Any, Word
from search.search_indexes import ArticleIndex

BODIES = [
    "هدنة في المرفأ بعد هدنة قصيرة",
    "أعلنت البلدية هدنة",
    "حريق في السوق القديم قرب المرفأ والميناء",
    "خبر لا شأن له",
    "هدنة " * 9 + "وحريق",
]


class ArchiveBM25(scoring.BM25F):
    """Whoosh's BM25 with the inverse document frequency that the archive uses."""

    def idf(self, searcher: Searcher, fieldname: str, text: bytes) -> float:
        found = searcher.get_parent().doc_frequency(fieldname, text)
        return log(1 + (len(BODIES) - found + 0.5) / (found + 0.5))


@pytest.mark.parametrize("words", [["هدنه"], ["هدنه", "حريق"], ["في", "المرفا", "خبر"]])
def test_scores_are_whooshs_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
):
    monkeypatch.setattr(
        whoosh_evaluation, "WEIGHTS", dict.fromkeys(whoosh_evaluation.WEIGHTS, 0.0)
    )
    monkeypatch.setitem(whoosh_evaluation.WEIGHTS, "body", 1.0)
    backend = WhooshEngine.backend("default", PATH=str(tmp_path / "index"))
    articles = [Article(pk=pk, body=body) for pk, body in enumerate(BODIES, start=1)]
    backend.apply(ArticleIndex(), articles, ())

    asked = Any(tuple(Word(word, word, strict=True) for word in words))
    ours = dict(backend.find(Plan(asked)).hits)

    index = FileIndex(
        MappedStorage(str(tmp_path / "index" / "1")), schema(), INDEX_NAME
    )
    with index.searcher(weighting=ArchiveBM25()) as searcher:
        terms = [query.Term("body", word) for word in words]
        theirs = {hit.docnum + 1: hit.score for hit in searcher.search(query.Or(terms))}
    assert ours == pytest.approx(theirs, rel=1e-4)


@pytest.mark.parametrize(
    ("length", "kept"),
    [(0, 0), (7, 7), (40, 40), (41, 40), (42, 42), (57, 56), (300, 280), (1000, 984)],
)
def test_lengths_are_rounded_as_in_one_byte(length: int, kept: int):
    assert rounded(np.array([length])).tolist() == [kept]
