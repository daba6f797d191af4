"""People, organisations and places: the lists of them, and what is told of one."""

from __future__ import annotations

from collections.abc import Callable

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from articles.corpus.arabic import plain_digits
from articles.models import Article, Figure, Name
from articles.models.name import PAGES, NameKind, NameQuerySet
from articles.presentation.figures import ShownFigure, shown_figure
from articles.presentation.names import HEADINGS, titles_of
from articles.views.lists import by_year, found_or_404

PAGE_LENGTH = 100
CLAIMS = 12
LISTS = {
    NameKind.PERSON: "people",
    NameKind.ORGANISATION: "organisations",
    NameKind.PLACE: "places",
}
"""Kind of name -> the address of their list."""

View = Callable[..., HttpResponse]


def list_of(kind: NameKind) -> View:
    """Make the page of all names of a kind, or of those beginning with ``?q=``."""

    def names(request: HttpRequest) -> HttpResponse:
        sought = request.GET.get("q", "")[:80]
        page = _page(request, Name.objects.met().filter(kind=kind).beginning(sought))
        context = {"heading": HEADINGS[kind], "sought": sought, "page": page}
        return render(request, "articles/names.html", context)

    return names


def page_of_one(kind: NameKind) -> View:
    """Make the page of one name of a kind: its articles, variants, titles, claims."""

    def name(request: HttpRequest, slug: str) -> HttpResponse:
        name = Name.objects.at(kind, slug)
        if name is None:
            raise Http404
        if name.merged_into:
            return redirect(name.merged_into)
        bearers = name.bearers()
        articles = Article.objects.naming(bearers)
        found_or_404(articles.exists())
        context = {
            "name": name,
            "heading": HEADINGS[kind],
            "list_url": reverse(f"articles:{LISTS[kind]}"),
            "feed_url": reverse(f"articles:{PAGES[kind]}_feed", args=[slug]),
            "variants": bearers[1:],
            "titles": titles_of(bearers),
            "claims": _claims(bearers),
            **by_year(request, articles),
        }
        return render(request, "articles/name.html", context)

    return name


def _page(request: HttpRequest, names: NameQuerySet) -> Page[Name]:
    paginator: Paginator[Name] = Paginator(names, PAGE_LENGTH)
    try:
        return paginator.page(plain_digits(request.GET.get("page", "1")))
    except InvalidPage as missing:
        raise Http404 from missing


def _claims(bearers: list[Name]) -> list[tuple[Article, ShownFigure]]:
    """Give the latest key figures that one of ``bearers`` is the claimant of."""
    figures = (
        Figure.objects.filter(claimed_by__in=bearers, tier="core")
        .filter(article__status__unindexed="published")
        .select_related("article__outlet")
        .order_by("-article__published_on", "-article_id", "rank")
    )
    return [
        (figure.article, shown_figure(figure))
        for figure in figures[:CLAIMS]
        if figure.stands_in_text()
    ]


people = list_of(NameKind.PERSON)
organisations = list_of(NameKind.ORGANISATION)
places = list_of(NameKind.PLACE)
person = page_of_one(NameKind.PERSON)
organisation = page_of_one(NameKind.ORGANISATION)
place = page_of_one(NameKind.PLACE)
