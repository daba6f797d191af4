"""The annotated articles: mentions with their exact spans."""

import json

import pytest

from articles.corpus.names import extract_names
from tests.real_data import FOLDER, needs_real_data

pytestmark = needs_real_data


def spans(kind):
    """Give the mentions by hand and by rule, each as (file, start, end)."""
    gold, found = set(), set()
    path = FOLDER / "figures" / "seeds_gold.json"
    for document in json.loads(path.read_text("utf-8"))["docs"]:
        name = document["file"]
        text = (FOLDER / "seeds" / name).read_bytes().decode("utf-8")
        gold |= {
            (name, mention["start"], mention["end"])
            for entity in document["entities"]
            if entity["type"] == kind and entity.get("tier") != "secondary"
            for mention in entity["mentions"]
        }
        found |= {
            (name, mention.start, mention.end)
            for entity in extract_names(text)
            if entity.type == kind
            for mention in entity.mentions
        }
    return gold, found


@pytest.mark.parametrize(("kind", "least"), [("PER", 0.8), ("LOC", 0.9), ("ORG", 0.75)])
def test_the_names_of_real_articles(kind, least):
    gold, found = spans(kind)
    right = len(gold & found)
    assert 2 * right / (len(gold) + len(found)) >= least
