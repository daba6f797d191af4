"""Captures by address and time, for readers (``/web/…``) and by RFC 7089 for tools."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBadRequest,
    HttpResponseRedirect,
    JsonResponse,
)
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from articles.captures.memento import (
    LINK_FORMAT,
    Memento,
    Places,
    asked_moment,
    asked_stamp,
    http_time,
    link_header,
    of_address,
    timemap_json,
    timemap_link,
)
from articles.corpus.addresses import ascii_address
from articles.models import Capture
from articles.views.links import absolute


def web(request: HttpRequest, url: str) -> HttpResponse:
    """List the captures of an address."""
    asked = _asked(request, url)
    captures = _captures_or_404(asked)
    context = {"url": captures[-1].url, "captures": captures[::-1]}
    return render(request, "captures/address.html", context)


def web_at(request: HttpRequest, stamp: str, url: str) -> HttpResponse:
    """Lead to the capture of an address nearest to 14 digits of time, in UTC."""
    try:
        moment = asked_stamp(stamp)
    except ValueError as wrong:
        raise Http404 from wrong
    _captures_or_404(asked := _asked(request, url))
    nearest = Capture.objects.public().of_address(asked).nearest(moment)
    assert nearest is not None  # there are captures
    return HttpResponseRedirect(nearest.get_absolute_url())


@require_safe
def timegate(request: HttpRequest, url: str) -> HttpResponse:
    """Lead to the capture nearest to ``Accept-Datetime``; the newest without it."""
    captures = _captures_or_404(_asked(request, url))
    chosen: Capture | None = captures[-1]
    if header := request.headers.get("Accept-Datetime"):
        try:
            moment = asked_moment(header)
        except ValueError:
            return HttpResponseBadRequest(content_type="text/plain; charset=utf-8")
        address = captures[-1].url
        chosen = Capture.objects.public().of_address(address).nearest(moment)
    assert chosen is not None  # there are captures
    response = HttpResponseRedirect(absolute(request, chosen.get_absolute_url()))
    patch_vary_headers(response, ["Accept-Datetime"])
    response["Link"] = _link_header(request, captures, chosen)
    return response


@require_safe
def timemap(request: HttpRequest, form: str, url: str) -> HttpResponse:
    """List the captures of an address, ``form`` being "link" or "json"."""
    captures = _captures_or_404(_asked(request, url))
    places = places_of(request, captures[-1].url)
    mementos = [memento_of(request, one) for one in captures]
    if form == "json":
        return JsonResponse(timemap_json(places, mementos))
    return HttpResponse(timemap_link(places, mementos), content_type=LINK_FORMAT)


def memento_headers(
    response: HttpResponse, request: HttpRequest, capture: Capture
) -> None:
    """Say in the headers of its page what a capture is; nothing without an address."""
    if not capture.url:
        return
    response["Memento-Datetime"] = http_time(capture.captured_at)
    response["Link"] = _link_header(request, of_address(capture.url), capture)


def places_of(request: HttpRequest, url: str) -> Places:
    """Give the addresses that speak of an original address."""

    def place(name: str, *kind: str) -> str:
        path = reverse(f"articles:{name}", args=[*kind, "-"])[:-1]
        return absolute(request, path + ascii_address(url))

    return Places(
        original=url,
        timegate=place("timegate"),
        timemap=place("timemap", "link"),
        timemap_json=place("timemap", "json"),
    )


def memento_of(request: HttpRequest, capture: Capture) -> Memento:
    """Give a capture as a memento."""
    return Memento(capture.captured_at, absolute(request, capture.get_absolute_url()))


def _link_header(
    request: HttpRequest, captures: Sequence[Capture], shown: Capture
) -> str:
    mementos = [memento_of(request, one) for one in captures]
    places = places_of(request, shown.url)
    return link_header(places, mementos, memento_of(request, shown))


def _asked(request: HttpRequest, url: str) -> str:
    """Give the address asked for, its own parameters included.

    A server that keeps the request line as it came is asked first: in a decoded path
    «%2F» is no longer told from «/».
    """
    raw = request.META.get("RAW_URI", "")
    prefix = request.path_info[: -len(url)]
    if raw.startswith(prefix):
        return str(raw[len(prefix) :])
    query = request.META.get("QUERY_STRING", "")
    return f"{url}?{query}" if query else url


def _captures_or_404(url: str) -> list[Capture]:
    captures = of_address(url)
    if not captures:
        raise Http404
    return captures
