"""Files an editor brought, between arriving and being stored as articles."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article, Status


class Upload(models.Model):
    """One sending of one or many files.

    ``article_status`` is what the editor chose for its articles; it is set when their
    storing begins, so that a storing that was cut short goes on as it was ordered.
    """

    class State(models.TextChoices):
        """How far the editor got."""

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
        _("الحالة"), max_length=10, choices=State, default=State.PREVIEW
    )
    outlet_name = models.CharField(_("المصدر لكل الملفات"), max_length=120, blank=True)
    charset = models.CharField(_("ترميز الحروف"), max_length=40, blank=True)
    article_status = models.CharField(
        _("حالة المقالات"), max_length=10, blank=True, choices=Status
    )

    class Meta:
        verbose_name = _("رفع ملفات")
        verbose_name_plural = _("رفع الملفات")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return gettext("الرفع %d") % self.pk

    def get_absolute_url(self) -> str:
        """Address the preview of the upload in the admin."""
        return reverse("admin:articles_upload_preview", args=[self.pk])


class UploadItem(models.Model):
    """One file of an upload: its bytes by hash, what became of it and why.

    ``fields`` holds what the editor corrected in the preview, by field name;
    ``charset`` is the encoding the editor chose for this file, "" to guess it.
    """

    class Outcome(models.TextChoices):
        """What became of the file."""

        PENDING = "", _("بانتظار القرار")
        CREATED = "created", _("أضيف")
        UPDATED = "updated", _("حُدّث")
        UNCHANGED = "unchanged", _("موجود من قبل")
        REJECTED = "rejected", _("رُفض")
        SKIPPED = "skipped", _("تُرك")

    upload = models.ForeignKey(
        Upload, models.CASCADE, related_name="items", verbose_name=_("رفع ملفات")
    )
    position = models.PositiveIntegerField(_("الترتيب"))
    name = models.CharField(_("اسم الملف"), max_length=500)
    size = models.PositiveBigIntegerField(_("الحجم"), default=0)
    sha256 = models.CharField(_("بصمة البايتات"), max_length=64, blank=True)
    charset = models.CharField(_("ترميز الحروف"), max_length=40, blank=True)
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

    class Meta:
        verbose_name = _("ملف مرفوع")
        verbose_name_plural = _("الملفات المرفوعة")
        ordering = ["upload_id", "position"]
        constraints = [
            models.UniqueConstraint("upload", "position", name="upload_item_once")
        ]

    def __str__(self) -> str:
        return self.name
