"""What every template knows."""

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, str]:
    """Name the archive and give the absolute address its own links begin with."""
    return {
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL or request.build_absolute_uri("/").rstrip("/"),
    }
