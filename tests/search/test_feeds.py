"""A search can be followed: its feed tells what came into the archive last."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from articles.corpus.figures.nouns import noun_key
from search.indexing import outbox
from search.questions import newest
from tests.factories import ArticleFactory, AuthorFactory, OutletFactory, figure_of

ATOM = "{http://www.w3.org/2005/Atom}"


def entries(client: Client, address: str, name: str = "title") -> list[str | None]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("application/atom+xml")
    found = ET.fromstring(answer.content).iter(f"{ATOM}entry")
    return [entry.findtext(f"{ATOM}{name}") for entry in found]


@pytest.fixture
def ships(index: Path) -> None:
    outlet = OutletFactory(name="الشمال")
    ArticleFactory(title="سفينة الحنطة", published_on=date(2016, 1, 1))
    ArticleFactory(title="السفينة القديمة", published_on=date(1998, 1, 1))
    ArticleFactory(title="قطار", outlet=outlet)
    ArticleFactory(title="سفينة الملح", outlet=outlet)
    ArticleFactory(title="سفينة لم تُنشر", status="draft")
    outbox.drain()


def test_what_came_in_last_is_told_first_however_old_it_is(
    ships: None, client: Client
) -> None:
    told = ["سفينة الملح", "السفينة القديمة", "سفينة الحنطة"]
    assert entries(client, "/search/feed/?q=سفينة") == told
    assert entries(client, "/search/feed/?q=سفينة&sort=oldest&page=7") == told


def test_filters_of_the_search_hold(ships: None, client: Client) -> None:
    assert entries(client, "/search/feed/?q=سفينة&outlet=الشمال") == ["سفينة الملح"]
    assert entries(client, "/search/feed/?outlet=الشمال") == ["سفينة الملح", "قطار"]


def test_a_query_that_many_answer_is_walked_from_the_newest(
    ships: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(newest, "LARGEST_PAGE", 2)
    told = ["سفينة الملح", "السفينة القديمة", "سفينة الحنطة"]
    assert entries(client, "/search/feed/?q=سفينة") == told


def test_an_entry_has_one_id_in_either_language(
    ships: None, client: Client, settings: Settings
) -> None:
    settings.SITE_URL = "https://news.example"
    ids = entries(client, "/search/feed/?q=قطار", "id")
    assert ids == entries(client, "/en/search/feed/?q=قطار", "id")
    assert ids[0] is not None
    assert ids[0].startswith("tag:news.example,2026:articles/")


def test_no_question_has_no_feed(ships: None, client: Client) -> None:
    for query in ("", "?q=", "?q=%00%0b", "?page=3"):
        assert client.get(f"/search/feed/{query}").status_code == 404, query


@pytest.mark.parametrize("query", ["?q=((((", "?q=لا-شيء&since=x"])
def test_a_question_nobody_can_answer_has_an_empty_one(
    ships: None, client: Client, query: str
) -> None:
    assert entries(client, f"/search/feed/{query}") == []


def test_the_page_of_a_search_leads_to_its_feed(ships: None, client: Client) -> None:
    page = client.get("/search/?q=سفينة&page=1").content.decode()
    assert 'type="application/atom+xml"' in page
    assert "/search/feed/?q=" in page


def test_sections_and_authors_have_feeds(ships: None, client: Client) -> None:
    author = AuthorFactory()
    article = ArticleFactory(title="بتوقيع", author=author)
    for heading in ("section", "author"):
        slug = getattr(article, heading).slug
        feed = reverse(f"articles:{heading}_feed", args=[slug])
        assert entries(client, feed) == ["بتوقيع"]
        assert feed in client.get(feed.removesuffix("feed/")).content.decode()


def test_a_noun_is_followed_in_all_its_forms(client: Client, db: None) -> None:
    for title, noun in [
        ("أولى", "نازح"),
        ("ثانية", "نازحين"),
        ("ثالثة", "نازحًا سوريًا"),
    ]:
        article = ArticleFactory(title=title)
        figure_of(article, "180", noun=noun, noun_key=noun_key(noun), value=180)
    figure_of(ArticleFactory(), "180", noun="سفينة", noun_key=noun_key("سفينة"))
    draft = ArticleFactory(title="لم تُنشر", status="draft")
    figure_of(draft, "180", noun="خيمة", noun_key=noun_key("خيمة"))

    page = client.get("/figures/نازحون/feed/")
    assert "<title>نازح — " in page.content.decode()
    assert entries(client, "/figures/نازح/feed/") == ["ثالثة", "ثانية", "أولى"]
    assert client.get("/figures/خيمة/feed/").status_code == 404
    assert client.get("/figures/-/feed/").status_code == 404
