"""One article beside its figures, and its picture for sharing."""

from __future__ import annotations

import hashlib
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition

from articles.corpus.raw_article.reasons import REASON_LABELS, Reason
from articles.models import Article
from articles.models.figure import Part
from articles.presentation.around import around
from articles.presentation.calendar import printed_date
from articles.presentation.claims import title_notes
from articles.presentation.figures import (
    ShownFigure,
    leading_figures,
    places,
    shown_figures,
)
from articles.presentation.hits import find_hits, hit_places
from articles.presentation.marked_text import mark_paragraphs
from articles.presentation.names import named_in
from articles.presentation.pictures import in_pictures
from articles.presentation.reprints import shown_reprints
from articles.presentation.timeline import timeline
from articles.querysets import ArticleQuerySet
from articles.syndication.card import DRAWING, Card, draw
from articles.syndication.citation import cite
from articles.syndication.structured_data import news_article
from articles.views.links import absolute
from articles.views.withdrawn import tombstone


def article(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an article with its figures, its evidence and how to cite it."""
    article = _public(pk).first()
    if article is None:
        return tombstone(request, pk)
    if request.GET.get("view") == "text":
        return _text_alone(request, article)
    figures = [row for row in article.figures.all() if row.stands_in_text()]
    in_title, in_body = places(figures, Part.TITLE), places(figures, Part.BODY)
    hits = find_hits(article, request.GET)
    title_hits, body_hits = hit_places(hits, in_title, in_body)
    paragraphs = mark_paragraphs(article.body, in_body + body_hits)
    shown = shown_figures(figures, article.title, paragraphs)
    url = absolute(request, article.get_absolute_url())
    image = absolute(request, reverse("articles:card", args=[pk]))
    today = timezone.localdate()
    context = {
        "article": article,
        "url": url,
        "today": today,
        "image": image,
        "title_pieces": mark_paragraphs(article.title, in_title + title_hits),
        "paragraphs": paragraphs,
        "hits": hits,
        **_by_importance(shown),
        "names": named_in(article),
        "removed": _with_labels(article.removed),
        "title_notes": title_notes(article),
        "reprints": shown_reprints(article),
        **_captures(article),
        "citation": cite(article, url=url, site=settings.SITE_NAME, today=today),
        "around": around(article),
        "structured": news_article(
            article, url=url, image=image, site=settings.SITE_NAME
        ),
    }
    return render(request, "articles/article.html", context)


def _text_alone(request: HttpRequest, article: Article) -> HttpResponse:
    """Show the text without marks, figures or doors, for reading."""
    context = {
        "article": article,
        "url": absolute(request, article.get_absolute_url()),
        "today": timezone.localdate(),
        "paragraphs": mark_paragraphs(article.body, []),
    }
    return render(request, "articles/article_text.html", context)


def _article_or_404(pk: int) -> Article:
    return get_object_or_404(_public(pk))


def _public(pk: int) -> ArticleQuerySet:
    return Article.objects.public().with_headings().filter(pk=pk).order_by()


def _captures(article: Article) -> dict[str, Any]:
    capture = article.captures.first()
    return {
        "capture": capture,
        "capture_count": article.captures.count() if capture else 0,
    }


def _by_importance(shown: list[ShownFigure]) -> dict[str, list[ShownFigure]]:
    return {
        "key_figures": [item for item in shown if item.is_key and not item.is_date],
        "key_dates": [item for item in shown if item.is_key and item.is_date],
        "other_figures": [item for item in shown if not item.is_key],
        "timeline": timeline(item for item in shown if item.is_date),
    }


def _with_labels(removed: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**cut, "label": _reason_label(cut.get("reason", ""))} for cut in removed]


def _reason_label(code: str) -> str:
    try:
        return _(REASON_LABELS[Reason(code)])
    except (ValueError, KeyError):
        return code


def _card_etag(request: HttpRequest, pk: int) -> str | None:
    row = Article.objects.public().filter(pk=pk).values_list("updated_at").first()
    if row is None:
        return None
    told = f"{DRAWING}|{settings.SITE_NAME}|{pk}|{row[0].isoformat()}"
    return f'"{hashlib.sha256(told.encode()).hexdigest()[:32]}"'


@condition(etag_func=_card_etag)
@cache_control(public=True, max_age=3600)
def card(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the article's picture for sharing, 1200 × 630."""
    article = _article_or_404(pk)
    with in_pictures():
        picture = draw(
            Card(
                site=settings.SITE_NAME,
                title=article.title or _("بلا عنوان"),
                outlet=article.outlet.name if article.outlet else "",
                date=printed_date(
                    article.published_on,
                    article.published_time,
                    article.published_precision,
                ),
                figure=_first_figure(article),
            )
        )
    return HttpResponse(picture, content_type="image/png")


def _first_figure(article: Article) -> str:
    """Say the figure the article is best known by, if there is one."""
    return "".join(led.figure.words for led in leading_figures([article], 1))
