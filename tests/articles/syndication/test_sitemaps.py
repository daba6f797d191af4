"""Search engines are told of every public article, in pages that stay as they are."""

from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from articles.syndication.sitemaps import ArticleSitemap
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def addresses(client: Client, path: str) -> list[str | None]:
    root = ET.fromstring(client.get(path).content)
    return [place.text for place in root.iter(LOC)]


def test_the_index_names_a_map_for_every_page_of_articles(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ArticleSitemap, "limit", 2)
    articles = ArticleFactory.create_batch(3)
    index = addresses(client, "/sitemap.xml")
    assert "http://testserver/sitemap-articles.xml?p=2" in index
    told = addresses(client, "/sitemap-articles.xml")
    told += addresses(client, "/sitemap-articles.xml?p=2")
    assert told == [
        f"http://testserver{article.get_absolute_url()}" for article in articles
    ]


def test_an_empty_archive_has_a_map(client: Client) -> None:
    assert "http://testserver/about/" in addresses(client, "/sitemap-pages.xml")
    assert addresses(client, "/sitemap-articles.xml") == []


def test_robots_are_led_to_the_map_and_kept_from_the_search(client: Client) -> None:
    told = client.get("/robots.txt").content.decode()
    assert "Disallow: /search/" in told
    assert "Sitemap: http://testserver/sitemap.xml" in told
