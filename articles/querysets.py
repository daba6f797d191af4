"""The one door through which public pages see articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count
from django.db.models.functions import ExtractYear

if TYPE_CHECKING:
    from articles.models import Article


class ArticleQuerySet(models.QuerySet["Article"]):
    """Articles by what a reader may see and how lists show them."""

    def public(self) -> Self:
        """Keep what readers may see: published articles, nothing else."""
        return self.filter(status="published")

    def with_headings(self) -> Self:
        """Fetch outlet, section and author in the same query."""
        return self.select_related("outlet", "section", "author")

    def for_lists(self) -> Self:
        """Fetch what a list shows of an article."""
        return self.with_headings().defer("segments", "removed", "corrected")

    def newest(self) -> Self:
        """Sort by the printed date, newest first, undated last."""
        return self.order_by(
            models.F("published_on").desc(nulls_last=True),
            models.F("published_time").desc(nulls_last=True),
            "-id",
        )

    def per_year(self) -> list[tuple[int, int]]:
        """Count articles by year of publication, oldest year first."""
        return list(
            self.filter(published_on__isnull=False)
            .order_by()
            .annotate(year=ExtractYear("published_on"))
            .values_list("year")
            .annotate(count=Count("id"))
            .order_by("year")
        )
