"""The claim chart as a picture for sharing, its Arabic joined and in order."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

from articles.syndication.card import (
    ACCENT,
    HEIGHT,
    INK,
    MARGIN,
    MUTED,
    PAPER,
    RULE,
    WIDTH,
    Font,
    fitted,
    shape,
)
from search.charts.claims import ClaimChart
from search.charts.layout import Mark, Shape

_TOP, _BOTTOM, _END = 190, 500, WIDTH - MARGIN - 130
_SERIES = ("#0b564f", "#9a3b12", "#4a3f9f", "#7a5a00", "#8a1f5c", "#3f5a2a")
_SIZE = 8


def draw_chart(chart: ClaimChart, title: str, site: str) -> bytes:
    """Draw the chart as a PNG of 1200 × 630 pixels."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((WIDTH - 20, 0, WIDTH, HEIGHT), fill=ACCENT)
    _write(pen, fitted(title, Font(46, bold=True)), WIDTH - MARGIN, 60, 46, bold=True)
    for tick, label in chart.value_labels:
        y = _y(tick.at)
        pen.line((MARGIN, y, _END, y), fill=RULE, width=2)
        _write(pen, label, WIDTH - MARGIN, y - 18, 24, MUTED)
    for tick, label in chart.time_labels:
        x = _x(tick.at)
        pen.line((x, _BOTTOM, x, _BOTTOM + 10), fill=MUTED, width=2)
        _write(pen, label, x, _BOTTOM + 14, 22, MUTED, anchor="ma")
    for mark in chart.chart.marks:
        _draw(pen, mark)
    _write(pen, site, WIDTH - MARGIN, 566, 28, MUTED)
    _legend(pen, chart)
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def _x(share: float) -> float:
    return MARGIN + share / 100 * (_END - MARGIN)


def _y(share: float) -> float:
    return _TOP + share / 100 * (_BOTTOM - _TOP)


def _draw(pen: ImageDraw.ImageDraw, mark: Mark) -> None:
    x, y, colour = _x(mark.x), _y(mark.y), _SERIES[(mark.series - 1) % len(_SERIES)]
    box = (x - _SIZE, y - _SIZE, x + _SIZE, y + _SIZE)
    match mark.dot.shape:
        case Shape.MORE:
            corners = [(x, y - 11), (x - 10, y + 7), (x + 10, y + 7)]
            pen.polygon(corners, fill=colour)
        case Shape.LESS:
            corners = [(x, y + 11), (x - 10, y - 7), (x + 10, y - 7)]
            pen.polygon(corners, fill=colour)
        case Shape.RANGE:
            foot = _y(mark.y + mark.height)
            pen.rectangle((x - 4, y, x + 4, max(foot, y + 4)), fill=colour)
        case Shape.ABOUT:
            pen.ellipse(box, fill=PAPER, outline=colour, width=3)
        case _:
            pen.ellipse(box, fill=colour)
    if mark.numbered:
        pen.text((x + 12, y - 16), str(mark.series), fill=INK, font=Font(18).face)


_LEGEND = (124, 154)
"""Where the lines of the legend stand."""


def _legend(pen: ImageDraw.ImageDraw, chart: ClaimChart) -> None:
    """Write the series by their numbers, as many as the lines have room for."""
    lines = iter(_LEGEND)
    line, end = next(lines), float(WIDTH - MARGIN)
    for number, name in enumerate(chart.chart.series, 1):
        label = fitted(f"{number} {name}", Font(24))
        width = Font(24).width(label)
        if end - width < MARGIN:
            line, end = next(lines, 0), float(WIDTH - MARGIN)
        if not line:
            return
        colour = _SERIES[(number - 1) % len(_SERIES)]
        _write(pen, label, end, line, 24, colour)
        end -= width + 36


def _write(
    pen: ImageDraw.ImageDraw,
    text: str,
    x: float,
    y: float,
    size: int,
    colour: str = INK,
    *,
    bold: bool = False,
    anchor: str = "ra",
) -> None:
    shaped, how = shape(text)
    face = Font(size, bold=bold).face
    pen.text((x, y), shaped, fill=colour, font=face, anchor=anchor, **how)
