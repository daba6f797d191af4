"""No clock and no zone moves the news: what was printed is what is shown."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise, product
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from articles.ingest import Result, ingest
from articles.models import Article, Status
from articles.presentation.calendar import printed_date
from articles.readers.files import read_file
from search.indexing import outbox
from search.indexing.verification import verify
from tests.conftest import Measured
from tests.factories import ArticleFactory
from tests.trust.archive import LATER

pytestmark = pytest.mark.django_db

ZONES = ("Asia/Damascus", "Africa/Cairo", "America/New_York")
DAY = timedelta(days=1)


def changes_of(zone: ZoneInfo, year: int) -> Iterator[datetime]:
    """Give when the clocks of a zone were changed in a year, by these clocks."""
    first = datetime(year, 1, 1, tzinfo=UTC)
    hours = [(first + timedelta(hours=n)).astimezone(zone) for n in range(365 * 24)]
    for before, after in pairwise(hours):
        if before.utcoffset() != after.utcoffset():
            yield before.replace(tzinfo=None)


def edges() -> list[datetime]:
    """Give forty moments of outlets' clocks where a day or an offset changes."""
    changes = [
        change + timedelta(minutes=minutes)
        for zone, year in product(map(ZoneInfo, ZONES), (2014, 2022, 2024))
        for change in changes_of(zone, year)
        for minutes in (0, 61)
    ]
    midnights = [
        datetime(*day) + timedelta(minutes=minutes)
        for day in ((2014, 8, 5), (2016, 2, 29), (2022, 12, 31), (2023, 10, 29))
        for minutes in (-1, 0, 1, 1439)
    ]
    return random.Random(39).sample(changes, 24) + midnights


def printings(number: int, at: datetime) -> Iterator[tuple[str, str]]:
    """Give a text, and a page that tells an offset, both printed at a moment."""
    said = f"قالت البلدية إن {number} عائلة عادت إلى بيوتها في المرفأ القديم أمس."
    yield f"{number}.txt", f"عودة {number}\n\n{at:%d.%m.%Y | %H:%M}\n\n{said}\n"
    stamp = f"{at:%Y-%m-%dT%H:%M}:00+03:00"
    yield (
        f"{number}.html",
        f'<html><head><meta property="article:published_time" content="{stamp}">'
        f"<title>خبر {number}</title></head><body><h1>خبر {number}</h1>"
        f"<p>{said}</p><p>وأضافت {said}</p></body></html>",
    )


@pytest.mark.long
def test_the_printed_date_is_the_shown_date_in_every_zone(
    client: Client, settings: Settings, trust_figure: Measured
) -> None:
    moments, shown = edges(), 0
    assert len(moments) == 40
    for number, at in enumerate(moments):
        settings.TIME_ZONE = ZONES[number % 3]
        label, text = list(printings(number, at))[number % 2]
        (outcome,) = ingest(read_file(label, text.encode()))
        assert outcome.result is Result.CREATED, (label, outcome)
        article = Article.objects.get(pk=outcome.article.pk)
        Article.objects.filter(pk=article.pk).update(status=Status.PUBLISHED)
        assert (article.published_on, article.published_time) == (
            at.date(),
            at.time(),
        ), label
        printed = printed_date(at.date(), at.time(), "minute", full=True)
        for zone in ZONES:
            settings.TIME_ZONE = zone
            cache.clear()
            page = client.get(article.get_absolute_url()).content.decode()
            assert printed in re.sub(r"<[^>]+>|\s+(?=<)", "", page), (zone, at)
            assert f"{at:%Y-%m-%d}" in page
            shown += 1
    trust_figure(f"{len(moments)} moments in {len(ZONES)} zones: {shown} dates as told")


@pytest.fixture
def in_order(index: Path) -> list[str]:
    """Store articles of several days; give the lists that readers sort by time."""
    for day in range(1, 6):
        ArticleFactory(title=f"خبر {day}", published_on=datetime(2014, 8, day))
    outbox.drain()
    return ["/browse/latest/", "/feed/", "/search/?q=&sort=newest", "/browse/2014/8/"]


def titles(client: Client, address: str) -> list[str]:
    cache.clear()
    return re.findall(r"خبر \d+", client.get(address).content.decode())


JUMPS = [
    pytest.param(-DAY, id="back", marks=pytest.mark.long),
    pytest.param(DAY, id="ahead"),
]


@pytest.mark.parametrize("jump", JUMPS)
def test_a_clock_that_jumps_loses_nothing_and_keeps_the_order(
    client: Client,
    in_order: list[str],
    jump: timedelta,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waiting = ArticleFactory(status=Status.REVIEWED, publish_at=LATER)
    before = {address: titles(client, address) for address in in_order}
    there = timezone.now() + jump
    monkeypatch.setattr(timezone, "now", lambda: there)
    text = "عودة جديدة\n\n06.08.2014\n\nقالت البلدية إن 90 عائلة عادت إلى المرفأ."
    (outcome,) = ingest(read_file("new.txt", text.encode()))
    outbox.drain()

    assert outcome.result is Result.CREATED
    assert {address: titles(client, address) for address in in_order} == before
    monkeypatch.undo()
    assert {address: titles(client, address) for address in in_order} == before
    assert [fault for check in verify() for fault in check.faults] == []
    waiting.refresh_from_db()
    assert waiting.status == Status.REVIEWED


@pytest.mark.parametrize("jump", JUMPS)
def test_what_was_published_on_time_stays_so(
    client: Client, index: Path, jump: timedelta, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = timezone.now()
    due = ArticleFactory(
        status=Status.REVIEWED, publish_at=now - timedelta(minutes=1), title="موعد"
    )
    assert "موعد" in client.get("/").content.decode()
    monkeypatch.setattr(timezone, "now", lambda: now + jump)
    cache.clear()
    assert "موعد" in client.get("/").content.decode()
    assert client.get(due.get_absolute_url()).status_code == 200
