"""What the commands say where there is little, much or nothing to answer with."""

from __future__ import annotations

import os
import signal
from io import StringIO
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from search.indexing import outbox
from search.management.commands import reindex, worker
from search.models import LedgerChange, Machine
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def said(*arguments: str, **options: Any) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out, **options)
    return out.getvalue()


def test_a_rebuild_tells_how_long_the_rest_takes() -> None:
    out = StringIO()
    command = reindex.Command(stdout=out)
    command._since = None
    command._progress(1, 3)
    command._progress(2, 3)

    first, second = out.getvalue().splitlines()
    assert first == "1/3"
    assert second.startswith("2/3 · بقي نحو")


def test_without_an_index_find_says_so_and_answers() -> None:
    ArticleFactory(title="هدنة")

    answer = said("find", "هدنة")
    assert "بحث احتياطي" in answer
    assert "] هدنة" in answer


def test_without_an_index_nothing_is_exported_by_a_query(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="reindex"):
        call_command("export_articles", str(tmp_path / "a.csv"), "هدنة")


def test_an_export_goes_into_a_pipe(
    index: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    ArticleFactory(title="هدنة")
    outbox.drain()

    call_command("export_articles", "-", "هدنة", "--format", "csv")
    assert "هدنة".encode() in capsysbinary.readouterr().out


def test_verify_tells_each_fault_and_mends_it(index: Path) -> None:
    ArticleFactory(title="هدنة")
    outbox.Outbox.objects.all().delete()  # as if the change had been lost
    with pytest.raises(SystemExit):
        said("verify", "--quick")

    assert "أُصلح في الفهرس: 1" in said("verify", "--quick", "--mend")


# -- the worker -------------------------------------------------------------------


def test_the_worker_is_nice_and_ends_when_it_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    handlers: dict[int, Any] = {}
    nice: list[int] = []
    looks: list[bool] = []

    def look(_stop: Event, uploads: bool) -> int:
        looks.append(uploads)
        handlers[signal.SIGTERM](signal.SIGTERM, None)
        return 0

    monkeypatch.setattr(signal, "signal", handlers.__setitem__)
    monkeypatch.setattr(os, "nice", nice.append)
    monkeypatch.setattr(worker, "_look", look)
    call_command("worker", every=0.01)

    assert nice == [worker.NICE]
    assert len(looks) == 1


def test_a_worker_without_the_turn_looks_once_and_asks_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looks: list[bool] = []
    monkeypatch.setattr(
        worker, "_look", lambda _stop, uploads: looks.append(uploads) or 0
    )
    worker._work_until(Event(), 0.001, False, uploads=False)
    assert looks == [False]


def test_a_batch_and_a_machine_are_named_for_the_log() -> None:
    batch = LedgerChange(number=7, article_ids=[1, 2])
    assert (str(batch), str(Machine(name="archive-2"))) == ("7: 2", "archive-2")


def away(*_: Any, **__: Any) -> Any:
    raise OSError("away")


def test_a_fault_is_logged_and_the_worker_goes_on(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(worker, "build_if_unusable", away)
    assert worker._look(Event(), uploads=True) == 0
    assert "could not work" in caplog.text


def test_a_mail_server_that_is_away_is_asked_again_in_an_hour(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(worker, "send_due", lambda most: asked.append(most) or away())
    letters = worker.Letters()
    letters.send()
    letters.send()
    assert asked == [worker.LETTERS_AT_ONCE]
    assert "letters could not be sent" in caplog.text
