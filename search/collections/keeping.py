"""Changes of collections: keeping, ordering, taking out and putting back."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from articles.models import Article, Figure
from search.collections.models import Collection, CollectionItem

MOST_ITEMS = 2_000


class Full(Exception):  # noqa: N818
    """The collection holds as many items as one may."""


@transaction.atomic
def keep(
    collection: Collection,
    article: Article,
    figure: Figure | None = None,
    note: str = "",
    tags: str = "",
) -> CollectionItem:
    """Put an article, or a figure of it, at the end; raise ``Full``.

    Kept twice it stays once; taken out before, it comes back. New notes replace old.
    """
    Collection.objects.select_for_update().get(pk=collection.pk)
    items = collection.items
    quote = figure.quote[:200] if figure else ""
    item = items.filter(article=article, quote=quote).first()
    if item is None:
        if items.count() >= MOST_ITEMS:
            raise Full
        last = items.order_by("place").last()
        place = last.place + 1 if last else 1
        item = CollectionItem(
            collection=collection, article=article, quote=quote, place=place
        )
    item.figure, item.removed_at = figure, None
    item.note, item.tags = note or item.note, tags or item.tags
    item.save()
    collection.save(update_fields=["updated_at"])
    return item


def take_out(item: CollectionItem) -> None:
    """Take an item out; ``put_back`` undoes it."""
    item.removed_at = timezone.now()
    item.save(update_fields=["removed_at"])


def put_back(item: CollectionItem) -> None:
    """Put an item back to where it was."""
    item.removed_at = None
    item.save(update_fields=["removed_at"])


@transaction.atomic
def move(item: CollectionItem, up: bool) -> None:
    """Let an item change places with its neighbour, if it has one."""
    items = list(item.collection.items.select_for_update().filter(removed_at=None))
    at = items.index(item)
    other = at - 1 if up else at + 1
    if not 0 <= other < len(items):
        return
    items[at], items[other] = items[other], items[at]
    for place, moved in enumerate(items, start=1):
        moved.place = place
    CollectionItem.objects.bulk_update(items, ["place"])
