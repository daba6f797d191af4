"""Articles to take along: in every format, and the list of all digests."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.captures.manifest import manifest_lines
from articles.exports.columns import COLUMNS, USUAL, ArticleColumn, chosen_columns
from articles.exports.downloads import begun, download
from articles.exports.formats import ArticleFormat, Export, write_articles
from articles.exports.tables import joined
from articles.forms.export import ExportForm
from articles.models import Article
from articles.views.links import absolute

MOST_FOR_VISITORS = 2_000
"""How many articles a visitor takes along at once as WARC; editors take all."""


@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """Let a reader choose what to take along, and tell how many articles it is."""
    return _form_page(request, ExportForm(request.GET))


@require_safe
def export_file(request: HttpRequest, form: str) -> HttpResponseBase:
    """Stream the chosen published articles, the newest first.

    ``?outlet=slug&section=slug&author=slug&since=2014-01-01&until=…&ids=1,2,3``,
    ``&period=2014-08``, ``&name=…``, ``&columns=title,published``
    """
    chosen, choice = format_or_404(form), ExportForm(request.GET)
    if not choice.is_valid():
        return _form_page(request, choice, status=400)
    articles = choice.chosen(Article.objects.public())
    total = articles.count()
    if is_too_much(request, chosen, total):
        return _form_page(request, choice, status=400)
    try:
        columns = chosen_columns(request.GET.getlist("columns"))
    except ValueError:
        return _form_page(request, choice, status=400)
    most = total if chosen is ArticleFormat.WARC else settings.EXPORT_WEB_LIMIT
    ids = articles.newest().values_list("pk", flat=True)[:most]
    return articles_download(request, chosen, columns, list(ids), total)


@require_safe
def manifest(request: HttpRequest) -> StreamingHttpResponse:
    """Stream the digests of all captures readers may see."""
    response = StreamingHttpResponse(
        begun(joined(manifest_lines())), content_type="text/plain; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="manifest-sha256.txt"'
    return response


def articles_download(
    request: HttpRequest,
    form: ArticleFormat,
    columns: tuple[ArticleColumn, ...],
    ids: Sequence[int],
    total: int,
) -> StreamingHttpResponse:
    """Stream articles by id, in this order, of the ``total`` that were asked for.

    Where not all are sent, the name of the file says so, and a header of the answer:
    a table cut short must not pass for the whole.
    """
    today = timezone.localdate()
    name = f"articles-{today:%Y%m%d}"
    if len(ids) < total:
        name += f"-first-{len(ids)}-of-{total}"
    export = Export(ids, columns, today, partial(absolute, request), name)
    head = request.method == "HEAD"
    response = download(
        iter(()) if head else write_articles(export, form),
        name=f"{name}.{form.ending}",
        media_type=form.media_type,
    )
    response["X-Articles-Found"] = str(total)
    response["X-Articles-Sent"] = str(len(ids))
    return response


def format_or_404(name: str) -> ArticleFormat:
    """Read the name of a format."""
    try:
        return ArticleFormat(name)
    except ValueError as unknown:
        raise Http404 from unknown


def is_too_much(request: HttpRequest, form: ArticleFormat, total: int) -> bool:
    """Tell whether so many articles are refused: captures weigh more than texts."""
    most = MOST_FOR_VISITORS
    return form is ArticleFormat.WARC and not request.user.is_staff and total > most


def file_choices(
    request: HttpRequest, total: int, url: dict[ArticleFormat, str]
) -> dict[str, Any]:
    """Give what the page shows of formats and columns: the same for every choice."""
    told = request.GET.getlist("columns")
    try:
        ticked = {column.name for column in chosen_columns(told)}
        wrong = ""
    except ValueError as unknown:
        ticked, wrong = set(USUAL), str(unknown)
    rest = request.GET.copy()
    rest.pop("columns", None)
    return {
        "total": total,
        "most": settings.EXPORT_WEB_LIMIT,
        "cut": total > settings.EXPORT_WEB_LIMIT,
        "most_captures": MOST_FOR_VISITORS,
        "tables": [(form, url[form]) for form in ArticleFormat if form.has_columns],
        "files": [
            (form, url[form])
            for form in ArticleFormat
            if not form.has_columns and not is_too_much(request, form, total)
        ],
        "too_many": is_too_much(request, ArticleFormat.WARC, total),
        "columns": [(column, column.name in ticked) for column in COLUMNS.values()],
        "unknown_column": wrong,
        "query": rest.urlencode(),
        "pairs": [(name, value) for name, values in rest.lists() for value in values],
    }


def _form_page(
    request: HttpRequest, choice: ExportForm, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {"form": choice}
    if choice.is_valid():
        total = choice.chosen(Article.objects.public()).count()
        url = {
            form: reverse("articles:export_file", args=[form.value])
            for form in ArticleFormat
        }
        context |= file_choices(request, total, url)
    return render(request, "exports/export.html", context, status=status)
