"""The annotated articles: every core figure, its span, modifier and unit."""

import os
from pathlib import Path

import pytest

from tests.eval import gold

REAL_DATA = os.environ.get("REAL_DATA")
pytestmark = pytest.mark.skipif(not REAL_DATA, reason="REAL_DATA names no folder")
FOLDER = Path(REAL_DATA or ".")


@pytest.mark.parametrize(("name", "least"), [("seeds", 1.0), ("sentences", 0.95)])
def test_core_figures_are_right(name, least):
    total = gold.score_figures(gold.documents(FOLDER, name))[gold.TOTAL]
    assert total["core right"] >= least * total["core"]
    assert total["negatives hit"] == 0


def test_seeds_have_exact_spans_modifiers_and_units():
    total = gold.score_figures(gold.documents(FOLDER, "seeds"))[gold.TOTAL]
    assert total["right"] >= 0.95 * total["gold"]
    assert total["span"] >= 0.95 * total["gold"]
    assert total["modifier"] == total["modifier gold"]
    assert total["unit"] == total["unit gold"]
    assert total["spurious"] <= 0.05 * total["gold"]
