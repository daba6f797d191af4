"""Wrong types, damaged files, hostile names: a reason each, never half an article."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.models import Article, Upload, UploadItem
from articles.readers.labels import inside, label_of
from tests.articles.admin.conftest import order, preview, send, text_file
from tests.articles.admin.test_formats import FILES
from tests.articles.readers.builders import BODY, files_below, zip_of

KINDS = FILES | {
    "ميناء.txt": BODY.encode(),
    "ميناء.pdf": b"%PDF-1.7\n%%EOF",
    "ميناء.png": b"\x89PNG\r\n\x1a\n" + bytes(200),
}
NAMES = [
    *("../../etc/passwd.txt", "/etc/shadow.txt", "a\\..\\..\\b.txt", "C:\\boot.txt"),
    *("..\\..\\x.txt", "....//x.txt", "%2e%2e%2fx.txt", "..%c0%afx.txt", "~/x.txt"),
    *("a\u2215b.txt", "a\uff0fb.txt", "a\x00.txt", "CON.txt", "NUL", "aux.txt"),
    *("خ" * 5_000 + ".txt", "\u202etxt.exe", "سطر\r\nآخر.txt", " .txt", "...", ""),
    *("<img src=x onerror=alert(1)>.txt", '"; rm -rf.txt', "a\u200b.txt", "\ufeff.txt"),
]


def sound(upload: Upload) -> None:
    """Every item is stored whole, or refused in Arabic."""
    for item in upload.items.all():
        if item.outcome in (UploadItem.Outcome.REJECTED,):
            assert re.search("[ء-ي]{3}", item.reason), item.name
        else:
            assert item.article or item.outcome == UploadItem.Outcome.PENDING
    for article in Article.objects.all():
        assert article.title
        assert article.body
        assert article.captures.exists()
        assert all(figure.stands_in_text() for figure in article.figures.all())


def through_the_desk(client: Client, files: list[SimpleUploadedFile]) -> None:
    """Send the files together, look at the preview, store all, look at the result."""
    upload = send(client, *files)
    preview(client, upload)
    sound(upload)
    order(client, upload, "published")
    result = reverse("admin:articles_upload_result", args=[upload.pk])
    assert client.get(result).status_code == 200
    while upload.items.filter(outcome="").exists():
        assert client.post(result).status_code == 302
    sound(upload)
    assert not Article.objects.filter(captures__isnull=True).exists()


def mismatched() -> Iterator[SimpleUploadedFile]:
    """Give each format under the name of every other one."""
    for name in FILES:
        for other, data in KINDS.items():
            if other != name:
                yield text_file(data, name)


def damaged(count: int) -> Iterator[SimpleUploadedFile]:
    """Give sound files with bits turned over, or their end cut off."""
    chance = random.Random(7)
    names = list(FILES)
    for number in range(count):
        name = names[number % len(names)]
        data = bytearray(FILES[name])
        for _ in range(chance.randrange(1, 6)):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        end = len(data) if number % 2 else chance.randrange(1, len(data))
        yield text_file(bytes(data[:end]), name)


@pytest.mark.long
def test_a_few_wrong_and_damaged_files(reviewer: Client) -> None:
    wrong = [text_file(FILES["ميناء.docx"], "ميناء.xlsx"), text_file(BODY, "a.docx")]
    through_the_desk(reviewer, [*wrong, *damaged(6)])


@pytest.mark.long
def test_eighty_formats_under_wrong_names(reviewer: Client) -> None:
    files = list(mismatched())
    assert len(files) >= 60
    for start in range(0, len(files), 20):
        through_the_desk(reviewer, files[start : start + 20])


@pytest.mark.long
def test_two_hundred_damaged_files(reviewer: Client) -> None:
    files = list(damaged(200))
    for start in range(0, len(files), 20):
        through_the_desk(reviewer, files[start : start + 20])


def test_no_name_of_a_file_or_member_becomes_a_path(
    reviewer: Client, own_files, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(own_files.parent)
    assert len(NAMES) == 25
    packed = zip_of((name, f"{BODY}\n\n{at}".encode()) for at, name in enumerate(NAMES))
    upload = send(reviewer, text_file(packed, "../../أسماء.zip"))
    order(reviewer, upload, "draft")
    sound(upload)
    outside = files_below(own_files.parent) - files_below(own_files) - {own_files}
    assert outside == set()
    names = {path.stem for path in map(Path, map(label_of, NAMES)) if path.stem}
    assert not names & {path.stem for path in files_below(own_files)}


@pytest.mark.parametrize("name", NAMES)
def test_a_label_holds_no_way_out(name: str) -> None:
    for label in (label_of(name), inside("a.zip", name)):
        assert ".." not in label.replace("...", "").split("/")
        assert not label.startswith("/")
        assert len(label) <= 420
        assert not re.search("[\x00-\x1f\u202a-\u202e\u2066-\u2069]", label)
