"""Pages that visitors without an account are given again while nothing has changed.

A search or a list that many ask for is made once a minute by each process, or once for
all machines where they share a cache. What changes an article, a name or a synonym
makes another page at once (``search.kept.state``): nothing withdrawn is shown again.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from portal.preferences import CHOICES, chosen
from search import kept

SECONDS = 60
LONGEST_ADDRESS = 1_000

PAGES = frozenset(
    {
        "search:search",
        *("articles:home", "articles:browse", "articles:latest", "articles:outlets"),
        *("articles:year", "articles:month", "articles:day", "articles:outlet"),
        *("articles:sections", "articles:section", "articles:authors"),
    }
)
"""They show articles, headings and counts of both, and nothing else of the database."""

_KEY = "archive.kept_page"

GetResponse = Callable[[HttpRequest], HttpResponse]


class KeepPages:
    """Answers from what is kept; must be the last, so that others add their headers."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; keep the answer if its page may be kept."""
        response = self._get_response(request)
        key = request.META.get(_KEY)
        if key and _is_for_everybody(request, response):
            page = (zlib.compress(response.content, 1), list(response.items()))
            caches["pages"].set(key, page, SECONDS)
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Answer with the kept page, if there is one."""
        if not _may_be_kept(request):
            return None
        try:
            state = kept.state()
        except DatabaseError:  # the page itself tells what is wrong
            state = ""
        if not state:
            return None
        key = _key(request, state)
        page = caches["pages"].get(key)
        if page is None:
            request.META[_KEY] = key
            return None
        content, headers = page
        return HttpResponse(zlib.decompress(content), headers=dict(headers))


def _may_be_kept(request: HttpRequest) -> bool:
    match = request.resolver_match
    return (
        request.method == "GET"
        and match is not None
        and match.view_name in PAGES
        and len(request.META.get("QUERY_STRING", "")) <= LONGEST_ADDRESS
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "messages" not in request.COOKIES
    )


def _is_for_everybody(request: HttpRequest, response: HttpResponse) -> bool:
    """Tell whether an answer holds nothing that was made for one visitor."""
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not request.META.get("CSRF_COOKIE_NEEDS_UPDATE")
    )


def _key(request: HttpRequest, state: str) -> str:
    told = [state, timezone.localdate().isoformat()]
    told += [request.scheme or "", request.get_host(), request.get_full_path()]
    told += [chosen(request, name) for name in CHOICES]
    return sha256("\n".join(told).encode()).hexdigest()
