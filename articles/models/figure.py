"""A number claimed in an article, at its exact place."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.figure_verdict import FigureVerdict
from articles.models.name import Name
from articles.models.part import Part

__all__ = ["Figure", "Part"]


class Figure(models.Model):
    """One claimed number: value, modifier, unit, what is counted, the exact words.

    ``start`` and ``end`` are code points of the article's title or body, end
    exclusive, and ``quote`` is what stands there: a row for which that is not so can't
    be stored. ``value`` is the number itself or the lower end of a range,
    ``value_max`` the upper end; a vague figure («عشرات القتلى») has no value but a
    ``value_min``. ``rank`` orders an article's figures, 0 first; only those of tier
    "core" are key figures. ``claimant`` is who says the number in the text's own words,
    ``claimant_key`` those words folded, ``claimed_by`` the name that stands in them.
    ``verdict`` is the editor's word that the row follows, none where it is as it was
    read.
    """

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="figures", verbose_name=_("المقال")
    )
    part = models.CharField(max_length=5, choices=Part, default=Part.BODY)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.CharField(_("كما ورد"), max_length=500)
    phrase_start = models.PositiveIntegerField()
    phrase_end = models.PositiveIntegerField()
    kind = models.CharField(_("النوع"), max_length=20, db_index=True)
    value = models.DecimalField(
        _("القيمة"), max_digits=30, decimal_places=6, null=True, blank=True
    )
    value_max = models.DecimalField(
        _("إلى"), max_digits=30, decimal_places=6, null=True, blank=True
    )
    value_min = models.DecimalField(
        _("على الأقل"), max_digits=30, decimal_places=6, null=True, blank=True
    )
    iso = models.CharField(_("التاريخ أو المدة"), max_length=60, blank=True)
    modifier = models.CharField(_("المحدِّد"), max_length=20, blank=True)
    modifier_text = models.CharField(_("لفظ المحدِّد"), max_length=200, blank=True)
    unit = models.CharField(_("الوحدة"), max_length=40, blank=True)
    unit_text = models.CharField(_("لفظ الوحدة"), max_length=200, blank=True)
    noun = models.CharField(_("المعدود"), max_length=120, blank=True)
    noun_key = models.CharField(max_length=120, blank=True, db_index=True)
    claimant = models.CharField(_("القائل"), max_length=200, blank=True)
    claimant_key = models.CharField(max_length=160, blank=True, db_index=True)
    claimed_by = models.ForeignKey(
        Name,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="claims",
        verbose_name=_("اسم القائل"),
    )
    tier = models.CharField(max_length=10, default="core")
    rank = models.PositiveSmallIntegerField(default=0)
    ambiguous = models.BooleanField(_("يحتمل قراءتين"), default=False)
    vague = models.BooleanField(_("غير محدد"), default=False)
    details = models.JSONField(default=dict, blank=True)
    verdict = models.ForeignKey(
        FigureVerdict,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="figures",
        verbose_name=_("قرار المحرر"),
    )

    class Meta:
        verbose_name = _("رقم")
        verbose_name_plural = _("الأرقام")
        ordering = ["article_id", "rank"]

    def __str__(self) -> str:
        return self.quote

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the figure; raise ``ValidationError`` if it misquotes the text."""
        if not self.stands_in_text():
            raise ValidationError(_("لا يطابق الرقم موضعه في النص."))
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """Address the figure's own page."""
        return reverse("articles:figure", args=[self.article_id, self.address])

    @property
    def address(self) -> str:
        """Give the figure's part of its permanent address, the same after every new
        reading: it depends on the part, the words and which of their occurrences it is.
        """
        text = self.article.title if self.part == Part.TITLE else self.article.body
        nth = text.count(self.quote, 0, self.start)
        told = f"{self.part}\n{self.quote}\n{nth}"
        return hashlib.sha256(told.encode()).hexdigest()[:12]

    def stands_in_text(self) -> bool:
        """Tell whether the quote is what stands at the offsets."""
        text = self.article.title if self.part == Part.TITLE else self.article.body
        return bool(self.quote) and text[self.start : self.end] == self.quote
