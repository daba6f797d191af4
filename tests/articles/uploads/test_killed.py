"""A worker that is killed again and again: an upload ends complete, nothing twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.trust.own_archive import OwnArchive

ITEMS = int(os.environ.get("UPLOAD_ITEMS", "2000"))
"""UPLOAD_ITEMS=5000 is an upload as large as any was asked to be: 5 minutes."""
PATIENCE = 600.0

ORDER = f"""
import json
import random
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from articles import uploads
from articles.models import Status
user = User.objects.create_superuser("desk")
# Each like no other: what is alike is looked at as a reprint, one with all.
words = ["سفينة", "رصيف", "حمولة", "قمح", "سوق", "جسر", "نهر", "عاصفة", "وفد", "مصرف"]
def text(n):
    some = random.Random(n).sample(words, 9)
    some = " ".join(f"{{word}}{{n * 7 % 990}}" for word in some)
    return f"قالت إدارة الميناء إن السفينة {{n}} رست، {{some}}، وحمولتها {{n}} طنا."
rows = (
    dict(title=f"السفينة {{n}} ترسو في الميناء", text=text(n)) for n in range({ITEMS})
)
lines = "".join(json.dumps(row) + "\\n" for row in rows)
file = SimpleUploadedFile("زاحف.jsonl", lines.encode())
upload = uploads.receive([file], user, seconds=1)
uploads.open_files(upload, seconds=60)
uploads.begin(upload, Status.PUBLISHED, user)
"""


WORK = """
from django.core.management import call_command
call_command("worker", every=0.1)
"""


def wait(until: Callable[[], bool]) -> None:
    """Wait until something has happened."""
    deadline = time.monotonic() + PATIENCE
    while not until():
        assert time.monotonic() < deadline, "it never came to that"
        time.sleep(0.05)


@contextmanager
def ended(process: subprocess.Popen[str], how: signal.Signals):
    try:
        yield
    finally:
        process.send_signal(how)
        process.communicate()


@pytest.mark.long(minutes=5)
@pytest.mark.faults
def test_an_upload_killed_three_times_ends_complete_and_nothing_twice(
    tmp_path: Path,
) -> None:
    archive = OwnArchive(tmp_path / "archive")
    archive.make()
    assert archive.start(ORDER).communicate() == ("", "")
    stored = "SELECT COUNT(*) FROM articles_uploaditem WHERE outcome != ''"
    for step in (350, 900, 1_450):
        with ended(archive.start(WORK), signal.SIGKILL):
            wait(lambda step=step: archive.ask(stored) >= step)
    assert archive.ask(stored) < ITEMS
    state = "SELECT COUNT(*) FROM articles_upload WHERE state = 'stored'"
    waiting = "SELECT COUNT(*) FROM search_outbox"
    with ended(archive.start(WORK), signal.SIGTERM):
        wait(lambda: archive.ask(state) == 1 and archive.ask(waiting) == 0)

    created = "articles_uploaditem WHERE outcome = 'created'"
    assert archive.ask(f"SELECT COUNT(DISTINCT article_id) FROM {created}") == ITEMS
    for counted in (
        "articles_article",
        "articles_capture",
        "django_admin_log WHERE action_flag = 1 AND object_repr LIKE 'السفينة%'",
    ):
        assert archive.ask(f"SELECT COUNT(*) FROM {counted}") == ITEMS, counted
    assert archive.ask("SELECT COUNT(DISTINCT title) FROM articles_article") == ITEMS
    assert not list((tmp_path / "archive" / "files").rglob("uploads/*/*"))
    kept = (tmp_path / "archive" / "captures").rglob("*")
    assert sum(path.is_file() for path in kept) == ITEMS


@pytest.mark.faults
def test_a_killed_worker_is_started_again_by_serve(tmp_path: Path) -> None:
    from portal.management.commands.serve import Supervised

    supervised = Supervised([sys.executable, "-c", "import time; time.sleep(60)"])
    first = supervised.pid
    assert first
    os.kill(first, signal.SIGKILL)
    deadline = time.monotonic() + 20
    while supervised.pid in (first, None) and time.monotonic() < deadline:
        supervised.keep_running()
        time.sleep(0.05)
    second = supervised.pid
    assert second not in (first, None)
    supervised.end()
    with pytest.raises(ProcessLookupError):
        os.kill(second or 0, 0)
