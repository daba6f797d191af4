"""Fills an article with what was read, leaving alone what an editor has corrected."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, astuple
from datetime import datetime
from typing import Any

from articles.corpus import PARSER_VERSION
from articles.corpus.raw_article import ParsedArticle
from articles.corpus.raw_article.characters import clean_name
from articles.models import Article, Author, Outlet, Section
from articles.models.catalogue import Heading
from articles.readers import RawDocument

HEADINGS: dict[str, type[Heading]] = {
    "outlet": Outlet,
    "section": Section,
    "author": Author,
}
"""The headings of an article, by the name of its field."""


def fill(
    article: Article,
    document: RawDocument,
    parsed: ParsedArticle,
    outlet: str = "",
    corrections: Mapping[str, Any] | None = None,
) -> None:
    """Set the article's fields, without saving it.

    ``corrections`` are values set by hand, by field name: they win over what the file
    and its text say, now and whenever the article is read again. ``outlet`` is the
    outlet all documents of a batch are known to be of, a correction like them.
    Headings that are new are stored.
    """
    corrections = dict(corrections or {})
    if outlet:
        corrections.setdefault("outlet", Outlet.named(outlet))
    kept = {*article.corrected, *corrections}
    for name, value in _read_fields(document, parsed).items():
        if name not in kept:
            heading = HEADINGS.get(name)
            setattr(article, name, heading.named(value) if heading else value)
    for name, value in corrections.items():
        setattr(article, name, value)
    article.corrected = sorted(kept)
    article.segments = (
        [] if "body" in kept else [list(astuple(run)) for run in parsed.segments]
    )
    article.removed = [
        asdict(cut) | {"reason": cut.reason.value} for cut in parsed.removed
    ]
    article.removed_share = _removed_share(parsed)
    article.doubt_count = len(parsed.doubts)
    article.word_count = len(article.body.split())
    article.parser_version = PARSER_VERSION
    article.content_hash = content_hash(article)


def _removed_share(parsed: ParsedArticle) -> float:
    """Give the share of the raw text's letters that were cut, 0 to 1."""
    cut = sum(cut.end - cut.start for cut in parsed.removed)
    return cut / (cut + len(parsed.body))


def fill_texts(article: Article, document: RawDocument, parsed: ParsedArticle) -> None:
    """Set what a document says but for its headings: no new ones are stored."""
    for name, value in _read_fields(document, parsed).items():
        if name not in HEADINGS:
            setattr(article, name, value)
    article.word_count = len(article.body.split())


def _read_fields(document: RawDocument, parsed: ParsedArticle) -> dict[str, Any]:
    """Give the article's fields by name: what the file says wins over the parser.

    Headings are still names here: one that an editor corrected must not be made.
    """
    told = document.hints
    byline = told.get("byline") or parsed.byline
    published = told.get("published") or parsed.published_iso or ""
    place = parsed.dateline.place if parsed.dateline else None
    return {
        "title": clean_name(told.get("title") or parsed.title)[:500],
        "title_derived": parsed.title_derived and not told.get("title"),
        "body": parsed.body,
        "outlet": told.get("outlet") or parsed.outlet or "",
        "section": told.get("section") or parsed.section or "",
        "author": byline or "",
        "byline": clean_name(byline or "")[:200],
        "dateline_place": clean_name(place or "")[:120],
        "agency": clean_name(parsed.agency or "")[:120],
        "url": document.url,
        **published_fields(published),
    }


_PRECISION = {4: "year", 7: "month", 10: "day"}
_FIRST_DAY = {"year": "-01-01", "month": "-01"}


def published_fields(iso: str) -> dict[str, Any]:
    """Give the fields of the date of publication from ISO 8601 cut to what is known.

    >>> published_fields("2017-03")["published_precision"]
    'month'
    """
    precision = _PRECISION.get(len(iso), "minute")
    if not iso:
        return dict.fromkeys(("published_on", "published_time")) | {
            "published_precision": ""
        }
    moment = datetime.fromisoformat(iso + _FIRST_DAY.get(precision, ""))
    return {
        "published_on": moment.date(),
        "published_time": moment.time() if precision == "minute" else None,
        "published_precision": precision,
    }


def plain_values(article: Article, names: Iterable[str]) -> dict[str, Any]:
    """Give fields of an article as plain JSON, headings by id, to be set again.

    >>> plain_values(Article(title="عودة", outlet_id=7), ["title", "outlet"])
    {'title': 'عودة', 'outlet_id': 7}
    """
    fields: list[Any] = [Article._meta.get_field(name) for name in names]
    values = {field.attname: field.value_from_object(article) for field in fields}
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in values.items()
    }


def set_plain(article: Article, values: Mapping[str, Any]) -> None:
    """Set what ``plain_values`` gave; the article is not saved."""
    for name, value in values.items():
        field: Any = Article._meta.get_field(name)
        setattr(article, name, field.to_python(value))


def content_hash(article: Article) -> str:
    """Hash what the article says, so that a second reading can tell a change."""
    headings = (article.outlet, article.section, article.author)
    told = {
        "title": [article.title, article.title_derived],
        "body": article.body,
        "headings": [heading and heading.key for heading in headings],
        "dateline": [article.dateline_place, article.agency],
        "published": article.published_iso,
        "removed": article.removed,
    }
    plain = json.dumps(told, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()
