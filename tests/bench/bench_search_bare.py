"""The peer that an engine in Python is held against: tantivy without anything."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from tests.bench.bench_search_questions import Question


class BareTantivy:
    """tantivy by itself, as its own documentation uses it: one field of words.

    It answers with the number of hits and the ids of a page; ``with_snippets`` also
    with the stored title and text of each hit and a snippet of its own making. Its
    words are folded like ours, since it would otherwise find other articles.
    """

    def __init__(self, folder: Path, *, with_snippets: bool) -> None:
        import tantivy

        self.folder = folder
        self._with_snippets = with_snippets
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("title", stored=True, index_option="basic")
        builder.add_text_field("text", stored=True, tokenizer_name="whitespace")
        for name in ("id", "outlet", "section", "day", "month"):
            builder.add_integer_field(name, indexed=True, fast=True)
        self._schema = builder.build()
        self._searcher: Any = None

    def prepare(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()

    def index(self) -> int:
        import tantivy

        from articles.models import Article
        from search.language.analysis import analyze_forms

        writer = tantivy.Index(self._schema, path=str(self.folder)).writer(
            128_000_000, num_threads=1
        )
        articles = 0
        for article in Article.objects.only(
            "title", "body", "outlet", "section", "published_on"
        ).iterator(2000):
            articles += 1
            day = article.published_on
            text = f"{article.title} {article.body}"
            document = tantivy.Document()
            document.add_text("title", article.title)
            document.add_text("text", " ".join(f.exact for f in analyze_forms(text)))
            document.add_integer("id", article.pk)
            document.add_integer("outlet", article.outlet_id)
            document.add_integer("section", article.section_id)
            document.add_integer("day", day.toordinal())
            document.add_integer("month", day.year * 100 + day.month)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        return articles

    def complete(self) -> None:
        """Leave it: all are there."""

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
        ids = self._searcher.fast_field_values("id", places)
        if not self._with_snippets:
            return found.count, ids
        generator = tantivy.SnippetGenerator.create(
            self._searcher, query, self._schema, "text"
        )
        hits = [self._searcher.doc(place) for place in places]
        return found.count, [
            (hit.get_first("title"), generator.snippet_from_doc(hit).to_html())
            for hit in hits
        ]

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


class SameQuery:
    """tantivy on our index, with the very query that our engine asks for a page.

    The query is written beforehand, so what is measured is tantivy and nothing of ours:
    it answers with the number of hits, the scores and ids of a page, and the facets.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._written: dict[str, Any] = {}
        self._searcher: Any = None

    def prepare(self) -> None:
        """Do nothing."""

    def index(self) -> int:
        """Take the index that our engine made."""
        return 0

    def complete(self) -> None:
        """Leave it: all are there."""

    def ask(self, question: Question) -> Any:
        """Answer: the number of hits and the ids of a page."""
        query, facets = self._asked(question)
        found = self._searcher.search(
            query,
            20,
            offset=question.start,
            order_by_field="newest" if question.newest else None,
        )
        counted = facets and self._searcher.aggregate(query, facets)
        places = [place for _, place in found.hits]
        return found.count, self._searcher.fast_field_values("id", places), counted

    def _asked(self, question: Question) -> Any:
        key = repr(question)
        if key not in self._written:
            self._written[key] = self._write(question)
        return self._written[key]

    def _write(self, question: Question) -> Any:
        from search.backends.tantivy.queries import Queries
        from search.engine import archive_backend
        from search.plans import plan_for
        from tests.bench.bench_search_contenders import request_of

        if self._searcher is None:
            backend: Any = archive_backend()
            self._searcher = backend._opened(backend._folder())
        plan, _ = plan_for(request_of(question), ())
        queries = Queries(self._searcher, scored=not question.newest)
        facets = {
            name: {"terms": {"field": name, "size": 1000}} for name in question.facets
        }
        return queries.narrowed(plan.query, plan.among), facets
