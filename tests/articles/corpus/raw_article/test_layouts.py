"""Thousands of real articles in forty-six layouts: what is found, lost and kept."""

from __future__ import annotations

import gzip
import json
import os
import random
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from articles.corpus.raw_article import ParsedArticle, parse_article
from articles.corpus.raw_article.page import words_key
from tests.articles.corpus.raw_article import layouts, regional_layouts
from tests.articles.corpus.raw_article.layouts import (
    SECTIONS,
    Composed,
    Source,
    compose,
)

_WORD = re.compile(r"\w+")
REAL_DATA = os.environ.get("REAL_DATA")
pytestmark = pytest.mark.skipif(
    not REAL_DATA, reason="REAL_DATA names no folder of real articles"
)


@dataclass
class Score:
    """Counts over all composed texts."""

    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def share(self, name: str) -> float:
        return self.right[name] / self.asked[name]

    @property
    def lost(self) -> float:
        return self.words["body lost"] / self.words["body"]

    @property
    def kept(self) -> float:
        return self.words["boilerplate kept"] / self.words["boilerplate"]

    def judge(self, text: Composed) -> None:
        raw = text.raw()
        article = parse_article(raw)
        found = {
            "title": (text.title, article.title),
            "date": (text.iso, article.published_iso),
            "section": (text.section, article.section),
            "outlet": (text.outlet, article.outlet),
            "byline": (text.byline, article.byline),
        }
        for name, (wanted, given) in found.items():
            if wanted is not None:
                self.asked[name] += 1
                is_right = words_key(wanted) == words_key(given or "")
                self.right[name] += is_right
                if not is_right:
                    self.wrong.append(f"{text.layout} {name}: {wanted} / {given}")
        self._count_words(text, raw, article)

    def _count_words(self, text: Composed, raw: str, article: ParsedArticle) -> None:
        for kind, missing in (("body", "lost"), ("boilerplate", "kept")):
            for start, end in text.spans(kind):
                words = len(_WORD.findall(raw, start, end))
                inside = _words_in_body(raw, start, end, article)
                odd = words - inside if kind == "body" else inside
                self.words[kind] += words
                self.words[f"{kind} {missing}"] += odd
                if odd:
                    self.wrong.append(
                        f"{text.layout} {kind} {missing}: {raw[start:end]}"
                    )


def _words_in_body(raw: str, start: int, end: int, article: ParsedArticle) -> int:
    return sum(
        article.body_offset(word.start()) is not None
        for word in _WORD.finditer(raw, start, end)
    )


def sources(count: int, names: ModuleType) -> list[Source]:
    folder = Path(str(REAL_DATA)) / "corpus"
    with gzip.open(next(folder.glob("*.jsonl.gz")), "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    chance = random.Random(20170322)
    usable = [row for row in rows if len(row["text"].split()) >= 60 and row["title"]]
    return [_source(row, chance, names) for row in chance.sample(usable, count)]


def _source(row: dict[str, Any], chance: random.Random, names: ModuleType) -> Source:
    day = datetime.fromisoformat(row["date"][:10])
    when = day.replace(hour=chance.randrange(24), minute=chance.randrange(60))
    return Source(
        title=" ".join(row["title"].split()),
        when=when,
        section=chance.choice(SECTIONS[row["category"]]),
        outlet=chance.choice(names.OUTLETS),
        byline=chance.choice(names.BYLINES),
        body=[part.strip() for part in row["text"].split("\n") if part.strip()],
        chance=chance,
    )


def score(count: int, kind: ModuleType) -> Score:
    total = Score()
    for index, source in enumerate(sources(count, kind)):
        total.judge(compose(source, kind.LAYOUTS[index % len(kind.LAYOUTS)]))
    return total


def assert_good(total: Score) -> None:
    figures = {name: round(total.share(name), 4) for name in total.asked}
    figures |= {"lost": round(total.lost, 5), "kept": round(total.kept, 5)}
    print(figures)  # noqa: T201  (the figure of the run, shown with -s)
    for name in total.asked:
        assert total.share(name) >= 0.98, (figures, total.wrong)
    assert total.lost <= 0.002, (figures, total.wrong)
    assert total.kept <= 0.02, (figures, total.wrong)


@pytest.mark.parametrize(("kind", "count"), [(layouts, 154), (regional_layouts, 96)])
def test_a_few_layouts_of_real_articles(kind: ModuleType, count: int) -> None:
    assert_good(score(count, kind))


@pytest.mark.long
@pytest.mark.parametrize("kind", [layouts, regional_layouts])
def test_two_thousand_layouts_of_real_articles(kind: ModuleType) -> None:
    assert_good(score(2000, kind))
