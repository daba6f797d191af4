"""Articles about the same, on the page of an article: with either engine."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client

from articles.models import Article, Status
from articles.presentation.around import around
from search.indexing import outbox
from search.questions.similar import similar_articles, telling_words
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

FLOOD = "غمرت السيول بيوت قرية المنحدر بعد انهيار السد الترابي ونزح الأهالي عنها"


@pytest.fixture
def flood(engine: str) -> Article:
    ArticleFactory(title="السد الترابي انهار", body="وصلت فرق الإنقاذ إلى المنحدر.")
    ArticleFactory(title="نازحو القرية", body="أهالي المنحدر الذين غمر السيل بيوتهم.")
    ArticleFactory(title="سر", body=FLOOD, status=Status.DRAFT)
    for n in range(12):
        body = f"افتتحت البلدية سوقًا جديدة في المدينة وقال مديرها {n}"
        ArticleFactory(title="سوق جديدة", body=body)
    article = ArticleFactory(title="سيول في المنحدر", body=FLOOD)
    outbox.drain()
    return article


def test_articles_with_the_telling_words_are_similar_never_itself_nor_a_draft(
    flood: Article,
):
    similar = Article.objects.in_bulk(similar_articles(flood)).values()

    assert {article.title for article in similar} == {
        "السد الترابي انهار",
        "نازحو القرية",
    }


def test_words_tell_by_being_rare_elsewhere_and_frequent_here(flood: Article):
    words = telling_words("سيول في المنحدر", FLOOD + " قال البلدية 2014 2014")

    assert words[0] == "المنحدر"
    assert "قال" not in words[:4]
    assert not {"في", "بعد", "2014"} & set(words)


def test_the_page_of_an_article_shows_them(client: Client, flood: Article):
    html = client.get(flood.get_absolute_url()).content.decode()

    assert "مقالات مشابهة" in html
    assert html.index("مقالات مشابهة") < html.index("السد الترابي انهار")
    assert ">سر<" not in html


def test_what_was_withdrawn_since_is_not_shown(flood: Article):
    assert around(flood).similar
    Article.objects.exclude(pk=flood.pk).update(status=Status.DRAFT)

    assert around(flood).similar == []


def test_an_article_like_no_other_has_no_such_box(client: Client, engine: str):
    article = ArticleFactory(title="", body="٢٠١٤ 5 و في")
    outbox.drain()

    assert similar_articles(article) == []
    page = client.get(article.get_absolute_url()).content.decode()
    assert "مقالات مشابهة" not in page


def test_without_an_index_the_page_does_without(client: Client, db: None):
    cache.clear()
    article = ArticleFactory(body=FLOOD)

    page = client.get(article.get_absolute_url())
    assert page.status_code == 200
    assert "مقالات مشابهة" not in page.content.decode()
