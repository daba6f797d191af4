"""The page that explains the API by examples."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.views.links import absolute
from search.api.endpoints import Operation
from search.api.operations import OPERATIONS


@require_safe
def api(request: HttpRequest) -> HttpResponse:
    """Explain every operation with addresses that can be opened."""
    last = Article.objects.public().order_by("-pk").values_list("pk", flat=True)
    number = last.first() or 1
    context = {
        "operations": [
            (operation, _path(operation), _examples(operation, number))
            for operation in OPERATIONS
        ],
        "root": absolute(request, reverse("api:articles")),
        "anonymous": settings.API_RATE_ANONYMOUS,
        "with_token": settings.API_RATE_TOKEN,
    }
    return render(request, "search/api.html", context)


def _path(operation: Operation) -> str:
    return f"/api/v1/{operation.path}"


def _examples(operation: Operation, number: int) -> list[str]:
    path = _path(operation).replace("{id}", str(number))
    return [f"{path}?{example}" if example else path for example in operation.examples]
