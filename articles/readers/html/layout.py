"""Undoes the layouts of old pages: tables for columns, empty lines for paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TABLE_PARTS = ("table", "tbody", "thead", "tr", "td", "th")
_BLOCKS = frozenset(("p", "div", "table", "ul", "ol", "section", "article", "h1", "h2"))
_LAYOUT_CELL = 300
"""Characters from which on a cell is no entry of a table but a column of the page."""

_MAX_TABLES = 2_000


def straighten(tree: HtmlElement) -> None:
    """Make blocks of the cells of layouts, and paragraphs of lines parted by breaks.

    Tables of figures stay as they are.
    """
    for table in list(tree.iter("table"))[:_MAX_TABLES]:
        if _is_layout(table):
            for part in list(table.iter(*_TABLE_PARTS)):
                if _table_of(part) is table:
                    part.tag = "div"
    parents = list(dict.fromkeys(br.getparent() for br in tree.iter("br")))
    for parent in reversed(parents):  # the innermost first
        if _has_empty_line(parent) and not any(each.tag in _BLOCKS for each in parent):
            _into_paragraphs(parent)


def _is_layout(table: HtmlElement) -> bool:
    if table.find(".//table") is not None:
        return True
    cells = table.iter("td", "th")
    return any(len(cell.text_content()) > _LAYOUT_CELL for cell in cells)


def _table_of(part: HtmlElement) -> HtmlElement:
    return part if part.tag == "table" else next(part.iterancestors("table"), part)


def _has_empty_line(parent: HtmlElement) -> bool:
    """Tell two line breaks with nothing in between."""
    breaks = (each for each in parent if each.tag == "br")
    return any(
        (following := each.getnext()) is not None
        and following.tag == "br"
        and not (each.tail or "").strip()
        for each in breaks
    )


def _into_paragraphs(parent: HtmlElement) -> None:
    paragraph = parent.makeelement("p")
    paragraph.text, parent.text = parent.text, None
    paragraphs = [paragraph]
    for child in list(parent):
        if child.tag == "br":
            paragraph = parent.makeelement("p")
            paragraph.text = child.tail
            paragraphs.append(paragraph)
            child.tail = None
            parent.remove(child)
        else:
            paragraph.append(child)
    parent.tag = "div"  # a paragraph or a font holds no paragraphs
    parent.extend(each for each in paragraphs if each.text_content().strip())
