"""The bytes an article came from."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.corpus.addresses import address_key
from articles.models.article import Article


class CaptureQuerySet(models.QuerySet["Capture"]):
    """Captures by the bytes they hold and by where and when these were taken."""

    def public(self) -> Self:
        """Keep the captures of articles that readers may see."""
        return self.filter(article__status__unindexed="published")

    def of_address(self, url: str) -> Self:
        """Keep the captures of an address, however it is written; none of none."""
        key = address_key(url)
        return self.filter(url_key=key) if key else self.none()

    def of_hash(self, sha256: str, key: str) -> Self:
        """Keep the captures of some bytes from an address by its key, or from none.

        They are looked for by the hash: most captures may have the same address, none.
        """
        return self.filter(sha256=sha256, url_key__unindexed=key)

    def of_bytes(
        self, data: bytes, url: str = "", taken_at: datetime | None = None
    ) -> Capture | None:
        """Find the capture that already holds ``data`` from ``url``.

        Without a time any does. With one it is that of this very moment, or the last
        one before it: an address that gave the same bytes again has not changed, one
        that went back to earlier bytes has.
        """
        key = address_key(url)
        same = self.of_hash(sha256_of(data), key)
        if taken_at is None or not key:
            return same.first()
        if exact := same.filter(captured_at=taken_at).first():
            return exact
        last = self.filter(url_key=key, captured_at__lte=taken_at).first()
        return same.filter(pk=last.pk).first() if last else None

    def nearest(self, moment: datetime) -> Capture | None:
        """Find the capture taken nearest to a moment, the earlier of two."""
        before = self.filter(captured_at__lte=moment).order_by("-captured_at", "-id")
        after = self.filter(captured_at__gt=moment).order_by("captured_at", "id")
        found = [one for one in (before.first(), after.first()) if one is not None]
        return min(found, key=lambda one: abs(one.captured_at - moment), default=None)


class Capture(models.Model):
    """The bytes as received, with their hash, when, who brought them and whence.

    The row never changes and the bytes lie outside the web root under their own hash.
    ``captured_at`` is when the bytes were taken from their address, as far as the file
    tells it, else when the archive received them, as ``received_at`` always says.
    ``url_key`` is what all spellings of the address have in common.
    """

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="captures", verbose_name=_("المقال")
    )
    sha256 = models.CharField(_("بصمة البايتات"), max_length=64, editable=False)
    size = models.PositiveBigIntegerField(_("الحجم"), editable=False)
    media_type = models.CharField(
        _("نوع الملف"), max_length=100, default="text/plain", editable=False
    )
    charset_confidence = models.FloatField(_("الثقة بالترميز"), default=1)
    charset = models.CharField(_("ترميز الحروف"), max_length=40, editable=False)
    source = models.CharField(
        _("اسم الملف كما ورد"), max_length=500, blank=True, editable=False
    )
    url = models.CharField(
        _("العنوان"), max_length=2000, blank=True, default="", editable=False
    )
    url_key = models.CharField(
        max_length=1000, blank=True, default="", editable=False, db_index=True
    )
    captured_at = models.DateTimeField(_("وقت الالتقاط"), default=timezone.now)
    received_at = models.DateTimeField(_("وصلت إلى الأرشيف"), auto_now_add=True)
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
            models.UniqueConstraint(
                "sha256", "url", "captured_at", name="capture_bytes_once"
            ),
            models.UniqueConstraint(
                "sha256", condition=models.Q(url=""), name="capture_without_url_once"
            ),
        ]

    def __str__(self) -> str:
        return self.sha256[:12]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store a new capture; refuse to change one."""
        if not self._state.adding:
            raise ValidationError(_("النسخة المحفوظة دليل لا يُعدَّل."))
        self.url_key = address_key(self.url)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """Address the page of the capture as it reads now."""
        return reverse("articles:capture", args=[self.article_id, self.pk])

    @property
    def stamp(self) -> str:
        """Write when it was taken as web archives do: 14 digits of UTC."""
        return f"{self.captured_at.astimezone(UTC):%Y%m%d%H%M%S}"

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
