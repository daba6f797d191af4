"""The words of the article among all the words of its page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articles.corpus.arabic import fold
from articles.readers.html.metadata import Told

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_COMMENTS = ["//*[contains(@class, 'fb-comments') or contains(@id, 'disqus_thread')]"]
_ABSTRACTS = ("meta:og:description", "meta:description", "meta:twitter:description")
_LEAD_CHARS = 40
_LEAD_SAMPLE = 400
_BLOCKS = ("p", "div", "h2", "h3", "span", "strong", "section")
_ELLIPSIS = re.compile(r"(?:(?<!\s)\s++)?(?:(?<!\.)\.{2,}+|…)\s*+$")
_LONGER = 1.5
_HOUSE_RULES = tuple(
    fold(phrase)
    for phrase in (
        "سياسة الخصوصية",
        "شروط الاستخدام",
        "إرشادات الاستخدام",
        "مراجعة التعليقات",
        "نشر التعليقات",
        "قواعد النشر",
        "حقوق النشر محفوظة",
        "جميع الحقوق محفوظة",
    )
)
_LEAST_RULES = 2


def body_of(tree: HtmlElement, told: Told) -> str:
    """Give the paragraphs of the article, a blank line between them; "" for none.

    The lead is looked for where the page's own abstract says it stands: templates put
    it beside the story. A whole text in JSON-LD is taken where the page shows less.
    """
    paragraphs = _without_house_rules(_extracted(tree))
    body = "\n\n".join(_led(tree, told, paragraphs))
    whole = max(told.get("json:articleBody", []), key=len, default="")
    is_same = _key(whole) == _key(body)  # the library joins its paragraphs
    return whole if is_same or len(whole) > _LONGER * len(body) else body


def _extracted(tree: HtmlElement) -> list[str]:
    from copy import deepcopy

    from trafilatura import extract

    page = deepcopy(tree)  # the library prunes what it is given
    text = extract(page, include_comments=False, prune_xpath=_COMMENTS)
    lines = (" ".join(line.split()) for line in (text or "").splitlines())
    return [line for line in lines if line]


def _without_house_rules(paragraphs: list[str]) -> list[str]:
    """Drop a last paragraph or two that state the site's rules for its visitors."""
    kept = list(paragraphs)
    while len(kept) > 1 and any(_states_rules(each) for each in kept[-2:]):
        kept.pop()
    return kept


def _states_rules(paragraph: str) -> bool:
    folded = fold(paragraph)
    return sum(phrase in folded for phrase in _HOUSE_RULES) >= _LEAST_RULES


def _led(tree: HtmlElement, told: Told, paragraphs: list[str]) -> list[str]:
    """Put first the block that the abstract was taken from, missing or misplaced."""
    seen = _key(" ".join([*told.get("title", []), *told.get("h1", []), *paragraphs]))
    first = _key(paragraphs[0])[:_LEAD_CHARS] if paragraphs else ""
    for start in _starts(told):
        lead, place = _block_that_begins(tree, start)
        rest = [each for each in paragraphs if not _key(each).startswith(start)]
        is_new = start not in seen and not (first and first in _key(lead))
        is_late = 0 < len(rest) < len(paragraphs) and first != start
        if lead and is_new:
            return [lead, *paragraphs]
        if is_late and place < _block_that_begins(tree, first)[1]:
            return [lead, *rest]
    return paragraphs


def _starts(told: Told) -> list[str]:
    """Give the first words of the page's abstracts, where they are long enough."""
    abstracts = [each for name in _ABSTRACTS for each in told.get(name, [])]
    starts = (_key(_ELLIPSIS.sub("", each))[:_LEAD_CHARS] for each in abstracts)
    return [start for start in dict.fromkeys(starts) if len(start) == _LEAD_CHARS]


def _block_that_begins(tree: HtmlElement, start: str) -> tuple[str, int]:
    """Give the innermost block that begins with these folded words, and its place."""
    found, place = "", -1
    for at, block in enumerate(tree.iter(*_BLOCKS)):
        text = block.text_content()
        if _key(text[:_LEAD_SAMPLE]).startswith(start):
            found, place = text, at
    return " ".join(found.split()), place


def _key(text: str) -> str:
    return " ".join(fold(text).split())
