"""What readers keep: articles and figures in collections of their own."""

from __future__ import annotations

import secrets
from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Figure, Status


def new_token() -> str:
    """Make a secret that nobody guesses, for an address."""
    return secrets.token_urlsafe(24)


class Sharing(models.TextChoices):
    """Who may read a collection beside its owner."""

    PRIVATE = "private", _("لي وحدي")
    LINK = "link", _("لمن عنده الرابط")
    PUBLIC = "public", _("للجميع، وتظهر في القائمة")


class Collection(models.Model):
    """Articles and figures that a reader keeps, in an order and with notes.

    The secret address is another one after ``token`` was renewed.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="collections"
    )
    title = models.CharField(_("العنوان"), max_length=160)
    notes = models.TextField(_("ملاحظات"), blank=True, max_length=4000)
    sharing = models.CharField(
        _("من يقرؤها"), max_length=10, choices=Sharing, default=Sharing.PRIVATE
    )
    token = models.CharField(max_length=40, unique=True, default=new_token)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("مجموعة")
        verbose_name_plural = _("المجموعات")
        ordering = ["-updated_at", "-id"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Address the owner's page."""
        return reverse("search:collection", args=[self.pk])

    @property
    def shared_url(self) -> str:
        """Address the page of other readers."""
        return reverse("search:shared", args=[self.token])


class CollectionItemQuerySet(models.QuerySet["CollectionItem"]):
    """Items by who may see them."""

    def shown(self) -> Self:
        """Keep what wasn't taken out and whose article readers may still see."""
        public = self.filter(article__status__unindexed=Status.PUBLISHED)
        return public.filter(removed_at__isnull=True).select_related(
            "article__outlet", "article__section", "figure"
        )


class CollectionItem(models.Model):
    """An article in a collection, or one ``figure`` of it.

    Taken out, it stays for its owner to put back.
    """

    collection = models.ForeignKey(Collection, models.CASCADE, related_name="items")
    article = models.ForeignKey(Article, models.CASCADE, related_name="+")
    figure = models.ForeignKey(
        Figure, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    quote = models.CharField(max_length=200, blank=True)
    note = models.TextField(_("ملاحظة"), blank=True, max_length=2000)
    tags = models.CharField(_("وسوم"), blank=True, max_length=200)
    place = models.PositiveIntegerField(default=0)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = CollectionItemQuerySet.as_manager()

    class Meta:
        ordering = ["place", "id"]
        constraints = [
            models.UniqueConstraint(
                "collection", "article", "quote", name="kept_once_in_a_collection"
            )
        ]

    def __str__(self) -> str:
        return self.quote or self.article.title

    @property
    def tag_list(self) -> list[str]:
        """Give the tags one by one."""
        return [
            tag for tag in map(str.strip, self.tags.replace("،", ",").split(",")) if tag
        ]
