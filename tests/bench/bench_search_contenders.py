"""The contenders of the search benchmark: each indexes all articles and answers."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from tests.bench.bench_search_questions import Question


class Contender(Protocol):
    """What is measured: ``index`` may be called in another process than ``ask``."""

    folder: Path

    def index(self) -> None:
        """Index every article of the database."""

    def ask(self, question: Question) -> Any:
        """Answer: the number of hits and what a page of 20 shows."""


def contender(name: str, folder: Path) -> Contender:
    """Make a contender by its name."""
    if name == "stock":
        return Stock(folder / "stock")
    if name == "bare":
        return BareTantivy(folder / "bare")
    return Archive(folder / "index", through_pages=not name.endswith("-engine"))


def _written(question: Question) -> str:
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
    """Our engines: through ``find_articles`` with articles, passages and names of
    facets, or (``through_pages`` off) the plan and nothing else."""

    def __init__(self, folder: Path, *, through_pages: bool) -> None:
        self.folder = folder
        self._through_pages = through_pages

    def index(self) -> None:
        from search.rebuilding import rebuild

        shutil.rmtree(self.folder, ignore_errors=True)
        rebuild()

    def ask(self, question: Question) -> Any:
        from search.engine import archive_backend, find_articles
        from search.language.request import SearchRequest, Sort
        from search.plans import plan_for

        since, until = question.days
        request = SearchRequest(
            _written(question),
            outlets=(question.outlet,) if question.outlet else (),
            since=since,
            until=until,
            sort=Sort.NEWEST if question.newest else Sort.RELEVANCE,
            start=question.start,
        )
        facets = tuple(question.facets)
        if self._through_pages:
            return find_articles(request, facets).hits
        return archive_backend().find(plan_for(request, facets)[0]).hits


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

    def index(self) -> None:
        from haystack import connections

        articles = self._index.index_queryset().select_related("outlet", "section")
        backend = connections["stock"].get_backend()
        backend.setup()
        for start in range(0, articles.count(), 1000):
            backend.update(self._index, list(articles.order_by("pk")[start:][:1000]))

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


class BareTantivy:
    """tantivy by itself: one field of text, its own tokenizer, ids of the hits."""

    def __init__(self, folder: Path) -> None:
        import tantivy

        self.folder = folder
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text", tokenizer_name="whitespace")
        for name in ("id", "outlet", "section", "day", "month"):
            builder.add_integer_field(name, indexed=True, fast=True)
        self._schema = builder.build()
        self._searcher: Any = None

    def index(self) -> None:
        import tantivy

        from articles.models import Article
        from search.language.analysis import analyze_forms

        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        writer = tantivy.Index(self._schema, path=str(self.folder)).writer(
            128_000_000, num_threads=1
        )
        for article in Article.objects.only(
            "title", "body", "outlet", "section", "published_on"
        ).iterator(2000):
            day = article.published_on
            text = f"{article.title} {article.body}"
            document = tantivy.Document()
            document.add_text("text", " ".join(f.exact for f in analyze_forms(text)))
            document.add_integer("id", article.pk)
            document.add_integer("outlet", article.outlet_id)
            document.add_integer("section", article.section_id)
            document.add_integer("day", day.toordinal())
            document.add_integer("month", day.year * 100 + day.month)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def ask(self, question: Question) -> Any:
        import tantivy

        if self._searcher is None:
            from articles.models import Outlet

            self._searcher = tantivy.Index.open(str(self.folder)).searcher()
            self._outlets = dict(Outlet.objects.values_list("slug", "pk"))
        query = self._query(question)
        if question.facets:
            self._searcher.aggregate(
                query,
                {
                    name: {"terms": {"field": name, "size": 1000}}
                    for name in question.facets
                },
            )
        found = self._searcher.search(
            query,
            20,
            offset=question.start,
            order_by_field="day" if question.newest else None,
        )
        places = [place for _, place in found.hits]
        return found.count, self._searcher.fast_field_values("id", places)

    def _query(self, question: Question) -> Any:
        from tantivy import FieldType, Occur, Query

        first = question.words[0]
        match question.kind:
            case "phrase":
                return Query.phrase_query(self._schema, "text", question.words)
            case "prefix":
                return Query.regex_query(self._schema, "text", f"{first}.*")
            case "fuzzy":
                return Query.fuzzy_term_query(self._schema, "text", first)
        terms = [Query.term_query(self._schema, "text", w) for w in question.words]
        joined = Occur.Should if question.kind == "OR" else Occur.Must
        clauses = [(joined, term) for term in terms]
        since, until = question.days
        if since and until:
            outlet = self._outlets[question.outlet]
            clauses.append(
                (Occur.Must, Query.term_query(self._schema, "outlet", outlet))
            )
            days = (since.toordinal(), until.toordinal())
            clauses.append(
                (
                    Occur.Must,
                    Query.range_query(self._schema, "day", FieldType.Integer, *days),
                )
            )
        return Query.boolean_query(clauses)
