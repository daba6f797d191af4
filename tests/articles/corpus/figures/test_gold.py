"""The annotated articles: every core figure, its span, modifier and unit."""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from articles.corpus.figures import extract_figures

REAL_DATA = os.environ.get("REAL_DATA")
pytestmark = pytest.mark.skipif(not REAL_DATA, reason="REAL_DATA names no folder")


def documents(name: str) -> list[dict]:
    folder = Path(REAL_DATA or ".")
    gold = json.loads((folder / "figures" / f"{name}_gold.json").read_text("utf-8"))
    for document in gold["docs"]:
        if "text" not in document:
            raw = (folder / "seeds" / document["file"]).read_bytes()
            document["text"] = raw.decode("utf-8")
    return gold["docs"]


def figures_of(document: dict) -> list:
    day = document["published"] and date.fromisoformat(document["published"][:10])
    return extract_figures(document["text"], day)


def agrees(gold: dict, figure) -> bool:
    if gold.get("vague"):
        return True
    found = figure.as_json()
    if gold["value"] is not None and not gold["kind"].startswith(("date", "time")):
        values = found["value"]
        wanted = gold["value"]
        if isinstance(wanted, list):
            return values == wanted
        return values is not None and values == pytest.approx(wanted, rel=1e-6)
    return gold.get("iso") is None or (found["iso"] or "").startswith(gold["iso"])


@pytest.mark.parametrize(("name", "least"), [("seeds", 1.0), ("sentences", 0.95)])
def test_core_figures_are_right(name, least):
    core = right = 0
    for document in documents(name):
        figures = figures_of(document)
        for gold in document["figures"]:
            over = [
                f for f in figures if f.start < gold["end"] and f.end > gold["start"]
            ]
            core += gold["tier"] == "core"
            right += gold["tier"] == "core" and any(agrees(gold, f) for f in over)
    assert right >= least * core


def test_seeds_have_exact_spans_modifiers_and_units_and_no_negative():
    for document in documents("seeds"):
        found = {(f.start, f.end): f for f in figures_of(document)}
        for gold in document["figures"]:
            figure = found[gold["start"], gold["end"]]
            assert figure.kind == gold["kind"]
            assert figure.modifier == gold.get("modifier")
            assert figure.unit == gold.get("unit")
        for negative in document["negatives"]:
            assert not any(
                start < negative["end"] and end > negative["start"]
                for start, end in found
            )
