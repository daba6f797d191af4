"""Who and what articles name: people, organisations, places."""

from __future__ import annotations

import re
from typing import ClassVar

from django.db import models
from django.urls import reverse
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


PAGES: dict[str, str] = {
    NameKind.PERSON: "person",
    NameKind.ORGANISATION: "organisation",
    NameKind.PLACE: "place",
}
"""Kind of name -> the address of one such name."""


class NameQuerySet(models.QuerySet["Name"]):
    """Names as readers meet them."""

    def own(self) -> NameQuerySet:
        """Keep what is a name and has a page of its own: not merged into another."""
        return self.filter(merged_into__isnull=True, not_a_name=False)

    def met(self) -> NameQuerySet:
        """Keep the names that public articles mention, the most mentioned first."""
        return self.own().filter(article_count__gt=0).order_by("-article_count", "key")

    def at(self, kind: str, slug: str) -> Name | None:
        """Find the name of an address, be it a variant; None where none is."""
        names = self.select_related("merged_into").filter(not_a_name=False)
        return names.filter(kind=kind, key=slug.replace("-", " ")).first()

    def beginning(self, words: str) -> NameQuerySet:
        """Keep the names one of whose words begins with ``words`` in any spelling."""
        key = words_key(words)
        if not key:
            return self
        inside = models.Q(key__contains=f" {key}")
        return self.filter(models.Q(key__startswith=key) | inside)


class Name(models.Model):
    """One person, organisation or place, as articles write the name.

    A name that an editor found to be another's spelling points to it by
    ``merged_into`` and keeps its mentions: taking the merge back is emptying the
    field. The name pointed to is never merged itself.

    ``article_count`` is the number of public articles that mention the name or one of
    its variants, 0 for a variant. While ``stale`` it waits to be counted again.
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
    not_a_name = models.BooleanField(
        _("ليس اسمًا"),
        default=False,
        help_text=_("يُخفى عن القراء، ولا تعيده إعادة القراءة."),
    )
    article_count = models.PositiveIntegerField(
        _("مقالاته المنشورة"), default=0, editable=False
    )
    stale = models.BooleanField(default=True, editable=False)
    created_at = models.DateTimeField(_("أضيف"), auto_now_add=True)

    objects: ClassVar[NameQuerySet] = NameQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("اسم")
        verbose_name_plural = _("الأسماء")
        ordering = ["name"]
        constraints = [models.UniqueConstraint("kind", "key", name="name_once")]
        indexes = [
            models.Index(fields=["key"]),
            models.Index(
                fields=["kind", "-article_count", "key"],
                condition=models.Q(
                    merged_into__isnull=True, not_a_name=False, article_count__gt=0
                ),
                name="name_most_mentioned",
            ),
            models.Index(
                fields=["id"], condition=models.Q(stale=True), name="name_stale"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Address the name's page."""
        return reverse(f"articles:{PAGES[self.kind]}", args=[self.slug])

    @property
    def slug(self) -> str:
        """Give the name's part of its address: «جون-كيري»."""
        return self.key.replace(" ", "-")

    def bearers(self) -> list[Name]:
        """Give the name and its variants: a mention of any of them is one of it."""
        return [self, *self.variants.filter(not_a_name=False)]


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
