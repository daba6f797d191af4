"""Sentences in the manner of many papers: prices, tolls, matches, courts, weather."""

from collections import Counter

import pytest

from articles.corpus.figures import extract_figures
from tests.eval import fresh


@pytest.mark.parametrize(
    ("text", "golds"),
    [pytest.param(*case, id=case[0][:30]) for case in fresh.figures()],
)
def test_a_sentence_is_read_as_a_careful_reader_reads_it(text, golds):
    found = extract_figures(text, fresh.PUBLISHED)
    for gold in golds:
        figure = fresh.reading_of(gold, found)
        assert figure is not None, gold.quote
        assert fresh.faults(gold, figure) == []


def test_hardly_a_figure_is_read_that_no_reader_sees():
    total = fresh.score_figures()[fresh.TOTAL]
    assert total["spurious"] <= 0.02 * total["gold"]


def test_the_table_holds_every_kind_of_figure_news_lives_on():
    kinds = Counter(gold.kind for _, golds in fresh.figures() for gold in golds)
    assert {"count", "money", "percent", "measure", "duration", "age"} <= set(kinds)
