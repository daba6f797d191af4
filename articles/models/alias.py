"""Names that once were headings of their own and now lead to another."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.catalogue import Author, Heading, Outlet, Section


class Alias(models.Model):
    """A spelling that means the heading it was merged into, and what parts them again.

    Exactly one of ``outlet``, ``section`` and ``author`` is set; ``kind`` names it.
    ``details`` holds the merged heading's other fields, ``articles`` the ids of those
    that moved.
    """

    class Kind(models.TextChoices):
        """What the name is a name of; the field of the heading."""

        OUTLET = "outlet", _("مصدر")
        SECTION = "section", _("قسم")
        AUTHOR = "author", _("كاتب")

    kind = models.CharField(_("النوع"), max_length=10, choices=Kind)
    name = models.CharField(_("الاسم المدموج"), max_length=120)
    key = models.CharField(_("الاسم موحّد الحروف"), max_length=120)
    slug = models.CharField(_("في العنوان"), max_length=140)
    outlet = models.ForeignKey(
        Outlet, models.CASCADE, null=True, blank=True, related_name="aliases"
    )
    section = models.ForeignKey(
        Section, models.CASCADE, null=True, blank=True, related_name="aliases"
    )
    author = models.ForeignKey(
        Author, models.CASCADE, null=True, blank=True, related_name="aliases"
    )
    details = models.JSONField(default=dict, blank=True, editable=False)
    articles = models.JSONField(default=list, blank=True, editable=False)
    created_at = models.DateTimeField(_("دُمج في"), auto_now_add=True)

    class Meta:
        verbose_name = _("اسم مدموج")
        verbose_name_plural = _("الأسماء المدموجة")
        ordering = ["kind", "name"]
        constraints = [
            models.UniqueConstraint("kind", "key", name="alias_key_once"),
            models.UniqueConstraint("kind", "slug", name="alias_slug_once"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def heading(self) -> Heading:
        """The heading that the name leads to."""
        heading: Heading = getattr(self, self.kind)
        return heading
