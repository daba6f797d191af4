"""An article: one published text of one outlet."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.corpus.claims import Fault
from articles.models.catalogue import Author, Outlet, Section
from articles.models.newest_index import NewestIndex
from articles.models.version import EditorsHistory
from articles.querysets import ArticleQuerySet

NEWEST = ["-published_on", "-published_time", "-id"]
COUNTED_BY = ["published_precision", "outlet", "section", "author"]


def _newest_of(*headings: str) -> NewestIndex:
    counted = [field for field in COUNTED_BY if field not in headings]
    name = "_".join(["article", *headings, "newest"])
    return NewestIndex(fields=["status", *headings, *NEWEST, *counted], name=name)


class Status(models.TextChoices):
    """Where an article stands in its editorial life."""

    DRAFT = "draft", _("مسودة")
    REVIEWED = "reviewed", _("مُراجَع")
    PUBLISHED = "published", _("منشور")
    WITHDRAWN = "withdrawn", _("مسحوب")


class PublishedPrecision(models.TextChoices):
    """How exactly the text tells when it was published."""

    UNKNOWN = "", _("بلا تاريخ")
    YEAR = "year", _("السنة")
    MONTH = "month", _("الشهر")
    DAY = "day", _("اليوم")
    MINUTE = "minute", _("الدقيقة")


class Article(models.Model):
    """One text as readers see it; everything but an editor's corrections can be made
    again from its captures.

    ``published_on`` and ``published_time`` are the outlet's own clock as printed and
    are never shifted between zones; for a month or a year ``published_on`` is its
    first day and ``published_precision`` says so. ``segments`` leads from the body back
    to the decoded capture: rows ``[body_start, raw_start, length]`` in code points.
    A reviewed article with a ``publish_at`` is scheduled: it is published at the first
    request or look of the indexer after that moment (``decisions.publish_due``), not
    before. ``removed`` holds what was cut from the capture: ``{start, end, reason,
    text}``.
    """

    title = models.CharField(_("العنوان"), max_length=500)
    title_derived = models.BooleanField(
        _("العنوان مشتق"),
        default=False,
        help_text=_("لم يرد في النص عنوان، فاشتُق من جملته الأولى."),
    )
    title_fault = models.CharField(
        _("العنوان والنص"),
        max_length=20,
        blank=True,
        db_index=True,
        editable=False,
        choices=[
            (Fault.CONTRADICTED.value, _("رقم يخالفه النص")),
            (Fault.MISSING.value, _("رقم لا يرد في النص")),
            (Fault.LOST_MODIFIER.value, _("رقم يحدّه النص وحده")),
        ],
        help_text=_("كيف يقف رقم في العنوان من النص، إن كان فيه ما يُنظر."),
    )
    body = models.TextField(_("النص"))
    outlet = models.ForeignKey(
        Outlet,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("المصدر"),
    )
    section = models.ForeignKey(
        Section,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("القسم"),
    )
    author = models.ForeignKey(
        Author,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("الكاتب"),
    )
    byline = models.CharField(_("سطر الكاتب كما ورد"), max_length=200, blank=True)
    dateline_place = models.CharField(_("مكان الخبر"), max_length=120, blank=True)
    agency = models.CharField(_("الوكالة"), max_length=120, blank=True)
    published_on = models.DateField(_("تاريخ النشر"), null=True, blank=True)
    published_time = models.TimeField(_("ساعة النشر"), null=True, blank=True)
    published_precision = models.CharField(
        _("دقة التاريخ"),
        max_length=10,
        blank=True,
        choices=PublishedPrecision,
        default=PublishedPrecision.UNKNOWN,
    )
    language = models.CharField(_("اللغة"), max_length=10, default="ar")
    url = models.URLField(_("عنوان الصفحة الأصلية"), max_length=2000, blank=True)
    status = models.CharField(
        _("الحالة"), max_length=10, choices=Status, default=Status.PUBLISHED
    )
    publish_at = models.DateTimeField(_("موعد النشر"), null=True, blank=True)
    withdrawn_reason = models.CharField(_("سبب السحب"), max_length=300, blank=True)
    withdrawn_title_shown = models.BooleanField(
        _("يبقى العنوان ظاهرا بعد السحب"), default=False
    )
    withdrawn_at = models.DateTimeField(_("سُحب في"), null=True, blank=True)
    removed = models.JSONField(_("ما حُذف من النص الخام"), default=list, blank=True)
    segments = models.JSONField(default=list, blank=True, editable=False)
    corrected = models.JSONField(
        _("حقول صححها محرر"),
        default=list,
        blank=True,
        help_text=_("لا تغيّرها إعادة القراءة."),
    )
    word_count = models.PositiveIntegerField(_("عدد الكلمات"), default=0)
    removed_share = models.FloatField(_("حصة ما حُذف"), default=0, editable=False)
    doubt_count = models.PositiveIntegerField(
        _("أسطر مشكوك فيها"), default=0, editable=False
    )
    parser_version = models.PositiveIntegerField(_("إصدار القارئ"), default=0)
    content_hash = models.CharField(
        _("بصمة المحتوى"), max_length=64, blank=True, editable=False
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(_("أضيف"), auto_now_add=True)
    updated_at = models.DateTimeField(_("آخر تغيير"), auto_now=True)

    objects = ArticleQuerySet.as_manager()
    history = EditorsHistory(
        custom_model_name="ArticleVersion",
        excluded_fields=[
            *("outlet", "section", "author"),  # by name: see NamedHeadings
            *("segments", "removed", "removed_share", "doubt_count", "title_fault"),
            *("word_count", "language", "content_hash", "created_at", "updated_at"),
        ],
    )

    class Meta:
        verbose_name = _("مقال")
        verbose_name_plural = _("المقالات")
        ordering = NEWEST
        permissions = [
            ("review_article", _("إقرار مراجعة المقالات")),
            ("publish_article", _("نشر المقالات")),
            ("withdraw_article", _("سحب المقالات")),
        ]
        indexes = [
            models.Index(
                fields=["publish_at"],
                condition=models.Q(publish_at__isnull=False),
                name="article_scheduled",
            ),
            # Status first, and all that lists are counted by: no row is read for it.
            models.Index(fields=["status", "-id"], name="article_latest"),
            models.Index(fields=["status", "-updated_at"], name="article_changed"),
            _newest_of(),
            _newest_of("outlet"),
            _newest_of("section"),
            _newest_of("author"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Address the article's page."""
        return reverse("articles:article", args=[self.pk])

    def lock(self) -> None:
        """Read it anew and let nobody else change it until the transaction ends.

        Whoever saves all of an article does this first: what was read a moment ago may
        have been withdrawn or corrected since.
        """
        self.refresh_from_db(from_queryset=Article.objects.select_for_update())

    @property
    def is_public(self) -> bool:
        """Tell whether a reader without an account may see it."""
        return self.status == Status.PUBLISHED

    @property
    def is_scheduled(self) -> bool:
        """Tell whether it waits for the moment it is to be published at."""
        return self.status == Status.REVIEWED and self.publish_at is not None

    @property
    def paragraphs(self) -> list[str]:
        """Give the paragraphs of the body in order."""
        return [part for part in self.body.split("\n\n") if part]

    @property
    def published_iso(self) -> str:
        """Write the date of publication as exactly as it is known; "" for none.

        ``2017-03-22T21:38``, ``2017-03-22``, ``2017-03`` or ``2017``.
        """
        day: date | None = self.published_on
        if day is None:
            return ""
        length = {"year": 4, "month": 7}.get(self.published_precision, 10)
        iso = day.isoformat()[:length]
        if self.published_precision == "minute" and self.published_time:
            iso += f"T{self.published_time:%H:%M}"
        return iso
