"""Takes back what an upload made of its files."""

from __future__ import annotations

from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.auth.models import User
from django.db import transaction

from articles import changes
from articles.decisions import WITHDRAW, decide
from articles.models import Article, Upload, UploadItem
from articles.uploads.storing import finish, log_state


def created_articles(upload: Upload, include_changed: bool = True) -> list[Article]:
    """Give the articles this upload made that are still there, in the files' order.

    Without ``include_changed`` those somebody changed since are left out.
    """
    items = upload.items.filter(
        outcome=UploadItem.Outcome.CREATED, article__isnull=False
    ).select_related("article")
    articles = [item.article for item in items if item.article]
    return [each for each in articles if include_changed or each.version == 1]


def undo_by_withdrawing(upload: Upload, user: User, include_changed: bool) -> int:
    """Withdraw the articles an upload made; give their number."""
    with changes.batch(), transaction.atomic():
        articles = created_articles(upload, include_changed)
        withdrawn = decide(articles, WITHDRAW, user)
        _close(upload, user)
    return len(withdrawn)


def undo_by_deleting(upload: Upload, user: User, include_changed: bool) -> int:
    """Delete the articles an upload made; give their number."""
    with changes.batch(), transaction.atomic():
        articles = created_articles(upload, include_changed)
        if articles:
            LogEntry.objects.log_actions(user.pk, articles, DELETION)
        Article.objects.filter(pk__in=[each.pk for each in articles]).delete()
        _close(upload, user)
    return len(articles)


def _close(upload: Upload, user: User) -> None:
    finish(upload, Upload.State.UNDONE)
    log_state(upload, user)
