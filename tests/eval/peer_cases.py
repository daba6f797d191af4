"""Other projects' own test cases of Arabic numbers, judged by the figure extractor.

The cases stay in the folder that ``REAL_DATA`` names; here are only the rules by which
they are judged, and the reasons why some of them are left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from articles.corpus.figures import Figure, Kind, Modifier, extract_figures
from articles.corpus.figures.units import UNITS

Case = dict[str, Any]
_TODAY = date(2013, 2, 12)  # the day that one of the projects calls today

_SYMBOLS = {
    "Gram": "g",
    "Ounce": "ounce",
    "Cup": "cup",
    "Millilitre": "ml",
    "Litre": "l",
    "Gallon": "gallon",
    "Hectolitre": "hl",
    "Celsius": "celsius",
    "Fahrenheit": "fahrenheit",
    "Degree": "degree",
    "Dollar": "USD",
    "length-kilometer": "km",
    "length-meter": "m",
    "length-centimeter": "cm",
    "length-millimeter": "mm",
    "length-mile": "mile",
    "length-foot": "foot",
    "length-nautical-mile": "nautical_mile",
    "mass-kilogram": "kg",
    "mass-gram": "g",
    "mass-tonne": "tonne",
    "mass-pound": "pound",
    "mass-ounce": "ounce",
    "area-square-kilometer": "km2",
    "area-square-meter": "m2",
    "area-hectare": "hectare",
    "area-acre": "feddan",
    "area-dunam": "dunam",
    "volume-liter": "l",
    "volume-cubic-meter": "m3",
    "volume-gallon": "gallon",
    "volume-barrel": "barrel",
    "temperature-celsius": "celsius",
    "temperature-fahrenheit": "fahrenheit",
    "speed-kilometer-per-hour": "km/h",
    "speed-meter-per-second": "m/s",
    "power-megawatt": "mw",
    "power-kilowatt": "kw",
    "power-gigawatt": "gw",
    "energy-kilowatt-hour": "kwh",
    "energy-calorie": "calorie",
    "digital-gigabyte": "gb",
    "digital-megabyte": "mb",
    "frequency-gigahertz": "ghz",
    "pressure-hectopascal": "hpa",
    "concentr-percent": "%",
    "squareMeter": "m2",
    "kilogram": "kg",
    "liter": "l",
    "hour": "hour",
    "kilometerPerHour": "km/h",
    "meterPerSecond": "m/s",
    "riyal": "SAR",
}
_SIZES = {unit.symbol: unit.size for rows in UNITS.entries() for unit in rows}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Cases that are not judged, by project and shape, and why."""

    project: str
    matches: Callable[[Case], bool]
    reason: str


def _input(pattern: str) -> Callable[[Case], bool]:
    found = re.compile(pattern)
    return lambda case: bool(found.search(case["input"]))


def _is_rounded(case: Case) -> bool:
    """Tell whether printing lost a part of the number: 1.5 yen print as "2"."""
    if not isinstance(case["expected"], int | float):
        return False
    digits = re.sub(r"[^\d.,٫٬]", "", case["input"]).replace(",", "").replace("٬", "")
    printed = float(digits.replace("٫", ".").rstrip(".") or "nan")
    expected = case["expected"] * (100 if case["kind"] == "percent" else 1)
    return printed != expected and round(printed) in (
        round(expected),
        int(expected) + 1,
    )


