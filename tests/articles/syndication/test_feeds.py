"""Feeds carry the newest public articles and stay well-formed whatever is in them."""

from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import ArticleFactory, OutletFactory

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
FEED = "/feed/"


def titles(client: Client, address: str) -> list[str | None]:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    root = ET.fromstring(response.content)
    return [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")]


def test_the_newest_come_first(client: Client) -> None:
    ArticleFactory(title="الأول")
    ArticleFactory(title="الثاني", published_on=None, outlet=None)
    assert titles(client, FEED) == ["الثاني", "الأول"]


def test_an_outlet_has_a_feed_of_its_own(client: Client) -> None:
    outlet = OutletFactory(name="صحيفة المرفأ")
    ArticleFactory(title="هنا", outlet=outlet)
    ArticleFactory(title="هناك")
    feed = reverse("articles:outlet_feed", args=[outlet.slug])
    assert titles(client, feed) == ["هنا"]


def test_an_outlet_without_public_articles_has_none(client: Client) -> None:
    outlet = ArticleFactory(status="draft").outlet
    feed = reverse("articles:outlet_feed", args=[outlet.slug])
    assert client.get(feed).status_code == 404


def test_what_xml_cannot_carry_is_left_out(client: Client) -> None:
    ArticleFactory(title="عنوان\x0b\x01 <b>&", body="نص\x1b[31m")
    assert titles(client, FEED) == ["عنوان <b>&"]


def test_a_feed_costs_few_queries(
    client: Client, django_assert_max_num_queries: object
) -> None:
    ArticleFactory.create_batch(40)
    with django_assert_max_num_queries(4):  # type: ignore[operator]
        assert len(titles(client, FEED)) == 30
