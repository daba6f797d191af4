"""The languages of the interface: Arabic, and English under ``/en/``.

The address alone decides, so that a link looks the same to everybody and a cache needs
no header to tell pages apart. The desk of the editors stays Arabic.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from articles.presentation.digits import writing
from portal.preferences import chosen_digits

GetResponse = Callable[[HttpRequest], HttpResponse]

_PREFIX = "/en"


def language_of(path: str) -> str:
    """Give the language of an address: ``language_of("/en/browse/") == "en"``."""
    in_english = path == _PREFIX or path.startswith(_PREFIX + "/")
    return "en" if in_english else settings.LANGUAGE_CODE


def in_other_language(address: str) -> str:
    """Give the same page's address in the other language.

    >>> in_other_language("/browse/?page=2"), in_other_language("/en/browse/")
    ('/en/browse/?page=2', '/browse/')
    """
    if language_of(address.partition("?")[0]) == "en":
        return "/" + address.removeprefix(_PREFIX).lstrip("/")  # of this site, always
    return _PREFIX + address


def speak(get_response: GetResponse) -> GetResponse:
    """Answer in the language of the address and the digits of the reader."""

    def middleware(request: HttpRequest) -> HttpResponse:
        language = language_of(request.path_info)
        with translation.override(language), writing(chosen_digits(request)):
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return middleware
