"""Whatever the site stands on fails, each page says so in Arabic and tells no more."""

from __future__ import annotations

import errno
import shutil
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as site
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.files.storage import FileSystemStorage
from django.db import OperationalError, connection
from django.db.backends.utils import CursorWrapper
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import Settings

from articles.models import Article, Status
from search.backends.contract import EngineAway, Health
from search.engine import archive_backend
from search.indexing import outbox
from search.models import Outbox
from tests.factories import ArticleFactory, figure_of
from tests.trust.archive import Archive, addresses
from tests.trust.conftest import Measured

pytestmark = pytest.mark.django_db

SECRET = "10.0.0.7/zqsecretqz"
"""Stands in each fault: who reads a page learns nothing of it."""

Break = Callable[[pytest.MonkeyPatch], None]


def fails_with(fault: Exception) -> Callable[..., Any]:
    def fail(*_given: Any, **_named: Any) -> Any:
        raise fault

    return fail


def no_database(patch: pytest.MonkeyPatch) -> None:
    away = fails_with(OperationalError(f"connection refused at {SECRET}"))
    for name in ("execute", "executemany"):
        patch.setattr(CursorWrapper, name, away)


def no_engine(patch: pytest.MonkeyPatch) -> None:
    backend = type(archive_backend())
    for name in ("find", "frequencies", "apply", "ids", "digests"):
        patch.setattr(backend, name, fails_with(EngineAway(SECRET)))
    patch.setattr(backend, "health", lambda _self: Health(usable=False, away=True))


def no_index(_patch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(site.HAYSTACK_CONNECTIONS["default"]["PATH"])
    archive_backend().forget()


def no_files(patch: pytest.MonkeyPatch) -> None:
    broken = fails_with(OSError(errno.EIO, f"Input/output error at {SECRET}"))
    for name in ("_open", "_save", "size", "exists"):
        patch.setattr(FileSystemStorage, name, broken)


def no_outbox(patch: pytest.MonkeyPatch) -> None:
    locked = fails_with(OperationalError(f"locked: {SECRET}"))
    for name in ("exists", "bulk_create", "values_list", "count", "filter"):
        patch.setattr(Outbox.objects, name, locked, raising=False)


def clock_off_by(days: int) -> Break:
    def set_clock(patch: pytest.MonkeyPatch) -> None:
        moment = timezone.now() + timedelta(days=days)
        patch.setattr(timezone, "now", lambda: moment)
        patch.setattr("time.time", moment.timestamp)

    return set_clock


FAULTS: dict[str, tuple[Break, set[int]]] = {
    "database": (no_database, {503}),
    "engine": (no_engine, set()),
    "files": (no_files, {503}),
    "outbox": (no_outbox, set()),
    "clock a day behind": (clock_off_by(-1), set()),
    "clock a day ahead": (clock_off_by(1), set()),
    "index": (no_index, set()),
}
"""How to break what the site stands on, and what a page may say then but the usual."""


@pytest.fixture
def boss(settings: Settings) -> Client:
    settings.SESSION_COOKIE_AGE = 90 * 24 * 3600  # a day ahead, nobody is signed out
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.create_superuser("boss"))
    return client


def pages_of(archive: Archive) -> list[str]:
    """Give an address of each name, with a question where it has one, and the desk."""
    last = {
        name: address
        for name, address in addresses(archive, "published")
        if not address.startswith("/en/")
    }
    article = archive.articles["published"].pk
    desk = ["index", "articles_article_changelist", "articles_upload_add"]
    return [
        *last.values(),
        *(reverse(f"admin:{name}") for name in desk),
        reverse("admin:articles_article_change", args=[article]),
    ]


def answer(client: Client, address: str) -> tuple[int, str]:
    """Ask; what streams is read to its end."""
    cache.clear()
    response = client.get(address)
    said = response.getvalue().decode("utf-8", "replace")
    response.close()
    assert SECRET not in said, address
    assert "Traceback" not in said, address
    if response.status_code == 503 and "json" not in response["Content-Type"]:
        assert response["Retry-After"], address
        assert "الأرشيف غير متاح الآن" in said, address
    return response.status_code, said


@pytest.mark.long(minutes=1)
def test_no_fault_breaks_a_page_or_tells_of_itself(
    archive: Archive, boss: Client, trust_figure: Measured
) -> None:
    pages = pages_of(archive)
    usual = {address: answer(boss, address)[0] for address in pages}
    assert set(usual.values()) <= {200, 302, 400, 404, 405}, usual
    broken, away = [], Counter[str]()
    for name, (break_it, allowed) in FAULTS.items():
        with pytest.MonkeyPatch.context() as patch:
            break_it(patch)
            for address, status in usual.items():
                now, _page = answer(boss, address)
                away[name] += now != status
                if now not in {status, *allowed}:
                    broken.append(f"{name}: {address} {status} -> {now}")
    healed = {address: answer(boss, address)[0] for address in pages}

    assert broken == []
    assert healed == usual
    assert away["database"] > 50
    trust_figure(
        f"{len(FAULTS)} faults on {len(pages)} pages: 0 error pages, 503 in Arabic "
        f"without the database ({away['database']}) or a file ({away['files']})"
    )


# -- Without an archive of everything -------------------------------------------------


def test_a_file_that_breaks_while_nothing_is_sent_yet_is_told_as_a_page(
    client: Client,
) -> None:
    client.raise_request_exception = False
    figure_of(ArticleFactory(), "180", value=180)
    for address in ("/figures.csv", "/search/export.csv", "/captures/manifest.txt"):
        with pytest.MonkeyPatch.context() as patch:
            no_database(patch)
            assert answer(client, address)[0] == 503
        # A server's connection is given up after a fault, and with it this test's.
        if connection.vendor == "sqlite":
            assert answer(client, address)[0] == 200


def publish(boss: Client, article: Article) -> int:
    form = {"action": "publish", "_selected_action": [article.pk]}
    return boss.post(reverse("admin:articles_article_changelist"), form).status_code


@pytest.mark.parametrize(
    ("fault", "status", "stands"),
    [
        ("outbox", 503, Status.DRAFT),
        ("engine", 302, Status.PUBLISHED),
        ("clock a day behind", 302, Status.PUBLISHED),
    ],
)
@pytest.mark.django_db(transaction=True)
def test_what_is_confirmed_is_done_and_the_rest_not_at_all(
    boss: Client, index: Path, fault: str, status: int, stands: str
) -> None:
    article = ArticleFactory(status=Status.DRAFT)
    outbox.drain()
    with pytest.MonkeyPatch.context() as patch:
        FAULTS[fault][0](patch)
        assert publish(boss, article) == status
    article.refresh_from_db()
    assert article.status == stands
    outbox.drain()
    assert archive_backend().ids() == (
        {article.pk} if stands == Status.PUBLISHED else set()
    )
