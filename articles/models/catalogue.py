"""The headings articles stand under: outlets, sections, authors."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.db import models
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from articles.corpus.arabic import fold, strip_marks
from articles.corpus.raw_article import clean_name


def name_key(name: str) -> str:
    """Give the letters by which two spellings name one heading.

    >>> name_key("الأخبار  السياسيّة") == name_key("الاخبار السياسية")
    True
    """
    return " ".join(fold(name).split())


class Heading(models.Model):
    """A name with an address of its own; any spelling of it is the same heading."""

    name = models.CharField(_("الاسم"), max_length=120)
    key = models.CharField(_("الاسم موحّد الحروف"), max_length=120, unique=True)
    slug = models.SlugField(
        _("في العنوان"), max_length=140, unique=True, allow_unicode=True
    )
    created_at = models.DateTimeField(_("أضيف"), auto_now_add=True)

    objects: ClassVar[models.Manager[Self]]

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the folded key and a slug beside the name."""
        self.key = name_key(self.name)[:120]
        self.slug = self.slug or self._free_slug()
        super().save(*args, **kwargs)

    def _free_slug(self) -> str:
        base = slugify(strip_marks(self.name), allow_unicode=True)[:130] or "x"
        slug, number = base, 2
        while self._is_taken(slug):
            slug, number = f"{base}-{number}", number + 1
        return slug

    def _is_taken(self, slug: str) -> bool:
        others = type(self).objects.exclude(pk=self.pk)
        merged = others.filter(aliases__slug=slug)  # type: ignore[misc]  # of each kind
        return others.filter(slug=slug).exists() or merged.exists()

    @classmethod
    def named(cls, name: str) -> Self | None:
        """Find the heading of ``name`` in any spelling or make it; None for no name.

        A name that was merged into another heading means that one.
        """
        name = clean_name(strip_marks(name))[:120]
        if not name_key(name):
            return None
        key = name_key(name)[:120]
        known = cls.known(key)
        return known or cls.objects.get_or_create(key=key, defaults={"name": name})[0]

    @classmethod
    def known(cls, key: str) -> Self | None:
        """Find the heading that a folded name means, by its own or a merged name."""
        own = cls.objects.filter(key=key).first()
        return own or cls.objects.filter(aliases__key=key).first()


class Outlet(Heading):
    """Who published an article: a newspaper, a channel, a site (never the agency)."""

    country = models.CharField(
        _("البلد"),
        max_length=2,
        blank=True,
        help_text=_("رمز البلد بحرفين، مثل SY؛ يحدد عملة «الليرة» و«الدينار»."),
    )
    website = models.URLField(_("الموقع"), blank=True)
    time_zone = models.CharField(
        _("المنطقة الزمنية"),
        max_length=40,
        default="UTC",
        help_text=_("مثل Asia/Damascus؛ أوقات المقالات كما طبعها المصدر."),
    )
    notes = models.TextField(_("ملاحظات"), blank=True)
    learned_up_to = models.PositiveBigIntegerField(default=0, editable=False)
    """The last article that was looked at for lines the outlet prints on every page."""

    class Meta(Heading.Meta):
        abstract = False
        verbose_name = _("مصدر")
        verbose_name_plural = _("المصادر")

    def get_absolute_url(self) -> str:
        """Address the outlet's page."""
        return reverse("articles:outlet", args=[self.slug])


class Section(Heading):
    """A part of a newspaper: politics, economy, sport."""

    class Meta(Heading.Meta):
        abstract = False
        verbose_name = _("قسم")
        verbose_name_plural = _("الأقسام")

    def get_absolute_url(self) -> str:
        """Address the section's page."""
        return reverse("articles:section", args=[self.slug])


class Author(Heading):
    """Who signed an article."""

    class Meta(Heading.Meta):
        abstract = False
        verbose_name = _("كاتب")
        verbose_name_plural = _("الكتّاب")

    def get_absolute_url(self) -> str:
        """Address the author's page."""
        return reverse("articles:author", args=[self.slug])
