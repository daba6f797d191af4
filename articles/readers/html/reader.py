"""Reads web pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from articles.readers.document import RawDocument, ReadError, Refusal
from articles.readers.html.body import body_of
from articles.readers.html.charset import decode_page
from articles.readers.html.hints import address_of, hints_of
from articles.readers.html.layout import straighten
from articles.readers.html.metadata import told_by
from articles.readers.html.visible_date import visible_date
from articles.readers.html.visible_title import visible_title
from articles.readers.labels import has_suffix

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
_MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|meta|title|div|p|h1|article)\b", re.IGNORECASE
)
_MARKUP_WITHIN = 20_000


class HtmlReader:
    """Reads a page: its title, then its body, with what the page says as hints."""

    def accepts(self, label: str, content: bytes) -> bool:
        """Accept files that are named as pages."""
        return has_suffix(label, SUFFIXES)

    def read(
        self, label: str, content: bytes, *, charset: str | None = None
    ) -> Iterator[RawDocument]:
        """Give the one article of a page; the page's other words are left behind."""
        decoded = decode_page(content, charset)
        if not _MARKUP.search(decoded.text[:_MARKUP_WITHIN]):
            raise ReadError(Refusal.WRONG_TYPE)
        text, hints, url = read_page(decoded.text)
        yield RawDocument(
            label=label,
            content=content,
            text=text,
            media_type="text/html",
            charset=decoded.charset,
            confidence=decoded.confidence,
            note=decoded.note,
            hints=hints,
            url=url,
        )


def read_page(page: str) -> tuple[str, dict[str, str], str]:
    """Give the text, the hints and the own address of a decoded page.

    The text is the title, where the page tells it, and the body below. Raises
    ``ReadError`` for a page without one.
    """
    tree = _parsed(page)
    told = told_by(tree)
    straighten(tree)
    url = address_of(told)
    hints = hints_of(told, url)
    body = body_of(tree, told)
    if not body:
        raise ReadError(Refusal.NO_TEXT)
    if "title" not in hints and (shown := visible_title(tree, body)):
        hints["title"] = shown
    title = hints.get("title", "")
    if "published" not in hints and (shown := visible_date(tree, title, body)):
        hints["published"] = shown
    begun = not title or body.startswith(title)
    return body if begun else f"{title}\n\n{body}", hints, url


def _parsed(page: str) -> HtmlElement:
    from lxml import html  # slow to import: only where a page is read
    from lxml.etree import ParserError, XMLSyntaxError

    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        return html.document_fromstring(
            page.encode("utf-8", "replace"), parser=parser, ensure_head_body=True
        )
    except (ParserError, XMLSyntaxError, ValueError):
        raise ReadError(Refusal.NO_TEXT) from None
