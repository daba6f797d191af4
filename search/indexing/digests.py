"""How an index is held against the database: a number an entry, and ranges of ids."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from typing import NamedTuple, TypeVar

from django.db.models import Model, QuerySet

from articles.models import Article

Row = TypeVar("Row", bound=Model)


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


class IdRange(NamedTuple):
    """Ids after ``after`` and not after ``up_to``, which may be no end at all."""

    after: int
    up_to: int | None

    def of(self, rows: QuerySet[Row], field: str = "pk") -> QuerySet[Row]:
        """Keep the rows whose ``field`` lies in the range."""
        rows = rows.filter(**{f"{field}__gt": self.after})
        return (
            rows if self.up_to is None else rows.filter(**{f"{field}__lte": self.up_to})
        )


def id_ranges(size: int) -> Iterator[IdRange]:
    """Cut all ids into ranges of ``size`` public articles, so that memory holds one.

    The last has no end: what the database does not know may have any id.
    """
    ids = Article.objects.public().order_by("pk").values_list("pk", flat=True)
    after = 0
    while ends := list(ids.filter(pk__gt=after)[size - 1 : size]):
        yield IdRange(after, ends[0])
        after = ends[0]
    yield IdRange(after, None)