LEFT_OUT = (
    LeftOut(
        "CLDR",
        lambda case: "AMBIGUOUS" in (case.get("note") or ""),
        "three decimals that news would read as thousands",
    ),
    LeftOut(
        "CLDR",
        lambda case: (
            case["unit"] in case["input"] if "-" in str(case.get("unit")) else False
        ),
        "the unit has no Arabic name there",
    ),
    LeftOut(
        "CLDR",
        lambda case: (
            case["kind"] in ("money", "percent")
            and not isinstance(case["expected"], list)
            and case["expected"] in (1.5, 1234.5, 0.95)
            and _is_rounded(case)
        ),
        "rounded in print: the text no longer says the number",
    ),
    LeftOut(
        "",
        lambda case: (
            case["kind"] in ("measure", "duration")
            and case["polarity"] == "positive"
            and case["expected"] in (1, 1000)
            and re.fullmatch(r"\w+( بحري)?", case["input"]) is not None
            and not re.search(r"\d", case["input"])
        ),
        "a bare unit («سنة») claims no number in a text",
    ),
    LeftOut("duckling", _input("^الأحد عشر$"), "«الأحد» is Sunday"),
    LeftOut(
        "duckling",
        _input("^(الإحدى عشرة|الاثنى عشر)$"),
        "a cardinal with the article, as in «الأشهر الاثني عشر»",
    ),
    LeftOut(
        "duckling", _input(r"(?<!\w)متين(?!\w)"), "«متين» is the word solid in news"
    ),
    LeftOut(
        "duckling", _input(r"\dc| c$|^\$20 43$"), "a Latin c for cents, or no sign"
    ),
    LeftOut(
        "duckling",
        _input("^-?١[١٢]/١٠$"),
        "11/10 and 12/10 are days of a month in news",
    ),
    LeftOut(
        "duckling",
        lambda case: case["kind"] == "phone" and case["polarity"] == "negative",
        "says what is no phone; whether it is a number it doesn't say",
    ),
    LeftOut(
        "duckling",
        lambda case: case["kind"].startswith("datetime"),
        "dates are judged by the cases of the date reader",
    ),
    LeftOut(
        "tafqit",
        _input("^مائة وأربعون و خمسة مترًا"),
        "«و» for the decimal point: every reader hears 145",
    ),
)


def load(folder: Path, project: str) -> list[Case]:
    """Read the cases of one project, each with all its keys."""
    lines = (folder / "figures" / "cases" / f"{project}.jsonl").read_text("utf-8")
    return [{"unit": None, **json.loads(line)} for line in lines.splitlines()]


def left_out(case: Case) -> str | None:
    """Give the reason why a case is not judged."""
    for rule in LEFT_OUT:
        if case["source"].lower().find(rule.project.lower()) >= 0 and rule.matches(
            case
        ):
            return rule.reason
    return None


def is_right(case: Case) -> bool:
    """Tell whether the figures of the input say what the project expects."""
    figures = extract_figures(case["input"], _TODAY)
    if case["polarity"] == "negative" or case["kind"] == "phone":
        return not figures
    return any(_agrees(case, figure) for figure in _judged(case, figures))


def _judged(case: Case, figures: list[Figure]) -> Iterator[Figure]:
    wanted = {"ordinal": Kind.ORDINAL, "percent": Kind.PERCENT}.get(case["kind"])
    for figure in figures:
        if wanted is None or figure.kind is wanted:
            yield figure


def _agrees(case: Case, figure: Figure) -> bool:
    expected, kind = case["expected"], case["kind"]
    if kind.startswith("datetime"):
        return (figure.iso or "").lstrip("T") == str(expected)
    if kind == "money.bound":
        bound = {"under": Modifier.LESS_THAN, "above": None}
        ((word, value),) = expected.items()
        wanted = bound[word] or figure.modifier in (
            Modifier.MORE_THAN,
            Modifier.AT_LEAST,
        )
        return (wanted is True or figure.modifier is wanted) and _same(
            figure, value, case
        )
    if kind == "percent" and "concentr" not in str(case["unit"]):
        expected *= 100
    return _same(figure, expected, case)


def _same(figure: Figure, expected: Any, case: Case) -> bool:
    if isinstance(expected, list):
        values = figure.value if isinstance(figure.value, tuple) else ()
        return len(values) == len(expected) and all(map(_close, values, expected))
    if not isinstance(figure.value, Decimal):
        return False
    return _close(_in_unit(figure, case), expected)


def _close(value: Decimal | None, expected: float) -> bool:
    if value is None:
        return False
    return abs(float(value) - expected) <= 1e-6 * max(1, abs(expected))


def _in_unit(figure: Figure, case: Case) -> Decimal | None:
    """Give the value in the unit of the case, None where the units don't fit."""
    assert isinstance(figure.value, Decimal)
    wanted = str(case["unit"])
    subject = re.search(r"subject: (\w+)", wanted)
    wanted = subject[1] if subject else wanted.removeprefix("duration-")
    symbol = _SYMBOLS.get(wanted, wanted)
    if wanted in ("None", "students"):
        return figure.value
    if wanted == "Cent":
        return figure.value * 100 if figure.unit == "USD" else None
    if wanted == "Pound":
        return figure.value if "GBP" in figure.candidates else None
    if wanted == "Degree":
        return figure.value if figure.unit in ("degree", "celsius") else None
    if figure.unit == symbol:
        return figure.value
    if figure.unit in _SIZES and symbol in _SIZES:
        return figure.value * _SIZES[figure.unit] / _SIZES[symbol]
    return None
