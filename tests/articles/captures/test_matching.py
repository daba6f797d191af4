"""Which bytes are a new capture, which are a new article, which are nothing new."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from articles.ingest import Outcome, Result, Wishes, ingest
from articles.models import Article, Capture, Status
from articles.readers import RawDocument
from articles.readers.files import read_file
from tests.articles.readers.builders import answer, page, warc_of

pytestmark = pytest.mark.django_db

URL = "https://marfa.example/news/7"
TEXT = """ميناء رأس النخيل يستقبل {} سفينة في شهر واحد

قالت إدارة ميناء رأس النخيل إن {} سفينة رست في الميناء خلال شهر نيسان الماضي.
"""


def brought(number: int, url: str = URL, taken: str = "", **wishes: Any) -> Outcome:
    """Bring the text with this number in it, as it stood at an address at a time."""
    [document] = read_file("port.txt", TEXT.format(number, number).encode())
    assert isinstance(document, RawDocument)
    dated = replace(document, url=url, captured_at=taken)
    [outcome] = ingest([dated], Wishes(**wishes))
    return outcome


def shown() -> str:
    return Article.objects.get().title


def test_other_bytes_of_an_address_are_a_new_capture_of_its_article() -> None:
    first = brought(320)
    second = brought(350, "http://www.marfa.example/news/7/?utm_source=x#top")
    assert (first.result, second.result) == (Result.CREATED, Result.UPDATED)
    assert second.article == first.article
    assert Capture.objects.count() == 2
    assert "350" in shown()


def test_the_same_bytes_of_an_address_are_nothing_new() -> None:
    brought(320)
    assert brought(320, "http://marfa.example/news/7/").result is Result.UNCHANGED
    brought(350)
    assert brought(320).result is Result.UNCHANGED
    assert "350" in shown()
    assert Capture.objects.count() == 2


def test_an_older_capture_that_comes_later_changes_nothing_readers_see() -> None:
    brought(350, taken="2015-06-01T00:00:00Z")
    assert brought(320, taken="2014-06-01T00:00:00Z").result is Result.UPDATED
    assert "350" in shown()
    assert [one.stamp[:4] for one in Capture.objects.all()] == ["2015", "2014"]
    assert brought(320, taken="2014-06-01T00:00:00Z").result is Result.UNCHANGED


def test_an_address_that_goes_back_to_earlier_bytes_has_changed() -> None:
    brought(320, taken="2014-01-01T00:00:00Z")
    brought(350, taken="2014-02-01T00:00:00Z")
    assert brought(320, taken="2014-03-01T00:00:00Z").result is Result.UPDATED
    assert "320" in shown()
    assert brought(320, taken="2014-04-01T00:00:00Z").result is Result.UNCHANGED
    assert Capture.objects.count() == 3


def test_what_an_editor_corrected_outlives_a_new_capture() -> None:
    brought(320, corrections={"title": "عنوان صححه محرر"})
    brought(350)
    assert shown() == "عنوان صححه محرر"
    assert "350" in Article.objects.get().body


@pytest.mark.parametrize("url", ["", "https://marfa.example/", "http://marfa.example"])
def test_no_address_and_a_front_page_are_no_articles_address(url: str) -> None:
    brought(320, url)
    assert brought(350, url).result is Result.CREATED
    assert brought(350, url).result is Result.UNCHANGED
    assert Article.objects.count() == 2


def test_a_new_capture_does_not_publish_what_is_withdrawn() -> None:
    brought(320)
    Article.objects.update(status=Status.WITHDRAWN)
    brought(350, status=Status.PUBLISHED)
    assert Article.objects.get().status == Status.WITHDRAWN


@pytest.mark.long
def test_a_capture_is_dated_by_the_web_archive_it_came_in() -> None:
    record = answer(page().encode(), url=URL)
    archive = warc_of(record, compressed=False).replace(
        b"WARC-Type", b"WARC-Date: 2014-08-05T10:30:15Z\r\nWARC-Type", 1
    )
    list(ingest(read_file("زحف.warc", archive)))
    capture = Capture.objects.get()
    assert capture.stamp == "20140805103015"
    assert capture.received_at.year > 2014


def test_a_dry_run_tells_of_a_new_capture_and_stores_none() -> None:
    brought(320)
    assert brought(350, dry_run=True).result is Result.UPDATED
    assert brought(320, dry_run=True).result is Result.UNCHANGED
    assert Capture.objects.count() == 1


@pytest.mark.parametrize("taken", ["yesterday", "0001-01-01", "2014-13-01", ""])
def test_a_time_that_can_not_be_is_not_believed(taken: str) -> None:
    brought(320, taken=taken)
    assert Capture.objects.get().captured_at.year > 2014


RIVAL = """
import sys
import django
django.setup()
from articles.ingest import Wishes, ingest
from articles.readers import RawDocument
for number in range(40):
    url = f"https://marfa.example/news/{number}"
    text = f"عودة {number} عائلة إلى المرفأ\\n\\nقالت البلدية إن {number} عائلة عادت."
    text += sys.argv[1]
    document = RawDocument("a.txt", text.encode(), text, "text/plain", "utf-8", url=url)
    [outcome] = ingest([document], Wishes())
    assert outcome.article, outcome.reason
"""


@pytest.mark.faults
def test_processes_that_bring_one_address_at_once_make_one_article(
    tmp_path: Path,
) -> None:
    database = tmp_path / "archive.sqlite3"
    environment = os.environ | {
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{database}",
        "DJANGO_SETTINGS_MODULE": "portal.settings",
    }
    here = {"cwd": settings.BASE_DIR, "env": environment}
    migrate = [sys.executable, "manage.py", "migrate", "-v0"]
    subprocess.run(migrate, check=True, **here)
    rivals = [
        subprocess.Popen([sys.executable, "-c", RIVAL, name], **here)
        for name in ("أولى", "ثانية", "ثالثة")
    ]
    assert [rival.wait() for rival in rivals] == [0, 0, 0]
    with closing(sqlite3.connect(database)) as stored:
        for table, count in (("articles_article", 40), ("articles_capture", 120)):
            query = f"SELECT count(*) FROM {table}"
            assert stored.execute(query).fetchone() == (count,)
