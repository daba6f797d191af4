"""Articles to take along: as a web archive, and the list of all digests."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.captures.manifest import manifest_lines
from articles.captures.warc_export import MEDIA_TYPE, warc_of_query
from articles.forms.export import ExportForm
from articles.models import Article

MOST_FOR_VISITORS = 2_000
"""How many articles a visitor takes along at once; editors take all."""


def export(request: HttpRequest) -> HttpResponse:
    """Let a reader choose what to take along, and tell how many articles it is."""
    form = ExportForm(request.GET)
    return _form_page(request, form)


@require_safe
def export_warc(request: HttpRequest) -> HttpResponseBase:
    """Stream the chosen published articles with their captures as WARC 1.1.

    ``?outlet=slug&section=slug&author=slug&since=2014-01-01&until=…&ids=1,2,3``
    """
    form = ExportForm(request.GET)
    if not form.is_valid() or _is_too_much(request, form):
        return _form_page(request, form, status=400)
    articles = form.chosen(Article.objects.public())
    response = StreamingHttpResponse(warc_of_query(articles), content_type=MEDIA_TYPE)
    name = f"archive-{timezone.now():%Y%m%d}.warc.gz"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def manifest(request: HttpRequest) -> StreamingHttpResponse:
    """Stream the digests of all captures readers may see."""
    response = StreamingHttpResponse(
        manifest_lines(), content_type="text/plain; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="manifest-sha256.txt"'
    return response


def _is_too_much(request: HttpRequest, form: ExportForm) -> bool:
    return (
        not request.user.is_staff
        and form.chosen(Article.objects.public()).count() > MOST_FOR_VISITORS
    )


def _form_page(
    request: HttpRequest, form: ExportForm, status: int = 200
) -> HttpResponse:
    valid = form.is_valid()
    context = {
        "form": form,
        "total": form.chosen(Article.objects.public()).count() if valid else 0,
        "most": MOST_FOR_VISITORS,
        "too_many": valid and _is_too_much(request, form),
        "query": request.GET.urlencode(),
    }
    return render(request, "captures/export.html", context, status=status)
