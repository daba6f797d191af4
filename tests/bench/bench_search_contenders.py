"""The contenders of the search benchmark: each indexes all articles and answers."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, Protocol

from search.language.request import SearchRequest, Sort
from tests.bench.bench_search_questions import Question


class Contender(Protocol):
    """What is measured: ``index`` may be called in another process than ``ask``."""

    folder: Path

    def prepare(self) -> None:
        """Do what is not measured before ``index``."""

    def index(self) -> int:
        """Index articles of the database, all if it can; give how many."""

    def complete(self) -> None:
        """Index what ``index`` left out."""

    def ask(self, question: Question) -> Any:
        """Answer: the number of hits and what a page of 20 shows."""


def contender(name: str, folder: Path) -> Contender:
    """Make a contender by its name; those of one index share its folder."""
    engine, _, alone = name.partition("-")
    match engine:
        case "same":
            from tests.bench.bench_search_bare import SameQuery

            return SameQuery(folder / "tantivy" / "index")
        case "stock":
            from tests.bench.bench_search_stock import Stock

            return Stock(folder / "stock" / "index")
        case "bare":
            from tests.bench.bench_search_bare import BareTantivy

            return BareTantivy(folder / "bare" / "index", with_snippets=not alone)
    return Archive(folder / engine / "index", whole=not alone)


def written(question: Question) -> str:
    """Write a question in the archive's query language."""
    first, *others = question.words
    match question.kind:
        case "OR":
            return " OR ".join(question.words)
        case "phrase":
            return '"' + " ".join(question.words) + '"'
        case "prefix":
            return f"{first}*"
        case "fuzzy":
            return f"{first}~"
    return " ".join([first, *others])


class Archive:
    """Our engines: through ``find_articles`` with articles, snippets and the names of
    facets, or (not ``whole``) asked as it asks them: ids, scores, counts."""

    def __init__(self, folder: Path, *, whole: bool) -> None:
        self.folder = folder
        self._whole = whole

    def prepare(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def index(self) -> int:
        from search.indexing.rebuilding import rebuild

        return rebuild()

    def complete(self) -> None:
        """Leave it: all are there."""

    def ask(self, question: Question) -> Any:
        from search.engine import find_articles, find_matches

        request, facets = request_of(question), tuple(question.facets)
        if self._whole:
            return find_articles(request, facets)
        return find_matches(request, facets).found


def request_of(question: Question) -> SearchRequest:
    """Ask a question as the search page would."""
    since, until = question.days
    return SearchRequest(
        written(question),
        outlets=(question.outlet,) if question.outlet else (),
        since=since,
        until=until,
        sort=Sort.NEWEST if question.newest else Sort.RELEVANCE,
        start=question.start,
    )
