"""Makes articles of the files an editor approved."""

from __future__ import annotations

import time

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from articles import changes
from articles.corrections import field_values
from articles.ingest import Outcome, Result, Wishes, ingest_one
from articles.models import Status, Upload, UploadItem
from articles.uploads.waiting import Reading, forget_files, read

STORING_SECONDS = 15.0
"""How long one call may store; what is left over waits for the next one."""


def store(
    upload: Upload,
    status: Status,
    user: User,
    seconds: float = STORING_SECONDS,
) -> bool:
    """Make articles of the files that wait; tell whether none is left.

    Stops after ``seconds``, or where the process dies: called again, it goes on with
    the status that was chosen first, and no file is stored twice.
    """
    previewed = Upload.objects.filter(pk=upload.pk, state=Upload.State.PREVIEW)
    previewed.update(state=Upload.State.STORING, article_status=status)
    upload.refresh_from_db()
    if upload.state != Upload.State.STORING:
        return True
    waiting = upload.items.filter(outcome=UploadItem.Outcome.PENDING)
    deadline = time.monotonic() + seconds
    with changes.batch():
        for pk in list(waiting.values_list("pk", flat=True)):
            if time.monotonic() > deadline:
                return False
            _store_item(pk, user)
    finish(upload, Upload.State.STORED)
    return True


def _store_item(pk: int, user: User) -> None:
    with transaction.atomic():
        item = UploadItem.objects.select_for_update(of=["self"]).get(pk=pk)
        if item.outcome != UploadItem.Outcome.PENDING:
            return  # another request was faster
        outcome = _ingest(item, read(item), user)
        item.outcome, item.reason = outcome.result.value, outcome.reason[:300]
        item.article = outcome.article
        item.save(update_fields=["outcome", "reason", "article"])
        _log(item, user)


def _ingest(item: UploadItem, reading: Reading, user: User) -> Outcome:
    if reading.document is None or reading.reason:
        return Outcome(item.name, Result.REJECTED, reason=reading.reason)
    # An editor named the outlet of all files: a later reading must not undo it.
    named = {"outlet": item.upload.outlet_name} if item.upload.outlet_name else {}
    wishes = Wishes(
        status=Status(item.upload.article_status),
        user=user,
        corrections=field_values(named | item.fields),
    )
    return ingest_one(reading.document, wishes)


def _log(item: UploadItem, user: User) -> None:
    if item.article and item.outcome == UploadItem.Outcome.CREATED:
        LogEntry.objects.log_actions(user.pk, [item.article], ADDITION, [{"added": {}}])
    elif item.article and item.outcome == UploadItem.Outcome.UPDATED:
        fields = {"fields": [str(item.upload)]}
        LogEntry.objects.log_actions(
            user.pk, [item.article], CHANGE, [{"changed": fields}]
        )


def cancel(upload: Upload, user: User) -> bool:
    """Forget the files of an upload that waits; tell whether it did."""
    previewed = Upload.objects.filter(pk=upload.pk, state=Upload.State.PREVIEW)
    if not previewed.update(state=Upload.State.CANCELLED):
        return False
    finish(upload, Upload.State.CANCELLED)
    log_state(upload, user)
    return True


def finish(upload: Upload, state: Upload.State) -> None:
    """Close an upload: no file waits any longer."""
    Upload.objects.filter(pk=upload.pk).update(state=state)
    upload.state = state
    forget_files(upload)


def log_state(upload: Upload, user: User) -> None:
    """Write the state of an upload into the editors' log."""
    field = f"{_('الحالة')}: {upload.get_state_display()}"
    message = [{"changed": {"fields": [field]}}]
    LogEntry.objects.log_actions(user.pk, [upload], CHANGE, message)
