"""A search leaves the archive as it stands on its page."""

from __future__ import annotations

import csv
import json
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django.fixtures import Settings

from articles.models import Status
from search.indexing import outbox
from tests.factories import ArticleFactory, OutletFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def news(index: Path) -> None:
    """Some articles in the index, one of them nobody may see."""
    harbour, hill = OutletFactory(name="المرفأ"), OutletFactory(name="التل")
    for number in range(24):
        ArticleFactory(
            title=f"هدنة {number}",
            body="هدنة " * (number % 5 + 1) + "بين البلدتين.",
            outlet=harbour if number % 2 else hill,
            section=None,
            published_on=date(2014, 1 + number % 12, 5),
        )
    ArticleFactory(title="هدنة سرنامه", status=Status.DRAFT)
    outbox.drain()


QUERIES: list[dict[str, Any]] = [
    {"q": "هدنة"},
    {"q": "هدنه", "sort": "newest"},
    {"q": "هدنة", "sort": "oldest"},
    {"q": "هدنة", "outlet": "المرفأ"},
    {"q": "هدنة", "without_outlet": "المرفأ"},
    {"q": "هدنة", "since": "2014-06-01", "until": "2014-09-30"},
    {"q": '"بين البلدتين"'},
    {"q": "هدنة -12"},
    {"q": "زلزال"},
    {"outlet": "التل"},
]


@pytest.mark.long
@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_a_file_has_the_hits_of_the_page_in_their_order(
    client: Client, news: None, query: dict[str, Any]
):
    shown: list[int] = []
    for page in (1, 2):
        answer = client.get("/search/", query | {"page": page}).context
        if answer["page"].number == page:
            shown += [hit.article.pk for hit in answer["hits"]]
    sent = client.get("/search/export.jsonl", query | {"columns": "id"})

    ids = [json.loads(line)["id"] for line in sent.getvalue().splitlines()]
    assert ids == shown
    assert sent["X-Articles-Found"] == str(answer["results"].total) == str(len(ids))


def test_the_page_counts_and_leads_back(client: Client, news: None):
    html = client.get("/search/export/", {"q": "هدنة", "outlet": "المرفأ"})
    text = html.content.decode()

    assert "12" in text
    assert "سرنامه" not in text
    assert 'formaction="/search/export.xlsx"' in text
    assert "/search/export.bib?q=" in text


def test_a_search_page_leads_to_its_export(client: Client, news: None):
    html = client.get("/search/", {"q": "هدنة", "sort": "newest"}).content.decode()

    assert "/search/export/?q=%D9%87%D8%AF%D9%86%D8%A9&amp;sort=newest" in html


@pytest.mark.parametrize("address", ["/search/export/", "/search/export.csv"])
def test_any_query_has_a_page_and_a_file(client: Client, news: None, address: str):
    for query in ("", "(" * 300, "\x00", "-هدنة", "*", "[ا TO ي]"):
        assert client.get(address, {"q": query}).status_code == 200, query


def test_a_column_that_is_none_is_told(client: Client, news: None):
    answer = client.get("/search/export.csv", {"q": "هدنة", "columns": "password"})

    assert answer.status_code == 400
    assert "password" in answer.content.decode()


def exported(tmp_path: Path, *arguments: str, file: str = "out.csv") -> list[str]:
    path = tmp_path / file
    call_command("export_articles", str(path), *arguments)
    text = path.read_bytes().decode("utf-8-sig")
    return [row["العنوان"] for row in csv.DictReader(StringIO(text, newline=""))]


def test_the_command_knows_no_limit(tmp_path: Path, news: None, settings: Settings):
    settings.EXPORT_WEB_LIMIT = 3

    assert len(exported(tmp_path, "هدنة")) == 24
    assert len(exported(tmp_path)) == 24
    assert len(exported(tmp_path, "هدنة", "--outlet", "المرفأ")) == 12
    assert len(exported(tmp_path, "--period", "2014-03")) == 2
    assert exported(tmp_path, "هدنة", "--sort", "newest")[0] in ("هدنة 11", "هدنة 23")


WRONG = [
    ["x.unknown"],
    ["x.csv", "--columns", "password"],
    ["x.csv", "--period", "2014-13"],
    ["x.csv", "هدنة", "--period", "2014"],
    ["x.csv", "هدنة", "--since", "أمس"],
    ["nowhere/x.csv"],
]


def test_the_command_says_what_it_can_not_do(
    tmp_path: Path, news: None, subtests: pytest.Subtests
):
    for file, *rest in WRONG:
        with subtests.test(" ".join([file, *rest])):
            with pytest.raises(CommandError):
                call_command("export_articles", str(tmp_path / file), *rest)
            assert not list(tmp_path.glob("x*"))
