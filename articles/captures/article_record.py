"""What a web archive of ours says of an article beside its bytes.

The record is the article as it stands: its fields, which of them an editor corrected,
what was cut and why. Written into an export and read back, it gives the same article,
without the bytes being read again. What comes back may have been written by anyone:
every field is checked, and nothing of it is believed that readers could be misled by.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.db.models import Model

from articles.corpus.addresses import is_web_address
from articles.corpus.raw_article.characters import FORBIDDEN, clean_name
from articles.models import Article, Outlet, Status
from articles.models.catalogue import name_key
from articles.storing.content import HEADINGS, content_hash, published_fields

PROFILE = "arabic-news-archive/article/1"
"""Names the kind of JSON; a reader that does not know it must leave it alone."""


def _longest(model: type[Model], name: str) -> int:
    return getattr(model._meta.get_field(name), "max_length", None) or 0


_TEXTS = {
    name: _longest(Article, name)
    for name in ("title", "byline", "dateline_place", "agency", "language", "url")
}
_OUTLET = ("country", "website", "time_zone")
_NUMBERS = ("word_count", "parser_version")
_LONGEST_BODY = 1_000_000
_MOST_ROWS = 50_000
_SHA256 = re.compile(r"[0-9a-f]{64}")


class BadRecord(ValueError):  # noqa: N818  (what it says of the record)
    """What stands beside the bytes is not what we write."""


def record_of(article: Article) -> dict[str, Any]:
    """Write an article as JSON values; headings are names, the date is ISO 8601."""
    outlet = article.outlet
    return {
        "profile": PROFILE,
        **{name: getattr(article, name) for name in (*_TEXTS, *_NUMBERS)},
        "title_derived": article.title_derived,
        "body": article.body,
        "section": article.section.name if article.section else "",
        "author": article.author.name if article.author else "",
        "outlet": outlet.name if outlet else "",
        "outlet_details": {name: getattr(outlet, name, "") for name in _OUTLET},
        "published": article.published_iso,
        "status": article.status,
        "corrected": article.corrected,
        "removed": article.removed,
        "segments": article.segments,
        "content_hash": article.content_hash,
        "captures": sorted([one.sha256, one.url_key] for one in article.captures.all()),
    }


def is_record(told: object) -> bool:
    """Tell whether JSON values are what ``record_of`` writes."""
    return isinstance(told, dict) and told.get("profile") == PROFILE


def captures_of(record: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Give hash and address key of the article's captures, those that can be any."""
    rows = record.get("captures")
    return [
        (row[0], row[1])
        for row in (rows if isinstance(rows, list) else [])[:_MOST_ROWS]
        if isinstance(row, list)
        and [type(each) for each in row] == [str, str]
        and _SHA256.fullmatch(row[0])
    ]


def status_of(record: Mapping[str, Any]) -> Status | None:
    """Give the status the article had, None where it is none of ours."""
    told = record.get("status")
    return Status(told) if told in Status.values else None


def fill_from_record(
    article: Article, record: Mapping[str, Any], corrections: Mapping[str, Any]
) -> None:
    """Set the article's fields, without saving it.

    Raises ``BadRecord`` where the record is none of ours, and stores nothing then.
    What an editor corrected in the stored article, and ``corrections``, win over the
    record. Headings that are new are stored.
    """
    told = _checked(record)
    kept = {*article.corrected, *corrections}
    for name in HEADINGS:
        told[name] = None if name in kept else _heading(name, told[name], record)
    values = {name: value for name, value in told.items() if name not in kept}
    for name, value in {**values, **corrections}.items():
        setattr(article, name, value)
    article.corrected = sorted({*kept, *_corrected(record)})
    if "body" in kept:
        article.segments = []
        article.word_count = len(article.body.split())
    article.content_hash = content_hash(article)


def _checked(record: Mapping[str, Any]) -> dict[str, Any]:
    """Give the fields by name, each of its type, clean and not too long."""
    body = _text(record, "body", _LONGEST_BODY)
    clean = FORBIDDEN.sub("", body)
    if not clean.strip():
        raise BadRecord("a record without a text")
    url = _text(record, "url", _TEXTS["url"])
    fields: dict[str, Any] = {
        name: clean_name(_text(record, name, length)) for name, length in _TEXTS.items()
    }
    fields |= {name: _number(record.get(name)) for name in _NUMBERS}
    fields |= {
        "url": url if is_web_address(url) else "",
        "body": clean,
        "title_derived": record.get("title_derived") is True,
        "removed": [_cut(row) for row in _rows(record, "removed")],
        "segments": [_run(row) for row in _rows(record, "segments")],
        **_published(_text(record, "published", 16)),
    }
    if clean != body:
        fields["segments"] = []  # the way back to the bytes leads nowhere now
    return fields | {name: _text(record, name, 500) for name in HEADINGS}


def _published(iso: str) -> dict[str, Any]:
    try:
        return published_fields(iso)
    except ValueError as error:
        raise BadRecord("no date") from error


def _heading(field: str, told: str, record: Mapping[str, Any]) -> Any:
    """Find or make the heading; an outlet that is new gets what was told of it."""
    name = clean_name(told)
    details = record.get("outlet_details")
    known = field != "outlet" or Outlet.objects.filter(key=name_key(name)).exists()
    heading = HEADINGS[field].named(name)
    if known or not isinstance(heading, Outlet) or not isinstance(details, dict):
        return heading
    for detail in _OUTLET:
        text = _text(details, detail, _longest(Outlet, detail))
        setattr(heading, detail, clean_name(text))
    if not is_web_address(heading.website):
        heading.website = ""
    heading.save()
    return heading


def _corrected(record: Mapping[str, Any]) -> set[str]:
    names = record.get("corrected")
    fields = {field.name for field in Article._meta.fields} - {"id", "status"}
    told = {name for name in names if isinstance(name, str)} if names else set()
    return told & fields


def _text(record: Mapping[str, Any], name: str, longest: int) -> str:
    text = record.get(name, "")
    if not isinstance(text, str):
        raise BadRecord(f"{name} is no text")
    return text[:longest].encode("utf-8", "ignore").decode()


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**31:
        raise BadRecord("no number")
    return value


def _rows(record: Mapping[str, Any], name: str) -> list[Any]:
    rows = record.get(name, [])
    if not isinstance(rows, list) or len(rows) > _MOST_ROWS:
        raise BadRecord(f"{name} is no list")
    return rows


def _cut(row: object) -> dict[str, Any]:
    if not isinstance(row, dict):
        raise BadRecord("no cut")
    return {
        "start": _number(row.get("start")),
        "end": _number(row.get("end")),
        "reason": clean_name(_text(row, "reason", 60)),
        "text": _text(row, "text", _LONGEST_BODY),  # what was cut may be invisible
    }


def _run(row: object) -> list[int]:
    if not isinstance(row, list) or len(row) != 3:
        raise BadRecord("no run")
    return [_number(each) for each in row]
