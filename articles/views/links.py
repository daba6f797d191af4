"""Absolute addresses of the archive's own pages."""

from django.conf import settings
from django.http import HttpRequest


def absolute(request: HttpRequest, path: str) -> str:
    """Give the whole address of a path, under the name the archive goes by."""
    return (
        settings.SITE_URL + path
        if settings.SITE_URL
        else request.build_absolute_uri(path)
    )
