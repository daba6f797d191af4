"""Who and what articles name: people, organisations, places."""

from __future__ import annotations

import re
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.corpus.arabic import fold
from articles.corpus.words import DIGITS, WORD
from articles.models.article import Article

_WORDS = re.compile(f"{WORD}|{DIGITS}")


def words_key(name: str) -> str:
    """Give the folded words of a name, by which its spellings are one.

    Signs are dropped, so a key never holds the hyphen that addresses put between its
    words.

    >>> words_key("كوفي  عنّان") == words_key("كوفي عنان")
    True
    """
    return " ".join(_WORDS.findall(fold(name)))[:160].rstrip()


class NameKind(models.TextChoices):
    """What bears the name."""

    PERSON = "PER", _("شخص")
    ORGANISATION = "ORG", _("جهة")
    PLACE = "LOC", _("مكان")


class NameQuerySet(models.QuerySet["Name"]):
    """Names as readers meet them."""

    def own(self) -> NameQuerySet:
        """Keep the names that have pages of their own: not merged into another."""
        return self.filter(merged_into__isnull=True)


class Name(models.Model):
    """One person, organisation or place, as articles write the name.

    A name that an editor found to be another's spelling points to it by
    ``merged_into`` and keeps its mentions: taking the merge back is emptying the
    field. The name pointed to is never merged itself.
    """

    kind = models.CharField(_("النوع"), max_length=3, choices=NameKind)
    name = models.CharField(_("الاسم"), max_length=200)
    key = models.CharField(_("الاسم موحّد الحروف"), max_length=160, editable=False)
    merged_into = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="variants",
        verbose_name=_("اسم آخر لـ"),
        limit_choices_to={"merged_into": None},
    )
    created_at = models.DateTimeField(_("أضيف"), auto_now_add=True)

    objects: ClassVar[NameQuerySet] = NameQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("اسم")
        verbose_name_plural = _("الأسماء")
        ordering = ["name"]
        constraints = [models.UniqueConstraint("kind", "key", name="name_once")]
        indexes = [models.Index(fields=["key"])]

    def __str__(self) -> str:
        return self.name

    @property
    def slug(self) -> str:
        """Give the name's part of its address: «جون-كيري»."""
        return self.key.replace(" ", "-")


class Mention(models.Model):
    """A name's places in an article.

    ``places`` are rows ``[part, start, end]`` in text order, code points of the
    article's title or body, end exclusive. ``title`` is what the article calls a person
    beside the name: «وزير الخارجية».
    """

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="mentions", verbose_name=_("المقال")
    )
    name = models.ForeignKey(
        Name, models.CASCADE, related_name="mentions", verbose_name=_("الاسم")
    )
    title = models.CharField(_("الصفة"), max_length=200, blank=True)
    places = models.JSONField(default=list)

    class Meta:
        verbose_name = _("ذِكر")
        verbose_name_plural = _("مواضع الذكر")
        constraints = [models.UniqueConstraint("article", "name", name="mention_once")]

    def __str__(self) -> str:
        return str(self.name)
