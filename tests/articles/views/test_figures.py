"""One figure has a permanent page, and readers may report it without an account."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from django.test import Client

from articles.models import Article, Figure, FigureReport, Status
from articles.reports import AN_HOUR, make_token
from tests.factories import ArticleFactory, CaptureFactory, figure_of

pytestmark = pytest.mark.django_db

Read = Callable[[str], str]


@pytest.fixture
def figure() -> Figure:
    return figure_of(
        ArticleFactory(),
        "180",
        phrase="أكثر من 180 عائلة",
        value=180,
        modifier="more_than",
        noun="عائلة",
        claimant="بلدية المرفأ",
    )


def test_a_figure_is_cited_with_its_words_place_and_evidence(
    figure: Figure, body_of: Read
) -> None:
    capture = CaptureFactory(article=figure.article)
    page = body_of(figure.get_absolute_url())
    assert "<mark>أكثر من 180 عائلة</mark>" in page
    for said in ("TextPositionSelector", capture.sha256, "بلدية المرفأ"):
        assert said in page
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert block
    claim = json.loads(block[1])
    assert (claim["@type"], claim["about"]["value"]) == ("Claim", 180)
    position, quote = claim["oa:hasTarget"]["oa:hasSelector"]
    body = figure.article.body
    assert body[position["start"] : position["end"]] == quote["exact"] == "180"
    assert quote["prefix"] + "180" + quote["suffix"] in body


def test_the_panel_leads_to_the_figures_page(figure: Figure, body_of: Read) -> None:
    page = body_of(figure.article.get_absolute_url())
    assert f'href="{figure.get_absolute_url()}"' in page
    assert 'data-marks="f1"' in page


def test_each_occurrence_of_the_same_words_has_its_own_address() -> None:
    article = ArticleFactory(body="عادت 12 عائلة ثم وصلت 12 شاحنة.")
    one = figure_of(article, "12", value=12)
    other = figure_of(article, "12", phrase="12 شاحنة", value=12)
    assert one.address != other.address


def test_dates_of_the_article_stand_in_their_own_order(body_of: Read) -> None:
    article = ArticleFactory(body="في عام 2014 تذكّر الناس ما جرى في عام 2011.")
    figure_of(article, "عام 2014", kind="date", iso="2014")
    figure_of(article, "عام 2011", kind="date", iso="2011")
    page = body_of(article.get_absolute_url())
    line = page[page.index('class="timeline"') :]
    assert line.index('datetime="2011"') < line.index('datetime="2014"')


@pytest.mark.parametrize("status", [Status.DRAFT, Status.WITHDRAWN])
def test_figures_of_hidden_articles_have_no_page(
    client: Client, figure: Figure, status: Status
) -> None:
    Article.objects.filter(pk=figure.article_id).update(status=status)
    address = figure.get_absolute_url()
    assert client.get(address).status_code == 404
    assert client.get(f"{address}report/").status_code == 404
    assert report(client, figure).status_code == 404
    assert not FigureReport.objects.exists()


@pytest.mark.parametrize("address", ["0" * 12, "x", "<script>", "%00"])
def test_an_unknown_figure_is_not_there(
    client: Client, figure: Figure, address: str
) -> None:
    page = f"/articles/{figure.article_id}/figures/{address}/"
    assert client.get(page).status_code == 404


# -- reports --------------------------------------------------------------------------


def report(client: Client, figure: Figure, **fields: str):
    data = {"token": make_token(figure), "fault": "value", "message": "هي 108"}
    return client.post(f"{figure.get_absolute_url()}report/", data | fields)


def test_a_reader_reports_without_cookie_or_account(figure: Figure) -> None:
    client = Client(enforce_csrf_checks=True)
    form = client.get(f"{figure.get_absolute_url()}report/")
    token = re.search(r'name="token" value="([^"]+)"', form.content.decode())
    assert token
    answer = report(client, figure, token=token[1])
    assert "وصل البلاغ" in answer.content.decode()
    assert not client.cookies
    row = FigureReport.objects.get()
    assert (row.quote, row.fault, row.message) == ("180", "value", "هي 108")
    assert "127.0.0.1" not in row.sender


@pytest.mark.parametrize(
    "fields",
    [
        {"token": ""},
        {"token": "made:up:token"},
        {"fault": "unheard-of"},
        {"message": "م" * 1001},
    ],
)
def test_a_faulty_report_is_refused_and_the_form_shown_again(
    client: Client, figure: Figure, fields: dict[str, str]
) -> None:
    answer = report(client, figure, **fields)
    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode()
    assert not FigureReport.objects.exists()


def test_the_token_of_one_figure_is_none_for_another(
    client: Client, figure: Figure
) -> None:
    other = figure_of(figure.article, "2,6", value=2)
    report(client, figure, token=make_token(other))
    assert not FigureReport.objects.exists()


def test_a_machine_that_fills_what_nobody_sees_learns_nothing(
    client: Client, figure: Figure
) -> None:
    answer = report(client, figure, website="http://example.org")
    assert "وصل البلاغ" in answer.content.decode()
    assert not FigureReport.objects.exists()


def test_one_address_sends_a_few_in_an_hour(client: Client, figure: Figure) -> None:
    answers = [report(client, figure).status_code for _ in range(AN_HOUR + 1)]
    assert answers == [200] * AN_HOUR + [429]
    assert FigureReport.objects.count() == AN_HOUR
    other = Client(REMOTE_ADDR="203.0.113.9")
    assert report(other, figure).status_code == 200


def test_nothing_of_a_report_is_public(
    client: Client, figure: Figure, body_of: Read
) -> None:
    report(client, figure, message="كلام قارئ")
    for page in (figure.get_absolute_url(), figure.article.get_absolute_url()):
        assert "كلام قارئ" not in body_of(page)
