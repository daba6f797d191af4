"""The picture of an article that other sites show when its address is shared."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

import arabic_reshaper
from bidi.algorithm import get_display  # the one of the two that mirrors brackets
from django.conf import settings
from PIL import Image, ImageDraw, ImageFont, features

from articles.corpus.raw_article.characters import clean_name

DRAWING = 1
"""Raised whenever the same article would be drawn otherwise."""

WIDTH, HEIGHT, MARGIN = 1200, 630, 72
LINE_WIDTH = WIDTH - 2 * MARGIN
PAPER, INK, MUTED, ACCENT, RULE = "#fbf9f4", "#1c1a16", "#5d574c", "#0b564f", "#ddd6c7"
TITLE_LINES = 3
_LONGEST_LINE = 400
HAS_RAQM = features.check("raqm")

_FONTS = settings.BASE_DIR / "static" / "fonts"
_reshaper = arabic_reshaper.ArabicReshaper({"delete_harakat": False})


@dataclass(frozen=True, slots=True)
class Card:
    """What the picture says; ``outlet``, ``date`` and ``figure`` may be ""."""

    site: str
    title: str
    outlet: str = ""
    date: str = ""
    figure: str = ""


def draw(card: Card) -> bytes:
    """Draw the card as a PNG of 1200 × 630 pixels.

    >>> draw(Card(site="أرشيف", title="عودة النازحين"))[:4]
    b'\\x89PNG'
    """
    picture = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((WIDTH - 20, 0, WIDTH, HEIGHT), fill=ACCENT)
    pen.line((MARGIN, 120, WIDTH - MARGIN, 120), fill=RULE, width=3)
    pen.line((MARGIN, 532, WIDTH - MARGIN, 532), fill=RULE, width=3)
    _write(pen, card.site, 44, Font(36, bold=True), ACCENT)
    top = 140
    title = Font(50 if card.figure else 58, bold=True)
    for line in wrapped(card.title, title, 2 if card.figure else TITLE_LINES):
        _write(pen, line, top, title, INK)
        top += round(title.size * 1.62)
    if card.figure:
        big = Font(100, bold=True)
        while big.size > 54 and big.width(card.figure) > LINE_WIDTH:
            big = Font(big.size - 6, bold=True)
        _write(
            pen, fitted(card.figure, big), (top + 532 - 1.5 * big.size) / 2, big, ACCENT
        )
    foot = " — ".join(filter(None, (card.outlet, card.date)))
    _write(pen, fitted(foot, Font(32)), 550, Font(32), MUTED)
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class Font:
    """One size of the interface's font, measuring Arabic as it will be drawn."""

    size: int
    bold: bool = False

    def width(self, text: str) -> float:
        """Measure a line in pixels."""
        shaped, how = shape(text)
        return float(self.face.getlength(shaped, **how))

    @property
    def face(self) -> ImageFont.FreeTypeFont:
        """Give Pillow's own font."""
        return _face(self.size, 600 if self.bold else 400, HAS_RAQM)


@lru_cache(maxsize=32)
def _face(size: int, weight: int, has_raqm: bool) -> ImageFont.FreeTypeFont:
    layout = ImageFont.Layout.RAQM if has_raqm else ImageFont.Layout.BASIC
    path = _FONTS / f"ibm-plex-sans-arabic-{weight}.woff2"
    return ImageFont.truetype(path, size, layout_engine=layout)


def shape(text: str) -> tuple[str, dict[str, Any]]:
    """Make a line ready for drawing, and say how to draw it.

    Raqm fails on control characters, so they are dropped here, whoever asks.
    Pillow with raqm joins and orders Arabic letters itself. Without it they must come
    joined and in visual order: other code points, which serve for drawing alone.
    """
    text = clean_name(text)[:_LONGEST_LINE]
    if HAS_RAQM:
        return text, {"direction": "rtl", "language": "ar"}
    return get_display(_reshaper.reshape(text), base_dir="R"), {}


def wrapped(text: str, font: Font, lines: int) -> list[str]:
    """Break a text into at most ``lines`` lines, the last one ending in «…» if cut."""
    broken: list[str] = []
    words = text.split()
    while words and len(broken) < lines:
        if len(broken) == lines - 1:
            return [*broken, fitted(" ".join(words), font)]
        taken = _fitting(words, font)
        broken.append(fitted(" ".join(words[:taken]), font))
        words = words[taken:]
    return broken


def _fitting(words: list[str], font: Font) -> int:
    taken = 1
    while taken < len(words) and font.width(" ".join(words[: taken + 1])) <= LINE_WIDTH:
        taken += 1
    return taken


def fitted(text: str, font: Font) -> str:
    """Cut a line to the width of the card; «…» tells that it was cut."""
    if len(text) <= _LONGEST_LINE and font.width(text) <= LINE_WIDTH:
        return text
    fits, too_long = 0, min(len(text), _LONGEST_LINE)
    while fits + 1 < too_long:
        middle = (fits + too_long) // 2
        if font.width(text[:middle].rstrip() + "…") <= LINE_WIDTH:
            fits = middle
        else:
            too_long = middle
    cut = text[:fits]
    whole_words = cut.rpartition(" ")[0] if " " in cut else cut
    return f"{whole_words.rstrip()}…"


def _write(
    pen: ImageDraw.ImageDraw, text: str, top: float, font: Font, colour: str
) -> None:
    """Write one line from the right margin."""
    shaped, how = shape(text)
    place = (WIDTH - MARGIN, top)
    pen.text(place, shaped, fill=colour, font=font.face, anchor="ra", **how)
