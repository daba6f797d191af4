"""The words of a query in one article."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from articles.models import Article
from articles.presentation.hits import Hits
from search.hits.highlight import Marker, Passage, mark_whole
from search.language import tree
from search.language.analysis import analyze_forms
from search.language.loosening import SHORTEST_QUOTING, words_asked
from search.language.request import Match, SearchRequest
from search.language.syntax import LONGEST_QUERY
from search.plans import plan_for


def hits_in(article: Article, query: QueryDict) -> Hits | None:
    """Find the words of ``?q=`` in an article; None where nothing is asked for."""
    text = query.get("q", "").strip()[:LONGEST_QUERY]
    if not text:
        return None
    request = SearchRequest(text, synonyms=query.get("synonyms") != "0")
    marker = Marker(_as_found(article, request))
    return Hits(
        sought=text,
        back=f"{reverse('search:search')}?{urlencode({'q': text})}",
        title=_stretches(mark_whole(article.title, marker)),
        body=_stretches(mark_whole(article.body, marker)),
    )


def _as_found(article: Article, request: SearchRequest) -> tree.Node | None:
    """Give the query by which a search found the article: loosened, if a part lacks."""
    query = plan_for(request, ())[0].query
    words, quoted = words_asked(request.query.node)
    if not quoted or words < SHORTEST_QUOTING:
        return query  # any word or all of them: the same words are marked
    terms = analyze_forms(f"{article.title}\n{article.body}")
    parts = [Marker(leaf) for leaf in tree.positive_leaves(request.query.node)]
    if all(part.find(terms) for part in parts):
        return query
    return plan_for(request.matching(Match.ANY), ())[0].query


def _stretches(passage: Passage) -> tuple[tuple[int, int], ...]:
    return tuple((mark.start, mark.end) for mark in passage.marks)
