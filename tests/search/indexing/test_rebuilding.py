"""``rebuild`` over the database: chunks, resumed, nothing lost between."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from articles.models import Article
from search.engine import archive_backend, article_index
from search.indexing import outbox, rebuilding
from search.indexing.digests import id_ranges
from search.indexing.rebuilding import rebuild
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def kill_after(articles: int) -> Any:
    def progress(done: int, total: int) -> None:
        if done >= articles:
            raise KeyboardInterrupt

    return progress


@pytest.fixture
def half_built(index: Path, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Five articles, two of them in a rebuild that was killed."""
    monkeypatch.setattr(rebuilding, "CHUNK", 2)
    articles = ArticleFactory.create_batch(5)
    outbox.drain()
    with pytest.raises(KeyboardInterrupt):
        rebuild(kill_after(2))
    return articles


def seen(progress: list[tuple[int, int]]) -> Any:
    return lambda done, total: progress.append((done, total))


def test_a_rebuild_goes_on_where_it_was_killed(half_built: list[Any]):
    progress: list[tuple[int, int]] = []

    assert rebuild(seen(progress)) == 5
    assert progress == [(4, 5), (5, 5)]
    assert archive_backend().ids() == {article.pk for article in half_built}


def test_a_rebuild_anew_begins_at_the_first(half_built: list[Any]):
    progress: list[tuple[int, int]] = []

    assert rebuild(seen(progress), anew=True) == 5
    assert progress == [(2, 5), (4, 5), (5, 5)]


def test_changes_between_kill_and_resume_are_in_the_new_generation(
    half_built: list[Any], find: Any
):
    changed, deleted = half_built[:2]
    changed.title = "حريق في الميناء"
    changed.save()
    deleted.delete()
    assert find("حريق").total == 1  # the generation in use has it at once

    rebuild()
    assert find("حريق").total == 1
    assert len(archive_backend().ids()) == 4
    assert outbox.waiting() == 0


@pytest.mark.parametrize("at_once", [1, 2, 3, 100])
def test_what_differs_is_counted_by_ranges_of_ids(
    index: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
):
    monkeypatch.setattr(rebuilding, "IDS_AT_ONCE", at_once)
    articles = ArticleFactory.create_batch(5)
    outbox.drain()
    assert rebuilding.reason_to_rebuild() == ""
    stranger = Article(pk=articles[-1].pk + 9, title="غريب", body="نص")
    archive_backend().apply(article_index(), [stranger], [articles[2].pk])

    assert rebuilding.reason_to_rebuild().startswith("2 articles")


def test_the_last_range_of_ids_has_no_end(index: Path):
    first, second, third = (article.pk for article in ArticleFactory.create_batch(3))

    assert list(id_ranges(2)) == [(0, second), (second, None)]
    assert list(id_ranges(3)) == [(0, third), (third, None)]
    assert list(id_ranges(9)) == [(0, None)]
    within = [set(ids.of(Article.objects.all())) for ids in id_ranges(2)]
    assert [{article.pk for article in found} for found in within] == [
        {first, second},
        {third},
    ]
