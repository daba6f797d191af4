"""No change is ever lost between the database and the index."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core import signals
from django.db import close_old_connections, transaction

from articles import changes
from articles.models import Article, Status
from search.engine import archive_backend
from search.indexing import outbox
from search.models import Outbox
from search.signal_processor import _answering
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def indexed() -> set[int]:
    return archive_backend().ids()


def test_a_saved_article_enters_after_commit(
    index: Path, django_capture_on_commit_callbacks: Any
):
    with django_capture_on_commit_callbacks(execute=True):
        article = ArticleFactory()
        assert outbox.waiting() == 1
        assert indexed() == set()

    assert indexed() == {article.pk}
    assert outbox.waiting() == 0


def test_a_save_does_not_bring_in_what_others_left_behind(
    index: Path,
    django_capture_on_commit_callbacks: Any,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(outbox, "PROMPT_BATCH", 3)
    ArticleFactory.create_batch(10)
    with django_capture_on_commit_callbacks(execute=True):
        article = ArticleFactory()

    assert outbox.waiting() == 8
    assert article.pk in indexed()
    assert len(indexed()) == 3
    assert outbox.drain() == 8
    assert len(indexed()) == 11


def test_who_is_told_to_stop_leaves_the_rest_for_later(
    index: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(outbox, "BATCH", 2)
    ArticleFactory.create_batch(5)
    looks = iter([False, False, True, True])
    assert outbox.drain(stopped=lambda: next(looks)) == 2
    assert outbox.waiting() == 3
    assert outbox.drain() == 3
    assert len(indexed()) == 5


@pytest.mark.django_db(transaction=True)
def test_a_rolled_back_save_leaves_no_trace(index: Path):
    with transaction.atomic():
        ArticleFactory()
        transaction.set_rollback(True)

    assert outbox.waiting() == 0
    assert indexed() == set()


@pytest.mark.parametrize("status", [Status.DRAFT, Status.WITHDRAWN])
def test_what_is_not_published_leaves_the_index(index: Path, status: Status):
    article = ArticleFactory()
    outbox.drain()
    article.status = status
    article.save()
    outbox.drain()

    assert indexed() == set()


def test_a_deleted_article_leaves_the_index(index: Path):
    article = ArticleFactory()
    outbox.drain()
    article.delete()
    outbox.drain()

    assert indexed() == set()


def test_changes_without_signals_are_told_by_enqueue(index: Path, find: Any):
    article = ArticleFactory()
    outbox.drain()
    Article.objects.filter(pk=article.pk).update(title="حريق في الميناء")
    outbox.enqueue([article.pk])

    assert find("حريق").total == 1


def test_a_batch_is_brought_in_once_at_its_end(
    index: Path,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Any,
):
    drains: list[int] = []
    monkeypatch.setattr(outbox, "drain", lambda *_wishes: drains.append(1))

    with django_capture_on_commit_callbacks(execute=True), changes.batch():
        ArticleFactory.create_batch(5)

    assert outbox.waiting() == 5
    assert drains == [1]


@pytest.mark.parametrize(("in_request", "left"), [(True, 7), (False, 0)])
def test_a_request_brings_in_the_latest_of_a_batch_a_command_all(
    index: Path,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Any,
    *,
    in_request: bool,
    left: int,
):
    monkeypatch.setattr(outbox, "PROMPT_BATCH", 3)
    if in_request:
        # Like Django's own client: the connection is the test's, not the request's.
        signals.request_started.disconnect(close_old_connections)
        signals.request_started.send(sender=None)
        signals.request_started.connect(close_old_connections)

    with django_capture_on_commit_callbacks(execute=True), changes.batch():
        ArticleFactory.create_batch(10)
    _answering.set(False)

    assert outbox.waiting() == left


STEPS = [
    "search.engine.archive_backend",
    "search.backends.whoosh.backend.document",
    "search.backends.whoosh.backend.writing",
    "whoosh.writing.SegmentWriter._flush_segment",
    "whoosh.writing.SegmentWriter._commit_toc",
    "django.db.models.query.QuerySet.delete",
]


@pytest.mark.parametrize("step", STEPS)
def test_a_crash_at_any_step_means_the_work_is_done_again(
    index: Path, monkeypatch: pytest.MonkeyPatch, step: str, find: Any
):
    articles = ArticleFactory.create_batch(3)

    def crash(*args: Any, **kwargs: Any) -> None:
        raise OSError("no space left on device")

    with monkeypatch.context() as broken:
        name = (
            "search.indexing.outbox.archive_backend"
            if step.endswith("archive_backend")
            else step
        )
        broken.setattr(name, crash)
        with pytest.raises(OSError, match="no space"):
            outbox.drain()
        assert outbox.waiting() == 3

    assert outbox.drain() == 3
    assert indexed() == {article.pk for article in articles}
    assert find("عائلة").total == 3


def test_a_fault_of_the_index_never_reaches_who_saves(
    index: Path,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Any,
):
    def crash() -> None:
        raise OSError

    monkeypatch.setattr(outbox, "archive_backend", crash)
    with django_capture_on_commit_callbacks(execute=True):
        ArticleFactory()

    assert outbox.waiting() == 1


def test_who_finds_another_at_it_leaves_the_rows(index: Path):
    ArticleFactory()

    with outbox.writing_turn(wait=False) as ours:
        assert ours
        assert outbox.drain() == 0
    assert outbox.drain() == 1


def test_rows_written_while_draining_stay(index: Path, monkeypatch: pytest.MonkeyPatch):
    article = ArticleFactory()
    apply = archive_backend().apply
    changes_to_come = [article.pk]

    def change_meanwhile(*args: Any) -> None:
        apply(*args)
        if changes_to_come:
            Outbox.objects.create(article_id=changes_to_come.pop())

    monkeypatch.setattr(archive_backend(), "apply", change_meanwhile)

    assert outbox.drain() == 2


KILLED = """
import os, signal, sys
import django
django.setup()
from pathlib import Path
from search.backends.whoosh.writer import DocumentWriter, writing
from search.backends.documents import Document
step = sys.argv[2]
original = getattr(DocumentWriter, step)
def die(self, *args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(DocumentWriter, step, die)
with writing(Path(sys.argv[1])) as writer:
    numbers = dict.fromkeys(("id", "outlet", "section", "author", "published"), 7)
    writer.add(Document(numbers, {"body": ["كلمه"]}))
"""


@pytest.mark.faults
@pytest.mark.parametrize("step", ["_flush_segment", "_commit_toc"])
def test_a_killed_writer_leaves_the_index_whole_and_unlocked(
    index: Path, step: str, find: Any
):
    ArticleFactory()
    outbox.drain()
    folder = index / (index / "CURRENT").read_text().strip()

    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(folder), step],
        env=os.environ
        | {"DJANGO_SETTINGS_MODULE": "portal.settings", "DATA_DIR": str(index.parent)},
        check=False,
    )

    assert killed.returncode == -signal.SIGKILL
    assert find("عائلة").total == 1
    ArticleFactory()
    assert find("عائلة").total == 2
