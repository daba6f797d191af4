"""Files kept beside an article: what readers may save but no text is read from."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.capture import capture_path


class Attachment(models.Model):
    """A PDF beside its article; the bytes lie under their own hash like a capture's."""

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="attachments", verbose_name=_("المقال")
    )
    sha256 = models.CharField(_("بصمة البايتات"), max_length=64, editable=False)
    size = models.PositiveBigIntegerField(_("الحجم"), editable=False)
    name = models.CharField(_("اسم الملف"), max_length=200, editable=False)
    media_type = models.CharField(_("نوع الملف"), max_length=100, editable=False)
    added_at = models.DateTimeField(_("وقت الإضافة"), auto_now_add=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("من أضافه"),
    )

    class Meta:
        verbose_name = _("مرفق")
        verbose_name_plural = _("المرفقات")
        ordering = ["added_at", "id"]
        constraints = [
            models.UniqueConstraint("article", "sha256", name="attachment_once")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def path(self) -> str:
        """Name the file of the bytes inside the store of captures."""
        return capture_path(self.sha256)
