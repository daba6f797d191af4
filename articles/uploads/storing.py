"""Makes articles of the items an editor approved."""

from __future__ import annotations

import logging
import time

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from articles import changes
from articles.editing.corrections import field_values
from articles.ingest import Outcome, Result, Wishes, ingest_one
from articles.models import Article, Status, Upload, UploadItem
from articles.readers import RawDocument, RefusedFile
from articles.uploads.room import has_room
from articles.uploads.waiting import forget_files, read_document

logger = logging.getLogger(__name__)

STORING_SECONDS = 15.0
"""How long one call may store; what is left over waits for the next one."""

AT_ONCE = 25
"""So many items are stored while the editor waits; more are the worker's."""

BATCH = 25
"""So many items are stored in one transaction: a short one, for others write too."""

READING_SECONDS = 5.0
"""After so long a batch is stored as far as it was read."""

_PENDING = UploadItem.Outcome.PENDING


def begin(upload: Upload, status: Status, user: User) -> None:
    """Order the storing of an upload that was looked at; the first order counts."""
    previewed = Upload.objects.filter(pk=upload.pk, state=Upload.State.PREVIEW)
    previewed.update(state=Upload.State.STORING, article_status=status, ordered_by=user)
    upload.refresh_from_db()


def store(
    upload: Upload, status: Status, user: User, seconds: float = STORING_SECONDS
) -> bool:
    """Make articles of the items that wait; tell whether none is left.

    Stops after ``seconds``, or where the process dies: called again, it goes on with
    the status that was chosen first, and no item is stored twice.
    """
    begin(upload, status, user)
    return go_on(upload, seconds)


def go_on(upload: Upload, seconds: float = STORING_SECONDS) -> bool:
    """Store what is left of an upload whose storing began; tell whether all is done.

    Stops as well where nothing can be stored now: the items then go on waiting.
    """
    if upload.state != Upload.State.STORING:
        return True
    deadline = time.monotonic() + seconds
    with changes.batch():
        while time.monotonic() < deadline and has_room():
            items = list(upload.items.filter(outcome=_PENDING)[:BATCH])
            if not items:
                _finish_storing(upload)
                return True
            if not _store_batch(upload, items):
                break
    return False


def _finish_storing(upload: Upload) -> None:
    storing = Upload.objects.filter(pk=upload.pk, state=Upload.State.STORING)
    if storing.update(state=Upload.State.STORED):
        forget_files(upload)
    upload.refresh_from_db()


def _store_batch(upload: Upload, waiting: list[UploadItem]) -> bool:
    """Store some items in one transaction; False where that is not possible now."""
    documents = _read_all(waiting)
    with transaction.atomic():
        current = Upload.objects.select_for_update(of=["self"]).get(pk=upload.pk)
        if current.state != Upload.State.STORING:
            return False
        pks = list(documents)
        locked = current.items.select_for_update(of=["self"])
        items = list(locked.filter(pk__in=pks, outcome=_PENDING))
        done = [item for item in items if _store_item(item, current, documents)]
        fields = ["outcome", "reason", "article", "capture", "before"]
        UploadItem.objects.bulk_update(done, fields)
        _log(done, current)
    return len(done) == len(items)


def _read_all(waiting: list[UploadItem]) -> dict[int, RawDocument | RefusedFile]:
    """Read the items of a batch, or the first of them where reading takes long."""
    documents: dict[int, RawDocument | RefusedFile] = {}
    deadline = time.monotonic() + READING_SECONDS
    for item in waiting:
        documents[item.pk] = read_document(item)
        if time.monotonic() > deadline:
            break
    return documents


def _store_item(
    item: UploadItem, upload: Upload, documents: dict[int, RawDocument | RefusedFile]
) -> bool:
    document = documents[item.pk]
    if isinstance(document, RefusedFile):
        outcome = Outcome(item.name, Result.REJECTED, reason=document.message)
    else:
        outcome = _ingest(item, document, upload)
    if outcome.passing:
        return False
    item.outcome, item.reason = outcome.result.value, outcome.reason[:300]
    item.article, item.capture = outcome.article, outcome.capture
    if outcome.result is Result.UPDATED and outcome.article:
        values = dict(outcome.replaced)
        item.before = {"version": outcome.article.version, "values": values}
    return True


def _ingest(item: UploadItem, document: RawDocument, upload: Upload) -> Outcome:
    # An editor named the outlet of all files: a later reading must not undo it.
    named = {"outlet": upload.outlet_name} if upload.outlet_name else {}
    try:
        with transaction.atomic():
            wishes = Wishes(
                status=Status(upload.article_status),
                user=upload.ordered_by or upload.user,
                corrections=field_values(named | item.fields),
            )
            return ingest_one(document, wishes)
    except ValueError:  # one text that can't be stored must not hold up the others
        logger.exception("could not store an item of an upload")
        reason = _("تعذر حفظ هذا النص كما هو.")
        return Outcome(item.name, Result.REJECTED, reason=reason)


def _log(items: list[UploadItem], upload: Upload) -> None:
    user = upload.ordered_by or upload.user
    if user is None:
        return
    outcomes = UploadItem.Outcome
    changed = [{"changed": {"fields": [str(upload)]}}]
    for outcome, flag, message in (
        (outcomes.CREATED, ADDITION, [{"added": {}}]),
        (outcomes.UPDATED, CHANGE, changed),
    ):
        articles: list[Article] = [
            item.article for item in items if item.article and item.outcome == outcome
        ]
        if articles:
            LogEntry.objects.log_actions(user.pk, articles, flag, message)


def cancel(upload: Upload, user: User) -> bool:
    """Forget the items of an upload that wait; tell whether any did.

    What is stored already stays, and can be undone; the rest is left out.
    """
    states = Upload.State
    with transaction.atomic():
        current = Upload.objects.select_for_update(of=["self"]).get(pk=upload.pk)
        if current.state not in (states.READING, states.PREVIEW, states.STORING):
            return False
        begun = current.state == states.STORING
        if begun:
            reason = _("أُوقف الحفظ قبله.")
            current.items.filter(outcome=_PENDING).update(
                outcome=UploadItem.Outcome.SKIPPED, reason=reason
            )
        upload.state = states.STORED if begun else states.CANCELLED
        upload.save(update_fields=["state"])
        log_state(upload, user)
    forget_files(upload)
    return True


def finish(upload: Upload, state: Upload.State) -> None:
    """Close an upload: nothing waits any longer, and the bytes that did are deleted."""
    Upload.objects.filter(pk=upload.pk).update(state=state)
    upload.state = state
    forget_files(upload)


def log_state(upload: Upload, user: User) -> None:
    """Write the state of an upload into the editors' log."""
    field = f"{_('الحالة')}: {upload.get_state_display()}"
    message = [{"changed": {"fields": [field]}}]
    LogEntry.objects.log_actions(user.pk, [upload], CHANGE, message)
