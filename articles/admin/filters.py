"""Filters of the editors' lists."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.models import Article


class YearFilter(admin.SimpleListFilter):
    """Articles of one year of publication, or those without a date."""

    title = _("سنة النشر")
    parameter_name = "year"
    UNDATED = "none"

    def lookups(
        self, request: HttpRequest, model_admin: admin.ModelAdmin[Any]
    ) -> list[tuple[str, str]]:
        """Offer the years there are, newest first."""
        years = [year for year, _count in Article.objects.per_year()]
        offered = [(str(year), str(year)) for year in reversed(years)]
        return [(self.UNDATED, str(_("بلا تاريخ"))), *offered]

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[Article]
    ) -> QuerySet[Article]:
        """Keep the chosen year."""
        chosen = self.value() or ""
        if chosen == self.UNDATED:
            return queryset.filter(published_on__isnull=True)
        if chosen.isascii() and chosen.isdigit() and 0 < int(chosen) < 9999:
            return queryset.filter(published_on__year=int(chosen))
        return queryset
