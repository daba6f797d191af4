"""Copies of one report: what texts are looked up by, links between them, clusters."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.corpus.reprints import Likeness as ReadLikeness
from articles.models.article import Article


class Sketch(models.Model):
    """The digest of an article's words, kept beside the hashes it is looked up by."""

    article = models.OneToOneField(
        Article, models.CASCADE, primary_key=True, related_name="sketch"
    )
    digest = models.CharField(max_length=32, db_index=True)
    version = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return self.digest


class SketchHash(models.Model):
    """One shingle that stands in an article: any process finds copies by these rows.

    ``size`` is how many hashes the article's sketch has.
    """

    pk = models.CompositePrimaryKey("hash", "article_id")
    hash = models.PositiveIntegerField()
    article = models.ForeignKey(Article, models.CASCADE, related_name="+")
    size = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return f"{self.hash:x}"


class Likeness(models.TextChoices):
    """In what way two articles are one report."""

    EXACT = ReadLikeness.EXACT.value, _("النص نفسه")
    NEAR = ReadLikeness.NEAR.value, _("نص قريب")
    CONTAINS = ReadLikeness.CONTAINS.value, _("أحدهما ضمن الآخر")


class Verdict(models.TextChoices):
    """What an editor decided of a link; it outlives every new computation."""

    NONE = "", _("آلي")
    LINKED = "linked", _("أثبته محرر")
    CUT = "cut", _("قطعه محرر")


class ReprintQuerySet(models.QuerySet["Reprint"]):
    """Links by what may be made of them."""

    def standing(self) -> ReprintQuerySet:
        """Leave out what an editor cut."""
        return self.exclude(verdict=Verdict.CUT)

    def touching(self, article_ids: Any) -> ReprintQuerySet:
        """Keep the links of some articles."""
        ids = list(article_ids)
        return self.filter(models.Q(first__in=ids) | models.Q(second__in=ids))


class Reprint(models.Model):
    """Two articles that are one report; ``first`` has the smaller id.

    ``of_first`` is the share of the first one's words that stand in the second,
    ``of_second`` the reverse, 0 to 1.
    """

    first = models.ForeignKey(
        Article, models.CASCADE, related_name="+", verbose_name=_("المقال")
    )
    second = models.ForeignKey(
        Article, models.CASCADE, related_name="+", verbose_name=_("المقال الآخر")
    )
    likeness = models.CharField(
        _("الشبه"), max_length=10, choices=Likeness, default=Likeness.NEAR
    )
    of_first = models.FloatField(default=0)
    of_second = models.FloatField(default=0)
    verdict = models.CharField(
        _("القرار"),
        max_length=10,
        blank=True,
        choices=Verdict,
        default=Verdict.NONE,
        db_index=True,
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("من قرر"),
    )
    decided_at = models.DateTimeField(_("متى"), null=True, blank=True, editable=False)

    objects = ReprintQuerySet.as_manager()

    class Meta:
        verbose_name = _("إعادة نشر")
        verbose_name_plural = _("إعادات النشر")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint("first", "second", name="reprint_pair_once"),
            models.CheckConstraint(
                condition=models.Q(first__lt=models.F("second")),
                name="reprint_first_is_smaller",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} = {self.second_id}"


class Cluster(models.Model):
    """The public copies of one report.

    ``earliest`` is the one published first, as far as dates tell, of equal ones that
    which came to the archive first. ``agency`` is the wire that most copies name.
    """

    earliest = models.ForeignKey(Article, models.CASCADE, related_name="+")
    agency = models.CharField(_("الوكالة"), max_length=120, blank=True)
    size = models.PositiveIntegerField(_("عدد النسخ"))

    class Meta:
        verbose_name = _("خبر أعيد نشره")
        verbose_name_plural = _("أخبار أعيد نشرها")

    def __str__(self) -> str:
        return str(self.pk)


class ClusterMember(models.Model):
    """An article's place among the copies of its report; none where it has none."""

    article = models.OneToOneField(
        Article, models.CASCADE, primary_key=True, related_name="membership"
    )
    cluster = models.ForeignKey(Cluster, models.CASCADE, related_name="members")

    def __str__(self) -> str:
        return f"{self.article_id} in {self.cluster_id}"
