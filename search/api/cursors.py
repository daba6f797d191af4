"""Where a reader of a long answer stands: signed, so that nobody makes one up.

A cursor belongs to one operation and one question. Articles added meanwhile neither
repeat nor hide an older one: lists go on behind the last row, searches among what was
there when the first page was asked for.
"""

from __future__ import annotations

from typing import Any

from django.core import signing
from django.http import QueryDict

_SALT = "search.api.cursor"


class BadCursor(ValueError):  # noqa: N818  (what it says of the address)
    """No answer of the archive gave this cursor for this question."""


def write_cursor(question: str, place: list[Any]) -> str:
    """Seal a place in the answer to a question."""
    return signing.dumps([question, place], salt=_SALT)


def read_cursor(question: str, cursor: str) -> list[Any]:
    """Open a cursor; raise ``BadCursor`` for one of another question or of nobody."""
    try:
        asked, place = signing.loads(cursor, salt=_SALT)
    except (signing.BadSignature, ValueError) as forged:
        raise BadCursor from forged
    if asked != question:
        raise BadCursor
    return list(place)


def question_of(operation: str, query: QueryDict) -> str:
    """Name a question whatever page of its answer is asked for."""
    asked = query.copy()
    for name in ("cursor", "limit"):
        asked.pop(name, None)
    pairs = sorted((name, value) for name, told in asked.lists() for value in told)
    return f"{operation}?{signing.Signer(salt=_SALT).signature(repr(pairs))}"
