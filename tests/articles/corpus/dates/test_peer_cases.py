"""Other projects' cases of Arabic dates, and the dates annotated by hand."""

import json
from datetime import date

import pytest

from articles.corpus.dates import find_dates
from tests.eval.date_cases import LEFT_OUT, cases, is_right
from tests.real_data import FOLDER, needs_real_data

pytestmark = needs_real_data


@pytest.mark.parametrize("project", LEFT_OUT)
def test_the_cases_are_read(project):
    wrong = [line for line, case in cases(FOLDER, project) if not is_right(case)]
    assert wrong == []


@pytest.mark.parametrize("name", ["seeds", "sentences"])
def test_the_annotated_dates_are_cut_and_read_as_by_hand(name):
    gold = json.loads((FOLDER / "figures" / f"{name}_gold.json").read_text("utf-8"))
    for document in gold["docs"]:
        if "text" not in document:
            raw = (FOLDER / "seeds" / document["file"]).read_bytes()
            document["text"] = raw.decode("utf-8")
        published = document["published"]
        day = date.fromisoformat(published[:10]) if published else None
        found = {
            (m.start, m.end, m.kind): m.iso or ""
            for m in find_dates(document["text"], day)
        }
        dates = [
            f for f in document["figures"] if f["kind"].startswith(("date", "time"))
        ]
        keys = {(f["start"], f["end"], f["kind"]) for f in dates}
        assert found.keys() == keys
        for f in dates:
            iso = found[f["start"], f["end"], f["kind"]]
            assert iso.startswith(f.get("iso") or "")
