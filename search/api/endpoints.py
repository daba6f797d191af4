"""From a request to an answer in JSON: limits, parameters, errors, caches, CORS.

An operation is a function from ``Asked`` to a dictionary; all else is the same for all
and stands here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.functional import Promise
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from articles.views.links import absolute
from search.api.cursors import BadCursor, question_of, read_cursor, write_cursor
from search.api.parameters import BadParameter, Parameter, read_parameters
from search.api.records import Address, Schema
from search.api.tokens import Allowance, UnknownToken, allowance, token_of

USUAL_LIMIT = 20
FRESH = 60
"""Seconds in which an answer may be used again without asking."""


class NotThere(Exception):  # noqa: N818  (what it says of the archive)
    """There is no such thing that readers may see."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: the request, its parameters as they were read, where it goes on."""

    request: HttpRequest
    said: Mapping[str, Any]
    question: str
    place: list[Any] | None
    address: Address

    @property
    def limit(self) -> int:
        """Tell how many rows are asked for."""
        return int(self.said.get("limit", USUAL_LIMIT))

    def next(self, place: list[Any] | None) -> str | None:
        """Give the cursor of the rest, None where nothing is left."""
        return None if place is None else write_cursor(self.question, place)


Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation: its path, what it takes, what it gives, the function that answers.

    ``path`` has ``{id}`` where a number stands. ``modified`` finds in an answer when
    what it tells of changed last. ``examples`` are queries for the page about the API.
    """

    name: str
    path: str
    title: str | Promise
    says: str | Promise
    answer: Callable[..., Answer]
    gives: Schema
    parameters: tuple[Parameter, ...] = ()
    modified: str = ""
    examples: tuple[str, ...] = ()
    tags: tuple[str, ...] = field(default=())


def endpoint(operation: Operation) -> Callable[..., HttpResponse]:
    """Make the view of an operation."""

    @csrf_exempt  # nothing is changed here; other methods are refused below
    def view(request: HttpRequest, **parts: int) -> HttpResponse:
        if request.method == "OPTIONS":
            return _open_to_all(_preflight())
        if request.method not in ("GET", "HEAD"):
            refused = error(405, "method_not_allowed", _("تُقرأ ولا تُكتب: GET وحده."))
            refused["Allow"] = "GET, HEAD, OPTIONS"
            return _open_to_all(refused)
        try:
            token = token_of(request)
        except UnknownToken:
            # Guesses are counted like questions: a wrong token opens no new count.
            return _open_to_all(_unknown(allowance(request, None)))
        left = allowance(request, token)
        if left.is_used_up:
            response = _too_many(left)
        else:
            response = _answered(operation, request, parts)
        return _open_to_all(_with_allowance(response, left))

    return view


def _unknown(left: Allowance) -> HttpResponse:
    if left.is_used_up:
        return _with_allowance(_too_many(left), left)
    refused = error(401, "unknown_token", _("الرمز غير معروف أو سُحب."))
    refused["WWW-Authenticate"] = 'Bearer error="invalid_token"'
    return refused


def _too_many(left: Allowance) -> HttpResponse:
    response = error(429, "too_many", _("أسئلة كثيرة في دقيقة: انتظر قليلًا."))
    response["Retry-After"] = str(left.ends)
    return response


def error(
    status: int, code: str, message: str, parameter: str | None = None
) -> HttpResponse:
    """Say what went wrong, always in the same shape."""
    told = {"error": {"code": code, "message": message, "parameter": parameter}}
    return HttpResponse(_json(told), status=status, content_type="application/json")


@csrf_exempt
def not_there(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Answer for every address under the API that is none."""
    return _open_to_all(error(404, "not_found", _("لا شيء بهذا العنوان.")))


def _answered(
    operation: Operation, request: HttpRequest, parts: Mapping[str, int]
) -> HttpResponse:
    try:
        said = read_parameters(request.GET, operation.parameters)
        question = question_of(operation.name, request.GET)
        cursor = said.get("cursor", "")
        place = read_cursor(question, cursor) if cursor else None
        asked = Asked(request, said, question, place, partial(absolute, request))
        answer = operation.answer(asked, **parts)
    except BadParameter as wrong:
        messages = {
            "unknown_parameter": _("لا معامل بهذا الاسم."),
            "repeated_parameter": _("تكرر هذا المعامل أكثر مما يؤخذ."),
        }
        message = messages.get(wrong.code, _("قيمة لا تُقرأ لهذا المعامل."))
        return error(400, wrong.code, message, wrong.name)
    except BadCursor:
        message = _("لم يعط الأرشيف هذا المؤشر لهذا السؤال.")
        return error(404, "unknown_cursor", message, "cursor")
    except NotThere:
        return not_there(request)
    return _cached(request, answer, answer.get(operation.modified, ""))


def _cached(request: HttpRequest, answer: Answer, modified: str) -> HttpResponse:
    data = _json(answer)
    etag = f'"{hashlib.sha256(data).hexdigest()[:32]}"'
    response = HttpResponse(data, content_type="application/json")
    response["ETag"] = etag
    stamp = None
    if modified:
        stamp = int(datetime.fromisoformat(modified).timestamp())
        response["Last-Modified"] = http_date(stamp)
    private = "Authorization" in request.headers
    kept = "private" if private else "public"
    response["Cache-Control"] = f"{kept}, max-age={FRESH}"
    same = get_conditional_response(
        request, etag=etag, last_modified=stamp, response=response
    )
    return same if same is not None else response


def _json(told: Mapping[str, Any]) -> bytes:
    # A lone surrogate can stand in no UTF-8; the text around it is worth more.
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")


def _preflight() -> HttpResponse:
    response = HttpResponse(status=204)
    response["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
    response["Access-Control-Allow-Headers"] = "Authorization, If-None-Match"
    response["Access-Control-Max-Age"] = "86400"
    return response


def _open_to_all(response: HttpResponse) -> HttpResponse:
    """Let pages of any site read it: all of it is public, no cookie is looked at."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = (
        "ETag, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset"
    )
    response["X-Content-Type-Options"] = "nosniff"
    patch_vary_headers(response, ["Authorization"])
    return response


def _with_allowance(response: HttpResponse, left: Allowance) -> HttpResponse:
    response["RateLimit-Limit"] = str(left.limit)
    response["RateLimit-Remaining"] = str(max(0, left.left))
    response["RateLimit-Reset"] = str(left.ends)
    return response
