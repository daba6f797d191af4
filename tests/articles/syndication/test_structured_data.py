"""JSON-LD holds the article's facts and can't be left by any text."""

import json
import re

import pytest
from django.template import engines

from articles.syndication.structured_data import news_article
from tests.factories import ArticleFactory, AuthorFactory

pytestmark = pytest.mark.django_db

WHERE = {"url": "https://a.example/articles/1/", "image": "https://a.example/c.png"}
HOSTILE = "</script><script>alert(1)</script><!-- & \u2028\u2029 ]]> \\ \" '"


def test_what_is_known_is_told_and_what_is_not_is_left_out() -> None:
    article = ArticleFactory(author=AuthorFactory(name="هالة"), outlet__name="المرفأ")
    told = news_article(article, **WHERE, site="أرشيف")
    assert told["@type"] == "NewsArticle"
    assert told["headline"] == article.title
    assert told["datePublished"] == "2014-08-05"
    assert told["author"]["name"] == "هالة"
    assert told["publisher"]["name"] == "المرفأ"
    bare = news_article(
        ArticleFactory(outlet=None, section=None, published_on=None), **WHERE, site="أ"
    )
    assert not {"author", "publisher", "articleSection", "datePublished"} & bare.keys()


def test_no_text_can_end_the_block_or_break_the_json() -> None:
    article = ArticleFactory(title=HOSTILE, outlet__name=HOSTILE[:100])
    told = news_article(article, **WHERE, site=HOSTILE)
    block = engines["django"].from_string("{% json_ld told %}").render({"told": told})
    inside = re.fullmatch(
        r'<script type="application/ld\+json">(.*)</script>', block, re.DOTALL
    )
    assert inside
    assert not re.search("[<>&\u2028\u2029]", inside[1])
    assert json.loads(inside[1]) == told
