"""The words of a query in one article."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from articles.models import Article
from articles.presentation.hits import Hits
from search.highlight import Marker, Passage, mark_whole
from search.language.request import SearchRequest
from search.language.syntax import LONGEST_QUERY
from search.plans import plan_for


def hits_in(article: Article, query: QueryDict) -> Hits | None:
    """Find the words of ``?q=`` in an article; None where nothing is asked for."""
    text = query.get("q", "").strip()[:LONGEST_QUERY]
    if not text:
        return None
    request = SearchRequest(text, synonyms=query.get("synonyms") != "0")
    marker = Marker(plan_for(request, ())[0].query)
    return Hits(
        sought=text,
        back=f"{reverse('search:search')}?{urlencode({'q': text})}",
        title=_stretches(mark_whole(article.title, marker)),
        body=_stretches(mark_whole(article.body, marker)),
    )


def _stretches(passage: Passage) -> tuple[tuple[int, int], ...]:
    return tuple((mark.start, mark.end) for mark in passage.marks)
