"""The way back to an earlier version of an article."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from articles import changes
from articles.editing.corrections import follow
from articles.editing.history import kept
from articles.models import Article
from articles.storing.content import HEADINGS, content_hash, published_fields

_PUBLISHED = tuple(published_fields(""))
RESTORED = (
    *("title", "title_derived", "body", "byline", "dateline_place", "agency", "url"),
    *_PUBLISHED,
)
"""What a restored version gives back, besides the headings: never the status, which
is decided on by those who may."""


def restore(article: Article, version: Any, user: User) -> list[str]:
    """Let an article say again what it said in ``version``; give the changed fields.

    Where a machine's reading gives way to the older text, that is an editor's
    correction like any other; a correction that is taken back is none any more. The
    status stays as it is.
    """
    with changes.batch(), transaction.atomic():
        article.lock()
        values = _values_of(version)
        changed = [
            name for name, value in values.items() if getattr(article, name) != value
        ]
        if changed:
            why = _("استعادة الإصدار %d") % version.version
            with kept([article], user, why):
                for name in changed:
                    setattr(article, name, values[name])
                _correct(article, set(version.corrected), set(changed))
                article.version += 1
                article.save()
                follow(article, changed)
            LogEntry.objects.log_actions(user.pk, [article], CHANGE, why)
    return changed


def _values_of(version: Any) -> dict[str, Any]:
    headings = {
        name: model.named(getattr(version, f"{name}_name"))
        for name, model in HEADINGS.items()
    }
    return {name: getattr(version, name) for name in RESTORED} | headings


def _correct(article: Article, then: set[str], changed: set[str]) -> None:
    if changed & set(_PUBLISHED):
        changed = changed | set(_PUBLISHED)
    now = set(article.corrected)
    article.corrected = sorted(then | (now - changed) | (changed - now))
    if "body" in changed:
        article.segments = []  # the way back to the raw text is the newest reading's
        article.word_count = len(article.body.split())
    article.content_hash = content_hash(article)
