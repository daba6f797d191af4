"""Opens the files of an upload: each gives one item, or as many as lie in it."""

from __future__ import annotations

import time
from collections.abc import Iterator

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from articles.corpus.raw_article import RejectedText, parse_article
from articles.models import Upload, UploadFile, UploadItem
from articles.models.capture import sha256_of
from articles.readers import Member, RawDocument, RefusedFile
from articles.readers.files import is_table, unpack
from articles.uploads.columns import choice_of, look_at_columns
from articles.uploads.waiting import (
    document_from,
    keep_waiting,
    set_reason,
    waiting_bytes,
)

OPENING_SECONDS = 8.0
"""How long a request may open files; what is left over waits for the worker."""

MOST_ITEMS = 50_000
"""How many articles one upload may come to."""

Found = tuple[RawDocument | Member | RefusedFile, bool]


def open_files(upload: Upload, seconds: float = OPENING_SECONDS) -> bool:
    """Open the files of an upload that are still closed; tell whether none is left.

    Stops after ``seconds``, or where the process dies: called again, it goes on. An
    item that there was no time to read waits unread: it is read when it is shown or
    stored.
    """
    deadline = time.monotonic() + seconds
    while file := upload.files.filter(opened=False).first():
        if time.monotonic() > deadline:
            return False
        _open(file, deadline)
    Upload.objects.filter(pk=upload.pk, state=Upload.State.READING).update(
        state=Upload.State.PREVIEW
    )
    upload.refresh_from_db()
    return True


def _open(file: UploadFile, deadline: float) -> None:
    tables: list[Member] = []
    data = waiting_bytes(file.upload_id, file.sha256)
    if data is None:
        lost = RefusedFile(file.name, _("لم يعد الملف محفوظا؛ ارفعه من جديد."))
        items = [_item(file, 1, (lost, False), b"", deadline)]
    elif refused := look_at_columns(file, data):
        items = [_item(file, 1, (refused, False), data, deadline)]
    else:
        items = list(_items(file, data, deadline, tables))
    with transaction.atomic():
        Upload.objects.select_for_update(of=["self"]).get(pk=file.upload_id)
        locked = UploadFile.objects.select_for_update(of=["self"]).get(pk=file.pk)
        if locked.opened:
            return  # another process was faster
        UploadItem.objects.bulk_create(items, batch_size=500)
        _add_tables(file, tables)
        file.opened = True
        file.save(update_fields=["opened", "table", "columns"])


def _add_tables(file: UploadFile, tables: list[Member]) -> None:
    """Let the tables of an archive be files of their own: each has its columns."""
    files = UploadFile.objects.filter(upload=file.upload_id)
    last = files.aggregate(last=Max("position"))["last"]
    for position, table in enumerate(tables, last + 1):
        sha256 = sha256_of(table.content)
        keep_waiting(file.upload_id, sha256, table.content)
        UploadFile.objects.create(
            upload_id=file.upload_id,
            position=position,
            name=table.label[-500:],
            size=len(table.content),
            sha256=sha256,
            charset=file.charset,
        )


def _items(
    file: UploadFile, data: bytes, deadline: float, tables: list[Member]
) -> Iterator[UploadItem]:
    """Make the items of a file; the tables in it are put aside in ``tables``."""
    left = MOST_ITEMS - UploadItem.objects.filter(upload=file.upload_id).count()
    position = 0
    for found in _found(file, data):
        if isinstance(found[0], Member) and is_table(found[0].label):
            tables.append(found[0])
            continue
        position += 1
        if position > left:
            too_many = _("في الرفع مواد أكثر من 50 ألفا: قسّمه.")
            found = RefusedFile(file.name, too_many), False
        yield _item(file, position, found, data, deadline)
        if position > left:
            return


def _found(file: UploadFile, data: bytes) -> Iterator[Found]:
    """Give what lies in a file, and whether it is the row of a table."""
    choice = choice_of(file.columns)
    for found in unpack(file.name, data, charset=file.charset, columns=choice):
        yield found, _has_own_bytes(found, data)


def _has_own_bytes(found: RawDocument | Member | RefusedFile, whole: bytes) -> bool:
    """Tell the row of a table: other documents keep the bytes of their file."""
    return isinstance(found, RawDocument) and found.content != whole


def _item(
    file: UploadFile, position: int, found: Found, whole: bytes, deadline: float
) -> UploadItem:
    given, is_row = found
    label = given.label[:500]
    item = UploadItem(
        upload_id=file.upload_id,
        file=file,
        position=position,
        name=label,
        charset=file.charset,
        is_row=is_row,
    )
    if isinstance(given, RefusedFile):
        set_reason(item, given.message)
        content = whole if label == file.name else b""  # to be tried in another way
    else:
        item.url, item.note = given.url, given.note[:300]
        content = given.content
        if time.monotonic() < deadline:
            set_reason(item, _fault(item, given))
    if content:
        item.size = len(content)
        item.sha256 = file.sha256 if content is whole else sha256_of(content)
        keep_waiting(file.upload_id, item.sha256, content)
    return item


def _fault(item: UploadItem, given: RawDocument | Member) -> str:
    document: RawDocument | RefusedFile
    if isinstance(given, Member):
        document = document_from(item, given.content)
    else:
        document = given
    if isinstance(document, RefusedFile):
        return document.message
    try:
        parse_article(document.text)
    except RejectedText as rejection:
        return rejection.message
    return ""
