"""The page that stays where a withdrawn article was."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from articles.models import Article, Status


def tombstone(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer 410 with the reason where article ``pk`` was withdrawn; raise 404 else.

    Nothing of the article is fetched but what the editor chose to leave.
    """
    withdrawn = Article.objects.filter(status=Status.WITHDRAWN).only(
        "title", "withdrawn_reason", "withdrawn_title_shown", "withdrawn_at"
    )
    article = get_object_or_404(withdrawn.order_by(), pk=pk)
    context = {
        "heading": article.title if article.withdrawn_title_shown else "",
        "reason": article.withdrawn_reason,
        "withdrawn_at": article.withdrawn_at,
    }
    return render(request, "articles/withdrawn.html", context, status=410)
