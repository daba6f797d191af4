"""Whatever differs from the database is found, and the index is mended."""

from __future__ import annotations

import json
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.storage import storages
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from articles.models import Article, Figure
from search.backends.whoosh import WhooshEngine
from search.engine import archive_backend, article_index
from search.indexing import outbox
from search.indexing.verification import index_differences, mend_index, verify
from search.ledger import log
from search.ledger import store as ledger_store
from search.models import LedgerChange, Outbox
from tests.conftest import own_index
from tests.factories import BODY, ArticleFactory, CaptureFactory, FigureFactory

pytestmark = pytest.mark.django_db


def report(*options: str) -> tuple[int, dict[str, Any]]:
    """Run the command; give its exit code and its JSON."""
    out, code = StringIO(), 0
    try:
        call_command("verify", "--json", *options, stdout=out)
    except SystemExit as stopped:
        code = int(str(stopped.code))
    return code, json.loads(out.getvalue())


def faults(name: str, *options: str) -> list[str]:
    _, told = report(*options)
    return next(check["faults"] for check in told["checks"] if check["name"] == name)


@pytest.fixture
def archive(index: Path) -> list[Article]:
    """Two articles in the index, one with a capture and a figure."""
    articles = ArticleFactory.create_batch(2)
    CaptureFactory(article=articles[0])
    FigureFactory(article=articles[0])
    outbox.drain()
    return articles


@pytest.fixture
def many(index: Path) -> list[Article]:
    """Sixty articles in the index."""
    made = Article.objects.bulk_create(
        Article(title=f"عودة العائلات {number}", body=BODY) for number in range(60)
    )
    outbox.enqueue(article.pk for article in made)
    outbox.drain()
    return made


def inject_50(articles: list[Article]) -> None:
    """Spoil the index behind the outbox's back: 20 gone, 20 other words, 10 strangers.

    Of the stale ones some have another title, some another outlet, some another date.
    """
    stale = articles[20:40]
    for number, article in enumerate(stale):
        if number % 3 == 0:
            article.title += " معدّلا"
        elif number % 3 == 1:
            article.outlet_id = (article.outlet_id or 0) + 1000
        else:
            article.body = article.body.replace("180", "181")
    strangers = [
        Article(pk=9_000 + number, title="غريب", body="نص") for number in range(10)
    ]
    gone = [article.pk for article in articles[:20]]
    archive_backend().apply(article_index(), [*stale, *strangers], gone)


@pytest.mark.parametrize(
    "engine", ["whoosh", pytest.param("tantivy", marks=pytest.mark.long)]
)
def test_50_wrong_entries_are_found_and_mended(
    many: list[Article],
    engine: str,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("search.indexing.verification.AT_ONCE", 25)
    if engine == "tantivy":
        request.getfixturevalue("tantivy_index")
    inject_50(many)
    found = index_differences()
    assert (len(found.missing), len(found.stale), len(found.extra)) == (20, 20, 10)
    code, told = report()
    assert (code, told["ok"]) == (1, False)
    assert len(faults("index")) == 50

    code, told = report("--mend")
    assert (code, told["mended"]) == (0, 50)
    assert index_differences().all == frozenset()
    assert mend_index() == 0


@pytest.fixture
def tantivy_index(many: list[Article], own_files: Path, settings: Any) -> None:
    """Keep the index by the other engine."""
    from search.indexing.rebuilding import rebuild

    engine = settings.SEARCH_ENGINES["tantivy"]
    own_index(settings, own_files / "other", ENGINE=engine)
    rebuild()


def test_an_archive_in_order_is_told_to_be(archive: list[Article]) -> None:
    code, told = report()
    assert (code, told["ok"], told["mended"]) == (0, True, 0)
    names = {check["name"]: check["checked"] for check in told["checks"]}
    assert names == {
        "index": 2,
        "outbox": 0,
        "ledger": 0,
        "machines": 0,
        "captures": 1,
        "figures": 1,
    }
    out = StringIO()
    call_command("verify", stdout=out)
    assert out.getvalue().count("سليم") == 6


def test_what_waits_for_the_index_is_no_fault_unless_it_waits_long(
    archive: list[Article],
) -> None:
    archive[0].title = "عنوان جديد"
    archive[0].save()
    assert all(check.ok for check in verify())
    Outbox.objects.update(created_at=timezone.now() - timedelta(minutes=11))
    assert "11" in faults("outbox")[0]


def test_a_ledger_that_stays_behind_is_told(archive: list[Article]) -> None:
    assert faults("ledger") == []
    log.append([archive[0].pk])
    assert faults("ledger") == []
    LedgerChange.objects.update(created_at=timezone.now() - timedelta(minutes=11))
    assert "11" in faults("ledger")[0]
    (ledger_store.generations().root / "CURRENT").unlink()
    assert "worker" in faults("ledger")[0]


def test_a_flipped_byte_of_a_capture_is_found(archive: list[Article]) -> None:
    capture = archive[0].captures.get()
    path = Path(storages["captures"].path(capture.path))
    data = bytearray(path.read_bytes())
    data[0] ^= 1
    path.chmod(0o640)
    path.write_bytes(data)
    assert capture.sha256 in faults("captures")[0]
    assert faults("captures", "--quick") == []
    path.write_bytes(data[1:])
    assert capture.sha256 in faults("captures", "--quick")[0]
    path.unlink()
    assert "مفقودة" in faults("captures", "--quick")[0]


def test_a_figure_that_misquotes_its_text_is_found(archive: list[Article]) -> None:
    Figure.objects.update(start=3)
    assert str(archive[0].pk) in faults("figures")[0]
    code, _ = report("--mend")
    assert code == 1


def test_an_index_that_can_not_answer_is_told_and_built_anew(
    archive: list[Article], index: Path
) -> None:
    (index / "CURRENT").unlink()
    archive_backend().forget()
    assert "الفهرس لا يجيب" in faults("index")[0]
    assert report("--mend")[0] == 0
    assert isinstance(archive_backend(), WhooshEngine.backend)


def test_staff_see_the_quick_part_of_it(client: Client, archive: list[Article]) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/healthz?deep=1").status_code == 403
    client.force_login(User.objects.create_user("قارئ"))
    assert client.get("/healthz?deep=1").status_code == 403
    client.force_login(User.objects.create_user("محرر", is_staff=True))
    answer = client.get("/healthz?deep=1")
    assert answer.status_code == 200
    assert set(answer.json()["checks"]) == {
        "index",
        "outbox",
        "ledger",
        "machines",
        "captures",
    }
    archive_backend().apply(article_index(), [], [archive[0].pk])
    answer = client.get("/healthz?deep=1")
    assert answer.status_code == 503
    assert answer.json()["checks"]["index"]["faults"]
