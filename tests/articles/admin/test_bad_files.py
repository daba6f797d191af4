"""Whatever is sent: a clear Arabic reason, nothing stored, nothing broken."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from articles.models import Article, Capture, UploadItem
from articles.uploads import receiving, room
from tests.articles.admin.conftest import REPORT, order, preview, send, text_file

BOILERPLATE = "اقرأ أيضاً: سوق السمك\n\nشارك\n\nجميع الحقوق محفوظة\n"

BAD = {
    "empty": text_file(b"", "empty.txt"),
    "blank": text_file(b" \r\n\t \n", "blank.txt"),
    "binary": text_file(bytes(range(256)) * 40, "binary.txt"),
    "zeros": text_file(b"\x00" * 5000, "zeros.txt"),
    "zip named as text": text_file(b"PK\x03\x04" + b"\x00\x01\xff" * 900, "zip.txt"),
    "pdf named as text": text_file(b"%PDF-1.7\n\xe2\xe3\xcf\xd3\n" * 90, "pdf.txt"),
    "no Arabic": text_file("Only English words stand here. " * 30, "english.txt"),
    "only boilerplate": text_file(BOILERPLATE, "boilerplate.txt"),
    "another format": text_file(REPORT, "page.exe"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_an_arabic_reason(
    reviewer: Client, name: str
) -> None:
    BAD[name].seek(0)
    upload = send(reviewer, BAD[name])
    item = upload.items.get()
    assert item.outcome == UploadItem.Outcome.REJECTED
    assert re.search("[ء-ي]{3}", item.reason)
    assert item.reason in preview(reviewer, upload)
    order(reviewer, upload, "published")
    assert not Article.objects.exists()
    assert not Capture.objects.exists()


def test_a_file_over_twenty_megabytes_is_refused_unread(reviewer: Client) -> None:
    huge = SimpleUploadedFile("huge.txt", b"")
    huge.size = 20 * 1024 * 1024 + 1
    upload = receiving.receive([huge], _user(reviewer))
    item = upload.items.get()
    assert item.reason == "الملف أكبر من 20 ميغابايت."
    assert item.sha256 == ""


def test_a_bad_file_does_not_sink_the_good_ones(reviewer: Client) -> None:
    for file in BAD.values():
        file.seek(0)
    upload = send(reviewer, *BAD.values(), text_file())
    order(reviewer, upload, "draft")
    assert Article.objects.count() == 1


def test_an_empty_form_is_sent_back(reviewer: Client) -> None:
    response = reviewer.post(reverse("admin:articles_upload_add"), {})
    assert "اختر ملفا واحدا على الأقل" in response.content.decode()


@pytest.mark.parametrize("charset", ["windows-1256", "iso-8859-6", "utf-16"])
def test_a_chosen_encoding_is_believed(reviewer: Client, charset: str) -> None:
    text = REPORT.replace("ً", "")  # ARABIC FATHATAN stands in no ISO-8859-6
    upload = send(reviewer, text_file(text.encode(charset)), charset=charset)
    assert upload.items.get().outcome == UploadItem.Outcome.PENDING
    assert "ميناء المرفأ يستقبل" in preview(reviewer, upload)


def test_another_encoding_is_tried_in_the_preview(reviewer: Client) -> None:
    upload = send(reviewer, text_file(REPORT.encode("windows-1256")), charset="utf-16")
    item = upload.items.get()
    assert "ميناء المرفأ يستقبل" not in preview(reviewer, upload)
    address = reverse("admin:articles_upload_preview", args=[upload.pk])
    reviewer.post(address, {"do": "save", f"item-{item.pk}-charset": "windows-1256"})
    assert "ميناء المرفأ يستقبل" in preview(reviewer, upload)


def test_a_new_reading_is_shown_before_it_is_stored(reviewer: Client) -> None:
    upload = send(reviewer, text_file(REPORT.encode("windows-1256")), charset="utf-16")
    item = upload.items.get()
    address = reverse("admin:articles_upload_preview", args=[upload.pk])
    response = reviewer.post(
        address, {"do": "draft", f"item-{item.pk}-charset": "windows-1256"}
    )
    assert response["Location"].startswith(address)
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("a\\..\\b.txt", "b.txt"),
        ("تقرير\u202etxt.exe.txt", "تقريرtxt.exe.txt"),
        ("سطر\r\nآخر.txt", "سطر آخر.txt"),
        ("ا" * 600 + ".txt", "ا" * 196 + ".txt"),
        ("<img src=x onerror=alert(1)>.txt", "<img src=x onerror=alert(1)>.txt"),
        ("CON\x00.txt", "CON.txt"),
    ],
)
def test_a_name_is_a_label_and_never_a_path(sent: str, kept: str) -> None:
    assert receiving._label(sent) == kept


def test_waiting_bytes_lie_under_their_hash_alone(reviewer: Client) -> None:
    upload = send(reviewer, text_file(name="../../escape.txt"))
    folder = f"uploads/{upload.pk}"
    _folders, files = storages["default"].listdir(folder)
    assert files == [upload.items.get().sha256]


XSS = "<script>alert(1)</script>"


def test_markup_in_texts_and_names_is_only_text(reviewer: Client) -> None:
    text = REPORT.replace("ميناء المرفأ", f"ميناء {XSS} المرفأ").replace(
        "وأضافت الإدارة", f"وأضافت {XSS} الإدارة"
    )
    upload = send(reviewer, text_file(text, f"{XSS}.txt"), outlet=f"منبر {XSS}")
    pages = [preview(reviewer, upload)]
    order(reviewer, upload, "published")
    article = Article.objects.get()
    for address in (
        reverse("admin:articles_upload_result", args=[upload.pk]),
        reverse("admin:articles_upload_undo", args=[upload.pk]),
        reverse("admin:articles_article_changelist"),
        reverse("admin:articles_article_change", args=[article.pk]),
        reverse("admin:articles_article_raw", args=[article.captures.get().pk]),
        reverse("admin:articles_article_history", args=[article.pk]),
        reverse("admin:articles_outlet_changelist"),
        reverse("admin:index"),
    ):
        pages.append(reviewer.get(address).content.decode())
    for page in pages:
        assert XSS not in page
        assert "&lt;script&gt;" in page


def test_the_pages_hold_no_style_or_script_of_their_own(reviewer: Client) -> None:
    upload = send(reviewer, text_file())
    pages = [preview(reviewer, upload)]
    pages.append(reviewer.get(reverse("admin:articles_upload_add")).content.decode())
    order(reviewer, upload, "published")
    article = Article.objects.get()
    for name in ("changelist", "change"):
        args = [article.pk] if name == "change" else []
        address = reverse(f"admin:articles_article_{name}", args=args)
        pages.append(reviewer.get(address).content.decode())
    for page in pages:
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\bsrc=)", page)


# -- room ---------------------------------------------------------------------------


def test_a_full_disk_refuses_uploads_and_says_so(
    reviewer: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = SimpleNamespace(free=10**8)
    monkeypatch.setattr(room.shutil, "disk_usage", lambda folder: free)
    response = reviewer.post(
        reverse("admin:articles_upload_add"), {"texts": [text_file()]}
    )
    assert response.status_code == 507
    assert "امتلأ قرص الأرشيف" in response.content.decode()


def test_an_editors_day_has_a_limit(reviewer: Client, settings: Settings) -> None:
    settings.UPLOAD_BYTES_A_DAY = 2 * len(REPORT.encode()) - 1
    send(reviewer, text_file())
    response = reviewer.post(
        reverse("admin:articles_upload_add"), {"texts": [text_file()]}
    )
    assert "الحد اليومي" in response.content.decode()


def _user(client: Client):
    from django.contrib.auth.models import User

    return User.objects.get(pk=client.session["_auth_user_id"])
