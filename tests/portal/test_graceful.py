"""The site is restarted while it is read, and nobody notices."""

from __future__ import annotations

import re
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from http.client import HTTPException
from pathlib import Path
from threading import Event, Thread

import pytest

from articles.models import Status
from tests.portal.site import PATIENCE, Site, archive_at, end, wait_until, workers_of
from tests.trust.own_archive import OwnArchive

pytestmark = [pytest.mark.long, pytest.mark.faults]


MakeSite = Callable[..., Site]


class Readers:
    """Ask for pages all the time, and note every answer that is not whole."""

    def __init__(self, site: Site, count: int = 4) -> None:
        self.answered, self.faults = 0, list[str]()
        self._site, self._stop = site, Event()
        self._threads = [Thread(target=self._read, args=[n]) for n in range(count)]
        for thread in self._threads:
            thread.start()

    def _read(self, number: int) -> None:
        addresses = ("/", f"/articles/{number + 1}/", "/search/?q=180", "/browse/")
        while not self._stop.is_set():
            for address in addresses:
                try:
                    status, page = self._site.get(address)
                except (OSError, HTTPException) as fault:
                    self.faults.append(f"{address}: {fault!r}")
                    continue
                if status != 200 or not page.rstrip().endswith("</html>"):
                    self.faults.append(f"{address}: {status}")
                self.answered += 1

    def stop(self) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return archive_at(tmp_path / "archive")


@pytest.fixture
def make_site(folder: Path) -> Iterator[MakeSite]:
    """Make sites of the archive, with settings of their own."""
    with ExitStack() as stack:
        yield lambda **settings: stack.enter_context(closing(Site(folder, **settings)))


def test_no_reader_is_turned_away_while_the_site_is_restarted(make_site: MakeSite):
    site = make_site()
    server = site.start()
    readers = Readers(site)
    try:
        for _time in range(2):
            before = workers_of(server)
            server.send_signal(signal.SIGHUP)
            wait_until(lambda old=before: not old & workers_of(server))
        answered = readers.answered
        for _time in range(2):
            end(server)
            server = site.start()
        wait_until(lambda: readers.answered > max(answered + 20, 40))
    finally:
        readers.stop()
        end(server)
    assert readers.faults == []


def test_who_is_about_to_leave_says_so_first_and_serves_on(make_site: MakeSite):
    site = make_site(LEAVING_SECONDS="3")
    server = site.start()
    server.send_signal(signal.SIGTERM)
    wait_until(lambda: site.get("/readyz") == (503, '{"status": "leaving"}'))
    assert site.get("/")[0] == 200
    assert site.get("/healthz")[0] == 200
    assert server.wait(PATIENCE) == 0


def test_processes_count_together_and_go_on_after_others_end(
    folder: Path, make_site: MakeSite
):
    site = make_site(METRICS="1", WEB_WORKERS="3")
    with site.running() as server:
        for _time in range(30):
            assert site.get("/browse/")[0] == 200
        assert {counted(site) for _time in range(9)} == {30}
        before = workers_of(server)
        server.send_signal(signal.SIGHUP)
        wait_until(lambda: not before & workers_of(server))
        for _time in range(10):
            assert site.get("/browse/")[0] == 200
        assert {counted(site) for _time in range(9)} == {40}
        told = site.get("/metrics")[1]
        assert told.count("\narchive_articles ") == 1
        assert "\narchive_articles 20.0\n" in told
        assert "pid=" not in told
        # What an ended process counted is put to the rest a moment after its end.
        wait_until(lambda: counting(folder) <= {"ended"} | workers_of(server))
    with site.running():
        site.get("/browse/")
        assert counted(site) == 1  # of this server, as its counters began with it


def counting(folder: Path) -> set[str]:
    """Give the processes whose counters are kept, and what stands for ended ones."""
    return {path.stem.partition("_")[2] for path in folder.glob("metrics/*.db")}


def counted(site: Site) -> int:
    """Give how often a page was asked for, as any one process tells it."""
    labels = r'\{method="GET",status="200",view="articles:browse"\}'
    line = rf"archive_requests_total{labels} (\d+)"
    found = re.search(line, site.get("/metrics")[1])
    assert found
    return int(found[1])


ORDER = f"""
import json
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from articles import uploads
user = User.objects.create_superuser("desk")
text = "قالت إدارة الميناء إن السفينة {{0}} رست على الرصيف القديم وحمولتها {{0}} طنا."
rows = (
    dict(title=f"السفينة {{n}} ترسو في الميناء", text=text.format(n))
    for n in range(300)
)
lines = "".join(json.dumps(row) + "\\n" for row in rows)
file = SimpleUploadedFile("زاحف.jsonl", lines.encode())
upload = uploads.receive([file], user, seconds=1)
uploads.open_files(upload, seconds=60)
uploads.begin(upload, "{Status.PUBLISHED}", user)
"""


def test_the_worker_ends_between_two_items(tmp_path: Path):
    folder = tmp_path / "archive"
    folder.mkdir()
    archive = OwnArchive(folder)
    archive.make()
    assert archive.start(ORDER).communicate() == ("", "")
    stored = "SELECT COUNT(*) FROM articles_uploaditem WHERE outcome != ''"
    articles = "SELECT COUNT(*) FROM articles_article"
    work = "from django.core.management import call_command as c; c('worker')"
    worker = archive.start(work)
    try:
        wait_until(lambda: int(str(archive.ask(stored))) > 20)
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(PATIENCE) == 0
    finally:
        worker.kill()
        worker.communicate()
    done = archive.ask(stored)
    assert 20 < int(str(done)) < 300
    assert archive.ask(articles) == done
    with sqlite3.connect(archive.database) as database:
        assert database.execute("PRAGMA quick_check").fetchone() == ("ok",)
