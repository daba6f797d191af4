"""A number by which an index entry is held against its article."""

from __future__ import annotations

from hashlib import blake2b

from articles.models import Article


def entry_digest(article: Article) -> int:
    """Give the number of what the index holds of an article: 31 bits, for any engine.

    Whatever enters the index changes it: words, headings, date. Two states of an
    article share it once in two thousand million times.
    """
    told = (
        article.title,
        article.body,
        *(article.outlet_id, article.section_id, article.author_id),
        *(article.published_on, article.published_time),
    )
    whole = "\0".join("" if part is None else str(part) for part in told)
    digest = blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=4).digest()
    return int.from_bytes(digest) >> 1
