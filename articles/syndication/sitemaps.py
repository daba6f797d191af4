"""What search engines are told of: every public article and the doors to them."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.db.models import Max, QuerySet
from django.urls import reverse

from articles.models import Article, Outlet


class ArticleSitemap(Sitemap):
    """Every public article, by age, so that full pages never change their members."""

    limit = 1000

    def items(self) -> QuerySet[Article]:
        """Give the public articles."""
        return Article.objects.public().order_by("pk").only("pk", "updated_at")

    def lastmod(self, item: Article) -> datetime:
        """Say when an article last changed."""
        return item.updated_at

    def get_latest_lastmod(self) -> datetime | None:
        """Say when any article last changed, without reading them all."""
        latest: datetime | None = Article.objects.public().aggregate(
            latest=Max("updated_at")
        )["latest"]
        return latest


class OutletSitemap(Sitemap):
    """The outlets that have public articles."""

    def items(self) -> QuerySet[Outlet]:
        """Give the outlets by their age."""
        return Outlet.objects.filter(
            pk__in=Article.objects.public().values("outlet")
        ).order_by("pk")


class PageSitemap(Sitemap):
    """The pages that lead everywhere."""

    def items(self) -> list[str]:
        """Give the names of their addresses."""
        return ["home", "browse", "outlets", "sections", "authors", "about"]

    def location(self, item: str) -> str:
        """Address a page."""
        return reverse(f"articles:{item}")


SITEMAPS = {
    "articles": ArticleSitemap,
    "outlets": OutletSitemap,
    "pages": PageSitemap,
}
