"""The headline that a page shows above its story, where its markup tells none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.corpus.dates import read_stamp
from articles.readers.html.visible_date import begins, key_of, texts_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FEWEST_WORDS = 4
_MOST_WORDS = 25
_FIRST_CHARS = 40


def visible_title(tree: HtmlElement, body: str) -> str:
    """Give the last line above the story that may be its headline; "" for none."""
    first = key_of(body)[:_FIRST_CHARS]
    found = ""
    for text in texts_of(tree):
        if begins(key_of(text[:400]), first):
            return found
        is_line = _FEWEST_WORDS <= text.count(" ") + 1 <= _MOST_WORDS
        if is_line and not text.endswith(".") and read_stamp(text) is None:
            found = text
    return ""
