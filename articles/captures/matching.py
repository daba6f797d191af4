"""Which stored capture, and which article, a document belongs to.

Bytes are known by their hash and address. An address is an article's: other bytes of it
are a new capture of that article. The front page of a site is no article's address, and
bytes without an address are known by their hash alone.
"""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import blake2b

from django.db import connection

from articles.captures.article_record import captures_of
from articles.corpus.addresses import address_key, names_a_page
from articles.models import Article, Capture
from articles.models.capture import sha256_of
from articles.readers import RawDocument


def wait_for_turn(document: RawDocument) -> None:
    """Let nobody else store bytes of this address until the transaction ends.

    Two processes would else both find it unknown and make two articles of it. SQLite
    lets in one writer at a time anyhow.
    """
    if connection.vendor == "postgresql":
        key = address_key(document.url) or sha256_of(document.content)
        digest = blake2b(key.encode(), digest_size=8).digest()
        with connection.cursor() as cursor:
            number = int.from_bytes(digest, signed=True)
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])


def known_capture(document: RawDocument) -> Capture | None:
    """Find the capture that already holds these bytes of this address."""
    if not document.content:
        return None
    return Capture.objects.of_bytes(
        document.content, document.url, moment_of(document.captured_at)
    )


def known_article(document: RawDocument) -> Article | None:
    """Find the article that new bytes are a capture of.

    By what an export of ours says of the article's other captures, then by the address.
    """
    for sha256, key in captures_of(document.stored_as):
        if found := Capture.objects.of_hash(sha256, key).first():
            return found.article
    if document.stored_as and not document.content:
        hashed = document.stored_as.get("content_hash")
        bare = Article.objects.filter(captures__isnull=True)
        return bare.filter(content_hash=hashed).first() if hashed else None
    key = address_key(document.url)
    if not names_a_page(key):
        return None
    taken = Capture.objects.filter(url_key=key).select_related("article").first()
    return taken.article if taken else None


def moment_of(told: str) -> datetime | None:
    """Read when bytes were taken, ISO 8601; None where it is not told or can't be.

    >>> moment_of("2014-08-05T10:00:00Z").hour
    10
    """
    try:
        moment = datetime.fromisoformat(told)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment if moment.year > 1900 else None
