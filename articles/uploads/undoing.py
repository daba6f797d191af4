"""Takes back what an upload made of its files."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from articles import changes
from articles.captures.reading import document_of
from articles.corpus.raw_article import RejectedText
from articles.editing.decisions import WITHDRAW, decide
from articles.editing.history import kept
from articles.ingest import reread
from articles.models import Article, Capture, Upload, UploadItem
from articles.readers import RefusedFile
from articles.storing.content import set_plain
from articles.uploads.storing import finish, log_state

_OUTCOMES = UploadItem.Outcome
Undo = Callable[[list[Article]], int]


def created_articles(upload: Upload, include_changed: bool = True) -> list[Article]:
    """Give the articles this upload made that are still there, in the files' order.

    Each has ``is_more`` where it is more than this upload made of it: somebody changed
    it since, or it came in another way too. Without ``include_changed`` those are left
    out.
    """
    items = upload.items.filter(outcome=_OUTCOMES.CREATED, article__isnull=False)
    items = items.annotate(
        is_more=Q(article__version__gt=1) | _brought_elsewhere(upload),
    ).select_related("article")
    articles = []
    for item in items:
        if item.article and (include_changed or not item.is_more):
            item.article.is_more = item.is_more  # type: ignore[attr-defined]
            articles.append(item.article)
    return articles


def _brought_elsewhere(upload: Upload) -> Q:
    """Tell of an item whether its article has bytes that others brought too."""
    captures = Capture.objects.filter(article=OuterRef("article"))
    ours = upload.items.values("sha256")
    return Exists(captures.exclude(sha256__in=ours)) | _sent_again(upload)


def _sent_again(upload: Upload) -> Exists:
    """Tell of an item whether a standing upload brought the same bytes again."""
    others = UploadItem.objects.exclude(upload=upload.pk)
    return Exists(
        others.exclude(upload__state=Upload.State.UNDONE).filter(
            outcome=_OUTCOMES.UNCHANGED,
            article=OuterRef("article"),
            sha256=OuterRef("sha256"),
        )
    )


def new_captures(
    upload: Upload, include_changed: bool = True
) -> list[list[UploadItem]]:
    """Give the items that brought new captures to articles that were there before,
    those of one article together.

    What another upload brought too is no longer this one's to take back.
    """
    items = upload.items.filter(
        outcome=_OUTCOMES.UPDATED, article__isnull=False, capture__isnull=False
    )
    items = items.exclude(_sent_again(upload)).select_related("article")
    grouped = groupby(items.order_by("article", "pk"), key=lambda item: item.article_id)
    groups = [list(group) for _article, group in grouped]
    return [each for each in groups if include_changed or _is_as_left(each)]


def _is_as_left(items: list[UploadItem]) -> bool:
    article = items[-1].article
    return bool(article and items[-1].before.get("version") == article.version)


def undo_by_withdrawing(upload: Upload, user: User, include_changed: bool) -> int:
    """Withdraw the articles an upload made, take back its captures of others; give the
    number of articles."""

    def withdraw(articles: list[Article]) -> int:
        return len(decide(articles, WITHDRAW, user))

    return _undo(upload, user, include_changed, withdraw)


def undo_by_deleting(upload: Upload, user: User, include_changed: bool) -> int:
    """Delete the articles an upload made, take back its captures of others; give the
    number of articles."""

    def delete(articles: list[Article]) -> int:
        if articles:
            LogEntry.objects.log_actions(user.pk, articles, DELETION)
        Article.objects.filter(pk__in=[each.pk for each in articles]).delete()
        return len(articles)

    return _undo(upload, user, include_changed, delete)


def _undo(upload: Upload, user: User, include_changed: bool, undo: Undo) -> int:
    with changes.batch(), transaction.atomic():
        groups = new_captures(upload, include_changed)
        back = sum(_take_back(items, upload, user) for items in groups)
        count = undo(created_articles(upload, include_changed)) + back
        finish(upload, Upload.State.UNDONE)
        log_state(upload, user)
    return count


def _take_back(items: list[UploadItem], upload: Upload, user: User) -> bool:
    """Let an article say again what it said before ``items``; tell whether it does.

    It keeps what it shows where no other capture can be read in its place.
    """
    known = items[0].article
    assert known is not None  # new_captures gives no others
    article = Article.objects.select_for_update().get(pk=known.pk)
    ours = {item.capture_id for item in items if item.capture_id}
    shown = article.captures.first()
    left = article.captures.exclude(pk__in=ours).first()
    document = document_of(left) if left else None
    if document is None or isinstance(document, RefusedFile):
        return False
    why = _("تراجع عن: %s") % upload
    try:
        with transaction.atomic(), kept([article], user, why):
            if _is_as_left(items):
                for item in reversed(items):
                    set_plain(article, item.before["values"])
                article.version += 1
                article.save()
            article.captures.filter(pk__in=ours).delete()
            if shown and shown.pk in ours:
                reread(article, document)
    except RejectedText:
        return False
    return True
