"""Captures by address and time, as RFC 7089 wants them."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from articles.models import Article, Capture
from tests.factories import ArticleFactory, CaptureFactory

pytestmark = pytest.mark.django_db

URL = "https://marfa.example/أخبار/7?id=1&b=2"
ASCII = "https://marfa.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/7?id=1&b=2"
NOON = datetime(2014, 8, 5, 12, tzinfo=UTC)
DAYS = (0, 10, 30)


@pytest.fixture
def captures() -> list[Capture]:
    """Three captures of an address: of August 5, 15 and September 4, 2014."""
    article = ArticleFactory()
    return [
        CaptureFactory(
            article=article, url=URL, captured_at=NOON + timedelta(days=days)
        )
        for days in DAYS
    ]


@pytest.mark.parametrize(
    ("stamp", "which"),
    [
        ("20140805120000", 0),
        ("20100101000000", 0),
        ("20140810120000", 0),  # as far from both: the earlier one
        ("20140810120001", 1),
        ("20140904120000", 2),
        ("20991231235959", 2),
        ("2014", 0),
        ("201409", 2),
    ],
)
def test_14_digits_lead_to_the_nearest_capture(
    client: Client, captures: list[Capture], stamp: str, which: int
) -> None:
    response = client.get(f"/web/{stamp}/{URL}")
    assert response.status_code == 302
    assert response["Location"] == captures[which].get_absolute_url()


@pytest.mark.parametrize(
    "spelling",
    [
        URL,
        ASCII,
        "http://www.marfa.example/أخبار/7/?b=2&id=1&utm_source=x",
        "marfa.example/أخبار/7?id=1&b=2",
        "https:/marfa.example/أخبار/7?id=1&b=2",
    ],
)
def test_any_spelling_of_the_address_finds_its_captures(
    client: Client, captures: list[Capture], spelling: str
) -> None:
    page = client.get(f"/web/{spelling}").content.decode()
    assert [one.get_absolute_url() in page for one in captures] == [True] * 3


def test_a_server_that_keeps_the_request_line_is_believed(
    client: Client, captures: list[Capture]
) -> None:
    CaptureFactory(url="https://marfa.example/a%2Fb")
    answer = client.get("/web/x", RAW_URI="/web/https://marfa.example/a%2Fb")
    assert answer.status_code == 200
    assert client.get("/web/https://marfa.example/a/b").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/web/https://marfa.example/unknown",
        f"/web/20141301000000/{URL}",
        "/web/2014/-",
        "/timegate/-",
        "/timemap/link/https://marfa.example/unknown",
        "/timemap/xml/" + URL,
    ],
)
def test_what_was_never_captured_is_not_found(
    client: Client, captures: list[Capture], address: str
) -> None:
    assert client.get(address).status_code == 404


def links(header: str) -> list[tuple[str, str]]:
    """Read a Link header: (address, rel)."""
    return re.findall(r'<([^>]*)>; rel="([^"]*)"', header)


@pytest.mark.parametrize(
    ("asked", "which"),
    [
        ("Fri, 15 Aug 2014 11:00:00 GMT", 1),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
        ("", 2),
    ],
)
def test_the_timegate_negotiates_the_time(
    client: Client, captures: list[Capture], asked: str, which: int
) -> None:
    headers = {"Accept-Datetime": asked} if asked else {}
    response = client.get(f"/timegate/{URL}", headers=headers)
    assert response.status_code == 302
    assert response["Location"].endswith(captures[which].get_absolute_url())
    assert response["Location"].startswith("http://testserver/")
    assert "Accept-Datetime" in response["Vary"]
    assert "Memento-Datetime" not in response
    rels = [rel for _, rel in links(response["Link"])]
    assert {"original", "timegate", "timemap"} <= set(rels)
    assert "first" in " ".join(rels)
    assert "last" in " ".join(rels)


def test_a_time_that_is_none_is_a_bad_request(
    client: Client, captures: list[Capture]
) -> None:
    response = client.get(f"/timegate/{URL}", headers={"Accept-Datetime": "أمس"})
    assert response.status_code == 400


def test_a_capture_says_what_it_is_in_its_headers(
    client: Client, captures: list[Capture]
) -> None:
    response = client.get(captures[1].get_absolute_url())
    assert response["Memento-Datetime"] == "Fri, 15 Aug 2014 12:00:00 GMT"
    found = {rel: address for address, rel in links(response["Link"])}
    assert found["original"] == ASCII
    assert found["timegate"] == f"http://testserver/timegate/{ASCII}"
    assert found["timemap"] == f"http://testserver/timemap/link/{ASCII}"
    assert found["memento"].endswith(captures[1].get_absolute_url())
    assert found["first prev memento"].endswith(captures[0].get_absolute_url())
    assert found["last next memento"].endswith(captures[2].get_absolute_url())


def test_a_capture_without_an_address_is_no_memento(client: Client) -> None:
    response = client.get(CaptureFactory().get_absolute_url())
    assert "Memento-Datetime" not in response
    assert "Link" not in response


def test_the_timemap_lists_all_captures(
    client: Client, captures: list[Capture]
) -> None:
    response = client.get(f"/timemap/link/{URL}")
    assert response["Content-Type"] == "application/link-format"
    lines = response.content.decode().split(",\n")
    assert lines[0] == f'<{ASCII}>; rel="original"'
    assert 'rel="self"' in lines[2]
    assert 'from="Tue, 05 Aug 2014 12:00:00 GMT"' in lines[2]
    assert 'until="Thu, 04 Sep 2014 12:00:00 GMT"' in lines[2]
    assert [rel for _, rel in links(response.content.decode())][3:] == [
        "first memento",
        "memento",
        "last memento",
    ]


def test_the_timemap_as_json(client: Client, captures: list[Capture]) -> None:
    told = client.get(f"/timemap/json/{URL}").json()
    assert told["original_uri"] == ASCII
    assert len(told["mementos"]["list"]) == 3
    assert told["mementos"]["first"]["datetime"] == "2014-08-05T12:00:00+00:00"
    assert client.get(told["mementos"]["last"]["uri"]).status_code == 200


def test_the_maps_can_only_be_read(client: Client, captures: list[Capture]) -> None:
    for address in (f"/timegate/{URL}", f"/timemap/json/{URL}", "/export/warc"):
        assert client.post(address).status_code == 405


def test_the_manifest_is_checked_by_its_own_end(
    client: Client, captures: list[Capture]
) -> None:
    Capture.objects.create(
        article=Article.objects.get(),
        sha256=captures[0].sha256,
        size=captures[0].size,
        charset="utf-8",
        url="https://other.example/7",
    )
    response = client.get("/captures/manifest.txt")
    text = b"".join(response).decode()
    files = [line for line in text.splitlines(keepends=True) if line[0] != "#"]
    assert response["Content-Disposition"].startswith("attachment")
    assert len(files) == 3
    assert f"{captures[0].sha256}  {captures[0].path}\n" in files
    assert "# files: 3\n" in text
    digest = hashlib.sha256("".join(files).encode()).hexdigest()
    assert text.endswith(f"{digest}\n")
    assert text.count(ASCII) == 3
