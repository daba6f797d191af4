"""Writes articles and their captures as a web archive: WARC 1.1, ISO 28500:2017.

Each capture is a ``resource`` record of the bytes as received, with the digest of its
payload; before it stands a ``metadata`` record that refers to it and says in JSON what
is stored of the article. Every record is compressed for itself. Reading the file back
gives the same articles, captures and hashes.
"""

from __future__ import annotations

import gzip
import json
import logging
from base64 import b32encode
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import NAMESPACE_URL, uuid4, uuid5

from django.conf import settings
from django.utils import timezone

from articles.captures.article_record import record_of
from articles.corpus.addresses import ascii_address
from articles.models import Article, Capture
from articles.querysets import ArticleQuerySet
from articles.readers.warc.stored import PROFILE

logger = logging.getLogger(__name__)

MEDIA_TYPE = "application/warc"
CHUNK = 200
_END = b"\r\n\r\n"
_LEVEL = 6


def warc_of_query(articles: ArticleQuerySet) -> Iterator[bytes]:
    """Write the articles of a query by their age, some at a time however many."""
    rows = articles.order_by("pk").with_headings().prefetch_related("captures")
    return warc_of(rows.iterator(chunk_size=CHUNK))


def warc_of(articles: Iterable[Article]) -> Iterator[bytes]:
    """Write articles with all their captures, a compressed record after another.

    Bytes that are lost are left out and logged; the article is written all the same.
    """
    yield _warcinfo()
    for article in articles:
        record = record_of(article)
        captures = list(article.captures.all())  # the newest first: it is what it shows
        for capture in captures:
            yield from _records(record, capture)
        if not captures:
            yield _metadata(record, None, _iso(article.created_at))


def _records(record: Mapping[str, Any], capture: Capture) -> Iterator[bytes]:
    try:
        data = capture.read()
    except OSError:
        logger.exception("the bytes of capture %s are lost", capture.sha256)
        return
    told = {
        "sha256": capture.sha256,
        "url": capture.url,
        "source": capture.source,
        "media_type": capture.media_type,
        "charset": capture.charset,
    }
    date = _iso(capture.captured_at)
    resource = _record_id(capture)
    yield _metadata(record, told, date, resource)
    yield _compressed(
        {
            "WARC-Type": "resource",
            "WARC-Record-ID": resource,
            "WARC-Date": date,
            "WARC-Target-URI": _target(capture),
            "WARC-Payload-Digest": _digest(data),
            "Content-Type": capture.media_type,
        },
        data,
    )


def _metadata(
    record: Mapping[str, Any],
    capture: Mapping[str, str] | None,
    date: str,
    refers_to: str = "",
) -> bytes:
    told = {"profile": PROFILE, "article": record, "capture": capture}
    digest = sha256(str(record["content_hash"]).encode()).hexdigest()
    head = {
        "WARC-Type": "metadata",
        "WARC-Record-ID": f"<urn:uuid:{uuid4()}>",
        "WARC-Date": date,
        "WARC-Refers-To": refers_to,
        "WARC-Target-URI": f"urn:sha256:{capture['sha256'] if capture else digest}",
        "Content-Type": "application/json",
    }
    return _compressed(head, json.dumps(told, ensure_ascii=False).encode())


def _warcinfo() -> bytes:
    fields = {
        "software": "arabic-news-archive",
        "format": "WARC File Format 1.1",
        "conformsTo": "http://iipc.github.io/warc-specifications/specifications/"
        "warc-format/warc-1.1/",
        "isPartOf": settings.SITE_NAME,
        "description": settings.SITE_URL,
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
    head = {
        "WARC-Type": "warcinfo",
        "WARC-Record-ID": f"<urn:uuid:{uuid4()}>",
        "WARC-Date": _iso(timezone.now()),
        "Content-Type": "application/warc-fields",
    }
    return _compressed(head, lines.encode())


def _compressed(head: Mapping[str, str], block: bytes) -> bytes:
    told = {
        **head,
        "WARC-Block-Digest": _digest(block),
        "Content-Length": str(len(block)),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items() if value)
    record = b"WARC/1.1\r\n" + lines.encode() + b"\r\n" + block + _END
    return gzip.compress(record, _LEVEL, mtime=0)


def _record_id(capture: Capture) -> str:
    """Name a capture's record; it has the same name in every export."""
    told = f"{capture.sha256} {capture.captured_at.isoformat()} {capture.url}"
    return f"<urn:uuid:{uuid5(NAMESPACE_URL, told)}>"


def _target(capture: Capture) -> str:
    return ascii_address(capture.url) or f"urn:sha256:{capture.sha256}"


def _digest(data: bytes) -> str:
    return "sha256:" + b32encode(sha256(data).digest()).decode()


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
