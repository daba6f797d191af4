"""Sections and authors: the lists of them, and the articles under one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from articles.models import Article, Author, Section
from articles.querysets import with_public_articles
from articles.views.lists import by_year
from articles.views.old_addresses import follows_aliases


def sections(request: HttpRequest) -> HttpResponse:
    """Show every section."""
    sections = with_public_articles(Section.objects.all())
    return render(request, "articles/sections.html", {"headings": sections})


@follows_aliases("section")
def section(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the articles of a section, of all years or of ``?year=``."""
    section = get_object_or_404(with_public_articles(Section.objects.all()), slug=slug)
    articles = Article.objects.public().filter(section=section)
    context = {"section": section, **by_year(request, articles)}
    return render(request, "articles/section.html", context)


def authors(request: HttpRequest) -> HttpResponse:
    """Show every author by name."""
    authors = with_public_articles(Author.objects.all()).order_by("name")
    return render(request, "articles/authors.html", {"headings": authors})


@follows_aliases("author")
def author(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the articles of an author, of all years or of ``?year=``."""
    author = get_object_or_404(with_public_articles(Author.objects.all()), slug=slug)
    articles = Article.objects.public().filter(author=author)
    context = {"author": author, **by_year(request, articles)}
    return render(request, "articles/author.html", context)
