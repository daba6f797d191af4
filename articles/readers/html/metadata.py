"""What a page says of its article: JSON-LD, Open Graph, meta tags, microdata, time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING, Any

from articles.corpus.arabic import fold

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_JSON = 1_000_000
_MAX_NODES = 2_000

Told = dict[str, list[str]]
"""Values by where they stood ("json:headline", "meta:og:title"), in page order."""

_ARTICLE_TYPES = frozenset(
    (
        *("Article", "NewsArticle", "Report", "BlogPosting", "LiveBlogPosting"),
        *("ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle"),
        *("BackgroundNewsArticle", "ReviewNewsArticle", "SocialMediaPosting"),
        "AdvertiserContentArticle",
    )
)
_JSON_NAMES = (
    *("headline", "datePublished", "dateCreated", "articleSection", "articleBody"),
    *("author", "creator", "publisher", "url", "description"),
)


_PLAIN = (
    *("h2", "h3", "h4", "span", "b", "strong", "font", "td", "div", "p", "center"),
)
_LEAST_WORDS = 4
_AUTHORS = "//*[@itemprop='author' or @rel='author']" + "".join(
    f"|//*[contains(concat(' ', @class, ' '), ' {name} ')]"
    for name in ("author", "author-name", "author-meta", "post-author", "byline")
)


def told_by(tree: HtmlElement) -> Told:
    """Collect what a page says of itself; nothing is judged yet."""
    told: Told = {}
    for name, value in (*_from_json(tree), *_from_tags(tree), *_shown(tree)):
        plain_value = unescape(value)  # many escape once too often
        lines = (" ".join(line.split()) for line in plain_value.splitlines())
        between = "\n\n" if name == "json:articleBody" else " "
        if plain := between.join(line for line in lines if line):
            told.setdefault(name, []).append(plain)
    return told


def _from_json(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        for node in islice(_nodes(_parsed(script.text or "")), _MAX_NODES):
            if _ARTICLE_TYPES.intersection(_strings(node.get("@type"))):
                for name in _JSON_NAMES:
                    for value in _strings(node.get(name)):
                        yield f"json:{name}", value


def _parsed(text: str) -> Any:
    text = text.strip().removeprefix("<!--").removesuffix("-->")
    text = text.replace("<![CDATA[", "").replace("]]>", "").strip(" \t\r\n;/*")
    if len(text) > MAX_JSON:
        return None
    try:
        return json.loads(text, strict=False)  # line breaks inside strings are usual
    except (ValueError, RecursionError):
        return None


def _nodes(parsed: Any) -> Iterator[dict[str, Any]]:
    """Walk the objects of a JSON-LD text, wherever its ``@graph`` keeps them."""
    waiting = [parsed]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting = node[:_MAX_NODES] + waiting
        elif isinstance(node, dict):
            yield node
            waiting += [node[key] for key in ("@graph", "mainEntity") if key in node]


def _strings(value: Any) -> list[str]:
    """Give the texts of a value that may be a text, an object with a name, or many."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return _strings(value.get("name") or value.get("@id"))
    if isinstance(value, list):
        return [text for each in value[:20] for text in _strings(each)]
    return []


def _from_tags(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for tag in tree.iter("meta", "time", "link", "title", "h1"):
        if tag.tag == "meta":
            for key in ("property", "name", "itemprop"):
                if name := tag.get(key):
                    yield f"meta:{name.strip().lower()}", tag.get("content") or ""
        elif tag.tag == "link":
            if (tag.get("rel") or "").lower() == "canonical":
                yield "link:canonical", tag.get("href") or ""
        elif tag.tag == "time":
            yield _time(tag)
        else:
            yield tag.tag, tag.text_content()
    for tag in tree.xpath("//*[@itemprop='datePublished' or @itemprop='headline']"):
        if tag.tag not in ("meta", "time"):
            value = tag.get("datetime") or tag.get("content") or tag.text_content()
            yield f"item:{tag.get('itemprop')}", value


def _shown(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Give what plain blocks say: the page's title again, an author, a moment.

    Pages without a heading show theirs in a cell, in bold, in a large font.
    """
    title = _key(" ".join(tree.xpath("//head/title/text()")))
    for tag in tree.iter(*_PLAIN):
        text = tag.text or ""
        if (
            len(tag) == 0
            and text.count(" ") + 1 >= _LEAST_WORDS
            and _key(text) in title
        ):
            yield "shown", text
    for tag in tree.xpath(_AUTHORS):
        yield "item:author", tag.get("content") or tag.text_content()
    for tag in tree.xpath("//abbr[contains(@class, 'published')]"):
        yield "time:published", tag.get("title") or tag.text_content()


def _key(text: str) -> str:
    return " ".join(fold(text).split())


def _time(tag: HtmlElement) -> tuple[str, str]:
    """Name a ``<time>`` by its microdata or class, so that changes stay apart."""
    kind = tag.get("itemprop") or ("pubdate" if "pubdate" in tag.attrib else "")
    marks = f"{kind} {tag.get('class') or ''}".lower()
    value = tag.get("datetime") or tag.text_content()
    if any(word in marks for word in ("modif", "updat", "edit")):
        return "time:modified", value
    return ("time:published" if kind or "publish" in marks else "time"), value
