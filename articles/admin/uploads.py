"""Uploads: files in, a preview to correct, articles out, and the way back."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import uploads
from articles.admin.columns import ColumnsPage
from articles.admin.editor import editor
from articles.admin.preview import PreviewPage
from articles.admin.progress import ResultPage
from articles.admin.upload_pages import may_undo, names_offered, where
from articles.forms import UndoForm, UploadForm
from articles.models import Upload, UploadItem


@admin.register(Upload)
class UploadAdmin(PreviewPage, ColumnsPage, ResultPage):
    """The list of uploads and the pages of one."""

    list_display = ("created_at", "user", "state", "item_count", "created", "rejected")
    list_filter = ("state", "user")
    list_select_related = ("user",)
    search_fields = ("items__name", "outlet_name")
    search_help_text = gettext_lazy("اسم ملف أو مصدر.")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Upload]:
        """Count each upload's texts in the list's own query."""
        outcomes = UploadItem.Outcome
        queryset: QuerySet[Upload] = super().get_queryset(request)
        return queryset.annotate(
            item_count=Count("items"),
            created=Count("items", Q(items__outcome=outcomes.CREATED)),
            rejected=Count("items", Q(items__outcome=outcomes.REJECTED)),
        )

    @admin.display(description=gettext_lazy("المواد"), ordering="item_count")
    def item_count(self, upload: Any) -> int:
        """Show how many texts lay in the files."""
        return int(upload.item_count)

    @admin.display(description=gettext_lazy("أضيف"), ordering="created")
    def created(self, upload: Any) -> int:
        """Show how many texts became articles."""
        return int(upload.created)

    @admin.display(description=gettext_lazy("رُفض"), ordering="rejected")
    def rejected(self, upload: Any) -> int:
        """Show how many texts were refused."""
        return int(upload.rejected)

    def get_urls(self) -> list[URLPattern]:
        """Add the pages of one upload."""
        pages = {
            "preview": self.preview_view,
            "result": self.result_view,
            "undo": self.undo_view,
        }
        columns = path(
            "files/<int:pk>/columns/",
            self.admin_site.admin_view(self.columns_view),
            name="articles_upload_columns",
        )
        return (
            [columns]
            + [
                path(
                    f"<int:pk>/{name}/",
                    self.admin_site.admin_view(view),
                    name=f"articles_upload_{name}",
                )
                for name, view in pages.items()
            ]
            + super().get_urls()
        )

    def delete_model(self, request: HttpRequest, obj: Upload) -> None:
        """Forget the waiting files with their upload."""
        uploads.forget_files(obj)
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Upload]) -> None:
        """Forget the waiting files with their uploads."""
        for upload in queryset:
            uploads.forget_files(upload)
        super().delete_queryset(request, queryset)

    # -- the pages ----------------------------------------------------------------

    def add_view(
        self,
        request: HttpRequest,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Take in files and lead to their preview."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        sending = request.method == "POST"
        form = UploadForm(request.POST, request.FILES) if sending else UploadForm()
        status = 200
        if form.is_valid():
            sent = form.cleaned_data
            try:
                upload = uploads.receive(
                    sent["texts"], editor(request), sent["outlet"], sent["charset"]
                )
                return redirect(where(upload))
            except uploads.UploadRefused as refusal:
                form.add_error("texts", refusal.message)
                status = 507
        title, names = _("رفع ملفات"), names_offered()
        page = self.page(request, "add", title, form=form, names=names)
        page.status_code = status
        return page

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Lead from the list to the page where an upload stands."""
        if not object_id.isascii() or not object_id.isdigit():
            raise Http404
        return redirect(where(self.find_upload(request, int(object_id))))

    def undo_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask before the articles of an upload are taken back, then do it."""
        upload = self.find_upload(request, pk)
        if not may_undo(request):
            raise PermissionDenied
        if upload.state != Upload.State.STORED:
            return redirect(where(upload))
        form = UndoForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            count = _undo(request, upload, form.cleaned_data["include_changed"])
            messages.success(request, _("تُراجع عن الرفع؛ عدد المقالات: %d.") % count)
            return redirect("admin:articles_upload_result", upload.pk)
        return self.page(
            request,
            "undo",
            _("التراجع عن الرفع"),
            upload=upload,
            form=form,
            articles=uploads.created_articles(upload),
            captures=uploads.new_captures(upload),
            may_delete=request.user.has_perm("articles.delete_article"),
            may_withdraw=request.user.has_perm("articles.withdraw_article"),
        )


def _undo(request: HttpRequest, upload: Upload, include_changed: bool) -> int:
    how = {
        "withdraw": ("articles.withdraw_article", uploads.undo_by_withdrawing),
        "delete": ("articles.delete_article", uploads.undo_by_deleting),
    }
    permission, undo = how.get(request.POST.get("do", ""), ("", None))
    if undo is None or not request.user.has_perm(permission):
        raise PermissionDenied
    return undo(upload, editor(request), include_changed)
