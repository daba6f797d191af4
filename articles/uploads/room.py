"""How much more may be sent: to this disk, by this editor, today."""

from __future__ import annotations

import shutil
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import UploadFile


class UploadRefused(ValueError):  # noqa: N818  (the archive's word for it)
    """No file is taken in now; ``message`` says why, in Arabic."""

    def __init__(self, message: str) -> None:
        self.message = message
        super().__init__(message)


def disk_full() -> UploadRefused:
    """Give the refusal for want of room on the disk."""
    return UploadRefused(_("امتلأ قرص الأرشيف؛ أبلغ المدير ثم أعد المحاولة."))


def has_room(size: int = 0) -> bool:
    """Tell whether the disk takes ``size`` bytes and keeps its reserve free.

    Where files and database are elsewhere, this machine's disk has no say.
    """
    if settings.FILES_URL and connection.vendor != "sqlite":
        return True
    free = shutil.disk_usage(settings.DATA_DIR).free
    return bool(free - size >= settings.LEAST_FREE_BYTES)


def check_room(size: int, user: User) -> None:
    """Raise ``UploadRefused`` where the disk or the editor's day is full."""
    if not has_room(size):
        raise disk_full()
    since = timezone.now() - timedelta(days=1)
    files = UploadFile.objects.filter(upload__user=user, upload__created_at__gt=since)
    sent = files.aggregate(bytes=Sum("size"))["bytes"] or 0
    if sent + size > settings.UPLOAD_BYTES_A_DAY:
        raise UploadRefused(_("بلغت الحد اليومي لحجم ما ترفعه؛ أكمل غدا."))
