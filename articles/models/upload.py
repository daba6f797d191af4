"""Files an editor brought, between arriving and being stored as articles."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article, Status
from articles.models.capture import Capture


class Upload(models.Model):
    """One sending of one or many files.

    ``article_status`` is what the editor chose for its articles, ``ordered_by`` who
    chose it; they are set when the storing begins, so that a storing that was cut short
    goes on as it was ordered.
    """

    class State(models.TextChoices):
        """How far the editor, or the worker, got."""

        READING = "reading", _("قيد القراءة")
        PREVIEW = "preview", _("قيد المراجعة")
        STORING = "storing", _("قيد الحفظ")
        STORED = "stored", _("حُفظ")
        CANCELLED = "cancelled", _("أُلغي")
        UNDONE = "undone", _("تُراجع عنه")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="uploads",
        verbose_name=_("المحرر"),
    )
    created_at = models.DateTimeField(_("وقت الرفع"), auto_now_add=True)
    state = models.CharField(
        _("الحالة"), max_length=10, choices=State, default=State.READING
    )
    outlet_name = models.CharField(_("المصدر لكل الملفات"), max_length=120, blank=True)
    charset = models.CharField(_("ترميز الحروف"), max_length=40, blank=True)
    article_status = models.CharField(
        _("حالة المقالات"), max_length=10, blank=True, choices=Status
    )
    ordered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("من أمر بالحفظ"),
    )

    class Meta:
        verbose_name = _("رفع ملفات")
        verbose_name_plural = _("رفع الملفات")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return gettext("الرفع %d") % self.pk

    def get_absolute_url(self) -> str:
        """Address the page of the upload in the admin where it stands."""
        page = "preview" if self.state == self.State.PREVIEW else "result"
        return reverse(f"admin:articles_upload_{page}", args=[self.pk])


class UploadFile(models.Model):
    """One file as it was sent, or a table that lay in an archive among them (by its
    label); it is opened once, into its items.

    ``table`` holds the first rows of a table and the guess about its columns (the
    fields of ``readers.tables.Table``), ``columns`` what was chosen for them (those of
    ``ColumnChoice``); both are empty for other files.
    """

    upload = models.ForeignKey(
        Upload, models.CASCADE, related_name="files", verbose_name=_("رفع ملفات")
    )
    position = models.PositiveIntegerField(_("الترتيب"))
    name = models.CharField(_("اسم الملف"), max_length=500)
    size = models.PositiveBigIntegerField(_("الحجم"), default=0)
    sha256 = models.CharField(_("بصمة البايتات"), max_length=64, blank=True)
    charset = models.CharField(_("ترميز الحروف"), max_length=40, blank=True)
    table = models.JSONField(default=dict, blank=True)
    columns = models.JSONField(default=dict, blank=True)
    opened = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("ملف مرفوع")
        verbose_name_plural = _("الملفات المرفوعة")
        ordering = ["upload_id", "position"]
        constraints = [
            models.UniqueConstraint("upload", "position", name="upload_file_once")
        ]

    def __str__(self) -> str:
        return self.name


class UploadItem(models.Model):
    """One article to be, of an upload: its bytes by hash, what became of it and why.

    It is a whole file, a member of an archive, or a row of a table; then ``is_row``,
    and its bytes are the archive's own writing of the row. ``name`` is its label, and
    ``fields`` holds what the editor corrected in the preview, by field name;
    ``charset`` is the encoding the editor chose for it, "" to guess it. ``url`` and
    ``note`` are what its container tells of it. ``capture`` is the one it brought to
    its article; where that was there before, ``before`` holds the ``version`` it came
    to and the ``values`` that the editor's corrections took the place of.
    """

    class Outcome(models.TextChoices):
        """What became of it."""

        PENDING = "", _("بانتظار القرار")
        CREATED = "created", _("أضيف")
        UPDATED = "updated", _("حُدّث")
        UNCHANGED = "unchanged", _("موجود من قبل")
        REJECTED = "rejected", _("رُفض")
        SKIPPED = "skipped", _("تُرك")

    upload = models.ForeignKey(
        Upload, models.CASCADE, related_name="items", verbose_name=_("رفع ملفات")
    )
    file = models.ForeignKey(
        UploadFile,
        models.CASCADE,
        null=True,
        related_name="items",
        verbose_name=_("الملف"),
    )
    position = models.PositiveIntegerField(_("الترتيب"))
    name = models.CharField(_("اسم الملف"), max_length=500)
    size = models.PositiveBigIntegerField(_("الحجم"), default=0)
    sha256 = models.CharField(_("بصمة البايتات"), max_length=64, blank=True)
    charset = models.CharField(_("ترميز الحروف"), max_length=40, blank=True)
    is_row = models.BooleanField(default=False)
    url = models.CharField(_("العنوان"), max_length=2000, blank=True)
    note = models.CharField(max_length=300, blank=True)
    fields = models.JSONField(default=dict, blank=True)
    outcome = models.CharField(
        _("النتيجة"), max_length=10, blank=True, choices=Outcome, default=""
    )
    reason = models.CharField(_("السبب"), max_length=300, blank=True)
    article = models.ForeignKey(
        Article,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("المقال"),
    )

    capture = models.ForeignKey(
        Capture, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    before = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = _("مادة مرفوعة")
        verbose_name_plural = _("المواد المرفوعة")
        ordering = ["upload_id", "file_id", "position"]
        constraints = [
            # Rows of before files were opened have no file; they stay as they are.
            models.UniqueConstraint("file", "position", name="upload_item_once")
        ]
        indexes = [models.Index(fields=["upload", "outcome"], name="upload_outcome")]

    def __str__(self) -> str:
        return self.name

    @property
    def steps(self) -> list[str]:
        """Give the names of its containers, then its own."""
        return self.name.split(" › ")

    @property
    def row_number(self) -> str:
        """Give the number of a row in its table; "" for what is no row."""
        return self.steps[-1].removesuffix(".json") if self.is_row else ""


class ColumnProfile(models.Model):
    """What the columns of a table mean, kept under a name for the next such table.

    ``fields`` goes from each column's name to the field it holds, "" for none; unless
    ``named`` such tables have no row of names. ``header`` is the key by which a table
    of the same columns is known.
    """

    name = models.CharField(_("الاسم"), max_length=80, unique=True)
    fields = models.JSONField(_("الأعمدة"), default=dict)
    named = models.BooleanField(_("الصف الأول أسماء الأعمدة"), default=True)
    header = models.CharField(max_length=64, editable=False, db_index=True)
    updated_at = models.DateTimeField(_("آخر تغيير"), auto_now=True)

    class Meta:
        verbose_name = _("خريطة أعمدة")
        verbose_name_plural = _("خرائط الأعمدة")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the key of the header beside the fields."""
        self.header = header_key(self.fields, self.named)
        super().save(*args, **kwargs)


def header_key(names: Iterable[str], named: bool) -> str:
    """Give the key of a table's columns: their names, in any order."""
    told = json.dumps([named, sorted(names)], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()
