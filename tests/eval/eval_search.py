"""How well search ranks, by analysis, over sets of questions with known answers.

``make eval-search IR="folder…"`` reads folders of the shape ``docs.jsonl`` (id, title,
text), ``queries.jsonl`` (id, text) and ``qrels.tsv`` (query, 0, document, grade);
without IR those in ``REAL_DATA/ir``. Every analysis is indexed and asked through the
real engine, any word of a question sufficing; the last row asks as a reader does, by
the text of the question through ``find_matches``.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from math import log2
from pathlib import Path
from typing import Any
from unittest import mock

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
os.environ["DATABASE_URL"] = "sqlite://:memory:"  # for names that a question may hold
django.setup()

from django.core.management import call_command  # noqa: E402
from whoosh.lang.isri import ISRIStemmer  # noqa: E402

from articles.models import Article  # noqa: E402
from search import engine  # noqa: E402
from search.backends import documents  # noqa: E402
from search.backends.contract import Plan  # noqa: E402
from search.backends.whoosh import WhooshEngine, evaluation  # noqa: E402
from search.language import tree  # noqa: E402
from search.language.analysis import ANALYSIS_VERSION, Forms, analyze_forms  # noqa: E402
from search.language.request import SearchRequest  # noqa: E402
from search.search_indexes import ArticleIndex  # noqa: E402

Stemmer = Callable[[str], str]

STEMS_ALONE = {"body_stem": 1.0, "title_stem": 1.0}


class Isri(ISRIStemmer):  # type: ignore[misc]
    """The ISRI stemmer for words that are folded already.

    Whoosh's own step that folds them fails on Python 3.7 and later.
    """

    def norm(self, num: int) -> None:
        """Leave the word as it is."""


def _light10(word: str) -> str:
    for prefix in ("وال", "بال", "كال", "فال", "لل", "ال", "و"):
        rest = 3 if prefix == "و" else 2
        if word.startswith(prefix) and len(word) - len(prefix) >= rest:
            word = word[len(prefix) :]
            break
    for suffix in ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"):
        if word.endswith(suffix) and len(word) - len(suffix) >= 2:
            word = word[: -len(suffix)]
    return word


def _raw(text: str) -> list[Forms]:
    return [Forms(word, word) for word in re.findall(r"\w+", text)]


def _stemmed(stemmer: Stemmer) -> Callable[[str], list[Forms]]:
    cached = lru_cache(maxsize=None)(stemmer)
    return lambda text: [
        Forms(forms.exact, cached(forms.exact)) for forms in analyze_forms(text)
    ]


@dataclass(frozen=True)
class Analysis:
    """A way to turn text into terms, and what a match in each field is worth."""

    name: str
    forms: Callable[[str], list[Forms]]
    weights: dict[str, float]
    third: Stemmer | None = None
    as_readers_ask: bool = False


def analyses() -> list[Analysis]:
    """Give the analyses that are compared."""
    isri = lru_cache(maxsize=None)(Isri().stem)
    ours = dict(documents.WEIGHTS)
    mix = ours | {"skeleton": 0.25}
    no_skeleton = {name: worth for name, worth in ours.items() if name != "skeleton"}
    return [
        Analysis("none", _raw, STEMS_ALONE),
        Analysis("folded", _stemmed(lambda word: word), STEMS_ALONE),
        Analysis("light10", _stemmed(_light10), STEMS_ALONE),
        Analysis("ISRI", _stemmed(isri), STEMS_ALONE),
        *_snowball(),
        Analysis("light10 + exact + ISRI", _stemmed(_light10), mix, third=isri),
        Analysis("our stems", analyze_forms, STEMS_ALONE),
        Analysis("our stems + exact", analyze_forms, no_skeleton),
        Analysis("ours", analyze_forms, ours),
        Analysis("ours, as readers ask", analyze_forms, ours, as_readers_ask=True),
    ]


def _snowball() -> Iterator[Analysis]:
    try:
        import snowballstemmer
    except ImportError:
        return
    stem = snowballstemmer.stemmer("arabic").stemWord
    yield Analysis("Snowball", _stemmed(stem), STEMS_ALONE)


@contextmanager
def analysed(analysis: Analysis) -> Iterator[None]:
    """Let the engine index and score by another analysis."""
    kept = documents.analyze_forms, documents.skeleton, evaluation.skeleton
    weights = dict(documents.WEIGHTS)
    documents.analyze_forms = analysis.forms
    if analysis.third:
        # The third field is made of stems; roots are roots of stems all the same.
        documents.skeleton = evaluation.skeleton = analysis.third
    documents.WEIGHTS.update(dict.fromkeys(weights, 0.0) | analysis.weights)
    try:
        yield
    finally:
        documents.analyze_forms, documents.skeleton, evaluation.skeleton = kept
        documents.WEIGHTS.update(weights)


@dataclass(frozen=True)
class Questions:
    """A set: documents, questions, and the grade of documents for each question."""

    name: str
    docs: list[dict[str, Any]]
    queries: list[dict[str, Any]]
    grades: dict[str, dict[str, int]]

    @classmethod
    def read(cls, folder: Path) -> Questions:
        """Read a folder."""
        grades: dict[str, dict[str, int]] = defaultdict(dict)
        for line in (folder / "qrels.tsv").read_text("utf-8").splitlines():
            query, _, doc, grade = line.split("\t")
            grades[query][doc] = int(grade)
        docs, queries = (
            [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]
            for path in (folder / "docs.jsonl", folder / "queries.jsonl")
        )
        return cls(folder.name, docs, queries, grades)


def measure(questions: Questions, analysis: Analysis) -> tuple[float, float, float]:
    """Give MRR@10, nDCG@10 and recall@100 of an analysis over a set."""
    with tempfile.TemporaryDirectory() as folder, analysed(analysis):
        backend = WhooshEngine.backend("default", PATH=f"{folder}/index")
        articles = [
            Article(pk=pk, title=doc.get("title") or "", body=doc["text"])
            for pk, doc in enumerate(questions.docs)
        ]
        backend.rebuild(ArticleIndex(), [articles])
        scores = []
        for query in questions.queries:
            hits = _asked(backend, analysis, query["text"])
            ranked = [questions.docs[pk]["id"] for pk, _ in hits]
            scores.append(_scores(ranked, questions.grades[query["id"]]))
        backend.forget()
    return tuple(sum(column) / len(scores) for column in zip(*scores, strict=True))


def _asked(
    backend: Any, analysis: Analysis, text: str
) -> tuple[tuple[int, float], ...]:
    if analysis.as_readers_ask:
        with mock.patch.object(engine, "archive_backend", return_value=backend):
            request = SearchRequest(text, limit=100, synonyms=False)
            return engine.find_matches(request).found.hits
    words = tuple(tree.Word(forms.exact, forms.stem) for forms in analysis.forms(text))
    return backend.find(Plan(tree.Any(words), limit=100)).hits if words else ()


def _scores(ranked: list[str], grades: dict[str, int]) -> tuple[float, float, float]:
    gains = [grades.get(doc, 0) for doc in ranked]
    first = next((1 / rank for rank, gain in enumerate(gains[:10], 1) if gain > 0), 0.0)
    ideal = _gain(sorted(grades.values(), reverse=True))
    relevant = sum(grade > 0 for grade in grades.values())
    found = sum(gain > 0 for gain in gains)
    return first, _gain(gains) / ideal if ideal else 0.0, found / max(1, relevant)


def _gain(gains: list[int]) -> float:
    return sum(
        (2**gain - 1) / log2(rank + 1) for rank, gain in enumerate(gains[:10], 1)
    )


def main(arguments: list[str]) -> None:
    """Print the table; with ``--json PATH`` first, write it for the method page."""
    call_command("migrate", verbosity=0)
    target = Path(arguments[1]) if arguments[:1] == ["--json"] else None
    paths = [Path(folder) for folder in (arguments[2:] if target else arguments)]
    paths = paths or sorted((Path(os.environ["REAL_DATA"]) / "ir").iterdir())
    sets = [Questions.read(path) for path in paths if (path / "qrels.tsv").exists()]
    say = sys.stdout.write
    say("MRR@10 / nDCG@10 / recall@100\n\n")
    say("| analysis | " + " | ".join(questions.name for questions in sets) + " |\n")
    say("|---" * (len(sets) + 1) + "|\n")
    rows: dict[str, list[tuple[float, float, float]]] = {}
    for analysis in analyses():
        rows[analysis.name] = [measure(questions, analysis) for questions in sets]
        cells = (
            " / ".join(f"{part:.3f}" for part in row) for row in rows[analysis.name]
        )
        say(f"| {analysis.name} | " + " | ".join(cells) + " |\n")
        sys.stdout.flush()
    if target:
        sizes = {one.name: [len(one.queries), len(one.docs)] for one in sets}
        rounded = {
            name: [[round(part, 3) for part in row] for row in measured]
            for name, measured in rows.items()
        }
        table = {"analysis": ANALYSIS_VERSION, "sets": sizes, "rows": rounded}
        target.write_text(
            json.dumps(table, ensure_ascii=False, indent=1) + "\n", "utf-8"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
