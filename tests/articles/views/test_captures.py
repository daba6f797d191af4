"""The pages of captures: what was taken when, what each says, what changed."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils.html import strip_tags

from articles.models import Article, Capture, Status
from tests.factories import ArticleFactory, CaptureFactory

pytestmark = pytest.mark.django_db

URL = "https://marfa.example/news/7"
OLD = """عودة العائلات إلى المرفأ القديم

قالت بلدية المرفأ إن أكثر من 180 عائلة عادت إلى بيوتها منذ مطلع العام.

وبلغت كلفة ترميم السوق القديم 45 مليون دولار بحسب البلدية.
"""
NEW = OLD.replace("أكثر من 180 عائلة", "200 عائلة").replace("البلدية.", "البلديّة.")


@pytest.fixture(autouse=True)
def nothing_read_before() -> None:
    cache.clear()


@pytest.fixture
def article() -> Article:
    """An address captured twice."""
    made = ArticleFactory(url=URL)
    for text, year in ((OLD, 2014), (NEW, 2015)):
        CaptureFactory(
            article=made,
            data=text.encode(),
            url=URL,
            captured_at=datetime(year, 8, 5, 10, 30, tzinfo=UTC),
        )
    return made


def text_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return " ".join(strip_tags(response.content.decode()).split())


def test_the_article_leads_to_its_captures(client: Client, article: Article) -> None:
    page = client.get(article.get_absolute_url()).content.decode()
    assert f'href="/articles/{article.pk}/captures/"' in page
    assert "compare" in page


def test_the_list_tells_when_digest_size_and_source(
    client: Client, article: Article
) -> None:
    page = client.get(f"/articles/{article.pk}/captures/").content.decode()
    for capture in article.captures.all():
        assert capture.get_absolute_url() in page
        assert capture.sha256 in page
    assert page.index("آب/أغسطس 2015") < page.index("آب/أغسطس 2014")
    assert URL in page


def test_an_article_without_captures_says_so(client: Client) -> None:
    article = ArticleFactory()
    for page in ("", "compare/"):
        shown = text_of(client, f"/articles/{article.pk}/captures/{page}")
        assert "لا نسخة" in shown or "لا نسختين" in shown


def test_a_capture_reads_as_its_bytes_say(client: Client, article: Article) -> None:
    old = article.captures.last()
    page = text_of(client, old.get_absolute_url())
    assert "أكثر من 180 عائلة" in page
    assert "200 عائلة" not in page
    assert old.sha256 in page


def test_a_capture_that_can_not_be_read_says_why(client: Client) -> None:
    capture = CaptureFactory(data=b"The port received 320 ships.")
    assert "العربية" in text_of(client, capture.get_absolute_url())


def test_bytes_that_are_lost_are_told(client: Client) -> None:
    capture = Capture.objects.create(
        article=ArticleFactory(), sha256="0" * 64, size=1, charset="utf-8"
    )
    assert "مفقودة" in text_of(client, capture.get_absolute_url())


def test_a_comparison_marks_words_in_words_and_tells_changed_figures(
    client: Client, article: Article
) -> None:
    page = client.get(f"/articles/{article.pk}/captures/compare/").content.decode()
    body = page[page.index('class="text changed"') :]
    removed = [strip_tags(each) for each in re.findall(r"<del.*?</del>", body)]
    added = [strip_tags(each) for each in re.findall(r"<ins.*?</ins>", body)]
    assert removed == ["حُذفأكثر من 180", "حُذفالبلدية"]
    assert added == ["أُضيف200", "أُضيفالبلديّة"]
    figures = " ".join(strip_tags(page[: page.index('class="text changed"')]).split())
    assert "تغيّر القيمة، المحدِّد كان أكثر من 180 عائلة صار 200 عائلة" in figures
    assert "45" not in figures[figures.index("الأرقام التي") :]


def test_differences_of_writing_alone_are_hidden_by_the_address(
    client: Client, article: Article
) -> None:
    address = f"/articles/{article.pk}/captures/compare/?trivial=hidden"
    page = client.get(address).content.decode()
    body = page[page.index('class="text changed"') :]
    assert "البلدية.</del>" not in body
    assert "بحسب البلديّة." in body
    assert body.count("<del") == 1
    assert re.search(r'value="hidden" checked', page)


def test_any_two_captures_are_compared_in_either_order(
    client: Client, article: Article
) -> None:
    new, old = article.captures.all()
    address = f"/articles/{article.pk}/captures/compare/?old={new.pk}&new={old.pk}"
    page = client.get(address).content.decode()
    assert "<del><span" in page
    assert strip_tags(re.findall(r"<ins.*?</ins>", page)[-2]) == "أُضيفأكثر من 180"
    same = f"/articles/{article.pk}/captures/compare/?old={new.pk}&new={new.pk}"
    assert "نسختين مختلفتين" in text_of(client, same)
    wrong = f"/articles/{article.pk}/captures/compare/?old=x&new=99999999999999999999"
    assert client.get(wrong).status_code == 200


def test_texts_that_are_the_same_letter_by_letter_are_said_to_be(
    client: Client, article: Article
) -> None:
    CaptureFactory(article=article, data=(NEW + "\n\n").encode(), url=URL)
    shown = text_of(client, f"/articles/{article.pk}/captures/compare/")
    assert "متطابقان" in shown


def test_markup_in_a_capture_stays_text(client: Client) -> None:
    article = ArticleFactory()
    for word in ("<script>alert(1)</script>", "<b>"):
        data = OLD.replace("السوق", word).encode()
        CaptureFactory(article=article, data=data, source="<i>.txt", url=URL)
    capture = article.captures.last()
    for address in ("", "compare/", f"{capture.pk}/"):
        page = client.get(f"/articles/{article.pk}/captures/{address}").content
        assert b"<script>alert" not in page
        assert b"<b>" not in page.replace(b"<b>&", b"")


@pytest.mark.parametrize("status", [Status.DRAFT, Status.WITHDRAWN])
def test_captures_of_what_is_not_public_are_nowhere(
    client: Client, article: Article, status: Status
) -> None:
    capture = article.captures.first()
    Article.objects.update(status=status)
    for address in (
        f"/articles/{article.pk}/captures/",
        f"/articles/{article.pk}/captures/compare/",
        capture.get_absolute_url(),
        f"/web/{URL}",
        f"/web/20140805103000/{URL}",
        f"/timegate/{URL}",
        f"/timemap/link/{URL}",
        f"/timemap/json/{URL}",
    ):
        assert client.get(address).status_code == 404, address
    for address in ("/captures/manifest.txt", f"/export/warc?ids={article.pk}"):
        shown = b"".join(client.get(address))
        assert capture.sha256.encode() not in shown
        assert URL.encode() not in shown
    assert "لا مقالات" in text_of(client, f"/export/?ids={article.pk}")


def test_a_capture_of_another_article_is_not_found(
    client: Client, article: Article
) -> None:
    other = CaptureFactory()
    assert client.get(f"/articles/{article.pk}/captures/{other.pk}/").status_code == 404
