"""Weighs whether a line that returns is the page's or the newspaper's."""

from __future__ import annotations

from collections.abc import Collection

from articles.corpus.raw_article.header_line import (
    LONGEST_HEADER_LINE,
    read_header_line,
)
from articles.corpus.raw_article.lexicon.leads import NARRATION
from articles.corpus.raw_article.outlet_names import is_agency, is_outlet
from articles.corpus.raw_article.page import words_of
from articles.corpus.raw_article.page_speech import asks_the_reader, speaks_of_page
from articles.corpus.raw_article.people import is_person, labelled_byline
from articles.corpus.raw_article.returning.places import Place, is_sentence
from articles.corpus.raw_article.returning.shapes import ANY, NUMBER
from articles.corpus.raw_article.section_names import is_section
from articles.corpus.raw_article.signatures import is_author_note

_NAME = 4
"""Words; so short are names of columns, headings between paragraphs, refrains."""

_TOUCHING = 0.8
"""A line stands in blocks that stands beside other such lines so often."""

# The share of an outlet's articles that is asked of a line which
_SPEAKS = 0.1  # turns to the reader, or speaks of the page
_IN_A_BLOCK = 0.4  # stands in blocks
_LEADS = 0.4  # leads to a headline: «من الرف: …»
_BELOW = 0.4  # only ever stands below texts
_COUNTS = 0.5  # counts something, above texts or below
_INSIDE = 0.6  # stands between paragraphs
_HEADS = 0.7  # has few words, and only ever stands below texts
_ABOVE = 0.8  # stands where columns have their names
_SAYS = 0.8  # is a sentence, as wires tell what went before
_NEVER = 2.0


def is_furniture(
    text: str, shape: str, share: float, places: Collection[Place], beside: float
) -> bool:
    """Tell whether a line that ``share`` of an outlet's articles have is the page's.

    ``beside`` is the share of its appearances beside another such line, or one that
    was cut: menus, rows of buttons and tickers come in blocks.
    """
    return share >= _share_asked(text, shape, places, beside >= _TOUCHING)


def _share_asked(
    text: str, shape: str, places: Collection[Place], in_a_block: bool
) -> float:
    words = words_of(text)
    if not words or _is_read(words, text):
        return _NEVER
    if shape.endswith(ANY):
        return _NEVER if Place.ABOVE in places else _LEADS
    speaks = speaks_of_page(words, text)
    if text.rstrip()[-1] in ":：" and not speaks:
        return _NEVER  # it leads on to what follows
    if NUMBER in shape.split():  # prices, scores and hours are news inside a text
        if Place.INSIDE in places:
            return _SAYS if speaks else _NEVER
        return _IN_A_BLOCK if speaks else _COUNTS
    if speaks:
        is_heading = Place.INSIDE in places and len(words) <= _NAME
        return _NEVER if is_heading and not asks_the_reader(words, text) else _SPEAKS
    if is_sentence(text):
        return _SAYS
    if in_a_block:
        return _IN_A_BLOCK
    if len(words) <= _NAME:
        return _HEADS if set(places) == {Place.BELOW} else _NEVER
    return _asked_at(places)


def _asked_at(places: Collection[Place]) -> float:
    if Place.ABOVE in places:
        return _ABOVE
    return _INSIDE if Place.INSIDE in places else _BELOW


def _is_read(words: list[str], text: str) -> bool:
    """Tell what has a reading of its own: a section, a name, a dateline, a byline; or
    goes on with a report: «وأضاف قائلًا»."""
    if words[0] in NARRATION or is_section(words) or is_person(words):
        return True
    if is_agency(words) or is_outlet(words) or is_author_note(words):
        return True
    if labelled_byline(text):
        return True
    if len(text) > LONGEST_HEADER_LINE:
        return False
    parts = read_header_line(text) or []
    return any(part.field in ("byline", "place", "agency", "section") for part in parts)
