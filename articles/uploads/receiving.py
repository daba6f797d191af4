"""Takes in the files of one sending, as far as there is room for them."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from datetime import timedelta

from django.conf import settings
from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.auth.models import User
from django.core.files.base import File
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.corpus.raw_article.characters import clean_name
from articles.models import Upload, UploadItem
from articles.readers import TextReader
from articles.readers.document import MAX_BYTES
from articles.uploads.waiting import keep_waiting, read_bytes, set_reason

BYTES_A_DAY = 500 * 1024 * 1024
LEAST_FREE_BYTES = 500 * 1024 * 1024


class UploadRefused(ValueError):  # noqa: N818  (the archive's word for it)
    """No file is taken in now; ``message`` says why, in Arabic."""

    def __init__(self, message: str) -> None:
        self.message = message
        super().__init__(message)


def receive(
    files: Sequence[File[bytes]],
    user: User,
    outlet_name: str = "",
    charset: str = "",
) -> Upload:
    """Take in the files of one sending; each is read at once, none becomes an article.

    Raises ``UploadRefused`` where the disk or the editor's day is full.
    """
    _check_room(sum(file.size or 0 for file in files), user)
    with transaction.atomic():
        upload = Upload.objects.create(
            user=user, outlet_name=outlet_name, charset=charset
        )
        UploadItem.objects.bulk_create(
            _received(upload, position, file) for position, file in enumerate(files, 1)
        )
        LogEntry.objects.log_actions(user.pk, [upload], ADDITION, [{"added": {}}])
    return upload


def _check_room(size: int, user: User) -> None:
    if shutil.disk_usage(settings.DATA_DIR).free - size < LEAST_FREE_BYTES:
        raise UploadRefused(_("امتلأ قرص الأرشيف؛ أبلغ المدير ثم أعد المحاولة."))
    since = timezone.now() - timedelta(days=1)
    items = UploadItem.objects.filter(upload__user=user, upload__created_at__gt=since)
    sent = items.aggregate(bytes=Sum("size"))["bytes"] or 0
    if sent + size > BYTES_A_DAY:
        raise UploadRefused(_("بلغت الحد اليومي لحجم ما ترفعه؛ أكمل غدا."))


def _received(upload: Upload, position: int, file: File[bytes]) -> UploadItem:
    item = UploadItem(
        upload=upload,
        position=position,
        name=_label(file.name or ""),
        size=file.size or 0,
        charset=upload.charset,
    )
    reason = _unfit(item)
    if not reason:
        data = file.read()
        item.sha256 = hashlib.sha256(data).hexdigest()
        reading = read_bytes(item, data)
        reason = reading.reason
        if data:
            keep_waiting(item, data)
    set_reason(item, reason)
    return item


def _unfit(item: UploadItem) -> str:
    if item.size > MAX_BYTES:
        return _("الملف أكبر من 20 ميغابايت.")
    if not TextReader().accepts(item.name, b""):
        return _("ليس ملفا نصيا: تُقبل الملفات التي ينتهي اسمها بـ ‎.txt")
    return ""


def _label(name: str) -> str:
    """Keep a file's name as words to show: no folders, nothing invisible.

    >>> _label("../../etc/\\u202efdp.txt")
    'fdp.txt'
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return clean_name(last)[-200:] or _("بلا اسم")
