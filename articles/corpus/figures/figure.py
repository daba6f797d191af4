"""A figure: one number that an article claims, with all that the text says of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, Literal, NamedTuple

Value = Decimal | tuple[Decimal, ...]
Tier = Literal["core", "secondary"]
Span = tuple[int, int]


class Kind(StrEnum):
    """What sort of number it is."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    DURATION = "duration"
    AGE = "age"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    SCORE = "score"
    RANGE = "range"
    FREQUENCY = "frequency"
    MULTIPLE = "multiple"
    TIME = "time"
    DATE = "date"
    DATETIME = "datetime"
    DATE_RANGE = "date_range"


class Modifier(StrEnum):
    """How the text bounds the number: «أكثر من», «نحو», «ما لا يقل عن» …"""

    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    UP_TO = "up_to"
    ABOUT = "about"
    NEARLY = "nearly"
    BETWEEN = "between"
    SINCE = "since"
    UNTIL = "until"
    BEGIN = "begin"
    MID = "mid"
    END = "end"


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who says the number, as the text names it: ``name == source[start:end]``.

    Of «وفقا للمرصد» the span is «لمرصد», and the name has its article again: المرصد.
    """

    name: str
    start: int
    end: int


class Figure(NamedTuple):
    """One figure of a text. Offsets are code points of the source, end exclusive.

    ``source[start:end] == text`` is the number itself («14 ألف»), and
    ``source[phrase_start:phrase_end]`` reaches from its modifier to its noun
    («أكثر من 14 ألف شتلة»). ``value`` is exact; a range or a score has a tuple;
    a vague figure («آلاف») has none but ``value_min``. ``unit`` is an ISO 4217 code
    for money, else a plain symbol: ``%``, ``km``, ``year``, ``barrel/day``.
    """

    start: int
    end: int
    text: str
    kind: Kind
    value: Value | None = None
    value_min: Decimal | None = None
    value_max: Decimal | None = None
    iso: str | None = None
    modifier: Modifier | None = None
    modifier_span: Span | None = None
    modifier_text: str | None = None
    unit: str | None = None
    unit_span: Span | None = None
    unit_text: str | None = None
    noun: str | None = None
    noun_span: Span | None = None
    noun_text: str | None = None
    noun_key: str | None = None
    noun_elided: bool = False
    phrase_start: int = 0
    phrase_end: int = 0
    claimant: Claimant | None = None
    calendar: str | None = None
    precision: str | None = None
    relative: bool = False
    ambiguous: bool = False
    candidates: tuple[str, ...] = ()
    vague: bool = False
    tier: Tier = "core"
    role: str | None = None
    per: str | None = None
    conversion_of: Span | None = None

    def as_json(self) -> dict[str, Any]:
        """Give the figure as JSON values: numbers stay numbers, spans become pairs.

        >>> Figure(0, 2, "25", Kind.COUNT, Decimal(25)).as_json()["value"]
        25
        """
        plain: dict[str, Any] = {}
        for name, value in self._asdict().items():
            if name.endswith("_span"):
                stem = name.removesuffix("_span")
                plain[f"{stem}_start"], plain[f"{stem}_end"] = value or (None, None)
            else:
                plain[name] = _json_value(value)
        return plain


def _json_value(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_json_value(item) for item in value]
    if isinstance(value, Claimant):
        return {"name": value.name, "start": value.start, "end": value.end}
    return value
