"""Verdicts become a gold set, and a measure of how well figures are read."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client

from articles.editing.figure_verdicts import fields_of
from articles.editing.ruling import rule, undo
from articles.models import Article, Ruling
from articles.presentation.editors_measure import Judged, judged_kinds
from articles.storing.extraction import store_readings
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

BODY = "عادت 180 عائلة إلى المرفأ في الصباح، ووصلت 40 شاحنة، ورست ست سفن كبيرة."


@pytest.fixture
def article() -> Article:
    editor = User.objects.create(username="هالة")
    article = ArticleFactory(title="عودة العائلات", body=BODY)
    store_readings(article)

    def say(ruling: Ruling, quote: str, **fields: str):
        read = article.figures.filter(quote=quote).first()
        had = fields_of(read) if read else {}
        return rule(
            article,
            ruling,
            part="body",
            start=BODY.index(quote),
            quote=quote,
            fields=had | fields,
            read=had,
            editor=editor,
        )

    say(Ruling.CONFIRMED, "180")
    say(Ruling.REJECTED, "40")
    say(Ruling.ADDED, "الصباح", kind="count", value="7", value_max="9")
    undo(say(Ruling.ADDED, "كبيرة", kind="count", value="6"), editor)
    return article


def test_a_gold_figure_stands_at_its_offsets(article: Article, tmp_path: Path) -> None:
    file = tmp_path / "gold.json"
    call_command("export_verdicts", str(file), stdout=StringIO())
    (document,) = json.loads(file.read_text("utf-8"))["docs"]
    rows = {row["text"]: row for row in document["figures"]}
    assert set(rows) == {"180", "الصباح"}
    assert (rows["180"]["value"], rows["الصباح"]["value"]) == (180, [7, 9])
    for row in (*document["figures"], *document["negatives"]):
        assert document["text"][row["start"] : row["end"]] == row["text"]
    assert [row["text"] for row in document["negatives"]] == ["40"]
    for name in ("kind", "value", "iso", "modifier", "unit", "tier"):
        assert name in rows["180"], "the scorer asks for it"


def test_without_verdicts_the_set_is_empty() -> None:
    written = StringIO()
    call_command("export_verdicts", stdout=written)
    assert json.loads(written.getvalue())["docs"] == []


def test_readers_see_what_editors_measured(article: Article, client: Client) -> None:
    (row,) = judged_kinds()
    assert (row.right, row.wrong, row.missed) == (1, 1, 1)
    assert (row.precision, row.recall) == (50.0, 50.0)
    page = client.get("/method/figures/").content.decode()
    assert "ما حكم به المحررون" in page
    assert "<bdi>50%</bdi>" in page


def test_where_nothing_was_read_there_is_no_precision() -> None:
    assert Judged("عدد", 0, 0, 3).precision is None
    assert Judged("عدد", 0, 0, 3).recall == 0.0


def test_a_word_on_an_added_figure_leaves_it_a_missed_one(article: Article) -> None:
    editor = User.objects.get()
    added = article.figures.get(quote="الصباح")
    told = {"part": "body", "start": added.start, "quote": "الصباح", "read": {}}
    rule(article, Ruling.CONFIRMED, fields=fields_of(added), editor=editor, **told)
    assert [(row.right, row.missed) for row in judged_kinds()] == [(1, 1)]
    rule(article, Ruling.REJECTED, fields=fields_of(added), editor=editor, **told)
    assert [(row.right, row.missed) for row in judged_kinds()] == [(1, 0)]
