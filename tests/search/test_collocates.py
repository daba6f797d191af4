"""Collocates of a planted corpus equal a table worked out by hand."""

from __future__ import annotations

import csv
from io import StringIO
from math import log, log2
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from search.indexing import outbox
from search.language.request import SearchRequest
from search.language.word_statistics import (
    log_dice,
    log_likelihood,
    percent_difference,
)
from search.questions.collocates import (
    CollocateRequest,
    Collocates,
    Rank,
    collocates,
)
from search.questions.word_counts import spread
from tests.factories import ArticleFactory


@pytest.fixture
def harbour(index: Path) -> None:
    """15 words: سفينة stands three times, الملح near it twice and once elsewhere."""
    cache.clear()
    ArticleFactory(title="سفينة الملح", body="وصلت سفينةُ الملح.\n\nالملح رخيص")
    ArticleFactory(title="قمح", body="أبيض وأحمر وأسود سفينة")
    ArticleFactory(title="قمح", body="في السوق")
    ArticleFactory(title="سفينة الفحم", body="سفينة الفحم", status="draft")
    outbox.drain()


def ask(text: str, **options: Any) -> Collocates:
    return collocates(CollocateRequest(SearchRequest(text), **options))


def test_the_table_is_that_worked_out_by_hand(harbour: None) -> None:
    found = ask("=سفينة", window=2, least=1, rank=Rank.COUNT)

    rows = {row.exact: (row.near, row.everywhere) for row in found.rows}
    assert rows == {
        "الملح": (2, 3),
        "وصلت": (1, 1),
        "واحمر": (1, 1),
        "واسود": (1, 1),
    }
    assert (found.places, found.near, found.size, found.is_whole) == (3, 5, 15, True)
    salt = found.rows[0]
    assert salt.dice == pytest.approx(14 + log2(2 * 2 / (3 + 3)))
    cells = [(2, 1), (3, 4), (1, 2), (9, 8)]
    assert salt.likelihood == pytest.approx(2 * sum(o * log(o / e) for o, e in cells))


def test_a_window_ends_with_its_paragraph(harbour: None) -> None:
    found = ask("=سفينة", window=10, least=1)
    assert "رخيص" not in {row.exact for row in found.rows}


def test_rare_words_and_words_of_grammar_are_left_out(index: Path) -> None:
    cache.clear()
    ArticleFactory(title="خبر", body="سفينة في المرفأ.\n\nسفينة في البحر.")
    outbox.drain()

    assert [row.exact for row in ask("=سفينة").rows] == []
    assert [row.exact for row in ask("=سفينة", grammar=True).rows] == ["في"]


def test_a_joining_letter_that_stands_alone_is_grammar(index: Path) -> None:
    for _ in range(2):
        ArticleFactory(title="", body="سفينة و 3 قوارب، و سفينة ل 4 صيادين")
    outbox.drain()

    assert not {"و", "ل"} & {row.exact for row in ask("=سفينة", least=1).rows}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [((10, 100, 10, 100), 0), ((0, 100, 0, 100), 0), ((20, 1000, 5, 1000), 9.7512)],
)
def test_log_likelihood(cells: tuple[int, int, int, int], expected: float) -> None:
    assert log_likelihood(*cells) == pytest.approx(expected, abs=1e-3)


def test_other_measures() -> None:
    assert log_dice(1, 1, 3) == 13
    assert percent_difference(10, 100, 0, 100) is None
    assert percent_difference(5, 100, 10, 100) == pytest.approx(-50)


def test_a_sample_is_spread_over_all() -> None:
    assert spread(list(range(10)), 3) == [0, 3, 6]
    assert spread([1, 2], 3) == [1, 2]


def test_the_page_and_its_csv_tell_the_same(harbour: None, client: Client) -> None:
    query = {"q": "=سفينة", "window": "2", "least": "1"}
    page = client.get("/collocates/", query)
    rows = client.get("/collocates.csv", query).getvalue().decode("utf-8-sig")

    told = [row.word for row, _url in page.context["rows"]]
    assert [row[0] for row in csv.reader(StringIO(rows))][1:] == told
    assert "الفحم" not in page.content.decode()
    link = next(url for row, url in page.context["rows"] if row.exact == "الملح")
    assert client.get(link).context["concordance"].answer.found.total == 1


def test_every_address_has_a_page(
    harbour: None, client: Client, subtests: pytest.Subtests
) -> None:
    odd = "?q=سفينة&window=99&rank=y"
    for query in ("", "?q=((((", "?q=لا-شيء", odd, "?q=-سفينة"):
        with subtests.test(query):
            assert client.get(f"/collocates/{query}").status_code == 200
            assert client.get(f"/collocates.csv{query}").status_code == 200
