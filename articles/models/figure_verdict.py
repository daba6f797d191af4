"""What editors say of figures, and what readers report of them."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.part import Part


class Anchor(models.Model):
    """A place in an article that is found again after the text has changed.

    ``quote`` stands in the article's title or body at ``start`` (code points), with the
    words ``before`` and ``after`` it, as in a W3C text quote selector. The offset is
    where it was last found.
    """

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="%(class)ss", verbose_name=_("المقال")
    )
    part = models.CharField(max_length=5, choices=Part, default=Part.BODY)
    start = models.PositiveIntegerField()
    quote = models.CharField(_("كما ورد"), max_length=500)
    before = models.CharField(max_length=60, blank=True)
    after = models.CharField(max_length=60, blank=True)

    class Meta:
        abstract = True

    @property
    def end(self) -> int:
        """Give the offset behind the quote."""
        return self.start + len(self.quote)


class Ruling(models.TextChoices):
    """What an editor says of a figure."""

    CONFIRMED = "confirmed", _("مؤكَّد")
    CORRECTED = "corrected", _("مصحَّح")
    REJECTED = "rejected", _("مرفوض")
    ADDED = "added", _("مضاف")


class FigureVerdictQuerySet(models.QuerySet["FigureVerdict"]):
    """Verdicts by whether they hold."""

    def in_force(self) -> FigureVerdictQuerySet:
        """Keep what was not taken back, the oldest first: a later word wins."""
        return self.filter(undone_at__isnull=True).order_by("made_at", "id")


class FigureVerdict(Anchor):
    """An editor's word on one figure; it outlives every new reading of the article.

    ``fields`` are the figure's values as the editor wants them (all of them, so that a
    reader of figures that no longer sees the number still gives it), ``read`` what was
    read before. An orphan is one whose words are gone from the text: it waits, listed,
    until they come back. Taking a verdict back keeps the row, so nothing is forgotten.
    """

    ruling = models.CharField(_("القرار"), max_length=10, choices=Ruling)
    fields = models.JSONField(_("القيم"), default=dict, blank=True)
    read = models.JSONField(_("القراءة الآلية"), default=dict, blank=True)
    reason = models.CharField(_("السبب"), max_length=500, blank=True)
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("المحرر"),
    )
    made_at = models.DateTimeField(_("وقت القرار"), auto_now_add=True)
    orphaned = models.BooleanField(_("كلماته غابت"), default=False, db_index=True)
    undone_at = models.DateTimeField(_("تُراجع عنه"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("من تراجع عنه"),
    )

    objects: ClassVar[FigureVerdictQuerySet] = FigureVerdictQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("قرار في رقم")
        verbose_name_plural = _("قرارات الأرقام")
        ordering = ["-made_at", "-id"]

    def __str__(self) -> str:
        return f"{self.get_ruling_display()}: {self.quote}"


class Fault(models.TextChoices):
    """What a reader finds wrong with a figure."""

    VALUE = "value", _("القيمة غير ما في النص")
    MODIFIER = "modifier", _("سقط حدّه أو تغيّر («أكثر من»، «نحو»)")
    NOUN = "noun", _("المعدود أو الوحدة خطأ")
    CLAIMANT = "claimant", _("القائل خطأ")
    NO_FIGURE = "no_figure", _("ليس رقمًا يُدّعى (هاتف، اسم، رقم قانون…)")
    OTHER = "other", _("غير ذلك")


class ReportState(models.TextChoices):
    """Where a report stands in the editors' queue."""

    OPEN = "open", _("ينتظر")
    ACCEPTED = "accepted", _("قُبل")
    DISMISSED = "dismissed", _("رُدّ")


class FigureReport(Anchor):
    """A fault that a reader reports; editors alone see it.

    ``sender`` is a keyed hash of the address it came from and the day, to count by: the
    address itself is never kept.
    """

    fault = models.CharField(_("الخطأ"), max_length=10, choices=Fault)
    message = models.TextField(_("ملاحظة القارئ"), max_length=1000, blank=True)
    sender = models.CharField(max_length=32, db_index=True, editable=False)
    state = models.CharField(
        _("الحالة"), max_length=10, choices=ReportState, default=ReportState.OPEN
    )
    sent_at = models.DateTimeField(_("أُرسل"), auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("من راجعه"),
    )
    decided_at = models.DateTimeField(_("وقت المراجعة"), null=True, blank=True)

    class Meta:
        verbose_name = _("بلاغ عن رقم")
        verbose_name_plural = _("بلاغات القراء عن الأرقام")
        ordering = ["-sent_at", "-id"]
        indexes = [models.Index(fields=["sender", "sent_at"])]

    def __str__(self) -> str:
        return f"{self.get_fault_display()}: {self.quote}"
