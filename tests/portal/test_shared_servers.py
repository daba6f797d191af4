"""Files in a store that speaks S3 and a cache in Redis, on real servers."""

from __future__ import annotations

import importlib.util
import shutil
import sys
import tarfile
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import boto3
import pytest
from django.contrib.auth.models import User
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from articles.models import Article, Capture
from articles.models.capture import keep_bytes
from articles.uploads.waiting import forget_files, keep_waiting, waiting_bytes
from portal.backups.restoring import Backup
from portal.files import store
from search.indexing.verification import check_captures
from tests.factories import CaptureFactory
from tests.servers import free_port, running

has_s3 = all(map(importlib.util.find_spec, ("moto", "flask", "flask_cors")))
needs_s3 = pytest.mark.skipif(not has_s3, reason="no S3 server: moto with flask")
needs_redis = pytest.mark.skipif(
    not shutil.which("redis-server"), reason="redis-server is not installed"
)
pytestmark = [
    pytest.mark.long,
    pytest.mark.django_db(transaction=True),
    # boto3 tells of botocore's own use of a date function that is to go.
    pytest.mark.filterwarnings("ignore:datetime.datetime.utcnow:DeprecationWarning"),
]
BUCKET = "archive-test"


# -- Files --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def s3_port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    port = free_port()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with running(command, port, tmp_path_factory.mktemp("s3") / "log"):
        yield port


