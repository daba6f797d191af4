"""What the pages of an upload share."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page
from django.db.models import Count
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.models import Author, Outlet, Section, Status, Upload
from articles.uploads.room import has_room

STORING_ORDERS = (Status.DRAFT.value, Status.PUBLISHED.value)
_NAMES_OFFERED = 500


class UploadPages(admin.ModelAdmin):
    """Finds the upload, asks for permission, renders the page."""

    def find_upload(self, request: HttpRequest, pk: int) -> Upload:
        """Give the upload to those who may see it, 404 where there is none."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return get_object_or_404(Upload.objects.select_related("user"), pk=pk)

    def check_order(self, request: HttpRequest, order: str) -> None:
        """Raise ``PermissionDenied`` unless the user may give ``order``."""
        allowed = self.has_change_permission(request)
        if order in STORING_ORDERS:
            allowed = allowed and request.user.has_perm("articles.add_article")
        if order == Status.PUBLISHED:
            allowed = allowed and request.user.has_perm("articles.publish_article")
        if not allowed:
            raise PermissionDenied

    def tell_if_stuck(self, request: HttpRequest, done: bool) -> None:
        """Say that the disk has no room, where that is why storing stopped."""
        if not done and not has_room():
            messages.error(request, _("امتلأ قرص الأرشيف؛ يُستأنف الحفظ حين يتسع."))

    def page(
        self, request: HttpRequest, name: str, title: str, **context: Any
    ) -> TemplateResponse:
        """Render one of the pages of an upload."""
        context |= {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
        }
        return TemplateResponse(request, f"admin/articles/upload/{name}.html", context)


def where(upload: Upload) -> str:
    """Give the address of the page where an upload stands."""
    return upload.get_absolute_url()


def may_undo(request: HttpRequest) -> bool:
    """Tell whether the user may take back what uploads made."""
    permissions = ("articles.withdraw_article", "articles.delete_article")
    return any(request.user.has_perm(permission) for permission in permissions)


def page_numbers(page: Page) -> list[int | str]:
    """Give the pages to offer: the first, the last, those around; "…" between."""
    return list(page.paginator.get_elided_page_range(page.number))


def outcome_counts(upload: Upload) -> dict[str, int]:
    """Count the items by what became of them; "pending" waits, "all" is their sum."""
    rows = upload.items.order_by().values_list("outcome").annotate(Count("pk"))
    counts = {outcome or "pending": count for outcome, count in rows}
    return counts | {"all": sum(counts.values())}


def names_offered() -> dict[str, list[str]]:
    """Give the names of headings that a field offers while an editor types."""
    models = {"outlets": Outlet, "sections": Section, "authors": Author}
    return {
        each: list(model.objects.values_list("name", flat=True)[:_NAMES_OFFERED])
        for each, model in models.items()
    }
