"""Keeps the names that an article mentions true to its text, and counts them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from articles.article_text import ArticleText
from articles.corpus.names import Entity
from articles.models import Article, Mention, Name
from articles.models.name import words_key
from articles.storing.name_counts import mark_stale

NameKey = tuple[str, str]
"""Kind and folded words."""


def key_of(entity: Entity) -> NameKey:
    """Give the key by which an entity is one name in all articles."""
    return entity.type.value, words_key(entity.name)


def names_of(entities: Iterable[Entity]) -> dict[NameKey, Name]:
    """Give the stored name of each entity; new ones are stored.

    What has no letter to be known by is left out.
    """
    wanted = {key_of(entity): entity.name for entity in entities}
    wanted = {key: name for key, name in wanted.items() if key[1]}
    names = _stored(wanted)
    missing = {key: wanted[key] for key in wanted.keys() - names.keys()}
    if missing:
        # Another process may store the same name just now: ask again what there is.
        Name.objects.bulk_create(
            [
                Name(kind=kind, key=key, name=missing[kind, key][:200])
                for kind, key in sorted(missing)
            ],
            ignore_conflicts=True,
        )
        names |= _stored(missing)
    return names


def _stored(wanted: Mapping[NameKey, str]) -> dict[NameKey, Name]:
    rows = Name.objects.filter(key__in={key for _kind, key in wanted})
    return {(row.kind, row.key): row for row in rows if (row.kind, row.key) in wanted}


def store_mentions(
    article: Article,
    source: ArticleText,
    entities: Iterable[Entity],
    names: Mapping[NameKey, Name],
) -> list[Mention]:
    """Store what the text of a saved article, which has no mentions now, names."""
    rows: dict[int, Mention] = {}
    for entity in entities:
        name = names.get(key_of(entity))
        if name is None:
            continue
        row = rows.setdefault(name.pk, Mention(article=article, name=name))
        row.title = row.title or (entity.title or "")[:200]
        row.places = sorted(row.places + _places(source, entity), key=_in_text_order)
    mark_stale(list(rows))
    return Mention.objects.bulk_create(rows.values())


def forget_mentions(article: Article) -> None:
    """Take away the stored mentions of an article, before it is read again."""
    mark_stale(article.mentions.values("name"))
    article.mentions.all().delete()


def _places(source: ArticleText, entity: Entity) -> list[list[str | int]]:
    places: list[list[str | int]] = []
    for mention in entity.mentions:
        part, shift = source.part_of(mention.start, mention.end)
        places.append([part.value, mention.start - shift, mention.end - shift])
    return places


def _in_text_order(place: list[str | int]) -> tuple[bool, int]:
    return place[0] == "body", int(place[1])
