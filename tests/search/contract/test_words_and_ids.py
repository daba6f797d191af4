"""What pages ask an engine beyond plain queries: ids, values left out, word counts."""

from __future__ import annotations

import pytest

from search.backends.contract import Among, EngineFault
from search.language import tree
from tests.search.contract.conftest import Archive


@pytest.fixture(scope="module")
def news(shared_archive: Archive) -> Archive:
    shared_archive.put(
        a={"body": "عاد النازحون", "outlet_id": 1, "section_id": 4},
        b={"body": "عاد التجار", "outlet_id": 2, "section_id": 4},
        c={"body": "عاد الطلاب", "outlet_id": 3},
        d={"body": "عاد الصيادون"},
    )
    return shared_archive


def test_figures_stand_for_the_articles_that_claim_them(news: Archive):
    figures = tree.Figures(None, None, ids=frozenset({1, 3, 99}))
    word = tree.Word("التجار", "تجار")

    assert news.ask_set("", query=figures) == "a c"
    assert news.ask_set("", query=tree.Not(figures)) == "b d"
    assert news.ask_set("", query=tree.Any((figures, word))) == "a b c"
    assert news.ask_set("", query=tree.All((figures, word))) == ""
    assert news.ask_set("", query=tree.Figures(None, None)) == ""


def test_a_value_left_out_keeps_articles_without_any(news: Archive):
    without = tree.Not(tree.Heading("outlet", "", frozenset({1, 2})))
    query = tree.All((tree.Word("عاد", "عاد"), without))

    assert news.ask_set("", query=query) == "c d"
    assert news.ask_set("", query=without) == "c d"
    assert news.ask_set("", query=without, among=Among(outlets=frozenset({3}))) == "c"


def test_a_plan_of_no_hits_counts_for_a_facet(news: Archive):
    found = news.found("عاد", limit=0, facets=("outlet", "section"))

    assert found.hits == ()
    assert found.total == 4
    assert found.facets == {"outlet": ((1, 1), (2, 1), (3, 1)), "section": ((4, 2),)}


def test_frequencies_count_the_articles_of_a_word_as_written(news: Archive):
    words = ["عاد", "النازحون", "نازح", "زلزال", ""]

    assert news.backend.frequencies(words) == {"عاد": 4, "النازحون": 1}
    assert news.backend.frequencies([]) == {}


def test_frequencies_of_no_index_are_a_fault(archive: Archive):
    with pytest.raises(EngineFault):
        archive.backend.frequencies(["عاد"])
