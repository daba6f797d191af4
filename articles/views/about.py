"""What the archive says of itself, to readers and to robots."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.corpus import PARSER_VERSION
from articles.models import Article


def about(request: HttpRequest) -> HttpResponse:
    """Explain what the archive is, its method and its limits."""
    context = {
        "total": Article.objects.public().count(),
        "parser_version": PARSER_VERSION,
    }
    return render(request, "articles/about.html", context)


def keyboard(request: HttpRequest) -> HttpResponse:
    """Explain what the keys of a keyboard do here, and how to turn them off."""
    return render(request, "articles/keyboard.html")


def robots(request: HttpRequest) -> HttpResponse:
    """Tell crawlers where to go, and to leave the search to people."""
    return render(
        request, "articles/robots.txt", content_type="text/plain; charset=utf-8"
    )
