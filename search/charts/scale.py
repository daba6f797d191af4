"""Round numbers for the axis of a chart."""

from __future__ import annotations

from math import floor, log10

STEPS = (1, 2, 2.5, 5, 10)


def ticks(largest: float, about: int = 4, *, whole: bool = False) -> list[float]:
    """Give round numbers from 0 up to ``largest`` or just above it.

    ``whole`` allows whole numbers alone, as counts of articles are.

    >>> ticks(17), ticks(0.34), ticks(2, whole=True)
    ([0, 5, 10, 15, 20], [0, 0.1, 0.2, 0.3, 0.4], [0, 1, 2])
    """
    if largest <= 0:
        return [0, 1]
    rough = largest / about
    power = 10.0 ** floor(log10(rough))
    step = next(power * step for step in STEPS if power * step >= rough * 0.999)
    if whole:
        step = max(1, round(step) if step == round(step) else round(step + 0.5))
    marks = [0.0]
    while marks[-1] < largest * 0.999:
        marks.append(round(step * len(marks), 10))
    return [int(mark) if mark == int(mark) else mark for mark in marks]