@pytest.fixture
def files(
    request: pytest.FixtureRequest,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Any:
    """Keep files in an empty bucket, as FILES_URL alone would; give the bucket."""
    port = request.getfixturevalue("s3_port")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    endpoint = f"http://127.0.0.1:{port}"
    bucket = boto3.resource("s3", endpoint_url=endpoint, region_name="local").Bucket(
        BUCKET
    )
    bucket.create(CreateBucketConfiguration={"LocationConstraint": "local"})
    at(settings, f"s3://{BUCKET}/texts?endpoint={endpoint}&region=local")
    yield bucket
    bucket.objects.delete()
    bucket.delete()


def at(settings: Settings, url: str) -> None:
    """Keep files where ``url`` says."""
    settings.FILES_URL = url
    own = {
        "default": store(url, settings.DATA_DIR, "files"),
        "captures": store(url, settings.DATA_DIR, "captures"),
    }
    settings.STORAGES = {**settings.STORAGES, **own}


def keys(bucket: Any) -> set[str]:
    return {each.key for each in bucket.objects.all()}


@needs_s3
def test_a_text_comes_in_and_its_bytes_lie_in_the_store_alone(
    files: Any, settings: Settings, tmp_path: Path, client: Client
):
    text = tmp_path / "text.txt"
    text.write_text("عودة العائلات\n\nعادت 180 عائلة إلى بيوتها في المرفأ.")
    call_command("ingest", str(text), stdout=StringIO())
    capture = Capture.objects.get()
    assert keys(files) == {f"texts/captures/{capture.path}"}
    assert capture.read() == text.read_bytes()
    assert not (settings.DATA_DIR / "captures").exists()
    sent = client.get(reverse("articles:original", args=[capture.sha256]))
    assert b"".join(sent.streaming_content) == text.read_bytes()
    assert "180" in client.get(capture.get_absolute_url()).content.decode()


@needs_s3
def test_the_same_bytes_are_stored_once(files: Any):
    sha256 = keep_bytes(b"one")
    assert keep_bytes(b"one") == sha256
    assert len(keys(files)) == 1


@needs_s3
def test_verification_finds_what_is_lost_and_what_is_changed(files: Any):
    whole, lost, changed, short = (
        CaptureFactory(data=bytes([n]) * 9) for n in range(4)
    )
    assert not check_captures().faults
    files.Object(f"texts/captures/{lost.path}").delete()
    files.Object(f"texts/captures/{changed.path}").put(Body=b"123456789")
    files.Object(f"texts/captures/{short.path}").put(Body=b"1")
    faults = "\n".join(check_captures().faults)
    assert [one.sha256 in faults for one in (whole, lost, changed, short)] == [
        False, True, True, True,
    ]  # fmt: skip
    assert changed.sha256 not in "\n".join(check_captures(read=False).faults)


@needs_s3
def test_uploads_wait_in_the_store_and_leave_nothing(files: Any, admin_user: User):
    from articles.models import Upload

    upload = Upload.objects.create(user=admin_user)
    keep_waiting(upload.pk, "ab" * 32, b"waiting")
    assert waiting_bytes(upload.pk, "ab" * 32) == b"waiting"
    assert waiting_bytes(upload.pk, "cd" * 32) is None
    forget_files(upload)
    assert keys(files) == set()


@needs_s3
def test_a_backup_holds_the_store_and_brings_it_back(
    files: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    captures = [CaptureFactory(data=f"نص {n}".encode()) for n in range(3)]
    default_storage.save("uploads/1/waiting", ContentFile(b"waiting"))
    before, backup = keys(files), tmp_path / "archive.tar"
    call_command("backup", str(backup), stdout=StringIO())
    with tarfile.open(backup) as tar:
        names = set(tar.getnames())
    assert {f"captures/{one.path}" for one in captures} < names
    assert "files/uploads/1/waiting" in names

    files.objects.delete()
    # The database of a test is in memory, and stays.
    monkeypatch.setattr("portal.backups.restoring.replace_by", lambda path: None)
    Backup.checked(backup).restore(force=True)
    assert keys(files) == before
    assert [one.read() for one in captures] == [f"نص {n}".encode() for n in range(3)]


@needs_s3
def test_while_the_store_is_away_nothing_is_half_done(
    files: Any, settings: Settings, client: Client, tmp_path: Path
):
    capture = CaptureFactory(data=b"kept")
    there = settings.FILES_URL
    at(settings, f"s3://{BUCKET}?endpoint=http://127.0.0.1:{free_port()}&region=local")
    text = tmp_path / "text.txt"
    text.write_text("عودة العائلات\n\nعادت 180 عائلة إلى بيوتها في المرفأ.")
    with pytest.raises(SystemExit):
        call_command("ingest", str(text), stdout=StringIO())
    assert Article.objects.count() == 1
    sent = client.get(reverse("articles:original", args=[capture.sha256]))
    assert sent.status_code == 503
    assert sent["Retry-After"]
    page = client.get(capture.get_absolute_url())
    assert page.status_code == 200
    assert "مفقودة" in page.content.decode()

    at(settings, there)
    assert "مفقودة" not in client.get(capture.get_absolute_url()).content.decode()
    assert b"".join(client.get(sent.wsgi_request.path).streaming_content) == b"kept"


# -- The cache ----------------------------------------------------------------------


@pytest.fixture
def redis_port(tmp_path: Path) -> Iterator[int]:
    port = free_port()
    with running(_redis(port), port, tmp_path / "redis.log"):
        yield port


def _redis(port: int) -> list[str]:
    kept = ["--save", "", "--appendonly", "no", "--bind", "127.0.0.1"]
    return ["redis-server", "--port", str(port), *kept]


def share(settings: Settings, port: int) -> None:
    """Share a cache, and read sessions from it, as the settings do."""
    settings.CACHES = {
        "default": {
            "BACKEND": "portal.shared_cache.SharedCache",
            "LOCATION": [f"redis://127.0.0.1:{port}"],
            "OPTIONS": {"socket_timeout": 5, "socket_connect_timeout": 5},
        }
    }
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"


@needs_redis
def test_visitors_are_counted_by_all_machines_together(
    redis_port: int, settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    share(settings, redis_port)
    settings.API_RATE_ANONYMOUS = 3
    monkeypatch.setattr("search.api.tokens.WINDOW", 10**6)  # it must not end meanwhile
    asked = []
    for _machine in range(5):
        asked.append(Client().get(reverse("api:articles")).status_code)
        caches.close_all()  # the next machine has connections of its own
    assert asked == [200, 200, 200, 429, 429]


@needs_redis
def test_sessions_are_read_from_the_cache(
    redis_port: int,
    settings: Settings,
    admin_user: User,
    django_assert_num_queries: Any,
):
    share(settings, redis_port)
    client = Client()
    client.force_login(admin_user)
    key = client.session.session_key
    assert caches["default"].has_key(f"{_prefix()}{key}")
    with django_assert_num_queries(0):
        assert client.session["_auth_user_id"] == str(admin_user.pk)
    client.logout()
    assert not caches["default"].has_key(f"{_prefix()}{key}")


def _prefix() -> str:
    from django.contrib.sessions.backends.cached_db import KEY_PREFIX

    return KEY_PREFIX


@needs_redis
def test_a_cache_that_goes_and_comes_takes_nobody_s_session(
    tmp_path: Path, settings: Settings, admin_user: User
):
    port, desk = free_port(), reverse("admin:index")
    share(settings, port)
    client = Client()
    with running(_redis(port), port, tmp_path / "one.log"):
        client.force_login(admin_user)
        assert client.get(desk).status_code == 200
    assert client.get(desk).status_code == 200
    assert Client().get(reverse("api:articles")).status_code == 200
    with running(_redis(port), port, tmp_path / "two.log"):
        assert client.get(desk).status_code == 200
        assert caches["default"].has_key(f"{_prefix()}{client.session.session_key}")


def test_captures_lie_in_a_folder_unless_the_settings_say_otherwise(settings: Settings):
    assert storages["captures"].location == str(settings.DATA_DIR / "captures")
