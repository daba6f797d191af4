"""Turns readers away, politely and at once, when more come than can be answered.

The web server keeps a queue in each of its processes. Who would wait there longer than
readers do is told to come back in a moment; so the queue stays short, those in it are
answered, and all is as before as soon as the crowd has gone.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from portal.errors import error_page

MOST_WAITING = 30
"""Requests in the queue of one process: a second or two of its work."""
RETRY_SECONDS = 5
ALWAYS = ("/healthz", "/readyz", "/metrics")
"""Asked by machines that would take a silent process for a dead one."""

GetResponse = Callable[[HttpRequest], HttpResponse]
_waiting: list[Callable[[], int]] = []


def watch(waiting: Callable[[], int]) -> None:
    """Ask ``waiting`` from now on how many requests wait for this process."""
    _waiting[:] = [waiting]


def turn_away_crowds(get_response: GetResponse) -> GetResponse:
    """Answer 503 with ``Retry-After`` while too many wait behind this request."""

    def middleware(request: HttpRequest) -> HttpResponse:
        crowded = any(waiting() > MOST_WAITING for waiting in _waiting)
        if crowded and request.path not in ALWAYS:
            response = error_page(
                request, 503, _("الزوار كثيرون الآن. أعد المحاولة بعد لحظات.")
            )
            response["Retry-After"] = str(RETRY_SECONDS)
            return response
        return get_response(request)

    return middleware
