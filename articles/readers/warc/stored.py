"""Records that an archive of ours wrote: bytes with what is stored of their article.

An export has a ``metadata`` record of JSON before each ``resource`` it refers to, or
alone for an article without bytes: ``{"article": …, "capture": …}``. What is said of
the article is handed on as it is, and checked by who stores it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from articles.corpus.addresses import is_web_address
from articles.corpus.raw_article.characters import clean_name
from articles.readers.archive_limits import read_up_to
from articles.readers.document import RawDocument, ReadError, Refusal, RefusedFile

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

PROFILE = "arabic-news-archive/capture/1"
"""Names the kind of JSON."""

_LONGEST = 8 * 1024 * 1024
_MEDIA_TYPE = re.compile(r"[\w.+-]{1,50}/[\w.+-]{1,49}")
_CHARSET = re.compile(r"[\w.:+-]{0,40}")


def stored_record(record: ArcWarcRecord) -> dict[str, Any] | None:
    """Read a ``metadata`` record, None where it is another archive's."""
    told_type = record.rec_headers.get_header("Content-Type") or ""
    if not told_type.startswith("application/json"):
        return None
    try:
        told = json.loads(read_up_to(record.raw_stream, _LONGEST))
    except (ReadError, ValueError, RecursionError):
        return None
    is_ours = isinstance(told, dict) and told.get("profile") == PROFILE
    return told if is_ours and isinstance(told.get("article"), dict) else None


def stored_document(
    label: str, told: Mapping[str, Any], data: bytes, date: str
) -> RawDocument | RefusedFile:
    """Give the bytes with their article; damaged bytes are refused.

    ``date`` is when they were taken. ``data`` is empty for an article without bytes.
    """
    capture = told.get("capture")
    capture = capture if isinstance(capture, dict) else {}
    if data and capture.get("sha256") != sha256(data).hexdigest():
        return RefusedFile.because(label, Refusal.BROKEN)
    article = told["article"]
    url = _text(capture, "url")[:2000]
    return RawDocument(
        label=clean_name(_text(capture, "source"))[-500:] or label,
        content=data,
        text="\n\n".join(
            filter(None, (_text(article, "title"), _text(article, "body")))
        ),
        media_type=_shaped(capture, "media_type", _MEDIA_TYPE) or "text/plain",
        charset=_shaped(capture, "charset", _CHARSET),
        url=url if is_web_address(url) else "",
        captured_at=date,
        stored_as=article,
    )


def _text(told: Mapping[str, Any], name: str) -> str:
    value = told.get(name)
    return value if isinstance(value, str) else ""


def _shaped(told: Mapping[str, Any], name: str, shape: re.Pattern[str]) -> str:
    value = _text(told, name)
    return value if shape.fullmatch(value) else ""
