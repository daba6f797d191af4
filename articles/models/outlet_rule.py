"""What an outlet prints round its articles, told by editors or learned from it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.corpus.raw_article import RULE_LABELS, LineRule, RuleKind
from articles.corpus.raw_article.returning import Place
from articles.models.catalogue import Outlet


class OutletRuleQuerySet(models.QuerySet["OutletRule"]):
    """Rules as readings ask for them."""

    def active(self) -> OutletRuleQuerySet:
        """Keep those that are switched on, in the order they were made."""
        return self.filter(is_active=True).order_by("pk")

    def of_name(self, key: str) -> OutletRuleQuerySet:
        """Keep those of the outlet that a folded name means, merged names too."""
        return self.filter(Q(outlet__key=key) | Q(outlet__aliases__key=key)).distinct()

    def as_lines(self) -> tuple[LineRule, ...]:
        """Give the rules as the parser takes them."""
        rows = self.values_list("kind", "words", "places")
        return tuple(_line_rule(*row) for row in rows)

    def learned(self) -> OutletRuleQuerySet:
        """Keep those that the archive learned, refused ones too."""
        return self.filter(source=OutletRule.Source.ARCHIVE)

    def waiting(self) -> OutletRuleQuerySet:
        """Keep those that articles are still to be read again by, the oldest first."""
        return self.filter(reread_after__isnull=False).order_by("pk")


def _line_rule(kind: str, words: str, places: str) -> LineRule:
    return LineRule(RuleKind(kind), words, tuple(map(Place, places.split())))


class OutletRule(models.Model):
    """One rule for the texts of one outlet.

    ``words`` are a pattern in plain words (``articles.corpus.raw_article.line_rules``).
    A rule is a draft, which no reading follows, until someone who has seen what it
    changes switches it on.

    What the archive learned (``articles.outlets.learned_lines``) is followed at once,
    until an editor refuses it: then it stays as refused, and is not learned again.
    ``article_count`` of ``text_count`` articles had the line, at ``places`` (names of
    places, blanks between them); ``examples`` are rows ``{article, before, after}``.
    Articles behind the id ``reread_after`` are still to be read again by it.
    """

    class Source(models.TextChoices):
        """Who says that the outlet prints the line."""

        EDITOR = "editor", _("محرر")
        ARCHIVE = "archive", _("تعلّمها الأرشيف")

    outlet = models.ForeignKey(
        Outlet, models.CASCADE, related_name="rules", verbose_name=_("المصدر")
    )
    kind = models.CharField(
        _("ما تفعله"),
        max_length=20,
        choices=[(kind.value, _(label)) for kind, label in RULE_LABELS.items()],
    )
    words = models.CharField(
        _("السطر"),
        max_length=300,
        help_text=_(
            "السطر كما يطبعه المصدر؛ «…» تقوم مقام أي كلمات. مثلا: «تابعوا…» لكل سطر "
            "يبدأ بها، و«باب: …» ليكون ما بعدها اسم القسم. لا أثر للتشكيل وصور الهمزة "
            "وعلامات الترقيم."
        ),
    )
    is_active = models.BooleanField(_("مفعّلة"), default=False, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("كتبها"),
    )
    made_at = models.DateTimeField(_("كُتبت"), auto_now_add=True)
    source = models.CharField(
        _("مصدرها"),
        max_length=10,
        choices=Source,
        default=Source.EDITOR,
        editable=False,
    )
    places = models.CharField(max_length=40, blank=True, editable=False)
    article_count = models.PositiveIntegerField(default=0, editable=False)
    text_count = models.PositiveIntegerField(default=0, editable=False)
    examples = models.JSONField(default=list, editable=False)
    reread_after = models.PositiveBigIntegerField(null=True, editable=False)
    refused_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("رفضها"),
    )

    objects: ClassVar[OutletRuleQuerySet] = OutletRuleQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("قاعدة مصدر")
        verbose_name_plural = _("قواعد المصادر")
        ordering = ["outlet__name", "pk"]
        permissions = [("switch_outletrule", _("تفعيل قواعد المصادر وإيقافها"))]

    def __str__(self) -> str:
        return self.words

    @property
    def is_learned(self) -> bool:
        """Tell what the archive learned from what an editor wrote."""
        return self.source == self.Source.ARCHIVE

    @property
    def line_rule(self) -> LineRule:
        """The rule as the parser takes it."""
        return _line_rule(self.kind, self.words, self.places)
