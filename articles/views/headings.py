"""Sections and authors: the lists of them, and the articles under one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Article, Author, Section
from articles.querysets import with_public_articles
from articles.views.lists import by_year
from articles.views.old_addresses import follows_aliases


def sections(request: HttpRequest) -> HttpResponse:
    """Show every section."""
    sections = with_public_articles(Section.objects.all())
    context = {
        "title": _("الأقسام"),
        "counts": "section",
        "headings": sections,
        "none_yet": _("لا أقسام بعد"),
    }
    return render(request, "articles/headings.html", context)


@follows_aliases("section")
def section(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the articles of a section, of all years or of ``?year=``."""
    section = get_object_or_404(with_public_articles(Section.objects.all()), slug=slug)
    articles = Article.objects.public().filter(section=section)
    context = {
        "title": section.name,
        "up_url": reverse("articles:sections"),
        "up_label": _("الأقسام"),
        "feed_url": reverse("articles:section_feed", args=[slug]),
        **by_year(request, articles),
    }
    return render(request, "articles/list.html", context)


def authors(request: HttpRequest) -> HttpResponse:
    """Show every author by name."""
    authors = with_public_articles(Author.objects.all()).order_by("name")
    context = {
        "title": _("الكتّاب"),
        "counts": "author",
        "headings": authors,
        "none_yet": _("لا يُذكر كاتب بعد"),
    }
    return render(request, "articles/headings.html", context)


@follows_aliases("author")
def author(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the articles of an author, of all years or of ``?year=``."""
    author = get_object_or_404(with_public_articles(Author.objects.all()), slug=slug)
    articles = Article.objects.public().filter(author=author)
    context = {
        "title": author.name,
        "up_url": reverse("articles:authors"),
        "up_label": _("الكتّاب"),
        "feed_url": reverse("articles:author_feed", args=[slug]),
        **by_year(request, articles),
    }
    return render(request, "articles/list.html", context)
