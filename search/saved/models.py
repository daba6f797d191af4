"""Searches that readers save, and the order in which articles reached readers."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import connection, models
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from search.collections.models import new_token
from search.forms import SearchForm
from search.language.request import SearchRequest

SLACK = timedelta(minutes=30)
"""So much too early is on time: a task of every hour is never quite punctual."""


class Frequency(models.TextChoices):
    """How often a reader is written to of what is new, at most."""

    NONE = "none", _("بلا بريد: الخلاصة وحدها")
    DAILY = "daily", _("بالبريد، مرة في اليوم")
    WEEKLY = "weekly", _("بالبريد، مرة في الأسبوع")

    @property
    def period(self) -> timedelta:
        """Say how long after a letter the next one may follow."""
        return timedelta(days=7 if self is Frequency.WEEKLY else 1)


class SavedSearchQuerySet(models.QuerySet["SavedSearch"]):
    """Saved searches by what is to be done with them."""

    def kept(self) -> Self:
        """Leave out what its owner deleted, and owners who may not sign in."""
        return self.filter(removed_at=None, owner__is_active=True)

    def due(self, now: datetime) -> Self:
        """Keep those whose owners are to be written to if there is anything new."""
        waiting = models.Q()
        for frequency in (Frequency.DAILY, Frequency.WEEKLY):
            before = now - frequency.period + SLACK
            waiting |= models.Q(frequency=frequency, looked_at__lte=before)
        told = self.kept().filter(waiting, active=True).exclude(owner__email="")
        return told.select_related("owner").order_by("looked_at", "id")


class SavedSearch(models.Model):
    """A search that a reader follows, by e-mail or by a feed with a secret address.

    ``query`` is that of the search page's address. ``last_seen`` is the number of the
    last arrival the owner was told of, ``looked_at`` when that was decided. Deleted,
    it stays for its owner to put back. Another ``token`` is another feed address.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_searches"
    )
    name = models.CharField(_("الاسم"), max_length=160)
    query = models.CharField(max_length=4000)
    frequency = models.CharField(
        _("الإخبار بالجديد"),
        max_length=10,
        choices=Frequency,
        default=Frequency.NONE,
    )
    active = models.BooleanField(default=True)
    token = models.CharField(max_length=40, unique=True, default=new_token)
    last_seen = models.PositiveBigIntegerField(default=0)
    looked_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SavedSearchQuerySet.as_manager()

    class Meta:
        verbose_name = _("بحث محفوظ")
        verbose_name_plural = _("الأبحاث المحفوظة")
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["looked_at"], name="saved_search_looked_at")]

    def __str__(self) -> str:
        return self.name

    @property
    def request(self) -> SearchRequest:
        """Give what the search asks."""
        return SearchForm(QueryDict(self.query)).request()

    @property
    def url(self) -> str:
        """Address the page of the search."""
        return f"{reverse('search:search')}?{self.query}"

    @property
    def feed_url(self) -> str:
        """Address the feed that only its owner knows."""
        return reverse("search:saved_feed", args=[self.token])


class Arrival(models.Model):
    """An article that readers can find, numbered in the order in which they could.

    An old draft published today is new today, so the ids of articles don't tell.
    Written once: what was withdrawn and came back is not new. No foreign key, since the
    article may be gone.
    """

    article_id = models.PositiveBigIntegerField(unique=True)

    def __str__(self) -> str:
        return str(self.article_id)

    @classmethod
    def note_new(cls) -> int:
        """Number the articles that became public and are indexed; give the last number.

        Those that wait for the index are numbered when they are in it. Of two that do
        this at once the second waits for the first.
        """
        with connection.cursor() as cursor:
            cursor.execute(_NUMBER_NEW)
        last = cls.objects.aggregate(last=models.Max("pk"))["last"]
        return last or 0


_NUMBER_NEW = """
    INSERT INTO search_arrival (article_id)
    SELECT article.id FROM articles_article article
    WHERE article.status = 'published'
      AND NOT EXISTS (SELECT 1 FROM search_arrival known
                      WHERE known.article_id = article.id)
      AND NOT EXISTS (SELECT 1 FROM search_outbox waiting
                      WHERE waiting.article_id = article.id)
    ORDER BY article.id
    ON CONFLICT DO NOTHING
"""
