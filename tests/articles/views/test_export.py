"""Taking articles along as a web archive."""

from __future__ import annotations

import gzip
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.models import Status
from tests.factories import ArticleFactory, CaptureFactory

pytestmark = pytest.mark.django_db


def titles(client: Client, query: str = "") -> set[str]:
    """Name the articles of an export."""
    response = client.get(f"/export/warc?{query}")
    assert response.status_code == 200
    assert response["Content-Type"] == "application/warc"
    assert response["Content-Disposition"].startswith("attachment")
    whole = gzip.decompress(b"".join(response)).decode("utf-8", "replace")
    return {name for name in ("أول", "ثان", "سر") if f'"title": "{name}"' in whole}


@pytest.fixture
def two() -> list[int]:
    """Two public articles, a draft."""
    first = ArticleFactory(title="أول", published_on=date(2014, 1, 1))
    second = ArticleFactory(title="ثان", published_on=date(2016, 1, 1), outlet=None)
    CaptureFactory(article=first)
    ArticleFactory(title="سر", status=Status.DRAFT, outlet=first.outlet)
    return [first.pk, second.pk]


def test_the_filters_of_an_export(client: Client, two: list[int]) -> None:
    assert titles(client) == {"أول", "ثان"}
    assert titles(client, f"ids={two[0]}") == {"أول"}
    assert titles(client, f"ids={two[0]},%20{two[1]}") == {"أول", "ثان"}
    assert titles(client, "since=2015-01-01") == {"ثان"}
    assert titles(client, "until=٢٠١٥-٠١-٠١") == {"أول"}
    assert titles(client, "ids=999999") == set()


@pytest.mark.parametrize(
    "query",
    [
        "since=أمس",
        "ids=1,x",
        "ids=1;DROP",
        "ids=99999999999999999999",
        "ids=١,٢,س",
        "outlet=nowhere",
        "section=nowhere",
        "author=nowhere",
    ],
)
def test_a_filter_that_means_nothing_is_told(
    client: Client, two: list[int], query: str
) -> None:
    response = client.get(f"/export/warc?{query}")
    assert response.status_code == 400
    assert 'class="notice"' in response.content.decode()


def test_visitors_take_only_so_much_at_once(
    client: Client, two: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.views.exports.MOST_FOR_VISITORS", 1)
    assert client.get("/export/warc").status_code == 400
    assert "ضيّق" in client.get("/export/").content.decode()
    assert titles(client, f"ids={two[0]}") == {"أول"}
    client.force_login(User.objects.create_user("محرر", is_staff=True))
    assert titles(client) == {"أول", "ثان"}


def test_the_form_counts_and_leads_to_the_file(client: Client, two: list[int]) -> None:
    page = client.get("/export/?since=2015-01-01").content.decode()
    assert "مقال واحد" in page
    assert "/export/warc?since=2015-01-01" in page
