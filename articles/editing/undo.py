"""The way back from a change of many articles: what they said before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from articles import changes
from articles.editing.corrections import follow
from articles.editing.decisions import STATE_FIELDS
from articles.editing.history import kept
from articles.models import Article
from articles.reprints import recluster
from articles.storing.content import plain_values, set_plain

Snapshot = list[list[Any]]
"""Rows ``[article id, version it will have, {field: value}]``, plain JSON."""


def remember(articles: Iterable[Article], names: Sequence[str]) -> Snapshot:
    """Note the fields ``names`` of articles that are about to be changed once."""
    return [
        [article.pk, article.version + 1, plain_values(article, names)]
        for article in articles
    ]


def take_back(snapshot: Snapshot, user: User) -> int:
    """Give articles what they said before, and tell how many got it.

    An article that was changed since is left alone: that change is worth more.
    """
    rows: Mapping[int, tuple[int, dict[str, Any]]] = {
        pk: (version, values) for pk, version, values in snapshot
    }
    why = _("تراجع عن تغيير")
    with changes.batch(), transaction.atomic():
        articles = Article.objects.filter(pk__in=rows).select_for_update()
        back = [each for each in articles if each.version == rows[each.pk][0]]
        with kept(back, user, why):
            for article in back:
                _restore(article, rows[article.pk][1])
        if back:
            recluster({article.pk for article in back})
            LogEntry.objects.log_actions(user.pk, back, CHANGE, why)
    return len(back)


def _restore(article: Article, values: Mapping[str, Any]) -> None:
    set_plain(article, values)
    article.version += 1
    article.save()
    if not values.keys() <= {*STATE_FIELDS}:
        follow(article, [name.removesuffix("_id") for name in values])
