"""Copies of one report among the hits: told, folded within the page when asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from articles.models import Article, Status
from articles.reprints import keep_one
from search.indexing import outbox
from tests.factories import ArticleFactory

REPORT = """\
قالت بلدية المرفأ الجديد في بيان صدر مساء الثلاثاء إن أشغال توسعة الرصيف الشرقي ستنطلق
مطلع الشهر المقبل بكلفة تناهز 45 مليون دينار، وإن المقاول سيشغل 320 عاملا من المدينة."""


@pytest.fixture
def copies(index: Path) -> list[Article]:
    articles = [
        ArticleFactory(body=REPORT, title="الرصيف الشرقي أولا"),
        ArticleFactory(body=REPORT, title="الرصيف الشرقي ثانيا"),
        ArticleFactory(body=REPORT, title="مسودة الرصيف", status=Status.DRAFT),
        ArticleFactory(body="زار الوفد الرصيف الشرقي", title="زيارة"),
    ]
    for article in articles:
        keep_one(article)
    outbox.drain()
    return articles


def search(client: Client, **asked: str) -> str:
    return client.get("/search/", {"q": "الرصيف", **asked}).content.decode()


def test_all_copies_are_shown_and_folding_is_offered(client, copies):
    html = search(client)

    assert "الرصيف الشرقي أولا" in html.replace("<mark>", "").replace("</mark>", "")
    assert html.count("نسخ مشابهة: <bdi>1</bdi>") == 2
    assert f"{copies[0].get_absolute_url()}#reprints" in html
    assert "reprints=fold" in html


def test_folded_copies_leave_one_and_the_page_says_so(client, copies):
    html = search(client, reprints="fold")

    assert html.count("نسخ مشابهة: <bdi>1</bdi>") == 1
    assert "مطوية داخل كل صفحة" in html
    assert "زيارة" in html
    assert "أظهر كل النسخ" in html


def test_nothing_is_offered_where_nothing_can_be_folded(client, index):
    keep_one(ArticleFactory(body=REPORT))
    outbox.drain()

    assert "reprints=fold" not in search(client)
