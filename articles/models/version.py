"""What articles said before and after editors changed them."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


class NamedHeadings(models.Model):
    """The headings of a version by name: merged or renamed, they still say what was."""

    outlet_name = models.CharField(_("المصدر"), max_length=120, blank=True)
    section_name = models.CharField(_("القسم"), max_length=120, blank=True)
    author_name = models.CharField(_("الكاتب"), max_length=120, blank=True)

    class Meta:
        abstract = True


class EditorsHistory(HistoricalRecords):  # type: ignore[misc]
    """Versions of rows, which ``articles.editing.history.kept`` alone writes.

    A row that is read from a file can be read again from it: bulk ingest writes no
    version, and a save alone doesn't either. Versions go with their row.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(
            verbose_name=_("إصدار مقال"),
            verbose_name_plural=_("إصدارات المقالات"),
            bases=[NamedHeadings],
            history_id_field=models.BigAutoField(),
            history_change_reason_field=models.CharField(
                _("السبب"), max_length=300, blank=True
            ),
            cascade_delete_history=True,
            **options,
        )

    def post_save(self, *_args: Any, **_kwargs: Any) -> None:
        """Write nothing."""

    def pre_delete(self, *_args: Any, **_kwargs: Any) -> None:
        """Fetch nothing: no version is written of what is deleted."""
