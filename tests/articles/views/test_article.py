"""An article is read beside its figures, with its evidence."""

from collections.abc import Callable
from datetime import date, time

import pytest
from django.test import Client

from tests.factories import ArticleFactory, AuthorFactory, CaptureFactory, figure_of

pytestmark = pytest.mark.django_db

Read = Callable[[str], str]


def test_paragraphs_are_numbered_and_can_be_linked(body_of: Read) -> None:
    page = body_of(ArticleFactory(body="أولى.\n\nثانية.").get_absolute_url())
    assert '<p class="p" id="p1" dir="auto">أولى.' in page
    assert 'href="#p2"' in page


def test_a_key_figure_leads_to_its_words_in_the_text(body_of: Read) -> None:
    article = ArticleFactory()
    figure_of(
        article,
        "180",
        phrase="أكثر من 180 عائلة",
        value=180,
        modifier="more_than",
        noun="عائلة",
        claimant="بلدية المرفأ",
    )
    page = body_of(article.get_absolute_url())
    assert '<mark class="fig core" id="f1">أكثر من 180 عائلة</mark>' in page
    assert '<a href="#f1" dir="auto" lang="ar">أكثر من 180 عائلة</a>' in page
    assert '<span class="bound">أكثر من</span> <bdi>180</bdi>' in page
    assert "بلدية المرفأ" in page


def test_a_figure_that_misquotes_the_text_is_not_shown(body_of: Read) -> None:
    article = ArticleFactory()
    figure_of(article, "180", value=180)
    article.figures.update(quote="999")
    page = body_of(article.get_absolute_url())
    assert "999" not in page
    assert 'id="f1"' not in page


def test_without_figures_the_page_says_so(body_of: Read) -> None:
    page = body_of(ArticleFactory(body="نص بلا عدد.").get_absolute_url())
    assert "لا يذكر النص أرقامًا بارزة." in page


def test_the_head_tells_outlet_author_date_and_place(body_of: Read) -> None:
    article = ArticleFactory(
        author=AuthorFactory(name="هالة منصور"),
        published_on=date(2014, 8, 5),
        published_time=time(21, 38),
        published_precision="minute",
        dateline_place="عواصم",
        agency="وكالات",
    )
    page = body_of(article.get_absolute_url())
    assert (
        '<time datetime="2014-08-05T21:38">'
        "الثلاثاء 5 آب/أغسطس 2014 — 9 شوال 1435 هـ، الساعة 21:38</time>"
    ) in page
    for said in ("هالة منصور", "عواصم", "وكالات", article.outlet.name):
        assert f'<bdi lang="ar">{said}</bdi>' in page


def test_what_is_unknown_is_said_and_never_guessed(body_of: Read) -> None:
    article = ArticleFactory(
        title="عاد النازحون…",
        title_derived=True,
        outlet=None,
        section=None,
        published_on=None,
        published_precision="",
    )
    page = body_of(article.get_absolute_url())
    assert "بلا مصدر" in page
    assert "بلا تاريخ" in page
    assert "هذا مشتق من جملته الأولى" in page
    assert "لا نسخة محفوظة لهذا المقال." in page
    assert "لم يُحذف شيء من النص الخام." in page


def test_an_article_without_a_title_has_a_heading_still(body_of: Read) -> None:
    article = ArticleFactory(title="")
    assert "بلا عنوان</h1>" in body_of(article.get_absolute_url())
    assert "بلا عنوان" in body_of("/")


def test_what_was_cut_is_shown_with_its_reason(body_of: Read) -> None:
    cut = {
        "start": 1200,
        "end": 1230,
        "reason": "cookie_notice",
        "text": "نستخدم ملفات",
    }
    page = body_of(ArticleFactory(removed=[cut]).get_absolute_url())
    assert "إشعار ملفات الارتباط" in page
    assert "نستخدم ملفات" in page
    assert "مقطع واحد" in page
    assert "<bdi>1,200</bdi>" in page


def test_the_evidence_is_named_and_can_be_saved(client: Client, body_of: Read) -> None:
    capture = CaptureFactory(data=b"raw", source="خبر.txt")
    page = body_of(capture.article.get_absolute_url())
    assert capture.sha256 in page
    assert "خبر.txt" in page
    assert f"/captures/{capture.sha256}/" in page


def test_machines_find_what_they_read(body_of: Read) -> None:
    article = ArticleFactory(author=AuthorFactory(name="هالة"))
    page = body_of(article.get_absolute_url())
    address = f"http://testserver/articles/{article.pk}/"
    for line in (
        f'<link rel="canonical" href="{address}">',
        f'<meta property="og:image" content="{address}card.png">',
        f'<meta name="citation_title" content="{article.title}">',
        '<meta name="citation_author" content="هالة">',
        '<meta name="citation_publication_date" content="2014/08/05">',
        '<script type="application/ld+json">',
    ):
        assert line in page


def test_neighbours_are_of_the_same_day_and_of_the_same_outlet(body_of: Read) -> None:
    article = ArticleFactory()
    ArticleFactory(title="في اليوم ذاته")
    ArticleFactory(
        title="قبله هنا", outlet=article.outlet, published_on=date(2014, 8, 1)
    )
    ArticleFactory(title="بعيد", published_on=date(2010, 1, 1))
    page = body_of(article.get_absolute_url())
    assert "في اليوم ذاته" in page
    assert "قبله هنا" in page
    assert "بعيد" not in page


def test_the_picture_is_sent_once_and_again_when_the_article_changes(
    client: Client,
) -> None:
    article = ArticleFactory()
    figure_of(article, "180", value=180)
    address = f"/articles/{article.pk}/card.png"
    first = client.get(address)
    assert first["Content-Type"] == "image/png"
    assert (
        client.get(address, headers={"if-none-match": first["ETag"]}).status_code == 304
    )
    article.title = "عنوان جديد"
    article.save()
    assert (
        client.get(address, headers={"if-none-match": first["ETag"]}).status_code == 200
    )
