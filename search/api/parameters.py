"""Parameters of the API: what an address may say, how it is read, how it is described.

One table serves both: what the description allows is taken, all else is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.exports.cells import clean_text

LARGEST_ID = 2**63 - 1
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INTEGER = re.compile(r"-?[0-9]{1,19}")
_NUMBER = re.compile(r"-?[0-9]{1,20}(?:\.[0-9]{1,6})?")


class BadParameter(ValueError):  # noqa: N818  (what it says of the address)
    """An address says what no operation takes; ``name`` is the parameter."""

    def __init__(self, name: str, code: str) -> None:
        super().__init__(name)
        self.name, self.code = name, code


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of the query; ``read`` raises ``ValueError`` for what it can't be.

    ``many`` are given by repeating it: ``?outlet=a&outlet=b``.
    """

    name: str
    says: str | Promise
    read: Callable[[str], Any]
    schema: Mapping[str, Any] = field(default_factory=dict)
    many: bool = False

    @property
    def described(self) -> dict[str, Any]:
        """Describe it as OpenAPI does."""
        schema = dict(self.schema)
        if self.many:
            schema = {"type": "array", "items": schema, "maxItems": 50}
        return {
            "name": self.name,
            "in": "query",
            "description": str(self.says),
            "schema": schema,
        }


def read_parameters(
    query: QueryDict, parameters: Sequence[Parameter]
) -> dict[str, Any]:
    """Read an address; raise ``BadParameter`` for what is unknown or wrong.

    Gives only what is said: a list for parameters that may be many.
    """
    known = {parameter.name: parameter for parameter in parameters}
    said: dict[str, Any] = {}
    for name, values in query.lists():
        parameter = known.get(name)
        if parameter is None:
            raise BadParameter(name, "unknown_parameter")
        if len(values) > (50 if parameter.many else 1):
            raise BadParameter(name, "repeated_parameter")
        try:
            told = [parameter.read(value) for value in values]
        except ValueError as wrong:
            raise BadParameter(name, "bad_value") from wrong
        said[name] = told if parameter.many else told[0]
    return said


def text(
    name: str, says: str | Promise, longest: int = 200, *, many: bool = False
) -> Parameter:
    """Take any text up to a length in code points."""

    def read(value: str) -> str:
        if len(value) > longest:
            raise ValueError
        return clean_text(value)

    return Parameter(name, says, read, {"type": "string", "maxLength": longest}, many)


def integer(name: str, says: str | Promise, low: int, high: int) -> Parameter:
    """Take a whole number in plain digits."""

    def read(value: str) -> int:
        if not _INTEGER.fullmatch(value) or not low <= int(value) <= high:
            raise ValueError
        return int(value)

    schema = {"type": "integer", "minimum": low, "maximum": high}
    return Parameter(name, says, read, schema)


def number(name: str, says: str | Promise) -> Parameter:
    """Take a decimal number, up to 20 digits and 6 more behind the point."""

    def read(value: str) -> str:
        if not _NUMBER.fullmatch(value):
            raise ValueError
        return value

    return Parameter(name, says, read, {"type": "string", "pattern": _NUMBER_PATTERN})


_NUMBER_PATTERN = f"^{_NUMBER.pattern}$"


def day(name: str, says: str | Promise) -> Parameter:
    """Take a day as 2014-08-05."""

    def read(value: str) -> date:
        if not _DAY.fullmatch(value):
            raise ValueError
        return date.fromisoformat(value)

    return Parameter(name, says, read, {"type": "string", "format": "date"})


def choice(name: str, says: str | Promise, choices: Sequence[str]) -> Parameter:
    """Take one of some words."""

    def read(value: str) -> str:
        if value not in choices:
            raise ValueError
        return value

    return Parameter(name, says, read, {"type": "string", "enum": list(choices)})


LIMIT = integer("limit", _("كم نتيجة في الجواب، 20 إن لم يُذكر."), 1, 100)
CURSOR = text("cursor", _("قيمة next من الجواب السابق، كما جاءت."), 500)
PAGING = (LIMIT, CURSOR)
