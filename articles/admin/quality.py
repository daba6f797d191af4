"""The quality board: what is to be mended, outlet by outlet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article, Outlet, Status
from articles.quality import BY_NAME, CHECKS, by_outlet, by_year, looked_at, overall


class QualityFilter(admin.SimpleListFilter):
    """Articles that one of the checks of the board names."""

    title = gettext_lazy("الجودة")
    parameter_name = "quality"

    def lookups(
        self, request: HttpRequest, model_admin: admin.ModelAdmin[Any]
    ) -> list[tuple[str, str]]:
        """Offer every check."""
        return [(check.name, str(check.label)) for check in CHECKS]

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[Article]
    ) -> QuerySet[Article]:
        """Keep what the check names, as the board counts it."""
        check = BY_NAME.get(self.value() or "")
        if check is None:
            return queryset
        return queryset.exclude(status=Status.WITHDRAWN).filter(Q(check.condition))


class QualityPage(admin.ModelAdmin):
    """Counts what is to be mended; each count leads to its articles."""

    def get_urls(self) -> list[URLPattern]:
        """Add the board."""
        view: Callable[..., Any] = self.admin_site.admin_view(self.quality_view)
        board = path("quality/", view, name="articles_article_quality")
        return [board, *super().get_urls()]

    def quality_view(self, request: HttpRequest) -> HttpResponse:
        """Show the board, of all outlets or of ``?outlet=`` year by year."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        articles, outlet = looked_at(), None
        if asked := request.GET.get("outlet", ""):
            number = int(asked) if asked.isascii() and asked.isdigit() else 0
            outlet = get_object_or_404(Outlet, pk=number)
            articles = articles.filter(outlet=outlet)
        context = {
            **self.admin_site.each_context(request),
            "title": _("لوحة الجودة"),
            "subtitle": outlet.name if outlet else "",
            "opts": self.opts,
            "outlet": outlet,
            "checks": CHECKS,
            "overall": overall(articles),
            "rows": by_year(articles) if outlet else by_outlet(articles),
        }
        return TemplateResponse(request, "admin/articles/quality.html", context)
