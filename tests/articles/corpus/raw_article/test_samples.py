"""The sample archive: each raw text beside what must come out of it.

Adding a case is adding two files: ``raw/NAME.txt`` and ``parsed/NAME.json``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from articles.corpus.raw_article import ParsedArticle, Removed, parse_article

SAMPLES = Path(__file__).parents[3] / "samples"
NAMES = sorted(path.stem for path in (SAMPLES / "raw").glob("*.txt"))


def load(name: str) -> tuple[str, dict[str, Any]]:
    with (SAMPLES / "raw" / f"{name}.txt").open(encoding="utf-8", newline="") as file:
        raw = file.read()
    return raw, json.loads((SAMPLES / "parsed" / f"{name}.json").read_text("utf-8"))


def as_expected(article: ParsedArticle) -> dict[str, Any]:
    dateline = article.dateline
    return {
        "title": article.title,
        "title_derived": article.title_derived,
        "section": article.section,
        "outlet": article.outlet,
        "author": article.byline,
        "published": article.published_iso,
        "published_precision": article.published_precision,
        "dateline": dateline and {"place": dateline.place, "agency": dateline.agency},
        "paragraphs": len(article.paragraphs),
    }


def is_cut(cut: Removed, expected: dict[str, str]) -> bool:
    if cut.reason != expected["reason"]:
        return False
    if "text" in expected:
        return cut.text == expected["text"]
    return cut.text.startswith(expected["begins"]) and cut.text.endswith(
        expected["ends"]
    )


@pytest.mark.parametrize("name", NAMES)
def test_metadata_of_the_sample(name: str) -> None:
    raw, expected = load(name)
    found = as_expected(parse_article(raw))
    assert found == {key: expected[key] for key in found}


@pytest.mark.parametrize("name", NAMES)
def test_body_of_the_sample(name: str) -> None:
    raw, expected = load(name)
    body = parse_article(raw).body
    assert body.startswith(expected["body_begins"])
    assert body.endswith(expected["body_ends"])


@pytest.mark.parametrize("name", NAMES)
def test_what_was_cut_from_the_sample(name: str) -> None:
    raw, expected = load(name)
    removed = parse_article(raw).removed
    shown = [(str(cut.reason), cut.text[:60]) for cut in removed]
    assert len(removed) == len(expected["removed"]), shown
    for cut, wanted in zip(removed, expected["removed"], strict=True):
        assert is_cut(cut, wanted), (shown, wanted)


def test_every_sample_has_its_expectation() -> None:
    expected = sorted(path.stem for path in (SAMPLES / "parsed").glob("*.json"))
    assert expected == NAMES
