"""Sentences in the manner of many papers, with the names a careful reader marks."""

import pytest

from tests.eval import fresh

TABLE = fresh.score_names()


@pytest.mark.parametrize(("kind", "least"), [("PER", 0.9), ("LOC", 0.9), ("ORG", 0.75)])
def test_most_names_are_found_and_cut_as_by_hand(kind, least):
    row = TABLE[kind]
    assert 2 * row["exact"] / (row["gold"] + row["found"]) >= least
