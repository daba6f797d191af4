"""The bytes an article came from."""

from __future__ import annotations

import hashlib
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class CaptureQuerySet(models.QuerySet["Capture"]):
    """Captures by the bytes they hold."""

    def of_bytes(self, data: bytes, url: str = "") -> Capture | None:
        """Find the capture that already holds ``data`` from ``url``."""
        return (
            self.filter(sha256=sha256_of(data), url=url)
            .select_related("article")
            .first()
        )


class Capture(models.Model):
    """The bytes as received, with their hash, when, who brought them and whence.

    The row never changes and the bytes lie outside the web root under their own hash.
    """

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="captures", verbose_name=_("المقال")
    )
    sha256 = models.CharField(_("بصمة البايتات"), max_length=64, editable=False)
    size = models.PositiveBigIntegerField(_("الحجم"), editable=False)
    media_type = models.CharField(
        _("نوع الملف"), max_length=100, default="text/plain", editable=False
    )
    charset = models.CharField(_("ترميز الحروف"), max_length=40, editable=False)
    source = models.CharField(
        _("اسم الملف كما ورد"), max_length=500, blank=True, editable=False
    )
    url = models.CharField(
        _("العنوان"), max_length=2000, blank=True, default="", editable=False
    )
    captured_at = models.DateTimeField(_("وقت الحفظ"), auto_now_add=True)
    captured_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("من أضافها"),
    )

    objects = CaptureQuerySet.as_manager()

    class Meta:
        verbose_name = _("نسخة محفوظة")
        verbose_name_plural = _("النسخ المحفوظة")
        ordering = ["-captured_at", "-id"]
        constraints = [
            models.UniqueConstraint("sha256", "url", name="capture_bytes_once")
        ]

    def __str__(self) -> str:
        return self.sha256[:12]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store a new capture; refuse to change one."""
        if not self._state.adding:
            raise ValidationError(_("النسخة المحفوظة دليل لا يُعدَّل."))
        super().save(*args, **kwargs)

    @property
    def path(self) -> str:
        """Name the file of the bytes inside the store of captures."""
        return capture_path(self.sha256)

    def read(self) -> bytes:
        """Give the bytes as received."""
        with storages["captures"].open(self.path) as file:
            return bytes(file.read())


def sha256_of(data: bytes) -> str:
    """Give the digest by which bytes are known, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def capture_path(sha256: str) -> str:
    """Place a capture by its hash: names that came with files are labels only."""
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"


def keep_bytes(data: bytes) -> str:
    """Store ``data`` under its hash, once, and give the hash."""
    sha256 = sha256_of(data)
    store = storages["captures"]
    if not store.exists(capture_path(sha256)):
        store.save(capture_path(sha256), ContentFile(data))
    return sha256
