"""Files kept beside an article, taken in and given out."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, Attachment
from articles.models.capture import keep_bytes
from articles.readers.labels import label_of
from articles.uploads.room import UploadRefused, check_room, disk_full

MAX_BYTES = 20 * 1024 * 1024
MAX_A_ARTICLE = 20
PDF = "application/pdf"
_MAGIC = b"%PDF-"
_MAGIC_WITHIN = 1024  # readers of PDF allow as much before it
_ENDING = b"%%EOF"


def attach(article: Article, file: File[bytes], user: User) -> Attachment:
    """Keep a PDF beside an article; the same file twice is one attachment.

    Its bytes lie under their hash and are never opened here. Raises ``UploadRefused``
    for what is no PDF, too large or one too many, and where the disk or the editor's
    day is full.
    """
    size = file.size or 0
    if size > MAX_BYTES:
        raise UploadRefused(_("الملف أكبر من 20 ميغابايت."))
    check_room(size, user)
    data = file.read()
    if _MAGIC not in data[:_MAGIC_WITHIN]:
        raise UploadRefused(_("ليس ملف PDF: تُقبل المرفقات بهذه الصيغة وحدها."))
    if _ENDING not in data:
        raise UploadRefused(_("ملف PDF مبتور: ينقصه آخره."))
    try:
        sha256 = keep_bytes(data)
    except OSError:
        raise disk_full() from None
    with transaction.atomic():
        Article.objects.select_for_update(of=["self"]).get(pk=article.pk)
        others = article.attachments.exclude(sha256=sha256)
        if others.count() >= MAX_A_ARTICLE:
            raise UploadRefused(_("للمقال عشرون مرفقا، وهو أقصى ما يُقبل."))
        attachment, _made = Attachment.objects.get_or_create(
            article=article,
            sha256=sha256,
            defaults={
                "size": len(data),
                "name": label_of(file.name or "").rsplit("/", 1)[-1],
                "media_type": PDF,
                "added_by": user,
            },
        )
    return attachment
