"""Guards that stand before every page."""

import logging
from collections.abc import Callable
from importlib import import_module

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers, patch_vary_headers
from django.utils.translation import gettext as _

from articles.editing.decisions import publish_due
from portal.errors import away, error_page, is_away

logger = logging.getLogger(__name__)

GetResponse = Callable[[HttpRequest], HttpResponse]


def _is_signed_in(request: HttpRequest) -> bool:
    """Ask the session store itself: a cookie alone can be made up."""
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    kept = import_module(settings.SESSION_ENGINE)
    return bool(key) and SESSION_KEY in kept.SessionStore(session_key=key)


def _declared_length(request: HttpRequest) -> int | None:
    """Give the length the client declares, None where it declares none it keeps."""
    if "chunked" in request.headers.get("Transfer-Encoding", "").lower():
        return None
    declared = request.headers.get("Content-Length") or "0"
    return int(declared) if declared.isascii() and declared.isdigit() else None


def refuse_large_bodies(get_response: GetResponse) -> GetResponse:
    """Answer 413 before a body is read that nobody could be allowed to send.

    Django would otherwise spool the whole body to disk before it says no. Visitors
    send search words at most; editors send files, to the admin only.
    """
    admin = "/" + settings.ADMIN_PATH

    def middleware(request: HttpRequest) -> HttpResponse:
        length = _declared_length(request)
        limit = settings.BODY_LIMIT
        if length is not None and length > limit and request.path.startswith(admin):
            limit = settings.UPLOAD_BODY_LIMIT if _is_signed_in(request) else limit
        if length is None or length > limit:
            response = error_page(request, 413, _("الملف أو الطلب أكبر من المسموح."))
            response["Connection"] = "close"
            return response
        return get_response(request)

    return middleware


def take_null_out_of_addresses(get_response: GetResponse) -> GetResponse:
    """Read an address as if U+0000 were not in it: no name holds it, and PostgreSQL
    takes no text that does."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path_info:
            return error_page(request, 404, _("لا شيء في هذا العنوان."))
        query = request.META.get("QUERY_STRING", "")
        if "%00" in query:
            request.META["QUERY_STRING"] = query.replace("%00", "")
        return get_response(request)

    return middleware


class TellWhatIsAway:
    """Answer 503 where a page needs the database, the disk or the store of files, and
    it is away or full: the fault passes, and whoever asks again is served."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self._get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        """Answer what a view could not."""
        if not is_away(exception):
            return None
        logger.error("something is away", exc_info=exception)
        return away(request)


def keep_private_pages_out_of_caches(get_response: GetResponse) -> GetResponse:
    """Forbid every cache to keep what a signed-in person was shown."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if hasattr(request, "user") and request.user.is_authenticated:
            add_never_cache_headers(response)
        patch_vary_headers(response, ["Cookie"])
        return response

    return middleware


def publish_what_is_due(get_response: GetResponse) -> GetResponse:
    """Publish scheduled articles whose moment has come, before anything is answered.

    So they appear on time, everywhere at once, whether a worker runs or not; where
    nothing is due it costs one look at a small index.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        try:
            publish_due()
        except DatabaseError:  # the page itself tells what is wrong
            logger.exception("scheduled articles could not be published")
        return get_response(request)

    return middleware
