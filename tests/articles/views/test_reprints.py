"""The copies of an article on its page, and two copies side by side."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article, Status
from articles.reprints import keep_one
from tests.factories import ArticleFactory, OutletFactory

pytestmark = pytest.mark.django_db

FIRST = """\
قالت بلدية المرفأ الجديد في بيان صدر مساء الثلاثاء إن أشغال توسعة الرصيف الشرقي ستنطلق \
مطلع الشهر المقبل بكلفة تناهز 45 مليون دينار، وإن المقاول سيشغل 320 عاملا من المدينة.

وأوضح رئيس البلدية سالم الزيتوني أن الدراسة الفنية استغرقت عامين كاملين، وأن لجنة من \
المهندسين أشرفت على مراجعة المخططات قبل عرضها على المجلس البلدي للمصادقة النهائية."""
SECOND = FIRST.replace("320", "350").replace("أشغال", "اشغال") + "\n\nخاص بالصحيفة."


def stored(body: str = FIRST, day: int = 5, **fields) -> Article:
    date = datetime.date(2014, 8, day)
    article = ArticleFactory(body=body, published_on=date, **fields)
    keep_one(article)
    return article


@pytest.fixture
def pair() -> tuple[Article, Article]:
    return (
        stored(outlet=OutletFactory(name="صحيفة الأصل"), agency="وكالة الأفق"),
        stored(SECOND, day=6, outlet=OutletFactory(name="جريدة الناقل")),
    )


def page(client: Client, article: Article) -> str:
    return client.get(article.get_absolute_url()).content.decode()


def compared(one: Article, other: Article) -> str:
    return reverse("articles:compare", args=[one.pk, other.pk])


def test_the_page_lists_the_other_copies(client, pair):
    first, second = pair
    of_first, of_second = page(client, first), page(client, second)

    assert "أعيد نشره" in of_first
    assert "هذه أقدم نسخة معروفة" in of_first
    assert "جريدة الناقل" in of_first
    assert "نص قريب" in of_first
    assert compared(first, second) in of_first
    assert "هذه أقدم نسخة معروفة" not in of_second
    assert "الأقدم" in of_second
    assert "وكالة الأفق" in of_second


def test_an_article_without_copies_says_nothing_of_them(client):
    assert "أعيد نشره" not in page(client, stored())


@pytest.mark.parametrize("status", [Status.DRAFT, Status.WITHDRAWN])
def test_what_is_not_public_shows_nowhere(client, pair, status):
    first, second = pair
    second.status = status
    second.title = "عنوان لا يراه أحد"
    second.save()
    keep_one(second)

    assert "أعيد نشره" not in page(client, first)
    assert "عنوان لا يراه أحد" not in page(client, first)
    assert client.get(compared(first, second)).status_code == 404
    assert client.get(compared(second, first)).status_code == 404


def test_two_copies_are_compared_word_by_word(client, pair):
    html = client.get(compared(*pair)).content.decode()

    assert "<del>" in html
    assert "حُذف: </span>320" in html.replace("\n", "")
    assert "أضيف: </span>350" in html
    assert 'class="trivial"' in html
    assert "في الثانية وحدها" in html


def test_trifles_of_writing_can_be_left_unmarked(client, pair):
    html = client.get(compared(*pair) + "?trivial=0").content.decode()

    assert 'class="trivial"' not in html
    assert "أضيف: </span>350" in html
    assert "أظهر فروق الإملاء" in html


def test_only_copies_of_one_report_are_compared(client, pair):
    stranger = ArticleFactory()

    assert client.get(compared(pair[0], stranger)).status_code == 404
    assert client.get(compared(pair[0], pair[0])).status_code == 404
    assert client.post(compared(*pair)).status_code == 405


def test_hostile_words_stay_words(client):
    hostile = FIRST.replace("320", "<script>alert(1)</script>")
    first, second = stored(hostile), stored(hostile.replace("alert", "<b>alert"), day=6)
    html = client.get(compared(first, second)).content.decode()

    assert "<script>alert" not in html
    assert "<b>" not in html
