"""An archive that is exported and imported into an empty one is the same archive."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import storages
from django.core.management import call_command
from warcio.archiveiterator import ArchiveIterator

from articles.captures.article_record import record_of
from articles.captures.warc_export import warc_of, warc_of_query
from articles.ingest import Result, Wishes, ingest
from articles.models import Article, Capture, Outlet, Status
from articles.readers import RawDocument, RefusedFile, files
from articles.readers.files import read_file
from tests.factories import ArticleFactory, CaptureFactory, OutletFactory

pytestmark = pytest.mark.django_db

MOMENT = datetime(2014, 8, 5, 10, 30, 15, 123456, tzinfo=UTC)
LATER = datetime(2015, 1, 2, 3, 4, 5, tzinfo=UTC)
URL = "https://marfa.example/أخبار/7?id=1"


def an_archive() -> None:
    """Store one article of each kind: corrected, draft, twice captured, without any."""
    corrected = ArticleFactory(
        outlet=OutletFactory(name="صحيفة المرفأ", country="SY"),
        title="عنوان صححه محرر",
        corrected=["title", "title_derived"],
        removed=[
            {"start": 0, "end": 3, "reason": "signature", "text": "نشر"},
            # RIGHT-TO-LEFT OVERRIDE: what was cut is evidence as it was
            {"start": 9, "end": 10, "reason": "control_character", "text": "\u202e"},
        ],
        segments=[[0, 5, 20]],
        parser_version=1,
        agency="وكالة الساحل",
    )
    CaptureFactory(article=corrected, data="بايتات أولى".encode(), url=URL)
    CaptureFactory(
        article=corrected,
        data="بايتات ثانية".encode(),
        url=URL,
        captured_at=MOMENT,
        media_type="text/html",
        charset="cp1256",
        source="زحف.warc › 3.html",
    )
    draft = ArticleFactory(status=Status.DRAFT, outlet=None, published_on=None)
    CaptureFactory(article=draft, data=b"\x00\xff\r\n\r\nWARC/1.0\r\n")
    CaptureFactory(
        article=ArticleFactory(
            status=Status.WITHDRAWN,
            published_on=date(2017, 1, 1),
            published_precision="year",
        )
    )
    ArticleFactory(title="مقال بلا نسخة")


def state() -> list[dict[str, Any]]:
    """Tell everything that is stored of the articles, but for the numbers of rows."""
    return sorted(
        (
            record_of(article)
            | {
                "figures": sorted(article.figures.values_list("start", "quote")),
                "taken": sorted(
                    (one.sha256, one.url, one.captured_at, one.source, one.charset)
                    for one in article.captures.all()
                ),
                "country": article.outlet.country if article.outlet else None,
                "bytes": sorted(one.read() for one in article.captures.all()),
            }
            for article in Article.objects.all()
        ),
        key=lambda told: told["title"],
    )


def emptied() -> None:
    Article.objects.all().delete()
    Outlet.objects.all().delete()
    store = storages["captures"]
    for sub in store.listdir("")[0]:
        for inner in store.listdir(sub)[0]:
            for name in store.listdir(f"{sub}/{inner}")[1]:
                store.delete(f"{sub}/{inner}/{name}")


def imported(data: bytes, **wishes: Any) -> list[Any]:
    documents = read_file("أرشيف.warc.gz", data)
    return list(ingest(documents, Wishes(**{"trusted": True, **wishes})))


def exported() -> bytes:
    return b"".join(warc_of_query(Article.objects.all()))


@pytest.fixture
def archive() -> bytes:
    """Export an archive, import it once so that all is as it is stored; export that."""
    an_archive()
    first = exported()
    emptied()
    assert {one.result for one in imported(first)} == {Result.CREATED, Result.UPDATED}
    return exported()


def test_the_same_articles_captures_and_hashes_come_back(archive: bytes) -> None:
    before = state()
    assert len(before) == 4
    emptied()
    imported(archive)
    assert state() == before
    corrected = Article.objects.get(title="عنوان صححه محرر")
    assert corrected.corrected == ["title", "title_derived"]
    assert corrected.segments == [[0, 5, 20]]
    assert corrected.captures.last().captured_at == MOMENT
    assert Capture.objects.count() == 4


def test_a_second_import_changes_nothing(archive: bytes) -> None:
    before = list(Article.objects.order_by("pk").values())
    assert {one.result for one in imported(archive)} == {Result.UNCHANGED}
    assert list(Article.objects.order_by("pk").values()) == before


def test_an_import_that_is_not_trusted_decides_nothing_of_the_status(
    archive: bytes,
) -> None:
    emptied()
    imported(archive, trusted=False, status=Status.DRAFT)
    assert {one.status for one in Article.objects.all()} == {"draft"}


def test_a_correction_in_the_receiving_archive_wins(archive: bytes) -> None:
    article = Article.objects.get(title="عنوان صححه محرر")
    article.dateline_place = "عواصم"
    article.corrected = ["dateline_place"]
    article.parser_version = 0
    article.save()
    imported(archive)
    article.refresh_from_db()
    assert article.dateline_place == "عواصم"
    assert article.corrected == ["dateline_place", "title", "title_derived"]


def records(data: bytes) -> Iterator[tuple[Any, bytes]]:
    for record in ArchiveIterator(BytesIO(data), check_digests="raise"):
        yield record, record.content_stream().read()


def test_the_file_is_warc_with_digests_that_others_can_check(archive: bytes) -> None:
    told = list(records(archive))
    kinds = [record.rec_type for record, _ in told]
    assert kinds[0] == "warcinfo"
    assert kinds.count("resource") == 4
    resource = next(
        (record, data)
        for record, data in told
        if record.rec_type == "resource" and data.decode("utf-8", "replace")[-1] == "ة"
    )
    headers = resource[0].rec_headers
    assert resource[0].digest_checker.passed is True
    assert headers.get_header("WARC-Date") == "2014-08-05T10:30:15.123456Z"
    assert headers.get_header("WARC-Target-URI").startswith("https://marfa.example/%D8")
    assert headers.get_header("WARC-Payload-Digest").startswith("sha256:")
    assert archive.count(b"\x1f\x8b\x08\x00") >= len(told)


@pytest.mark.parametrize(
    "bad",
    [
        {"body": ""},
        {"body": 7},
        {"removed": [7]},
        {"segments": [[1, 2]]},
        {"published": "yesterday"},
        {"parser_version": -1},
    ],
)
def test_a_record_that_is_not_ours_is_refused_with_a_reason(bad: Any) -> None:
    article = ArticleFactory()
    capture = CaptureFactory(article=article)
    document = RawDocument(
        "x", capture.read(), "", "text/plain", "utf-8", stored_as=record_of(article)
    )
    emptied()
    spoilt = RawDocument(
        "x", b"x", "", "text/plain", "", stored_as={**document.stored_as, **bad}
    )
    [outcome] = ingest([spoilt])
    assert outcome.result is Result.REJECTED
    assert "تالف" in outcome.reason
    assert not Article.objects.exists()


def test_what_a_record_says_is_cleaned() -> None:
    told = record_of(ArticleFactory()) | {
        "title": "\u202eعنوان\x00",  # RIGHT-TO-LEFT OVERRIDE
        "body": "نص \x07سليم",
        "url": "javascript:alert(1)",
        "segments": [[0, 0, 3]],
        "corrected": ["title", "status", "evil", 7],
    }
    document = RawDocument("x", b"x", "", "text/plain", "", stored_as=told)
    [outcome] = ingest([document])
    article = outcome.article
    assert article is not None
    assert (article.title, article.body, article.url) == ("عنوان", "نص سليم", "")
    assert article.segments == []
    assert article.corrected == ["title"]


def test_bytes_that_are_not_those_exported_are_refused() -> None:
    CaptureFactory(data=b"original bytes")
    whole = exported()
    spoilt = b"".join(
        gzip.compress(gzip.decompress(member).replace(b"original", b"Original"))
        for member in warc_of(Article.objects.all())
    )
    [refused] = read_file("x.warc.gz", spoilt)
    assert isinstance(refused, RefusedFile)
    [kept] = read_file("x.warc.gz", whole)
    assert isinstance(kept, RawDocument)


def test_lost_bytes_leave_the_others_to_be_exported() -> None:
    lost, kept = CaptureFactory(data=b"lost"), CaptureFactory(data=b"kept")
    storages["captures"].delete(lost.path)
    blocks = [data for record, data in records(exported()) if record.rec_type[0] == "r"]
    assert blocks == [kept.read()]


@pytest.mark.long
def test_an_archive_larger_than_any_other_file_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(9):
        CaptureFactory(data=f"نسخة {number}".encode())
    path = tmp_path / "أرشيف.warc.gz"
    call_command("export_warc", str(path), stdout=StringIO())
    before = state()
    emptied()
    monkeypatch.setattr(files, "MAX_BYTES", 4_000)
    assert path.stat().st_size > 4_000
    call_command("ingest", str(path), stdout=StringIO())
    assert [one["taken"] for one in state()] == [one["taken"] for one in before]


def test_the_command_takes_filters(tmp_path: Path) -> None:
    old = ArticleFactory(published_on=date(2010, 1, 1), outlet__name="صحيفة الشمال")
    ArticleFactory(published_on=date(2020, 1, 1), status=Status.DRAFT)
    path = tmp_path / "out.warc.gz"

    def titles(*options: str) -> list[str]:
        call_command("export_warc", str(path), *options, stdout=StringIO())
        return [
            json.loads(data)["article"]["title"]
            for record, data in records(path.read_bytes())
            if record.rec_type == "metadata"
        ]

    assert len(titles()) == 2
    for options in (
        ["--outlet", "صحيفه الشمال"],
        ["--until", "2010-12-31"],
        ["--ids", str(old.pk)],
        ["--public"],
    ):
        assert titles(*options) == [old.title]
    assert titles("--since", "2021-01-01") == []
