"""Fetches the articles that an engine found, with what a list of hits shows of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple, cast

from django.db import connection
from django.db.models import ForeignKey
from django.db.models.sql import Query

from articles.models import Article
from search.kept import Kept
from search.plans import HEADINGS

_NOT_SHOWN = (
    *("segments", "removed", "corrected", "created_at", "updated_at"),
    *("title_derived", "title_fault", "byline", "dateline_place", "agency"),
    *("url", "publish_at", "word_count", "removed_share", "doubt_count"),
    *("withdrawn_reason", "withdrawn_title_shown", "withdrawn_at"),
    *("parser_version", "content_hash", "version"),
)
"""What a list of hits says nothing of."""


def articles_of(ids: Sequence[int], kept: Kept) -> dict[int, Article]:
    """Fetch those of ``ids`` that readers may see, under their headings.

    Who may is told here and not by the database: asked for both, SQLite reads the index
    of all published articles instead of the few rows.
    """
    if not ids:
        return {}
    fetched = (article for article in _fetch(ids) if article.is_public)
    articles = {article.pk: article for article in fetched}
    _put_under_headings(list(articles.values()), kept)
    return articles


class _Statement(NamedTuple):
    """What asks for so many articles by their ids, written once."""

    query: Query
    sql: str
    columns: list[Any]

    @property
    def names(self) -> list[str]:
        """Name the fields as rows have them."""
        return [column.target.attname for column in self.columns]


@lru_cache(maxsize=64)
def _statement(vendor: str, count: int) -> _Statement:
    asked = Article.objects.defer(*_NOT_SHOWN).order_by().filter(pk__in=range(count))
    compiler = asked.query.get_compiler(connection=connection)
    sql, _ = compiler.as_sql()
    return _Statement(asked.query, sql, [column for column, *_ in compiler.select])


def _fetch(ids: Sequence[int]) -> list[Article]:
    """Fetch articles by id, in no order.

    Every page of hits asks this; to write the statement anew took longer than SQLite
    takes to answer it.
    """
    query, sql, columns = statement = _statement(connection.vendor, len(ids))
    compiler = query.get_compiler(connection=connection)
    with connection.cursor() as cursor:
        cursor.execute(sql, tuple(ids))
        rows = compiler.apply_converters(
            cursor.fetchall(), compiler.get_converters(columns)
        )
    names = statement.names
    return [Article.from_db(connection.alias, names, tuple(row)) for row in rows]


def _put_under_headings(articles: list[Article], kept: Kept) -> None:
    """Give articles their outlets, sections and authors from what is kept."""
    for name, model in HEADINGS.items():
        field = cast("ForeignKey[Any, Any]", Article._meta.get_field(name))
        ids = {pk for article in articles if (pk := getattr(article, field.attname))}
        headings = kept.headings(model, ids)
        for article in articles:
            heading = headings.get(getattr(article, field.attname))
            if heading:
                field.set_cached_value(article, heading)
