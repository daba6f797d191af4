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
_ELLIPSIS = re.compile(r"\s*(?:\.{2,}|…)\s*$")
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
    lead = _missing_lead(tree, told, paragraphs)
    body = "\n\n".join([lead, *paragraphs] if lead else paragraphs)
    whole = max(told.get("json:articleBody", []), key=len, default="")
    return whole if len(whole) > _LONGER * len(body) else body


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


def _missing_lead(tree: HtmlElement, told: Told, paragraphs: list[str]) -> str:
    """Give the block that holds the abstract's words, if the body lacks them."""
    seen = _key(" ".join([*told.get("title", []), *told.get("h1", []), *paragraphs]))
    for name in _ABSTRACTS:
        for abstract in told.get(name, []):
            start = _key(_ELLIPSIS.sub("", abstract))[:_LEAD_CHARS]
            if len(start) == _LEAD_CHARS and start not in seen:
                lead = _block_that_begins(tree, start)
                first = _key(paragraphs[0])[:_LEAD_CHARS] if paragraphs else ""
                if lead and not (first and first in _key(lead)):
                    return lead
    return ""


def _block_that_begins(tree: HtmlElement, start: str) -> str:
    """Give the innermost block of the page that begins with these folded words."""
    found = ""
    for block in tree.iter(*_BLOCKS):
        text = block.text_content()
        if _key(text[:_LEAD_SAMPLE]).startswith(start):
            found = text
    return " ".join(found.split())


def _key(text: str) -> str:
    return " ".join(fold(text).split())
