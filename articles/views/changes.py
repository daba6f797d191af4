"""How the numbers of a report changed along its copies."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.presentation.copy_changes import copy_changes


@require_safe
def changes(request: HttpRequest, pk: int) -> HttpResponse:
    """Show which numbers changed value, bound or unit, or came into a title."""
    article = get_object_or_404(Article.objects.public().with_headings(), pk=pk)
    context = {"article": article, "followed": copy_changes(article)}
    return render(request, "articles/changes.html", context)
