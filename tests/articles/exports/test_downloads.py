"""Lists leave the archive as files: the right articles, in order, and no others."""

from __future__ import annotations

import csv
import gzip
import json
from datetime import date
from io import BytesIO, StringIO
from urllib.parse import quote
from zipfile import ZipFile

import pytest
from django.test import Client
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from articles.exports.formats import ArticleFormat
from articles.models import Article, Mention, Name, Status
from tests.factories import ArticleFactory, CaptureFactory, figure_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def three() -> list[Article]:
    """Three public articles, the newest first, and drafts nobody may see."""
    dates = (date(2016, 3, 1), date(2014, 8, 5), date(2014, 1, 1))
    made = [
        ArticleFactory(title=f"خبر {at}", published_on=day)
        for at, day in enumerate(dates)
    ]
    Article.objects.filter(pk=made[2].pk).update(published_precision="year")
    for status in (Status.DRAFT, Status.WITHDRAWN):
        ArticleFactory(title="سرنامه", body="سرنامه", status=status)
    return made


def got(client: Client, address: str) -> bytes:
    response = client.get(address)
    assert response.status_code == 200, response.content[:300]
    return response.getvalue()


def rows(client: Client, address: str) -> list[dict[str, str]]:
    text = got(client, address).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


def titles(client: Client, query: str) -> list[str]:
    return [row["العنوان"] for row in rows(client, f"/export/csv?{query}")]


def test_a_list_leaves_newest_first(client: Client, three: list[Article]):
    assert titles(client, "") == ["خبر 0", "خبر 1", "خبر 2"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("period=2014", ["خبر 1", "خبر 2"]),
        ("period=2014-01", []),  # of the third the year alone is known
        ("period=2014-08", ["خبر 1"]),
        ("period=٢٠١٤-٠٨-٠٥", ["خبر 1"]),
        ("since=2015-01-01", ["خبر 0"]),
        ("undated=1", []),
        ("unknown_outlet=1", []),
    ],
)
def test_any_list_can_be_taken(
    client: Client, three: list[Article], query: str, found: list[str]
):
    assert titles(client, query) == found


def test_headings_ids_and_names_choose(client: Client, three: list[Article]):
    first, second, third = three
    name = Name.objects.create(kind="PER", name="سالم المرفأ", key="سالم المرفا")
    Mention.objects.create(article=second, name=name)
    assert first.outlet is not None

    assert titles(client, f"outlet={quote(first.outlet.slug)}") == ["خبر 0"]
    assert titles(client, f"ids={first.pk},{third.pk}") == ["خبر 0", "خبر 2"]
    assert titles(client, f"ids={first.pk}&ids={third.pk}") == ["خبر 0", "خبر 2"]
    assert titles(client, f"name={quote('سالم-المرفأ')}") == ["خبر 1"]


@pytest.mark.parametrize(
    "query", ["period=2014-13", "period=x", "name=لا-أحد", "columns=secret"]
)
def test_what_means_nothing_is_told(client: Client, three: list[Article], query: str):
    response = client.get(f"/export/csv?{query}")

    assert response.status_code == 400
    assert 'class="notice"' in response.content.decode()


def test_columns_are_those_asked_for_in_their_order(
    client: Client, three: list[Article]
):
    article = ArticleFactory(title="رابع", published_on=date(2020, 1, 1))
    figure_of(article, "180", phrase="أكثر من 180 عائلة")
    capture = CaptureFactory(article=article)

    address = f"/export/jsonl?ids={article.pk}&columns=key_figures,id&columns=captures"
    assert json.loads(got(client, address)) == {
        "key_figures": "أكثر من 180 عائلة",
        "id": article.pk,
        "captures": capture.sha256,
    }


@pytest.mark.parametrize("form", ArticleFormat)
def test_every_format_is_a_download_without_drafts(
    client: Client, three: list[Article], form: ArticleFormat
):
    response = client.get(f"/export/{form}?columns=title,body")
    data = response.getvalue()

    assert response["Content-Disposition"].startswith("attachment")
    assert f".{form.ending}" in response["Content-Disposition"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Articles-Sent"] == response["X-Articles-Found"] == "3"
    text = opened(form, data)
    assert "خبر 0" in text
    assert "سرنامه" not in text


def opened(form: ArticleFormat, data: bytes) -> str:
    match form:
        case ArticleFormat.XLSX:
            return str(list(load_workbook(BytesIO(data)).active.values))
        case ArticleFormat.TEXT:
            archive = ZipFile(BytesIO(data))
            return "".join(archive.read(n).decode() for n in archive.namelist())
        case ArticleFormat.WARC:
            return gzip.decompress(data).decode("utf-8", "replace")
        case _:
            return data.decode()


def test_a_file_cut_short_says_so(
    client: Client, three: list[Article], settings: Settings
):
    settings.EXPORT_WEB_LIMIT = 2
    response = client.get("/export/csv")

    assert "first-2-of-3" in response["Content-Disposition"]
    assert response["X-Articles-Found"] == "3"
    assert len(rows(client, "/export/csv")) == 2
    assert "ينزّل الموقع أول" in client.get("/export/").content.decode()


def test_an_article_withdrawn_while_the_file_is_written_is_left_out(
    client: Client, three: list[Article], monkeypatch: pytest.MonkeyPatch
):
    # The first piece is written at once: here they stand for the later ones.
    monkeypatch.setattr("articles.exports.downloads.begun", lambda chunks: chunks)
    response = client.get("/export/csv")
    Article.objects.filter(pk=three[0].pk).update(status=Status.WITHDRAWN)

    assert "خبر 0" not in response.getvalue().decode()


def test_a_head_request_sends_no_rows(client: Client, three: list[Article]):
    response = client.head("/export/csv")

    assert response.status_code == 200
    assert response.getvalue() == b""


def test_queries_do_not_grow_with_articles(
    client: Client,
    three: list[Article],
    django_assert_max_num_queries: DjangoAssertNumQueries,
):
    ArticleFactory.create_batch(20)
    with django_assert_max_num_queries(8):
        got(client, "/export/csv?columns=title,key_figures,captures")


@pytest.mark.parametrize("form", ["exe", "CSV", "csv2", "json"])
def test_no_other_format_has_an_address(client: Client, form: str):
    assert client.get(f"/export/{form}").status_code == 404


def test_lists_lead_to_their_own_export(client: Client, three: list[Article]):
    outlet = three[0].outlet
    assert outlet is not None
    slug = quote(outlet.slug)
    for page, query in {
        "/browse/2014/": "period=2014",
        "/browse/2014/8/": "period=2014-08",
        "/browse/2014/8/5/": "period=2014-08-05",
        outlet.get_absolute_url(): f"outlet={slug}",
        f"{outlet.get_absolute_url()}2016/3/": f"outlet={slug}&amp;period=2016-03",
    }.items():
        assert f"/export/?{query}" in client.get(page).content.decode()


def test_the_page_offers_formats_and_keeps_the_choice(
    client: Client, three: list[Article]
):
    html = client.get("/export/?period=2014&columns=title").content.decode()

    assert "مقالان" in html
    assert '<input type="hidden" name="period" value="2014">' in html
    assert 'formaction="/export/xlsx"' in html
    assert 'value="title" checked' in html
    assert 'value="outlet" checked' not in html
    assert "/export/bib?period=2014" in html
