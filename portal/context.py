"""What every template knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext

from portal.languages import in_other_language
from portal.preferences import CHOICES, chosen


def site(request: HttpRequest) -> dict[str, Any]:
    """Name the archive, give the absolute address its own links begin with, what the
    reader chose for their eyes and this page's address in the other language."""
    return {
        "theme": chosen(request, "theme"),
        "digits": chosen(request, "digits"),
        "keys": chosen(request, "keys"),
        "choices": CHOICES,
        "other_language_url": in_other_language(request.get_full_path()),
        "site_name": gettext(settings.SITE_NAME),
        "site_url": settings.SITE_URL or request.build_absolute_uri("/").rstrip("/"),
    }
