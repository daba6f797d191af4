"""A slip of the reader leads to the word the index has."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from search.indexing import outbox
from search.language.slips import candidates, slips
from tests.factories import ArticleFactory

SLIPS = [
    ("نازحين", "نازجين", 0.5),
    ("قذيفه", "فذيفه", 0.5),
    ("ظابط", "ضابط", 0.5),
    ("بغداد", "بغدد", 1),
    ("بغداد", "بغداذ", 0.5),
    ("بغداد", "بعذاد", 1),
    ("هدنه", "هندنه", 1),
    ("هدنه", "هندهه", 2),
    ("مدرسه", "مدرهس", 1),
    ("هدنه", "هدنه", 0),
    ("", "هدنه", 4),
]


@pytest.mark.parametrize(("word", "other", "cost"), SLIPS)
def test_slips_are_weighed_as_arabic_readers_make_them(
    word: str, other: str, cost: float
):
    assert slips(word, other) == slips(other, word) == cost


def test_candidates_are_near_and_bounded():
    near = candidates("النازجين")

    assert len(near) < 2_500
    assert "النازحين" in near
    assert all(slips("النازجين", word) <= 1 for word in near)


@pytest.fixture
def news(index: Path) -> None:
    for n in range(4):
        ArticleFactory(title=f"خبر {n}", body="عودة النازحين إلى مدرسةِ بغداد")
    ArticleFactory(title="خبر", body="حمّام بغداذ")
    outbox.drain()


MEANT = [
    ("النازجين", "النازحين"),
    ("النازجين أو زلزال", "النازحين أو زلزال"),
    ('"عودة النازجين"', '"عودة النازحين"'),
    ("بعذاد", "بغداد"),
    ("مدرشة بغدادد", "مدرسة بغداد"),
    ("بغداذ", "بغداد"),
    ("النازحين", ""),
    ("قرنفل", ""),
    ("-النازجين", ""),
    ("3001", ""),
    ("", ""),
]


@pytest.mark.django_db
def test_a_query_of_few_hits_is_answered_by_another(
    client: Client, news: None, subtests: pytest.Subtests
):
    for query, meant in MEANT:
        with subtests.test(query):
            page = client.get("/search/", {"q": query, "sort": "newest", "page": "1"})
            suggestion = page.context.get("suggestion")

            assert (suggestion.value if suggestion else "") == meant
            if suggestion:
                assert "هل تقصد" in page.content.decode()
                better = client.get(f"/search/{suggestion.url}")
                assert better.context["results"].total >= 4


@pytest.mark.django_db
def test_without_an_index_nothing_is_suggested(client: Client, db: None):
    page = client.get("/search/", {"q": "النازجين"})

    assert page.context["suggestion"] is None
