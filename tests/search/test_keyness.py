"""Words that belong to one outlet are told with both counts."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client

from search.indexing import outbox
from search.language.request import SearchRequest
from search.language.word_statistics import log_likelihood
from search.questions.keyness import keyness
from tests.factories import ArticleFactory, OutletFactory


@pytest.fixture
def two_outlets(index: Path) -> None:
    """Twenty articles of four words each; قمح is the north's, ملح the south's."""
    cache.clear()
    north, south = OutletFactory(name="الشمال"), OutletFactory(name="الجنوب")
    for _ in range(20):
        market = {"title": "سوق", "section": None}
        ArticleFactory(body="وصل قمح جديد", outlet=north, **market)
        ArticleFactory(body="وصل ملح جديد", outlet=south, **market)
    ArticleFactory(title="سوق", body="وصل قمح جديد", outlet=south)
    ArticleFactory(title="فحم " * 90, body="فحم", outlet=south, status="draft")
    outbox.drain()


def test_both_sides_equal_the_counts_by_hand(two_outlets: None) -> None:
    north, south = (SearchRequest(outlets=(slug,)) for slug in ("الشمال", "الجنوب"))
    found = keyness(north, south)

    (wheat,), (salt,) = found.first, found.second
    assert (wheat.word, wheat.here, wheat.there) == ("قمح", 20, 1)
    assert wheat.likelihood == pytest.approx(log_likelihood(20, 80, 1, 84))
    assert wheat.difference == pytest.approx(100 * (20 / 80 - 1 / 84) / (1 / 84))
    assert (salt.word, salt.here, salt.there, salt.difference) == ("ملح", 20, 0, None)
    assert found.is_whole


def test_the_page_leads_to_the_places_and_its_csv_tells_the_same(
    two_outlets: None, client: Client
) -> None:
    query = {"a_outlet": "الشمال", "b_outlet": "الجنوب"}
    page = client.get("/keyness/", query)
    rows = client.get("/keyness.csv", query).getvalue().decode("utf-8-sig")

    _title, words, _counts = page.context["columns"][0]
    lines = client.get(words[0][1]).context["concordance"].counted
    assert lines == words[0][0].here == 20
    assert [row[1] for row in csv.reader(StringIO(rows))][1:] == ["قمح", "ملح"]
    assert "فحم" not in page.content.decode() + rows


def test_a_word_is_shown_as_it_is_mostly_written_and_counted_in_every_spelling(
    two_outlets: None,
) -> None:
    north = OutletFactory(name="الأرض")
    for body in ["زيارة إلى الأردن"] * 9 + ["زياره الى الاردن"] * 6:
        ArticleFactory(title="سوق", body=body, outlet=north)
    outbox.drain()
    sides = [SearchRequest(outlets=(slug,)) for slug in ("الأرض", "الجنوب")]

    words = keyness(*sides).first
    assert {(word.word, word.here) for word in words} == {("زيارة", 15), ("الأردن", 15)}
    assert {word.exact for word in words} == {"زياره", "الاردن"}


def test_every_address_has_a_page(
    two_outlets: None, client: Client, subtests: pytest.Subtests
) -> None:
    never = "?a_since=never&b_until=2014-01-01"
    for query in ("", "?a_outlet=x", never, "?a_outlet=%00"):
        with subtests.test(query):
            assert client.get(f"/keyness/{query}").status_code == 200
            assert client.get(f"/keyness.csv{query}").status_code == 200
