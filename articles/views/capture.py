"""The bytes an article came from, for those who want to check."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

from django.core.files.storage import storages
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from articles.corpus.raw_article.characters import clean_name
from articles.models import Article, Attachment, Capture

_LONGEST_NAME = 120
_FORBIDDEN_IN_FILE_NAMES = dict.fromkeys(map(ord, '"<>:|?*;%'), "_")


@require_safe
def original(request: HttpRequest, sha256: str) -> FileResponse:
    """Send the file as it came, to be saved: it is never shown inside a page."""
    capture = Capture.objects.filter(
        sha256=sha256, article__in=Article.objects.public()
    ).first()
    if capture is None:
        raise Http404
    return _sent(capture.path, download_name(capture))


@require_safe
def attachment(request: HttpRequest, pk: int, sha256: str) -> FileResponse:
    """Send a file kept beside an article, to those who may see the article."""
    seen = Article.objects.filter(pk=pk)
    if not request.user.has_perm("articles.view_article"):
        seen = seen.public()
    found = Attachment.objects.filter(article__in=seen, sha256=sha256).first()
    if found is None:
        raise Http404
    return _sent(found.path, _plain_name(found.name) or f"{sha256[:12]}.pdf")


def _sent(path: str, name: str) -> FileResponse:
    """Give a file of the store to be saved, whatever it is."""
    try:
        file = storages["captures"].open(path)
    except FileNotFoundError as lost:
        raise Http404 from lost
    response = FileResponse(
        file,
        as_attachment=True,
        filename=name,
        content_type="application/octet-stream",
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def download_name(capture: Capture) -> str:
    """Name the saved file as it came, without folders or anything that misleads.

    Its hash names it where nothing of the name is left.
    """
    return _plain_name(capture.source) or f"{capture.sha256[:12]}.bin"


def _plain_name(told: str) -> str:
    name = PurePosixPath(PureWindowsPath(clean_name(told)).name).name
    name = name.translate(_FORBIDDEN_IN_FILE_NAMES).strip(" .")
    return name[-_LONGEST_NAME:]
