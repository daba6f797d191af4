"""The archive calls nobody, whatever addresses it is told, and what it is made of is
known to the last file."""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.ingest import ingest
from articles.models import Upload
from articles.readers.files import read_file
from tests.articles.readers.builders import docx_of, page
from tests.factories import ArticleFactory, OutletFactory
from tests.trust.conftest import Measured
from tests.trust.own_archive import OwnArchive

BASE = Path(settings.BASE_DIR)
LOCKS = ("requirements.txt", "requirements-dev.txt")


class Ear:
    """Listens at a port of this machine and counts who calls."""

    def __init__(self) -> None:
        self.calls = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                caller, _address = self._socket.accept()
            except OSError:
                return
            self.calls += 1
            caller.close()

    def close(self) -> None:
        """Stop listening."""
        self._socket.close()


@pytest.fixture
def ear() -> Iterator[Ear]:
    """Give somebody who would notice a call to this machine."""
    ear = Ear()
    yield ear
    ear.close()


def inner_addresses(port: int) -> list[str]:
    """Give sixty ways to write this machine, or one that nobody should ask."""
    hosts = (
        *("127.0.0.1", "localhost", "127.1", "0x7f.1", "0x7f000001", "2130706433"),
        *("017700000001", "0", "0.0.0.0", "[::1]", "[::]", "[::ffff:127.0.0.1]"),
        *("127.0.0.1.nip.io", "localhost.", "①②⑦.⓪.⓪.①", "user@127.0.0.1"),
        *("169.254.169.254", "[::ffff:169.254.169.254]", "metadata.google.internal"),
        "[fd00:ec2::254]",
    )
    paths = ("/", "/latest/meta-data/", "//127.0.0.1/redirect?to=http://127.0.0.1")
    return [f"http://{host}:{port}{path}" for host, path in product(hosts, paths)]


def files_that_name(address: str) -> Iterator[tuple[str, bytes]]:
    """Give a text, a page, a document and a web archive that name an address."""
    said = "قالت البلدية إن 180 عائلة عادت إلى المرفأ القديم بعد شهر من السيول."
    html = page(
        f'<link rel="canonical" href="{address}"><link rel=stylesheet href="{address}">'
        f'<script src="{address}"></script><img src="{address}"><p>{said}</p>'
        f'<iframe src="{address}"></iframe><p>{said}</p>'
    )
    yield "خبر.txt", f"عودة العائلات\n\n{address}\n\n{said}".encode()
    yield "خبر.html", html.encode()
    yield "خبر.docx", docx_of([f"{address} {said}", said])
    yield "خبر.csv", f"title,text,url\nعودة,{said},{address}\n".encode()
    yield "خبر.jsonl", json.dumps({"text": said, "url": address}).encode()


@pytest.mark.django_db
@pytest.mark.long
def test_no_address_that_is_named_is_called(
    ear: Ear, monkeypatch: pytest.MonkeyPatch, trust_figure: Measured
) -> None:
    named = inner_addresses(ear.port)
    called: list[object] = []
    connect = socket.socket.connect

    def refuse(one: socket.socket | None, address: object) -> None:
        if one is not None and one.family == socket.AF_UNIX:
            connect(one, address)  # to the process that reads files
            return
        called.append(address)
        raise OSError

    boss = Client()
    boss.force_login(User.objects.create_superuser("boss"))
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *asked, **_: refuse(None, asked))
    outlet = OutletFactory()
    for number, address in enumerate(named):
        article = ArticleFactory(url=address, outlet=outlet)
        for path in (article.get_absolute_url(), f"/web/2014/{address}"):
            boss.get(path)
        boss.get("/search/", {"q": address})
        label, content = list(files_that_name(address))[number % 5]
        list(ingest(read_file(label, content)))
        file = SimpleUploadedFile(label, content + b" ")
        boss.post(reverse("admin:articles_upload_add"), {"texts": [file]})
        upload = Upload.objects.latest("pk")
        boss.get(reverse("admin:articles_upload_preview", args=[upload.pk]))

    assert called == []
    assert ear.calls == 0
    trust_figure(f"{len(named)} inner addresses in texts, files and pages: 0 calls")


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_that_is_installed_is_pinned_by_its_hash(lock: str) -> None:
    text = (BASE / lock).read_text().replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and line.lstrip()[0] != "#"]
    pinned = [line for line in lines if re.search(r"==\S+.*--hash=sha256:", line)]

    assert len(pinned) > 20
    assert pinned == lines


