"""Sections and authors: the lists of them, and the articles under one."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from articles.models import Article, Author, Section
from articles.querysets import ArticleQuerySet, with_public_articles
from articles.views.lists import chosen_year, page_of, year_bars
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
    context = {"section": section, **_by_year(request, articles)}
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
    context = {"author": author, **_by_year(request, articles)}
    return render(request, "articles/author.html", context)


def _by_year(request: HttpRequest, articles: ArticleQuerySet) -> dict[str, Any]:
    year = chosen_year(request)
    shown = articles.of_year(year) if year else articles
    return {
        "bars": year_bars(articles.per_year(), lambda year: f"?year={year}"),
        "year": year,
        "page": page_of(request, shown),
    }
