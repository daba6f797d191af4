"""The history of an article: its versions, what two of them say otherwise, the way
back to one."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles.admin.editor import editor
from articles.corpus.arabic import plain_digits
from articles.editing.history import versions_of
from articles.editing.restoring import restore
from articles.models import Article
from articles.presentation.versions import shown_versions, version_changes


class HistoryPage(admin.ModelAdmin):
    """The page of versions: ``?old=1&new=3&trivial=hidden``, the last two without a
    choice. A version is restored by sending its number as ``restore``."""

    object_history_template = "admin/articles/article/history.html"

    def history_view(
        self,
        request: HttpRequest,
        object_id: str,
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show the versions above the log of what editors did."""
        article = self.get_object(request, object_id)
        if article is None or not self.has_view_or_change_permission(request, article):
            return super().history_view(request, object_id, extra_context)
        versions = versions_of(article)
        if request.method == "POST":
            return self._restore(request, article, versions)
        context = self._versions(request, article, versions)
        return super().history_view(request, object_id, context)

    def _versions(
        self, request: HttpRequest, article: Article, versions: list[Any]
    ) -> dict[str, Any]:
        new = _chosen(request, "new", versions) or versions[0]
        old = _chosen(request, "old", versions) or _before(new, versions)
        shows_trivial = request.GET.get("trivial") != "hidden"
        compared = old is not None and old is not new
        return {
            "versions": shown_versions(article, versions),
            "old": old,
            "new": new,
            "shows_trivial": shows_trivial,
            "changes": version_changes(old, new, trivial=shows_trivial)
            if compared
            else None,
            "may_restore": self.has_change_permission(request, article),
        }

    def _restore(
        self, request: HttpRequest, article: Article, versions: list[Any]
    ) -> HttpResponse:
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        number = plain_digits(request.POST.get("restore", ""))
        chosen = next((one for one in versions if str(one.version) == number), None)
        if chosen is None:
            raise Http404
        if restore(article, chosen, editor(request)):
            told = _("استُعيد الإصدار {}. ما كان قبله باقٍ في القائمة، ويُستعاد مثله.")
            messages.success(request, format_html(told, chosen.version))
        else:
            messages.info(request, _("يقول المقال الآن ما يقوله هذا الإصدار."))
        return redirect("admin:articles_article_history", article.pk)


def _chosen(request: HttpRequest, name: str, versions: list[Any]) -> Any:
    number = plain_digits(request.GET.get(name, ""))
    return next((one for one in versions if str(one.version) == number), None)


def _before(new: Any, versions: list[Any]) -> Any:
    older = versions[versions.index(new) + 1 :]
    return older[0] if older else None
