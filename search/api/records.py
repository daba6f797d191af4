"""What the API says of articles, figures, names and captures, and its description.

Each function stands beside the schema of what it gives.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from articles.corpus.addresses import ascii_address
from articles.exports.cells import plain_cell
from articles.models import Article, Capture, Figure, Name
from articles.models.catalogue import Heading

Address = Callable[[str], str]
"""Makes a path of the archive absolute."""

Schema = dict[str, Any]


def _object(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}
FLAG: Schema = {"type": "boolean"}
MOMENT: Schema = {"type": "string", "format": "date-time"}
HEADING = _object(name=TEXT, slug=TEXT, url=TEXT)
PUBLISHED: Schema = {
    "type": "string",
    "pattern": r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2})?)?)?)?$",
    "description": "2014, 2014-08, 2014-08-05, 2014-08-05T21:38 or empty",
}
_SUMMARY: dict[str, Schema] = {
    "id": COUNT,
    "title": TEXT,
    "title_derived": FLAG,
    "outlet": _or_null(HEADING),
    "section": _or_null(HEADING),
    "author": _or_null(HEADING),
    "published": PUBLISHED,
    "place": TEXT,
    "agency": TEXT,
    "language": TEXT,
    "words": COUNT,
    "url": TEXT,
    "source_url": TEXT,
    "updated": MOMENT,
}
SUMMARY = _object(**_SUMMARY)
FIGURE = _object(
    id=COUNT,
    article=COUNT,
    part={"type": "string", "enum": ["title", "body"]},
    start=COUNT,
    end=COUNT,
    quote=TEXT,
    phrase=TEXT,
    kind=TEXT,
    value=_or_null(TEXT),
    value_max=_or_null(TEXT),
    value_min=_or_null(TEXT),
    modifier=TEXT,
    unit=TEXT,
    noun=TEXT,
    claimant=TEXT,
    key=FLAG,
)
NAME = _object(
    id=COUNT, kind={"type": "string", "enum": ["PER", "ORG", "LOC"]}, name=TEXT
)
COUNTED_NAME = _object(**NAME["properties"], articles=COUNT)
CAPTURE = _object(
    id=COUNT,
    article=COUNT,
    sha256={"type": "string", "pattern": "^[0-9a-f]{64}$"},
    size=COUNT,
    media_type=TEXT,
    charset=TEXT,
    source_url=TEXT,
    captured_at=MOMENT,
    url=TEXT,
)
ARTICLE = _object(
    **_SUMMARY,
    body=TEXT,
    figures={"type": "array", "items": FIGURE},
    names={"type": "array", "items": NAME},
    captures={"type": "array", "items": CAPTURE},
)
HIT = _object(**_SUMMARY, score={"type": "number"}, snippet=TEXT)
MONTH = _object(
    month={"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"}, articles=COUNT
)
SCHEMAS: dict[str, Schema] = {
    "ArticleSummary": SUMMARY,
    "Article": ARTICLE,
    "Hit": HIT,
    "Figure": FIGURE,
    "Name": COUNTED_NAME,
    "Month": MONTH,
    "Capture": CAPTURE,
    "Error": _object(error=_object(code=TEXT, message=TEXT, parameter=_or_null(TEXT))),
}
"""Everything that answers are made of, by its name in the description."""


def summary(article: Article, address: Address) -> dict[str, Any]:
    """Tell of an article what lists show."""
    return {
        "id": article.pk,
        "title": article.title,
        "title_derived": article.title_derived,
        "outlet": _heading(article.outlet, address),
        "section": _heading(article.section, address),
        "author": _heading(article.author, address),
        "published": article.published_iso,
        "place": article.dateline_place,
        "agency": article.agency,
        "language": article.language,
        "words": article.word_count,
        "url": address(article.get_absolute_url()),
        "source_url": ascii_address(article.url),
        "updated": article.updated_at.isoformat(),
    }


def whole(article: Article, address: Address) -> dict[str, Any]:
    """Tell all that the page of an article tells; ``PREFETCHED`` was fetched."""
    named = [mention.name for mention in article.mentions.all()]
    names = {
        own
        for one in named
        if not (own := one.merged_into or one).not_a_name and not one.not_a_name
    }
    return {
        **summary(article, address),
        "body": article.body,
        "figures": [
            figure(row) for row in article.figures.all() if row.stands_in_text()
        ],
        "names": [
            name(one) for one in sorted(names, key=lambda one: (one.kind, one.name))
        ],
        "captures": [capture(row, address) for row in article.captures.all()],
    }


PREFETCHED = ("figures__article", "mentions__name__merged_into", "captures")


def figure(row: Figure) -> dict[str, Any]:
    """Tell of a figure; numbers are text, since JSON's own are not exact."""
    text = row.article.title if row.part == "title" else row.article.body
    return {
        "id": row.pk,
        "article": row.article_id,
        "part": row.part,
        "start": row.start,
        "end": row.end,
        "quote": row.quote,
        "phrase": text[row.phrase_start : row.phrase_end],
        "kind": row.kind,
        **{
            field: None if value is None else plain_cell(value)
            for field in ("value", "value_max", "value_min")
            for value in [getattr(row, field)]
        },
        "modifier": row.modifier,
        "unit": row.unit,
        "noun": row.noun,
        "claimant": row.claimant,
        "key": row.tier == "core",
    }


def name(row: Name) -> dict[str, Any]:
    """Tell who or what is named."""
    return {"id": row.pk, "kind": row.kind, "name": row.name}


def capture(row: Capture, address: Address) -> dict[str, Any]:
    """Tell of a capture what lets anyone check its bytes."""
    return {
        "id": row.pk,
        "article": row.article_id,
        "sha256": row.sha256,
        "size": row.size,
        "media_type": row.media_type,
        "charset": row.charset,
        "source_url": ascii_address(row.url),
        "captured_at": row.captured_at.isoformat(),
        "url": address(f"/captures/{row.sha256}/"),
    }


def _heading(heading: Heading | None, address: Address) -> dict[str, str] | None:
    if heading is None:
        return None
    url = address(heading.get_absolute_url())  # type: ignore[attr-defined]
    return {"name": heading.name, "slug": heading.slug, "url": url}
