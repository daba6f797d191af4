"""The peer that the search benchmark starts from: stock Haystack with Whoosh."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path
from typing import Any

from tests.bench.bench_search_questions import Question

CHUNK = 1_000


class Stock:
    """Haystack's own Whoosh engine with a plain index class, as its tutorial says."""

    def __init__(self, folder: Path) -> None:
        from haystack import connections, indexes
        from haystack.utils.loading import UnifiedIndex

        from articles.models import Article

        class PlainIndex(indexes.SearchIndex, indexes.Indexable):  # type: ignore[misc]
            text = indexes.CharField(document=True, model_attr="body")
            title = indexes.CharField(model_attr="title")
            outlet = indexes.CharField(model_attr="outlet__slug", faceted=True)
            section = indexes.CharField(model_attr="section__slug", faceted=True)
            published = indexes.DateField(model_attr="published_on", faceted=True)

            def get_model(self) -> type[Article]:
                return Article

        self.folder = folder
        connections.connections_info["stock"] = {
            "ENGINE": "haystack.backends.whoosh_backend.WhooshEngine",
            "PATH": str(folder),
        }
        unified = UnifiedIndex()
        self._index = PlainIndex()
        unified.build(indexes=[self._index])
        connections["stock"]._index = unified

    def prepare(self) -> None:
        """Begin with an empty index."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self._backend().setup()

    def index(self) -> int:
        """Index the first ``STOCK_SIZE`` articles as Haystack's commands do."""
        size = int(os.environ["STOCK_SIZE"])
        for start in range(0, size, CHUNK):
            articles = self._articles(start, min(CHUNK, size - start))
            self._backend().update(self._index, articles)
        return size

    def complete(self) -> None:
        """Put in all others, in one commit, as fast as Whoosh takes them."""
        self._add(int(os.environ["STOCK_SIZE"]), self._index.index_queryset().count())

    def _add(self, start: int, stop: int) -> None:
        writer = self._backend().index.refresh().writer(limitmb=512)
        for first in range(start, stop, CHUNK):
            for article in self._articles(first, min(CHUNK, stop - first)):
                writer.add_document(**self._prepared(article))
        writer.commit()

    def _prepared(self, article: Any) -> dict[str, Any]:
        """Prepare an article as Haystack's ``update`` does."""
        backend = self._backend()
        prepared = self._index.full_prepare(article)
        return {key: backend._from_python(value) for key, value in prepared.items()}

    def _backend(self) -> Any:
        from haystack import connections

        return connections["stock"].get_backend()

    def _articles(self, start: int, count: int) -> list[Any]:
        shown = self._index.index_queryset().select_related("outlet", "section")
        return list(shown.order_by("pk")[start:][:count])

    def ask(self, question: Question) -> Any:
        found = self._found(question)
        since, until = question.days
        if question.outlet:
            found = found.filter(outlet__exact=question.outlet)
        if since and until:
            found = found.filter(published__range=(since, until))
        if question.newest:
            found = found.order_by("-published")
        if question.facets:
            found = self._counted(found, question.facets)
            found.facet_counts()
        page = found.highlight().load_all()[question.start : question.start + 20]
        return len(found), [hit.object for hit in page]

    def _found(self, question: Question) -> Any:
        from haystack.query import SearchQuerySet

        found = SearchQuerySet(using="stock")
        first = question.words[0]
        match question.kind:
            case "OR":
                return found.filter(content__in=question.words)
            case "phrase":
                return found.filter(content__exact=" ".join(question.words))
            case "prefix":
                return found.filter(content__startswith=first)
            case "fuzzy":
                return found.filter(content__fuzzy=first)
        for word in question.words:
            found = found.filter(content=word)
        return found

    def _counted(self, found: Any, facets: list[str]) -> Any:
        if facets == ["month"]:
            years = date(2012, 1, 1), date(2018, 1, 1)
            return found.date_facet("published", *years, "month")
        for name in facets:
            found = found.facet(name)
        return found
