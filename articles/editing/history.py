"""What an article said before and after each change by an editor.

What was read from a file can be read from it again: only what editors change is kept,
as whole versions, each with who changed it, when and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from articles.models import Article
from articles.storing.content import HEADINGS

READ, CHANGED = "+", "~"
"""Kinds of versions: as it came, and as an editor left it."""

_AT_ONCE = 400


@contextmanager
def kept(
    articles: Iterable[Article], user: User | None, why: str = ""
) -> Iterator[None]:
    """Keep what articles said before and after that which is done to them inside.

    Called in a transaction. An article is changed where its ``version`` is another
    afterwards; an unsaved one that is stored inside gets its first version.
    """
    articles = list(articles)
    before = {one.pk: one for one in _stored(articles)}
    yield
    now = timezone.now()
    after = [
        one
        for one in _stored(articles)
        if one.pk not in before or before[one.pk].version != one.version
    ]
    known = _kept_already(after)
    rows = []
    for one in after:
        was = before.get(one.pk)
        if was and (was.pk, was.version) not in known:
            rows.append(_version(was, READ, was.updated_at))
        rows.append(_version(one, CHANGED, now, user, why))
    Article.history.bulk_create(rows, batch_size=_AT_ONCE)


def _stored(articles: list[Article]) -> Iterator[Article]:
    ids = [one.pk for one in articles if one.pk]
    for start in range(0, len(ids), _AT_ONCE):
        some = Article.objects.filter(pk__in=ids[start : start + _AT_ONCE])
        yield from some.with_headings().defer("segments", "removed")


def _kept_already(articles: list[Article]) -> set[tuple[int, int]]:
    known: set[tuple[int, int]] = set()
    for start in range(0, len(articles), _AT_ONCE):
        ids = [one.pk for one in articles[start : start + _AT_ONCE]]
        known.update(
            Article.history.filter(id__in=ids).order_by().values_list("id", "version")
        )
    return known


def _version(
    article: Article,
    kind: str,
    when: datetime,
    user: User | None = None,
    why: str = "",
) -> Any:
    tracked = Article.history.model.tracked_fields
    return Article.history.model(
        history_type=kind,
        history_date=when,
        history_user=user,
        history_change_reason=why[:300],
        **{field.attname: getattr(article, field.attname) for field in tracked},
        **{f"{name}_name": _name(article, name) for name in HEADINGS},
    )


def _name(article: Article, heading: str) -> str:
    found = getattr(article, heading)
    return found.name if found else ""


def versions_of(article: Article) -> list[Any]:
    """Give the versions of an article, the present one first, by falling number.

    What it says now is one of them, though no editor made it.
    """
    versions = list(
        Article.history.filter(id=article.pk)
        .select_related("history_user")
        .order_by("-version", "-history_id")
    )
    if not versions or versions[0].version != article.version:
        versions.insert(0, _version(article, READ, article.updated_at))
    return versions
