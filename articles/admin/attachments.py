"""The page of the files kept beside an article."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.admin.editor import editor
from articles.editing.attachments import attach
from articles.forms.attachments import AttachmentForm
from articles.models import Article, Attachment
from articles.uploads import UploadRefused


class AttachmentsPage(admin.ModelAdmin):
    """Lists an article's attachments, adds one, takes one away."""

    def attachments_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the attachments; do what is ordered."""
        article = get_object_or_404(Article, pk=pk)
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        if request.method == "POST" and "remove" in request.POST:
            return self._remove(request, article)
        form = AttachmentForm()
        if request.method == "POST":
            _demand(request, "add")
            form = AttachmentForm(request.POST, request.FILES)
            if form.is_valid() and self._attach(request, article, form):
                return redirect("admin:articles_article_attachments", article.pk)
        context = self._context(request, article, form)
        return TemplateResponse(request, "admin/articles/attachments.html", context)

    def _context(
        self, request: HttpRequest, article: Article, form: AttachmentForm
    ) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            "title": _("المرفقات"),
            "subtitle": article.title,
            "opts": self.opts,
            "article": article,
            "attachments": article.attachments.select_related("added_by"),
            "form": form,
            "may_add": request.user.has_perm("articles.add_attachment"),
            "may_remove": request.user.has_perm("articles.delete_attachment"),
        }

    def _attach(
        self, request: HttpRequest, article: Article, form: AttachmentForm
    ) -> bool:
        try:
            made = attach(article, form.cleaned_data["file"], editor(request))
        except UploadRefused as refusal:
            form.add_error("file", refusal.message)
            return False
        _log(request, article, _("مرفق"))
        messages.success(request, _("أُرفق الملف «%s» بالمقال.") % made.name)
        return True

    def _remove(self, request: HttpRequest, article: Article) -> HttpResponse:
        _demand(request, "delete")
        asked = request.POST["remove"]
        pk = int(asked) if asked.isdecimal() and len(asked) < 18 else 0
        attachment = get_object_or_404(Attachment, article=article, pk=pk)
        attachment.delete()  # the bytes stay: others may lie under the same hash
        _log(request, article, _("أزيل مرفق"))
        messages.success(request, _("أُزيل المرفق «%s».") % attachment.name)
        return redirect("admin:articles_article_attachments", article.pk)


def _demand(request: HttpRequest, action: str) -> None:
    if not request.user.has_perm(f"articles.{action}_attachment"):
        raise PermissionDenied


def _log(request: HttpRequest, article: Article, what: str) -> None:
    message = [{"changed": {"fields": [what]}}]
    LogEntry.objects.log_actions(editor(request).pk, [article], CHANGE, message)
