"""A result leads to its words in the article, and from there to the next ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client

from articles.models import Status
from search.indexing import outbox
from tests.factories import ArticleFactory, figure_of

pytestmark = pytest.mark.django_db

FILLER = "\n\n".join(["كلام طويل لا شأن له بما يُسأل عنه هنا"] * 20)


def test_a_result_leads_to_the_hit_its_snippet_begins_with(client: Client, index: Path):
    body = f"أعلنت هدنة أولى.\n\n{FILLER}\n\nثم هدنة في المرفأ القديم."
    article = ArticleFactory(title="هدنة أخرى", body=body)
    outbox.drain()

    html = client.get("/search/", {"q": "هدنة المرفأ"}).content.decode()
    address = f"/articles/{article.pk}/?q=%D9%87%D8%AF%D9%86%D8%A9%20"
    link = re.search(rf'{re.escape(address)}[^"#]*#(h\d+)"', html)
    assert link
    page = client.get(link[0].rstrip('"').partition("#")[0]).content.decode()
    assert f'<mark class="hit" id="{link[1]}">هدنة</mark>' in page
    marks = re.findall(r'<mark class="hit" id="(h\d+)">([^<]+)</mark>', page)
    assert [name for name, _ in marks] == ["h1", "h2", "h3", "h4"]
    assert link[1] == "h3"
    assert '<a href="#h2" aria-label="الموضع السابق">' in page
    assert '<a href="#h4" aria-label="الموضع التالي">' in page
    for _, target in re.findall(r'href="#(h)(\d+)"', page):
        assert f'id="h{target}"' in page


def test_hits_and_figures_are_marked_together(client: Client, db: None):
    article = ArticleFactory()
    start = article.body.index("180")
    figure_of(article, "180", value=180, phrase_start=start, phrase_end=start + 9)

    page = client.get(f"/articles/{article.pk}/", {"q": "عائلات"}).content.decode()

    assert (
        '<mark class="fig core" id="f1">180 <mark class="hit" id="h2">عائلة</mark>'
    ) in page
    assert page.count("<mark") == page.count("</mark>")


def test_without_a_query_nothing_is_marked(client: Client, db: None):
    article = ArticleFactory()
    for query in ("", "?q=", "?q=%20", "?page=2"):
        page = client.get(f"/articles/{article.pk}/{query}").content.decode()
        assert 'class="hit' not in page


@pytest.mark.parametrize("query", ["زلزال", "-عائلة", '"><script>x', "\x00", "مصدر:س"])
def test_a_query_that_hits_nothing_leaves_the_article_readable(
    client: Client, db: None, query: str
):
    article = ArticleFactory()
    page = client.get(f"/articles/{article.pk}/", {"q": query}).content.decode()

    assert '<mark class="hit"' not in page
    assert "<script>x" not in page
    assert "أكثر من 180 عائلة" in page


def test_a_query_opens_no_draft(client: Client, db: None):
    draft = ArticleFactory(status=Status.DRAFT)

    assert client.get(f"/articles/{draft.pk}/?q=عائلة").status_code == 404


def test_a_headline_with_quotes_leads_to_the_words_it_was_loosened_to(
    client: Client, index: Path
):
    body = f"قيل إن السوق مغلقة.\n\n{FILLER}\n\nأغلقت البلدية سوق السمك في المرفأ."
    ArticleFactory(title="إعلان", body=body)
    outbox.drain()

    query = 'البلدية تغلق "سوق المرفأ" القديم نهائيا'
    html = client.get("/search/", {"q": query}).content.decode()
    link = re.search(r'href="(/articles/[^"#]*)#(h\d+)"', html)
    assert link
    page = client.get(link[1]).content.decode()
    marks = re.findall(r'<mark class="hit" id="(h\d+)">([^<]+)</mark>', page)
    assert [word for _, word in marks] == ["السوق", "البلدية", "سوق", "المرفأ"]
    assert link[2] in {name for name, _ in marks}
