"""Takes in the files of one sending, as far as there is room for them."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.auth.models import User
from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from articles.corpus.raw_article.characters import clean_name
from articles.models import Upload, UploadFile, UploadItem
from articles.models.capture import sha256_of
from articles.readers.document import MAX_BYTES
from articles.readers.registry import reader_of
from articles.uploads.opening import OPENING_SECONDS, open_files
from articles.uploads.room import check_room, disk_full
from articles.uploads.waiting import keep_waiting

_ENOUGH_TO_KNOW = 4096


def receive(
    files: Sequence[File[bytes]],
    user: User,
    outlet_name: str = "",
    charset: str = "",
    seconds: float = OPENING_SECONDS,
) -> Upload:
    """Take in the files of one sending; none becomes an article.

    What can be opened within ``seconds`` is opened at once, the rest by the worker.
    Raises ``UploadRefused`` where the disk or the editor's day is full.
    """
    check_room(sum(file.size or 0 for file in files), user)
    try:
        with transaction.atomic():
            upload = Upload.objects.create(
                user=user, outlet_name=outlet_name, charset=charset
            )
            for position, file in enumerate(files, 1):
                _receive_file(upload, position, file)
            LogEntry.objects.log_actions(user.pk, [upload], ADDITION, [{"added": {}}])
    except OSError:  # full after all: nothing is known of the upload
        raise disk_full() from None
    open_files(upload, seconds)
    return upload


def _receive_file(upload: Upload, position: int, sent: File[bytes]) -> None:
    file = UploadFile(
        upload=upload,
        position=position,
        name=_label(sent.name or ""),
        size=sent.size or 0,
        charset=upload.charset,
    )
    data = sent.read() if file.size <= MAX_BYTES else b""
    reason = _unfit(file, data)
    if not reason:
        file.sha256 = sha256_of(data)
        keep_waiting(upload.pk, file.sha256, data)
    file.opened = bool(reason)
    file.save()
    if reason:
        UploadItem.objects.create(
            upload=upload,
            file=file,
            position=1,
            name=file.name,
            size=file.size,
            outcome=UploadItem.Outcome.REJECTED,
            reason=reason[:300],
        )


def _unfit(file: UploadFile, data: bytes) -> str:
    if file.size > MAX_BYTES:
        return _("الملف أكبر من 20 ميغابايت.")
    if not data:
        return _("الملف فارغ.")
    if reader_of(file.name, data[:_ENOUGH_TO_KNOW]) is None:
        return _(
            "لا تُقرأ ملفات هذا النوع؛ المقبول: TXT وHTML وDOCX وCSV وXLSX وJSON "
            "وEML وZIP وWARC."
        )
    return ""


def _label(name: str) -> str:
    """Keep a file's name as words to show: no folders, nothing invisible.

    >>> _label("../../etc/\\u202efdp.txt")
    'fdp.txt'
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return clean_name(last)[-200:] or _("بلا اسم")