def test_what_is_asked_for_is_what_is_locked() -> None:
    asked = tomllib.loads((BASE / "pyproject.toml").read_text())["project"]
    locked = (BASE / "requirements.txt").read_text()
    missing = [
        name
        for name in asked["dependencies"]
        if re.sub(r"\[.*\]", "", name) not in re.sub(r"\[[\w,]+\](?===)", "", locked)
    ]
    assert missing == []


NEEDED = {
    # What a site of this framework stands on.
    "django": ("django", "the framework"),
    "django-axes": ("axes", "guessed passwords are counted"),
    "django-csp": ("csp", "the content policy"),
    "django-environ": ("environ", "settings from the environment alone"),
    "django-haystack": ("haystack", "the door of the engines"),
    "django-simple-history": ("simple_history", "versions of articles"),
    "argon2-cffi": ("Argon2PasswordHasher", "passwords"),
    "gunicorn": ("gunicorn", "serves"),
    "whitenoise": ("whitenoise", "static files without a second server"),
    # Engines of search.
    "whoosh": ("whoosh", "the engine that needs nothing"),
    "tantivy": ("tantivy", "the engine of large archives"),
    "numpy": ("numpy", "columns of the ledger, copies of reports"),
    # Files that are read and written; each format is another one's to get right.
    "lxml": ("lxml", "pages"),
    "trafilatura": ("trafilatura", "the text of pages without a known shape"),
    "python-docx": ("docx", "Word"),
    "openpyxl": ("openpyxl", "workbooks"),
    "defusedxml": ("openpyxl", "openpyxl reads no entities where it is installed"),
    "warcio": ("warcio", "web archives"),
    "brotli": ("brotli", "pages in web archives"),
    "hijridate": ("hijridate", "the Hijri calendar"),
    # Pictures of articles and charts.
    "pillow": ("PIL", "draws"),
    "arabic-reshaper": ("arabic_reshaper", "joins Arabic letters"),
    "python-bidi": ("bidi", "puts them in order"),
}
"""What every archive uses: the word by which the code uses it, and for what."""
BY_A_SETTING = {
    "psycopg": ("postgres", "DATABASE_URL"),
    "opensearch-py": ("opensearchpy", "SEARCH_URL"),
    "redis": ("redis", "CACHE_URL"),
    "async-timeout": ("redis", "CACHE_URL, before Python 3.11.3"),
    "boto3": ("botocore", "FILES_URL"),
    "django-storages": ("storages", "FILES_URL"),
    "prometheus-client": ("prometheus_client", "METRICS"),
}
"""What an archive of many machines uses, by which setting; one machine loads none."""


def test_every_package_that_is_asked_for_is_used(trust_figure: Measured) -> None:
    project = tomllib.loads((BASE / "pyproject.toml").read_text())["project"]
    names = {re.split(r"[\[=]", one)[0] for one in project["dependencies"]}
    code = "\n".join(
        file.read_text()
        for app in ("articles", "search", "portal")
        for file in (BASE / app).rglob("*.py")
    )
    known = NEEDED | BY_A_SETTING
    assert names == known.keys()
    assert [name for name, (word, _why) in known.items() if word not in code] == []
    trust_figure(
        f"{len(names)} packages asked for: {len(NEEDED)} that every archive uses, "
        f"{len(BY_A_SETTING)} for servers by a setting"
    )


LIGHT = """
import sys
import django
django.setup()
from django.test import Client
from django.urls import get_resolver
get_resolver().url_patterns
heavy = {"psycopg", "opensearchpy", "redis", "boto3", "storages", "prometheus_client"}
print(sorted(heavy & set(sys.modules)))
"""


@pytest.mark.long
def test_one_machine_loads_nothing_of_many(tmp_path: Path) -> None:
    own = OwnArchive(tmp_path)
    out, faults = own.start(LIGHT).communicate(timeout=100)
    assert out.strip() == "[]", (out, faults)


@pytest.mark.long
def test_nothing_that_is_installed_has_a_known_hole(trust_figure: Measured) -> None:
    audit = shutil.which("pip-audit", path=str(Path(sys.executable).parent))
    if audit is None:
        pytest.skip("pip-audit is not installed")
    ended = subprocess.run(
        [audit, "--require-hashes", "--disable-pip", "-r", "requirements.txt"],
        cwd=BASE,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    if "No known vulnerabilities" not in ended.stderr and "found" not in ended.stderr:
        pytest.skip(f"the list of holes can't be asked: {ended.stderr[-200:]}")
    assert ended.returncode == 0, ended.stdout
    trust_figure("pip-audit: 0 known holes")
