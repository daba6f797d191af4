"""What came in last of what answers a search, as Atom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.corpus.figures.nouns import noun_key
from articles.models import Article, Figure
from articles.presentation.figures import noun_slug
from articles.querysets import ArticleQuerySet
from articles.syndication.feeds import LENGTH, LatestFeed, xml_text
from search.forms import SearchForm
from search.language.request import SearchRequest
from search.questions.newest import newest_matches
from search.saved.models import SavedSearch
from search.views.search import STILL_NO_QUESTION

NO_PART = ("page", "sort")
"""What an address says of the reader's place, which a feed has no use for."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A search that is followed: what it asks, its name, the query of its address.

    ``feed`` is the address of its feed where that is one of its own.
    """

    request: SearchRequest
    name: str
    query: str
    feed: str = ""


def articles_of(request: SearchRequest, most: int = LENGTH) -> list[Article]:
    """Give the newest public articles of a search as lists show them."""
    ids = newest_matches(request, most)
    rows = Article.objects.public_among(ids).for_lists().with_leads()
    return list(rows.order_by("-id"))


class SearchFeed(LatestFeed):
    """What came in last of ``?q=…``, with the filters of the search page."""

    def get_object(self, request: HttpRequest) -> Followed:
        """Read the search of the address; 404 where it asks for nothing."""
        query = request.GET.copy()
        for name in NO_PART:
            query.pop(name, None)
        asked = SearchForm(query).request()
        if not (asked.text.strip() or set(query) - STILL_NO_QUESTION):
            raise Http404
        return Followed(asked, asked.text.strip() or _("بحث"), query.urlencode())

    def title(self, obj: Any) -> str:
        """Name the words of the search and the archive."""
        return xml_text(f"{obj.name} — {_(settings.SITE_NAME)}")

    def link(self, obj: Any) -> str:
        """Address the search."""
        return f"{reverse('search:search')}?{obj.query}"

    def feed_url(self, obj: Any) -> str:
        """Address the feed itself."""
        return f"{reverse('search:feed')}?{obj.query}"

    def items(self, obj: Any) -> list[Article]:
        """Give the newest articles that answer."""
        return articles_of(obj.request)


class NounFeed(LatestFeed):
    """What came in last that counts something: «نازح», in any of its forms."""

    def get_object(self, request: HttpRequest, noun: str) -> str:
        """Give the key of the noun; 404 where no public article counts it."""
        key = noun_key(noun.replace("-", " "))
        if not key or not _counting(key).exists():
            raise Http404
        return key

    def title(self, obj: Any) -> str:
        """Name what is counted as an article writes it, and the archive."""
        written = Figure.objects.filter(noun_key=obj).values_list("noun", flat=True)
        return xml_text(f"{written.first() or obj} — {_(settings.SITE_NAME)}")

    def link(self, obj: Any) -> str:
        """Address the page of the noun."""
        return reverse("search:noun", args=[noun_slug(obj)])

    def feed_url(self, obj: Any) -> str:
        """Address the feed itself."""
        return reverse("search:noun_feed", args=[noun_slug(obj)])

    def articles(self, obj: Any) -> ArticleQuerySet:
        """Give the articles that count it."""
        return _counting(obj)


def _counting(key: str) -> ArticleQuerySet:
    """Keep the public articles with a figure of this noun, or of a kind of it."""
    same = Q(noun_key=key) | Q(noun_key__startswith=f"{key} ")
    return Article.objects.public().filter(
        pk__in=Figure.objects.filter(same).values("article")
    )


class SavedSearchFeed(SearchFeed):
    """What came in last of a search that a reader saved, at its secret address."""

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer so that no search engine keeps the address."""
        answer = super().__call__(request, *args, **kwargs)
        answer["X-Robots-Tag"] = "noindex"
        answer["Referrer-Policy"] = "no-referrer"
        answer["Cache-Control"] = "private, max-age=300"
        return answer

    def get_object(  # type: ignore[override]
        self, request: HttpRequest, token: str
    ) -> Followed:
        """Find the search of the token; 404 where it was renewed or deleted."""
        saved = get_object_or_404(SavedSearch.objects.kept(), token=token)
        return Followed(saved.request, saved.name, saved.query, saved.feed_url)

    def feed_url(self, obj: Any) -> str:
        """Address the feed itself."""
        return str(obj.feed)
