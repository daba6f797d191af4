"""What editors set by hand: kept apart from what was read, and never undone by it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from articles import changes
from articles.corpus.raw_article import ParsedArticle
from articles.editing.history import kept
from articles.models import Article
from articles.models.catalogue import Heading
from articles.reprints import keep_one
from articles.storing.content import HEADINGS, content_hash, published_fields
from articles.storing.extraction import store_readings

_PUBLISHED = tuple(published_fields(""))


def field_values(corrections: Mapping[str, str]) -> dict[str, Any]:
    """Give the article's fields for what an editor typed, by field name.

    ``published`` is ISO 8601 cut to what is known; headings are names, and those that
    are new are stored.
    """
    values: dict[str, Any] = {}
    for name, text in corrections.items():
        if name == "published":
            values |= published_fields(text)
        else:
            values[name] = HEADINGS[name].named(text) if name in HEADINGS else text
    if "title" in values:
        values["title_derived"] = False
    return values


def correct(article: Article, names: Collection[str]) -> None:
    """Note that an editor set the fields ``names``, and what follows from it.

    The article is not saved. A body written by hand has no way back to the raw text.
    """
    fields = {name for name in names if hasattr(article, name)}
    if "published" in names:
        fields.update(_PUBLISHED)
    if "title" in fields:
        article.title_derived = False
        fields.add("title_derived")
    if "body" in fields:
        article.segments = []
        article.word_count = len(article.body.split())
    article.corrected = sorted({*article.corrected, *fields})
    article.content_hash = content_hash(article)


def follow(article: Article, names: Collection[str]) -> None:
    """Bring up to date what is read from an article whose fields ``names`` changed.

    An outlet's country tells which pound or dinar is meant.
    """
    if {"title", "body", "published", "outlet", *_PUBLISHED} & set(names):
        store_readings(article)
    keep_one(article)


def unsaved_article(parsed: ParsedArticle, title: str, published: str) -> Article:
    """Give what would be stored of a text, as far as its figures depend on it."""
    derived = parsed.title_derived and title == parsed.title
    return Article(
        title=title,
        title_derived=derived,
        body=parsed.body,
        **published_fields(published),
    )


def set_headings(
    articles: Iterable[Article], values: Mapping[str, Heading], user: User
) -> list[Article]:
    """Give articles an outlet, section or author, as corrections by ``user``.

    Everything happens in one transaction; what is returned are the articles that had
    another one before.
    """
    why = _("تعيين المصدر أو القسم")
    chosen = Article.objects.filter(pk__in=[article.pk for article in articles])
    with changes.batch(), transaction.atomic():
        locked = list(chosen.with_headings().select_for_update(of=["self"]))
        with kept(locked, user, why):
            changed = [one for one in locked if _set_headings(one, values)]
        if changed:
            told = [{"changed": {"fields": sorted(values)}}]
            LogEntry.objects.log_actions(user.pk, changed, CHANGE, told)
    return changed


def _set_headings(article: Article, values: Mapping[str, Heading]) -> bool:
    names = [name for name, one in values.items() if getattr(article, name) != one]
    if not names:
        return False
    for name in names:
        setattr(article, name, values[name])
    correct(article, names)
    article.version += 1
    article.save()
    if "outlet" in names:
        store_readings(article)
    return True
