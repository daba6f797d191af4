"""Knows lines that speak of the page, or from it to the reader, in whatever words.

Weak signs: enough for a line that is known to return, or that stands below the text.
"""

from __future__ import annotations

import re

from articles.corpus.dates import read_stamp
from articles.corpus.raw_article.furniture import is_mostly_labels, is_readers_thing
from articles.corpus.raw_article.lexicon.site_words import (
    ADDRESSING,
    ASKING,
    NETWORK_NAMES,
    NETWORK_SKELETONS,
    PRESSING,
    SITE_WORDS,
)
from articles.corpus.raw_article.page import Line

_LINK = re.compile(
    r"https?:|www\.|\w@\w|\B@\w|\w\.(?:com|net|org|info|tv|me|fm)\b", re.IGNORECASE
)
_CALL = re.compile(
    r"(?:هاتف|تلفون|تليفون|جوال|موبايل|فاكس|واتس\w*|tel|fax|phone|ص\.?\s?ب)"
    r"\s?\w{0,3}\W{1,3}\+?[\d\s()\-/.]{4,}",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"(?<![^\W\d])(?:[^\W\d]++\s){1,3}\W{0,2}\d[\d.,:٫٬]*\W{0,3}(?=\s|\Z)"
)
_ARROW = re.compile("[▲▼△▽⬆⬇↑↓]")
_LEAST_PAIRS = 4
_CLOCK = re.compile(r"\d:\d\d")
_SHORTEST_SKELETON = 4
_NO_VOWELS = str.maketrans("جقكطثصزض", "غغغتتسسد", "اويىءه")


def speaks_of_page(words: list[str], text: str) -> bool:
    """Tell a line that turns to the reader, or speaks of pages, apps and channels.

    Poets and people who are quoted turn to somebody, too: a line of a text by itself is
    judged by ``asks_the_reader``.

    >>> speaks_of_page(["ابق", "معنا"], "ابق معنا")
    True
    """
    return not ADDRESSING.isdisjoint(words) or asks_the_reader(words, text)


def asks_the_reader(words: list[str], text: str) -> bool:
    """Tell a line that asks the reader for something, or names a thing of his or the
    page's: an address, his mail, the channel.

    >>> asks_the_reader(["رايك", "يهمنا", "ايها", "القاري"], "رأيك يهمنا أيها القارئ")
    True
    """
    if words[0] in ASKING or not PRESSING.isdisjoint(words) or is_contact(text):
        return True
    if any(map(is_readers_thing, words)):
        return True
    if sum(word in SITE_WORDS for word in words) > 1:
        return True
    return is_mostly_labels(Line(0, len(text), text, 0))


def is_contact(text: str) -> bool:
    """Tell an address, a handle or the number of a telephone: «واتس: 0933 111 222»."""
    return bool(_LINK.search(text) or _CALL.search(text))


def is_ticker(text: str) -> bool:
    """Tell labels with their numbers, one after another, and nothing else.

    >>> is_ticker("الفجر 4:12 الظهر 12:01 العصر 3:15"), is_ticker("ذهب 1380 ▲ نفط 68 ▼")
    (True, True)
    >>> is_ticker("الأهلي 3 الزمالك 1")
    False
    """
    if read_stamp(text) is not None:
        return False
    pairs = list(_PAIR.finditer(text))
    surely = _ARROW.search(text) or all(_CLOCK.search(one.group()) for one in pairs)
    if len(pairs) < (2 if surely else _LEAST_PAIRS):
        return False
    return sum(len(pair.group()) + 1 for pair in pairs) >= len(text.rstrip()) - 3


def is_network(words: list[str]) -> bool:
    """Tell the name of a social network, however it is spelled: «الفايسبوك», «تليجرام».

    >>> is_network(["فايسبوك"]), is_network(["تويتر", "اكس"]), is_network(["فيضان"])
    (True, True, False)
    """
    if not 1 <= len(words) <= 2:
        return False
    return all(_is_network(word) for word in words) or _is_network("".join(words))


def _is_network(word: str) -> bool:
    bare = word.removeprefix("ال")
    if bare in NETWORK_NAMES:
        return True
    skeleton = bare.translate(_NO_VOWELS)
    return len(skeleton) >= _SHORTEST_SKELETON and skeleton in NETWORK_SKELETONS
