"""Every place of a query stands in its line, sorted, counted, ready for a sheet."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.test import Client

from search.indexing import outbox
from search.language.request import SearchRequest
from search.questions import concordance as module
from search.questions.concordance import Order, concordance, runs
from tests.factories import ArticleFactory, OutletFactory


def test_latin_and_digits_are_isolated_and_nothing_is_lost():
    text = "قالت BBC News إن 3,000 (٪12.5) عادوا في 2014-08-05"
    pieces = runs(text)

    assert "".join(piece.text for piece in pieces) == text
    assert [piece.text for piece in pieces if piece.isolated] == [
        "BBC News",
        "3,000",
        "12.5",
        "2014-08-05",
    ]


@pytest.fixture
def news(index: Path) -> None:
    north, south = OutletFactory(name="الشمال"), OutletFactory(name="الجنوب")
    ArticleFactory(
        title="خبر",
        body="أعلنت بلدية المرفأ هدنة قصيرة.\n\nثم خرقت الهدنة أمس.",
        outlet=north,
        published_on=date(2016, 1, 1),
    )
    ArticleFactory(
        title="هدنة",
        body="قال: هدنة بعيدة",
        outlet=south,
        published_on=date(2014, 1, 1),
    )
    outbox.drain()


def lines(query: str, order: Order) -> list[tuple[str, str, str]]:
    found = concordance(SearchRequest(query), order).lines
    return [
        ((line.before.split() or [""])[-1], line.hit, (line.after.split() or [""])[0])
        for line in found
    ]


@pytest.mark.django_db
def test_lines_are_sorted_by_their_neighbours_date_or_outlet(news: None):
    assert lines("هدنة", Order.AFTER) == [
        ("خرقت", "الهدنة", "أمس."),
        ("قال:", "هدنة", "بعيدة"),
        ("المرفأ", "هدنة", "قصيرة."),
        ("", "هدنة", ""),
    ]
    assert [before for before, _, _ in lines("هدنة", Order.BEFORE)] == [
        "المرفأ",
        "خرقت",
        "قال:",
        "",
    ]
    assert [after for _, _, after in lines("هدنة", Order.DATE)] == [
        "",
        "بعيدة",
        "قصيرة.",
        "أمس.",
    ]
    assert [after for _, _, after in lines("هدنة", Order.OUTLET)][:2] == ["", "بعيدة"]


@pytest.mark.django_db
def test_a_phrase_is_one_place(news: None):
    assert lines('"بلدية المرفأ"', Order.AFTER) == [("أعلنت", "بلدية المرفأ", "هدنة")]
    assert lines('"بلدية هدنة"~1', Order.AFTER) == [
        ("أعلنت", "بلدية المرفأ هدنة", "قصيرة.")
    ]


@pytest.mark.django_db
def test_the_work_is_bounded_and_said(news: None, monkeypatch: pytest.MonkeyPatch):
    whole = concordance(SearchRequest("هدنة"), Order.AFTER)
    assert (len(whole.lines), whole.counted, whole.read) == (4, 4, 2)
    assert whole.is_whole

    monkeypatch.setattr(module, "MOST_LINES", 3)
    few = concordance(SearchRequest("هدنة"), Order.AFTER)
    assert (len(few.lines), few.counted, few.is_whole) == (3, 4, False)
    monkeypatch.setattr(module, "MOST_ARTICLES", 1)
    one = concordance(SearchRequest("هدنة"), Order.AFTER)
    assert (one.read, one.answer.found.total, one.is_whole) == (1, 2, False)


@pytest.mark.django_db
def test_the_page_leads_to_the_place_in_the_article(client: Client, news: None):
    answer = client.get("/search/concordance/", {"q": "هدنة", "order": "date"})
    html = answer.content.decode()

    assert "4 من 4 من المواضع" in html
    (line, url), *_ = answer.context["lines"][2:]
    assert line.after.startswith("قصيرة")
    article, _, anchor = url.partition("#")
    assert f'id="{anchor}">هدنة</mark>' in client.get(article).content.decode()


@pytest.mark.django_db
def test_the_sheet_has_every_line(client: Client, news: None):
    answer = client.get("/search/concordance.csv", {"q": "هدنة", "order": "x"})

    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    text = answer.getvalue().decode("utf-8-sig")
    rows = list(csv.reader(StringIO(text, newline="")))
    assert len(rows) == 5
    assert rows[0][:3] == ["قبله", "الموضع", "بعده"]
    assert rows[1][1:3] == ["الهدنة", "أمس."]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["concordance/", "concordance.csv"])
def test_any_query_has_a_page_and_a_sheet(client: Client, news: None, address: str):
    for query in ("", "زلزال", "-هدنة", "!؟", "(" * 300, "\x00"):
        answer = client.get(f"/search/{address}", {"q": query, "page": "x"})
        assert answer.status_code == 200, query
