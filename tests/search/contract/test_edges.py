"""Much of one thing, broken articles and files, and what Haystack's commands call."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from articles.models import Article
from search.backends.contract import Among, EngineFault
from search.backends.documents import MOST_FORMS
from search.search_indexes import ArticleIndex
from tests.search.contract.conftest import Archive, in_files

LETTERS = "بتجحخدرسشطعفقكم"
MANY = [f"زقا{one}{other}" for one, other in product(LETTERS, LETTERS)]


def test_much_of_one_thing_is_found(
    archive: Archive, subtests: pytest.Subtests
) -> None:
    archive.put(
        many={"body": " ".join(MANY)},
        apart={"body": "سفينة من القمح الجديد بلغت رصيف المرفأ أمس مساء"},
        **{f"n{pk}": {"body": "هدنة", "outlet_id": pk} for pk in range(1, 13)},
    )
    with subtests.test("a pattern of too many words says so, once"):
        assert len(MANY) > MOST_FORMS
        for asked in ("زقا*", "زقا* زقا*", "زقا*ب OR زقا*"):
            found = archive.found(asked)
            assert found.cut_patterns == ("زقا*",)
            assert found.total == 1
        assert archive.found("زقاب*").cut_patterns == ()
    with subtests.test("words of a phrase stand as far apart as is asked"):
        words = "سفينة القمح بلغت رصيف المرفأ مساء"
        assert archive.ask(f'"{words}"') == []
        assert archive.ask(f'"{words}"~9') == ["apart"]
        assert archive.ask(f'"{words} أبدا"~9') == []
    with subtests.test("among many outlets, or none"):
        for ids in (range(1, 13), range(1, 3), range(3, 40), range(50, 70), range(0)):
            among = Among(outlets=frozenset(ids))
            found = archive.found("هدنة", among=among)
            assert found.total == len(set(ids) & set(range(1, 13)))


def test_the_commands_of_haystack_put_in_and_take_out(archive: Archive) -> None:
    made = [Article(pk=pk, title="خبر", body="هدنة") for pk in (1, 2, 3)]
    archive.backend.update(archive.index, made)  # type: ignore[attr-defined]
    assert archive.backend.ids() == {1, 2, 3}
    for gone in (made[0], "articles.article.3", "articles.article.77"):
        archive.backend.remove(gone)  # type: ignore[attr-defined]
    assert archive.backend.ids() == {2}


class Broken(ArticleIndex):
    """Prepares articles, the second one without its text."""

    def full_prepare(self, article: Any) -> Any:
        prepared = super().full_prepare(article)
        if article.pk == 2:
            del prepared["text"]
        return prepared


def test_a_batch_that_can_not_be_written_leaves_what_was(archive: Archive) -> None:
    archive.put(it={"body": "هدنة"})
    batch = [Article(pk=pk, title="خبر", body="حريق") for pk in (1, 2)]
    with pytest.raises(KeyError):
        archive.backend.apply(Broken(), batch, ())
    with pytest.raises(KeyError):
        archive.backend.rebuild(Broken(), [batch])

    assert archive.ask("هدنة") == ["it"]
    assert archive.ask("حريق") == []
    archive.put(other={"body": "حريق"})  # nobody holds the lock any more
    assert archive.ask("حريق") == ["other"]


def stopped(archive: Archive) -> Path:
    """Leave a rebuild that stopped after article 1; give its folder."""

    def chunks() -> Iterator[list[Article]]:
        yield [Article(pk=1, title="خبر", body="هدنة")]
        raise InterruptedError

    with pytest.raises(InterruptedError):
        archive.backend.rebuild(archive.index, chunks())
    return max(archive.path.glob("[0-9]*"), key=lambda folder: int(folder.name))


@in_files
def test_a_stopped_rebuild_is_given_up_where_its_files_are_gone(
    archive: Archive,
) -> None:
    archive.put(it={"body": "زلزال"})
    folder = stopped(archive)
    assert archive.backend.built_up_to() == 1
    for path in folder.iterdir():
        if path.name != "VERSION.json":
            path.unlink()
    archive.backend.forget()

    assert archive.backend.built_up_to() == 0
    assert not folder.exists()
    assert archive.ask("زلزال") == ["it"]


@in_files
def test_what_is_let_go_of_is_read_anew(archive: Archive) -> None:
    archive.put(it={"body": "هدنة"})
    assert archive.ask("هدنة") == ["it"]
    archive.rebuild({"other": {"body": "هدنة"}})  # older files are let go of
    assert archive.ask("هدنة") == ["other"]
    archive.backend.forget()
    assert archive.ask("هدنة") == ["other"]
    (archive.path / "CURRENT").unlink()
    with pytest.raises(EngineFault):
        archive.found("هدنة")
