"""``rebuild`` over the database: chunks, resumed, nothing lost between."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from search import outbox, rebuilding
from search.engine import archive_backend
from search.rebuilding import rebuild
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
