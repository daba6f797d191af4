"""Prints what was measured as tables of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import quantiles


def middle_and_worst(spent: Sequence[float]) -> tuple[float, float]:
    """Give p50 and p95."""
    twentieths = quantiles(spent, n=20)
    return twentieths[9], twentieths[18]


def head(names: Iterable[str]) -> None:
    """Print the names of the columns."""
    names = list(names)
    line("", names)
    line("---", ["---"] * len(names))


def line(label: str, cells: Iterable[str], *, flush: bool = False) -> None:
    """Print a row."""
    joined = " | ".join(f"{cell:>15}" for cell in cells)
    print(f"| {label:34} | {joined} |", flush=flush)


def pair(values: tuple[float, float]) -> str:
    """Write p50 and p95."""
    return " / ".join(number(value) for value in values)


def number(value: float | None) -> str:
    """Write a number as exactly as is worth while, "" for none."""
    return "" if value is None else f"{value:.2f}" if value < 10 else f"{value:,.0f}"
