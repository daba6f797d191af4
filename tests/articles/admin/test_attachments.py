"""PDFs beside an article: kept as they are, given out only to be saved."""

from __future__ import annotations

from contextlib import closing

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from articles.models import Article, Attachment, Status
from tests.factories import ArticleFactory

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@pytest.fixture
def article(db: None) -> Article:
    return ArticleFactory()


def attach(
    client: Client, article: Article, data: bytes = PDF, name: str = "بيان.pdf"
) -> HttpResponse:
    address = reverse("admin:articles_article_attachments", args=[article.pk])
    return client.post(address, {"file": SimpleUploadedFile(name, data)})


def address(attachment: Attachment) -> str:
    args = [attachment.article_id, attachment.sha256]
    return reverse("articles:attachment", args=args)


def test_a_pdf_is_listed_on_its_article_and_saved_from_there(
    reviewer: Client, article: Article, client: Client
) -> None:
    assert attach(reviewer, article).status_code == 302
    page = client.get(article.get_absolute_url()).content.decode()
    found = article.attachments.get()
    assert "مرفق" in page
    assert address(found) in page
    response = client.get(address(found))
    assert b"".join(response.streaming_content) == PDF
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.long
@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html><script>alert(1)</script></html>", "ليس ملف PDF"),
        (b"PK\x03\x04" + b"x" * 2000 + b"%PDF-1.7 %%EOF", "ليس ملف PDF"),
        (PDF[:20], "مبتور"),
        (b"", "الملف فارغ"),
    ],
)
def test_what_is_no_pdf_is_refused(
    reviewer: Client, article: Article, data: bytes, reason: str
) -> None:
    response = attach(reviewer, article, data)
    assert reason in response.content.decode()
    assert not Attachment.objects.exists()


@pytest.mark.long
def test_a_pdf_over_twenty_megabytes_is_refused(
    reviewer: Client, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.editing.attachments.MAX_BYTES", len(PDF) - 1)
    assert "20 ميغابايت" in attach(reviewer, article).content.decode()


@pytest.mark.long
def test_the_same_pdf_is_attached_once_and_there_is_a_most(
    reviewer: Client, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.editing.attachments.MAX_A_ARTICLE", 1)
    attach(reviewer, article)
    attach(reviewer, article, name="../../نسخة.pdf")
    assert article.attachments.get().name == "بيان.pdf"
    response = attach(reviewer, article, PDF + b"\n")
    assert "أقصى ما يُقبل" in response.content.decode()


def test_attachments_of_a_draft_do_not_leak(
    reviewer: Client, article: Article, client: Client
) -> None:
    attach(reviewer, article)
    Article.objects.update(status=Status.DRAFT)
    found = article.attachments.get()
    assert client.get(address(found)).status_code == 404
    with closing(reviewer.get(address(found))) as response:
        assert response.status_code == 200


@pytest.mark.long
@pytest.mark.parametrize(
    ("role", "may"), [("", False), ("reader", False), ("محرر", True), ("مدير", True)]
)
def test_who_may_attach(enter, article: Article, role: str, may: bool) -> None:
    attach(enter(role), article)
    assert article.attachments.exists() == may


@pytest.mark.long
@pytest.mark.parametrize(("role", "may"), [("محرر", False), ("مراجع", True)])
def test_who_may_take_away(
    enter, reviewer: Client, article: Article, role: str, may: bool
) -> None:
    attach(reviewer, article)
    page = reverse("admin:articles_article_attachments", args=[article.pk])
    enter(role).post(page, {"remove": str(article.attachments.get().pk)})
    assert article.attachments.exists() != may


def test_the_name_is_a_label(reviewer: Client, article: Article) -> None:
    attach(reviewer, article, name='../..\\تقرير\u202e";fdp.exe.pdf')
    found = article.attachments.get()
    assert "/" not in found.name
    assert "\u202e" not in found.name
