"""What search keeps in the database: the articles whose index entry is out of date."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from search.collections.models import Collection, CollectionItem, new_token
from search.saved.models import Arrival, SavedSearch

__all__ = [
    "Arrival",
    "Collection",
    "CollectionItem",
    "Edition",
    "LedgerChange",
    "Machine",
    "Outbox",
    "SavedSearch",
    "SynonymGroup",
]


class Outbox(models.Model):
    """An article that changed, was stored or is gone since it was last indexed.

    The row is written in the transaction of the change and deleted after the index has
    it: a crash anywhere means the work is done again. No foreign key, since the article
    may be gone.
    """

    article_id = models.PositiveBigIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("تغيير بانتظار الفهرسة")
        verbose_name_plural = _("تغييرات بانتظار الفهرسة")
        ordering = ["id"]

    def __str__(self) -> str:
        return str(self.article_id)


class LedgerChange(models.Model):
    """A batch of changed articles that the engine has (``search.ledger.log``).

    ``number`` counts the batches without a gap. No foreign keys, since articles may be
    gone.
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    token = models.CharField(max_length=40, default=new_token, editable=False)
    article_ids = models.JSONField(default=list)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number}: {len(self.article_ids)}"


class Machine(models.Model):
    """A machine whose worker was seen (``search.machines``).

    ``key`` is kept in its ``DATA_DIR``: who shares the folder is the same machine.
    """

    key = models.CharField(max_length=32, primary_key=True)
    name = models.CharField(max_length=255)
    seen_at = models.DateTimeField()

    class Meta:
        ordering = ["name", "key"]

    def __str__(self) -> str:
        return self.name


class SynonymGroup(models.Model):
    """Names of one thing: a search for one of them also finds the others.

    ``names`` are written in one line, divided by commas: «داعش، تنظيم الدولة».
    """

    names = models.CharField(
        _("المترادفات"),
        max_length=500,
        help_text=_("أسماء الشيء الواحد، بينها فواصل: داعش، تنظيم الدولة"),
    )
    active = models.BooleanField(_("تُطبّق"), default=True)

    class Meta:
        verbose_name = _("مجموعة مترادفات")
        verbose_name_plural = _("المترادفات")
        ordering = ["names"]

    def __str__(self) -> str:
        return self.names


class Edition(models.Model):
    """Which state a small table is in that processes keep in memory (``search.kept``).

    The token is another after every change; a rolled back one takes its token along.
    """

    table = models.CharField(max_length=63, primary_key=True)
    token = models.CharField(max_length=32)

    def __str__(self) -> str:
        return self.table


class ApiToken(models.Model):
    """Lets a program ask the API more often than visitors may.

    Only the hash of the secret is kept: it is shown once, when the token is made.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="api_tokens",
        editable=False,
        verbose_name=_("صاحبه"),
    )
    name = models.CharField(_("لماذا"), max_length=100)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    active = models.BooleanField(
        _("يعمل"), default=True, help_text=_("أزل العلامة لسحبه في الحال.")
    )
    created_at = models.DateTimeField(_("أضيف"), auto_now_add=True)
    last_used = models.DateField(_("آخر استعمال"), null=True, editable=False)

    class Meta:
        verbose_name = _("رمز للواجهة البرمجية")
        verbose_name_plural = _("رموز الواجهة البرمجية")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.name
