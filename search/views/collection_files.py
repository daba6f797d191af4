"""Collections to take along, in the formats of every list of articles.

Tables have a row an item, with what its owner wrote of it; references, texts and
captures have each article once, in the order of the collection.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from django.http import HttpRequest, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.exports.cells import Cell
from articles.exports.downloads import table_download
from articles.exports.formats import ArticleFormat
from articles.exports.tables import Column, Table, TableFormat
from articles.views.exports import articles_download
from articles.views.links import absolute
from search.collections.models import Collection, CollectionItem


def files_of(view: str, key: int | str) -> list[tuple[ArticleFormat, str]]:
    """Give the formats with the addresses at which ``view`` sends a collection."""
    return [(form, reverse(view, args=[key, str(form)])) for form in ArticleFormat]


def collection_download(
    request: HttpRequest, collection: Collection, form: ArticleFormat
) -> StreamingHttpResponse:
    """Stream what readers may see of a collection."""
    items = collection.items.shown()
    if form.has_columns:
        rows = _rows(request, items)
        return table_download(Table("collection", _columns(), rows), TableFormat(form))
    ids = list(dict.fromkeys(items.values_list("article_id", flat=True)))
    return articles_download(request, form, (), ids, len(ids))


def _columns() -> list[Column]:
    return [
        Column("title", _("العنوان")),
        Column("outlet", _("المصدر")),
        Column("published", _("التاريخ")),
        Column("figure", _("رقم منه")),
        Column("note", _("ملاحظة")),
        Column("tags", _("وسوم")),
        Column("url", _("الرابط")),
    ]


def _rows(
    request: HttpRequest, items: Iterable[CollectionItem]
) -> Iterator[tuple[Cell, ...]]:
    address = partial(absolute, request)
    for item in items:
        article = item.article
        yield (
            article.title,
            article.outlet.name if article.outlet else "",
            article.published_iso,
            item.quote,
            item.note,
            item.tags,
            address(article.get_absolute_url()),
        )
