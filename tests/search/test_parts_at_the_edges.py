"""Small parts of search and ledger where there is nothing, too much or a fault."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from articles.models import Status
from search.backends.contract import EngineFault
from search.backends.tantivy.files import DamagedIndex, check_file
from search.backends.tantivy.panics import panics_as_faults
from search.backends.whoosh import codec, merging
from search.language.analysis import _PieceForms, _Pieces
from search.language.syntax import parse, title_only
from search.language.tree import Dates, Word
from search.ledger import store
from search.ledger.columns import Segment
from search.ledger.rows import in_chunks
from search.questions import keyness, similar
from search.questions.word_counts import WordCounts
from search.search_indexes import ArticleIndex
from tests.factories import ArticleFactory


def test_ids_are_cut_into_chunks() -> None:
    assert list(in_chunks(range(5), size=2)) == [[0, 1], [2, 3], [4]]
    assert list(in_chunks([])) == []


def test_a_lone_minus_asks_for_nothing() -> None:
    assert parse("هدنة -").node == parse("هدنة").node


def test_dates_are_asked_of_no_title() -> None:
    dates = Dates(None, None)
    assert title_only(dates) is dates
    [word] = [node for node in [title_only(parse("هدنة").node)] if node]  # type: ignore[arg-type]
    assert isinstance(word, Word)
    assert word.title_only


@pytest.mark.parametrize("kept", [_Pieces, _PieceForms])
def test_what_is_remembered_of_words_is_bounded(
    kept: type[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "__len__", lambda self: 300_001, raising=False)
    pieces = kept()
    first = pieces["هدنة"]
    assert "قرية" not in pieces
    assert pieces["قرية"]
    assert "هدنة" not in dict(pieces.items())
    assert pieces["هدنة"] == first


def test_drafts_enter_no_index(db: None) -> None:
    index = ArticleIndex()
    assert index.should_update(ArticleFactory())
    assert not index.should_update(ArticleFactory(status=Status.DRAFT))


# -- an engine that is away -----------------------------------------------------------


def away(*_: Any, **__: Any) -> Any:
    raise EngineFault("away")


def test_similar_articles_are_none_while_the_engine_is_away(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = ArticleFactory()
    monkeypatch.setattr(similar, "telling_words", away)
    assert similar._nearest(article) == []


def test_words_of_one_letter_and_figures_belong_to_no_outlet() -> None:
    words = Counter({"و": 500, "180": 500, "ملح": 500})
    own = WordCounts(
        words, {word: word for word in words}, size=1_500, read=1, articles=1
    )
    other = WordCounts(Counter(), {}, size=1_500, read=1, articles=1)
    told = [keyword.word for keyword in keyness._words(own, other)]
    assert told == ["ملح"]


# -- files ----------------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"", b"short", bytes(64)])
def test_a_file_that_is_cut_or_empty_is_damaged(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "segment"
    path.write_bytes(content)
    with pytest.raises(DamagedIndex):
        check_file(path)


def test_a_faults_own_exception_stays_what_it_is() -> None:
    with pytest.raises(KeyError), panics_as_faults():
        raise KeyError("x")


def test_columns_of_another_length_are_refused(tmp_path: Path) -> None:
    (tmp_path / "columns").write_bytes(b"123")
    with pytest.raises(ValueError, match="not as long"):
        Segment.load(tmp_path / "columns", 5, 0)


def test_without_columns_the_reason_to_build_them_is_told(own_files: Path) -> None:
    assert store.reason_to_rebuild() == "no columns were built yet"


def test_columns_of_another_version_are_not_read(
    own_files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = store.generations()
    kept.switch(kept.begin("another"))
    assert "another version" in store.reason_to_rebuild()


def test_columns_that_can_not_be_opened_are_tried_again_then_missed(
    own_files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = store.generations()
    kept.switch(kept.begin(store.VERSION))
    slept: list[float] = []
    monkeypatch.setattr(store, "sleep", slept.append)
    with pytest.raises(store.NoColumns):
        store.ledger()
    assert len(slept) == store._TRIES


def test_postings_of_removed_articles_leave_with_them() -> None:
    postings = codec.Postings(
        np.array([0, 1, 2]), np.array([1, 2, 1]), np.array([7, 3, 9, 4])
    )
    kept = merging._renumbered(postings, np.array([10, -1, 11]))
    assert [list(part) for part in kept] == [[10, 11], [1, 1], [7, 4]]
