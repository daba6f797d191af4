"""What only the tantivy engine has to be watched for."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import tantivy

from articles.models import Article
from search.backends.contract import EngineFault, Plan
from search.backends.tantivy import TantivyEngine, answering
from search.backends.tantivy.panics import panics_as_faults
from search.backends.tantivy.writer import writing
from search.backends.whoosh import WhooshEngine
from search.language.syntax import parse
from search.search_indexes import ArticleIndex

WORDS = "هدنة مرفأ حريق السوق القديم عائلات النازحون كتاب كتابات مدارس بلدية زيتون"
QUERIES = (
    "هدنة",
    "مرفأ حريق",
    "السوق أو زيتون",
    '"السوق القديم"',
    '"القديم السوق"~2',
    '"هدنة مرفأ حريق"~3',
    "نازح -كتاب",
    "كتا*",
    "مدارش~",
    "كتاب مدارس",
)


def articles(count: int) -> list[Article]:
    chance = random.Random(3)
    words = WORDS.split()
    return [
        Article(
            pk=pk,
            title=" ".join(chance.choices(words, k=3)),
            body=" ".join(chance.choices(words, k=chance.randrange(3, 30))),
        )
        for pk in range(1, count + 1)
    ]


@pytest.mark.parametrize("asked", QUERIES)
def test_both_engines_find_the_same_and_rank_alike(tmp_path: Path, asked: str):
    found = []
    for engine in (WhooshEngine, TantivyEngine):
        backend = engine.backend("default", PATH=str(tmp_path / engine.__name__))
        backend.rebuild(ArticleIndex(), [articles(120)])
        found.append(backend.find(Plan(parse(asked).node, limit=200)))
    whoosh, theirs = found
    assert theirs.total == whoosh.total > 0
    assert {pk for pk, _ in theirs.hits} == {pk for pk, _ in whoosh.hits}
    if "*" not in asked and "~" not in asked:  # these are ranked by the nearest form
        assert dict(theirs.hits) == pytest.approx(dict(whoosh.hits), rel=1e-3)


def test_equals_are_in_order_on_every_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(answering, "_MARGIN", 1)
    backend = TantivyEngine.backend("default", PATH=str(tmp_path / "index"))
    chance = random.Random(5)
    numbers = list(range(1, 61))
    chance.shuffle(numbers)
    for start in range(0, 60, 20):  # segments are in no order
        batch = numbers[start : start + 20]
        made = [Article(pk=pk, title="خبر", body="هدنة") for pk in batch]
        backend.apply(ArticleIndex(), made, [])

    node = parse("هدنة").node
    pages = [backend.find(Plan(node, start=at, limit=7)).hits for at in range(0, 60, 7)]
    shown = [pk for page in pages for pk, _ in page]
    assert shown == sorted(numbers, reverse=True)


def test_a_panic_is_a_fault_of_the_index():
    class PanicException(BaseException):
        pass

    with pytest.raises(EngineFault, match="left != right"), panics_as_faults():
        raise PanicException("left != right")
    with pytest.raises(KeyboardInterrupt), panics_as_faults():
        raise KeyboardInterrupt


def test_a_second_writer_waits_and_then_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("search.backends.tantivy.writer._LOCK_TIMEOUT", 0.1)
    tantivy.Index(tantivy.SchemaBuilder().build(), path=str(tmp_path))

    with writing(tmp_path), pytest.raises(OSError, match="LockBusy"), writing(tmp_path):
        pass
    with writing(tmp_path):
        pass


def test_writes_leave_no_files_behind(tmp_path: Path):
    for _ in range(12):  # each by a process that did not see the one before
        backend = TantivyEngine.backend("default", PATH=str(tmp_path / "index"))
        backend.apply(ArticleIndex(), articles(5), [])
    (folder,) = (tmp_path / "index").glob("[0-9]*")

    segments = {path.stem.split(".")[0] for path in folder.glob("*.term")}
    named = (folder / "meta.json").read_text().replace("-", "")
    assert all(segment in named for segment in segments)
    assert backend.health().articles == 5


def test_a_batch_that_fails_is_not_written_and_lets_go_of_the_lock(tmp_path: Path):
    backend = TantivyEngine.backend("default", PATH=str(tmp_path / "index"))
    backend.apply(ArticleIndex(), articles(3), [])
    (folder,) = (tmp_path / "index").glob("[0-9]*")
    with pytest.raises(TypeError), writing(folder) as writer:
        writer.add_document(writer.delete_documents_by_term("id", 1))  # no document

    assert backend.ids() == {1, 2, 3}
    backend.apply(ArticleIndex(), (), [3])
    assert backend.ids() == {1, 2}
