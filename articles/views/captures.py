"""The captures of an article: their list, what each says today, what changed."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from articles.captures.figure_changes import figure_changes
from articles.captures.reading import CaptureReading, read_capture
from articles.corpus.arabic import plain_digits
from articles.corpus.word_diff import changed_words, word_diff
from articles.models import Article, Capture
from articles.models.figure import Part
from articles.presentation.changes import changed_paragraphs, shown_figure_changes
from articles.presentation.figures import places, shown_figures
from articles.presentation.marked_text import mark_paragraphs
from articles.views.memento import memento_headers

PAGE_LENGTH = 50


def captures(request: HttpRequest, pk: int) -> HttpResponse:
    """List the captures of an article, the newest first."""
    article = _article_or_404(pk)
    paginator = Paginator(article.captures.all(), PAGE_LENGTH)
    page = paginator.get_page(plain_digits(request.GET.get("page", "1")))
    context = {"article": article, "page": page, "total": paginator.count}
    return render(request, "captures/list.html", context)


def capture(request: HttpRequest, pk: int, capture: int) -> HttpResponse:
    """Show what a capture says when it is read today: a memento of its address."""
    article = _article_or_404(pk)
    shown = get_object_or_404(article.captures, pk=capture)
    reading = read_capture(shown)
    figures = list(reading.figures)
    in_title, in_body = places(figures, Part.TITLE), places(figures, Part.BODY)
    paragraphs = mark_paragraphs(reading.article.body, in_body)
    context = {
        "article": article,
        "capture": shown,
        "reading": reading,
        "title_pieces": mark_paragraphs(reading.article.title, in_title),
        "paragraphs": paragraphs,
        "figures": [
            figure
            for figure in shown_figures(figures, reading.article.title, paragraphs)
            if figure.is_key
        ],
        "newer": article.captures.filter(captured_at__gt=shown.captured_at).last(),
        "older": article.captures.filter(captured_at__lt=shown.captured_at).first(),
    }
    response = render(request, "captures/capture.html", context)
    memento_headers(response, request, shown)
    return response


def compare_captures(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what changed between two captures: ``?old=1&new=2&trivial=hidden``.

    Without a choice, the newest beside the one before it.
    """
    article = _article_or_404(pk)
    listed = list(article.captures.all()[:200])
    new = _chosen(request, "new", listed, listed[:1])
    old = _chosen(request, "old", listed, listed[1:2] or listed[:1])
    context = {
        "article": article,
        "captures": listed,
        "old": old,
        "new": new,
        "shows_trivial": request.GET.get("trivial") != "hidden",
    }
    if old and new and old != new:
        trivial = context["shows_trivial"]
        context |= _changes(read_capture(old), read_capture(new), bool(trivial))
    return render(request, "captures/compare.html", context)


def _changes(
    old: CaptureReading, new: CaptureReading, trivial: bool
) -> dict[str, object]:
    if old.reason or new.reason:
        return {"unread": old.reason or new.reason}
    title = word_diff(old.article.title, new.article.title)
    body = word_diff(old.article.body, new.article.body)
    words = changed_words(title) + changed_words(body)
    trifles = any(run.trivial for run in (*title, *body))
    figures = figure_changes(old.figures, new.figures)
    return {
        "compared": True,
        "title": changed_paragraphs(title, trivial=trivial),
        "paragraphs": changed_paragraphs(body, trivial=trivial),
        "changed_words": words,
        "has_trifles": trifles,
        "figure_changes": shown_figure_changes(figures),
        "verdict": _verdict(words, trifles),
    }


def _verdict(words: int, trifles: bool) -> str:
    if words:
        return ""
    if trifles:
        return _("لم تتغير كلمة: اختلفت الكتابة وحدها (مسافة أو تشكيل أو ترقيم).")
    return _("النصان متطابقان حرفًا بحرف؛ ما اختلف من البايتات ليس من نص المقال.")


def _article_or_404(pk: int) -> Article:
    return get_object_or_404(Article.objects.public().with_headings(), pk=pk)


def _chosen(
    request: HttpRequest, name: str, captures: list[Capture], default: list[Capture]
) -> Capture | None:
    told = plain_digits(request.GET.get(name, ""))
    chosen = [one for one in captures if str(one.pk) == told]
    return next(iter(chosen or default), None)
