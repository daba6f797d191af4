"""The search page: every state of it is in its address."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from articles.models import Status
from search import outbox
from search.language.help import FORMS
from tests.factories import ArticleFactory, OutletFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def news(index: Path) -> None:
    north = OutletFactory(name="صحيفة الشمال")
    ArticleFactory(title="هدنة في المرفأ", outlet=north)
    ArticleFactory(title="خبر <b>آخر</b>", published_on=date(2016, 2, 1))
    ArticleFactory(title="سر لم يُنشر", status=Status.DRAFT)
    outbox.drain()


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_without_a_query_the_page_teaches_the_language(client: Client, index: Path):
    html = page(client, "/search/")

    assert FORMS[1].meaning in html


def test_hits_are_marked_and_escaped(client: Client, news: None):
    html = page(client, "/search/?q=هدنة")
    assert "<mark>هدنة</mark> في المرفأ" in html
    assert "سر لم يُنشر" not in html

    assert "<mark>خبر</mark> &lt;b&gt;آخر&lt;/b&gt;" in page(client, "/search/?q=خبر")
    assert "<script>x" not in page(client, "/search/?q=%22><script>x</script>")


def test_facets_are_links_that_narrow_and_chips_take_away(client: Client, news: None):
    response = client.get("/search/?q=عائلة&page=3")
    outlet, *_ = response.context["facets"]
    link = next(link for link in outlet["links"] if link.value == "صحيفة الشمال")
    assert link.count == 1
    assert "page" not in parse_qs(urlsplit(link.url).query)

    narrowed = client.get(f"/search/{link.url}")
    assert narrowed.context["results"].total == 1
    (chip,) = narrowed.context["chips"]
    assert chip.removes
    assert client.get(f"/search/{chip.url}").context["results"].total == 2


def test_a_year_narrows_the_dates(client: Client, news: None):
    year = client.get("/search/?q=عائلة").context["facets"][-1]

    assert [link.value for link in year["links"]] == ["2016", "2014"]
    narrowed = client.get(f"/search/{year['links'][0].url}")
    assert narrowed.context["results"].total == 1
    assert len(narrowed.context["chips"]) == 2


def test_arabic_digits_are_dates_too(client: Client, news: None):
    response = client.get("/search/?q=عائلة&since=٢٠١٥-٠١-٠١")

    assert response.context["results"].total == 1


@pytest.mark.parametrize(
    "address",
    [
        "/search/?q=عائلة&since=x&until=2014-99-99&sort=y&page=z",
        "/search/?q=عائلة&page=99999999999",
        "/search/?q=عائلة&page=-1",
        "/search/?outlet=&q=",
        "/search/?q=" + "(" * 2000,
        "/search/?q=%00%1f",
        "/search/?q=عائلة&outlet=" + "&outlet=".join("abcdefgh" * 20),
    ],
)
def test_odd_addresses_are_answered(client: Client, news: None, address: str):
    page(client, address)


def test_no_hits_say_what_may_help(client: Client, news: None):
    assert "لم يُعثر" in page(client, "/search/?q=زلزال")


def test_without_an_index_the_page_says_so(client: Client, db: None):
    ArticleFactory(title="هدنة")

    assert "بحث احتياطي" in page(client, "/search/?q=هدنة")


def test_the_help_page_shows_the_whole_language(client: Client, db: None):
    html = page(client, "/search/help/")

    assert all(form.meaning in html for form in FORMS)


def test_a_search_takes_few_queries(
    client: Client, news: None, django_assert_max_num_queries
):
    with django_assert_max_num_queries(12):
        page(client, "/search/?q=عائلة&outlet=x&section=y&author=z")
