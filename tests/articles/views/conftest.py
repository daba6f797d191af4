"""Every public address, by name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from articles.models import Article
from tests.factories import CaptureFactory

Addresses = Callable[[Article], dict[str, str]]


@pytest.fixture
def addresses() -> Addresses:
    """Give every page an article may be seen on, for an article of 2014-08-05."""

    def all_of(article: Article) -> dict[str, str]:
        capture = article.captures.first() or CaptureFactory(article=article)
        outlet = article.outlet.slug if article.outlet else "-"
        figure = article.figures.first()
        page = figure.get_absolute_url() if figure else ""
        return {
            **({"figure": page, "report": f"{page}report/"} if page else {}),
            "people": "/people/",
            "organisations": "/organisations/",
            "places": "/places/",
            "home": "/",
            "article": f"/articles/{article.pk}/",
            "card": f"/articles/{article.pk}/card.png",
            "original": f"/captures/{capture.sha256}/",
            "captures": f"/articles/{article.pk}/captures/",
            "capture": f"/articles/{article.pk}/captures/{capture.pk}/",
            "compare_captures": f"/articles/{article.pk}/captures/compare/",
            "manifest": "/captures/manifest.txt",
            "export": "/export/",
            "export as WARC": f"/export/warc?ids={article.pk}",
            "browse": "/browse/",
            "year": "/browse/2014/",
            "month": "/browse/2014/8/",
            "day": "/browse/2014/8/5/",
            "undated": "/browse/undated/",
            "latest": "/browse/latest/",
            "day of the year": "/browse/day/8/5/",
            "outlets by month": "/browse/outlets/",
            "text alone": f"/articles/{article.pk}/?view=text",
            "keyboard": "/keyboard/",
            "outlets": "/outlets/",
            "unknown outlet": "/browse/unknown-outlet/",
            "outlet": f"/outlets/{outlet}/",
            "outlet feed": f"/outlets/{outlet}/feed/",
            "outlet year": f"/outlets/{outlet}/2014/",
            "outlet month": f"/outlets/{outlet}/2014/8/",
            "sections": "/sections/",
            "section": f"/sections/{article.section.slug}/" if article.section else "/",
            "authors": "/authors/",
            "author": f"/authors/{article.author.slug}/" if article.author else "/",
            "about": "/about/",
            "feed": "/feed/",
            "sitemap": "/sitemap.xml",
            "sitemap of articles": "/sitemap-articles.xml",
            "sitemap of outlets": "/sitemap-outlets.xml",
            "sitemap of pages": "/sitemap-pages.xml",
            "robots": "/robots.txt",
        }

    return all_of


@pytest.fixture
def body_of(client: Client) -> Callable[[str], str]:
    """Read a page that is there."""

    def read(address: str) -> str:
        response = client.get(address)
        assert response.status_code == 200, address
        return response.getvalue().decode("utf-8", "replace")

    return read
