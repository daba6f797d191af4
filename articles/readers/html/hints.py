"""Chooses among what a page says: one title, date, outlet, section, byline, address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from articles.corpus.arabic import fold, is_arabic
from articles.corpus.raw_article.page import words_of
from articles.corpus.raw_article.people import labelled_byline
from articles.corpus.raw_article.section_names import is_section
from articles.readers.html.metadata import Told
from articles.readers.published import date_in_url, published_iso

_TITLES = ("json:headline", "meta:og:title", "meta:twitter:title", "meta:dc.title")
_DATES = (
    *("json:datePublished", "meta:article:published_time", "meta:datepublished"),
    *("time:published", "item:datePublished", "meta:og:published_time"),
    *("meta:pubdate", "meta:publishdate", "meta:publish-date", "meta:publish_date"),
    *("meta:publication_date", "meta:dc.date.issued", "meta:dc.date", "meta:date"),
    *("meta:parsely-pub-date", "meta:sailthru.date", "meta:dcterms.created"),
    *("meta:article:published", "json:dateCreated", "meta:datecreated"),
)
_OUTLETS = ("meta:og:site_name", "json:publisher", "meta:application-name")
_SECTIONS = (
    *("json:articleSection", "meta:article:section", "meta:section"),
    "meta:parsely-section",
)
_BYLINES = (
    *("json:author", "json:creator", "meta:author", "meta:article:author"),
    *("meta:parsely-author", "meta:sailthru.author", "meta:dc.creator", "item:author"),
)
_ADDRESSES = ("link:canonical", "meta:og:url", "json:url")
_SEPARATOR = re.compile(
    r"(?<!\s)\s++[-–—|:•·»«/]+\s+|(?:(?<!\s)\s++)?[|»]\s*|(?<=\w):\s+"
)
_NO_PERSON = re.compile(r"[@/\\()\[\]|]| [-–—] ")
_MOST_BYLINE_WORDS = 8
_LEAST_TITLE_WORDS = 2
_MOST_OUTLET_WORDS = 4


def hints_of(told: Told, url: str) -> dict[str, str]:
    """Give the hints of a page; what it doesn't say is left out."""
    outlet = _first(told, _OUTLETS) or _beside_heading(told)
    found = {
        "title": _title(told, outlet),
        "published": _published(told, url),
        "outlet": outlet,
        "section": _section(told),
        "byline": _byline(told, outlet),
    }
    return {name: value for name, value in found.items() if value}


def address_of(told: Told) -> str:
    """Give the page's own address, if it is a whole one."""
    for value in _values(told, _ADDRESSES):
        parts = urlsplit(value) if value.isprintable() else urlsplit("")
        if parts.scheme in ("http", "https") and parts.netloc:
            return value[:2000]
    return ""


def _title(told: Told, outlet: str) -> str:
    """Give the headline without the outlet that titles of pages end with."""
    said = next(_values(told, (*_TITLES, "item:headline")), "")
    page_title = next(_values(told, ("title",)), "")
    if not said:
        bare = _as_heading(told, page_title) or _bare(page_title, outlet)
        return bare if len(bare.split()) >= _LEAST_TITLE_WORDS else ""
    return _as_heading(told, said) or _bare(said, outlet)


def _as_heading(told: Told, title: str) -> str:
    """Give the first heading on the page that the title begins or ends with."""
    folded = _key(title)
    headings = [each for each in told.get("h1", []) if len(each.split()) > 1]
    begun = (each for each in headings if folded.startswith(_key(each)))
    shown = (
        each
        for each in told.get("shown", [])
        if folded.startswith(_key(each)) or folded.endswith(_key(each))
    )
    return next(begun, "") or next(shown, "")


def _beside_heading(told: Told) -> str:
    """Give the few words that the page's title has beside its heading: the site's."""
    title = next(_values(told, ("title",)), "")
    heading = _key(_as_heading(told, title))
    for cut in _SEPARATOR.finditer(title) if heading else ():
        parts = title[: cut.start()], title[cut.end() :]
        for name, other in (parts, parts[::-1]):
            words = words_of(name)
            if _key(other) == heading and len(words) <= _MOST_OUTLET_WORDS:
                return "" if is_section(words) else name
    return ""


def _bare(title: str, outlet: str) -> str:
    """Cut the outlet behind (or before) a separator."""
    key = _key(outlet)
    for cut in _SEPARATOR.finditer(title):
        before, behind = title[: cut.start()], title[cut.end() :]
        if key and _key(behind) == key:
            return before
        if key and _key(before) == key:
            return behind
    return title


def _key(text: str) -> str:
    return " ".join(fold(text).split())


def _published(told: Told, url: str) -> str:
    named = (iso for value in _values(told, _DATES) if (iso := published_iso(value)))
    if found := next(named, ""):
        return found
    stamps = [iso for each in told.get("time", []) if (iso := published_iso(each))]
    # A page with many undistinguished times lists other articles, too.
    return stamps[0] if len(set(stamps)) == 1 else date_in_url(url)


def _section(told: Told) -> str:
    named = (each for each in _values(told, _SECTIONS) if is_arabic(each))
    return next(named, "")


def _byline(told: Told, outlet: str) -> str:
    """Give the author, unless the outlet names itself, an account or a place."""
    for said in _values(told, _BYLINES):
        labelled = labelled_byline(said)
        name = labelled.name if labelled else said
        is_person = is_arabic(name) and not _NO_PERSON.search(name)
        few_words = len(name.split()) <= _MOST_BYLINE_WORDS
        if is_person and few_words and _key(name) != _key(outlet):
            return name
    return ""


def _first(told: Told, names: tuple[str, ...]) -> str:
    return next(_values(told, names), "")


def _values(told: Told, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        yield from told.get(name, [])
