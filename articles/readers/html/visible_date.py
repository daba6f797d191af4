"""The date that a page shows under its heading, where its markup tells none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from articles.corpus.arabic import fold
from articles.corpus.dates import read_stamp
from articles.readers.published import published_iso

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST_STAMP = 80
_FIRST_CHARS = 40
_LEAST_CHARS = 4
_CHANGES = tuple(map(fold, ("تحديث", "تعديل")))


def visible_date(tree: HtmlElement, title: str, body: str) -> str:
    """Give the first date of publication between heading and story; "" for none.

    Dates elsewhere are today's, or those of other articles; one that tells of a change
    is not of publication.
    """
    paragraphs = (each for each in body.split("\n\n") if len(each) > _LONGEST_STAMP)
    heading, first = key_of(title), key_of(next(paragraphs, ""))[:_FIRST_CHARS]
    found, begun = "", False
    for text in texts_of(tree):
        key = key_of(text[:400])
        if key == heading:
            found, begun = "", True
        elif begun and begins(key, first):
            return found
        elif begun and not found:
            found = _published(text)
    return ""


def texts_of(tree: HtmlElement) -> Iterator[str]:
    """Give the pieces of text a page shows, in order, their blanks joined."""
    for text in tree.xpath("//body//text()[not(parent::script or parent::style)]"):
        if plain := " ".join(text.split()):
            yield plain


def begins(key: str, first: str) -> bool:
    """Tell the first words of the story, which inline tags may cut short."""
    is_part = len(key) >= _LEAST_CHARS and first.startswith(key)
    return bool(first) and (key.startswith(first) or is_part)


def _published(text: str) -> str:
    if len(text) > _LONGEST_STAMP or not any(char.isdigit() for char in text):
        return ""
    key, stamp = key_of(text), read_stamp(text)
    if stamp is None or stamp.is_update or any(word in key for word in _CHANGES):
        return ""
    return published_iso(text)


def key_of(text: str) -> str:
    """Fold a text to be compared with another."""
    return " ".join(fold(text).split())
