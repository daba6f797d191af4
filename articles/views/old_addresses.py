"""Addresses of merged headings lead on to the page of what they were merged into."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
)
from django.urls import reverse

from articles.models import Alias

View = Callable[..., HttpResponse]


def follows_aliases(kind: str) -> Callable[[View], View]:
    """Answer 301 where a view has no heading of ``kind`` at a slug that was merged."""

    def around(view: View) -> View:
        @wraps(view)
        def follow(
            request: HttpRequest, *args: Any, slug: str, **kwargs: Any
        ) -> HttpResponse:
            try:
                return view(request, *args, slug=slug, **kwargs)
            except Http404:
                alias = Alias.objects.filter(kind=kind, slug=slug).first()
                if alias is None or request.resolver_match is None:
                    raise
                kwargs["slug"] = alias.heading.slug
                address = reverse(request.resolver_match.view_name, kwargs=kwargs)
                query = request.META.get("QUERY_STRING", "")
                return HttpResponsePermanentRedirect(
                    f"{address}?{query}" if query else address
                )

        return follow

    return around
