"""Decisions over many articles: asked about where they need more, and taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.editor import editor
from articles.editing.corrections import set_headings
from articles.editing.decisions import (
    DECISIONS,
    PUBLISH,
    REVIEW,
    SCHEDULE,
    STATE_FIELDS,
    TO_DRAFT,
    WITHDRAW,
    Decision,
    decide,
)
from articles.editing.undo import remember, take_back
from articles.forms.decisions import (
    HeadingsForm,
    PlainForm,
    ScheduleForm,
    WithdrawForm,
)
from articles.models import Article

_FORMS: dict[str, type[PlainForm]] = {
    SCHEDULE.name: ScheduleForm,
    WITHDRAW.name: WithdrawForm,
}
_UNDO = "undo_articles"
_SHOWN = 50


def decision_of(request: HttpRequest) -> Decision | None:
    """Tell which decision's button was pressed, ``_publish`` and the like."""
    return next((each for each in DECISIONS if f"_{each.name}" in request.POST), None)


class DecisionActions(admin.ModelAdmin):
    """The decisions as actions of a list, each for those who may take it."""

    def has_review_permission(self, request: HttpRequest) -> bool:
        """Tell whether the user may pass articles as reviewed."""
        return request.user.has_perm(REVIEW.permission)

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Tell whether the user may decide what readers see."""
        return request.user.has_perm(PUBLISH.permission)

    def has_withdraw_permission(self, request: HttpRequest) -> bool:
        """Tell whether the user may withdraw articles."""
        return request.user.has_perm(WITHDRAW.permission)

    @admin.action(
        description=gettext_lazy("إقرار مراجعة المقالات المختارة"),
        permissions=["review"],
    )
    def review(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """Pass the chosen articles as reviewed."""
        self._decide(request, queryset, REVIEW)

    @admin.action(
        description=gettext_lazy("نشر المقالات المختارة"), permissions=["publish"]
    )
    def publish(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """Publish the chosen articles."""
        self._decide(request, queryset, PUBLISH)

    @admin.action(
        description=gettext_lazy("نشر المقالات المختارة في موعد"),
        permissions=["publish"],
    )
    def schedule(
        self, request: HttpRequest, queryset: QuerySet[Article]
    ) -> HttpResponse | None:
        """Ask when, then schedule the chosen articles."""
        return self._ask_and_decide(request, queryset, SCHEDULE)

    @admin.action(
        description=gettext_lazy("إعادة المقالات المختارة إلى المسودات"),
        permissions=["publish"],
    )
    def to_draft(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """Take the chosen articles back to the drafts."""
        self._decide(request, queryset, TO_DRAFT)

    @admin.action(
        description=gettext_lazy("سحب المقالات المختارة"), permissions=["withdraw"]
    )
    def withdraw(
        self, request: HttpRequest, queryset: QuerySet[Article]
    ) -> HttpResponse | None:
        """Ask why, then withdraw the chosen articles."""
        return self._ask_and_decide(request, queryset, WITHDRAW)

    @admin.action(
        description=gettext_lazy("تعيين مصدر المقالات المختارة أو قسمها"),
        permissions=["change"],
    )
    def set_headings(
        self, request: HttpRequest, queryset: QuerySet[Article]
    ) -> HttpResponse | None:
        """Ask which outlet or section, then set it as an editor's correction."""
        form = HeadingsForm(request.POST if "confirmed" in request.POST else None)
        if not form.is_valid():
            title = _("تعيين المصدر أو القسم")
            return self._ask(request, queryset, form, "set_headings", title)
        articles = _whole(queryset)
        snapshot = remember(articles, ["outlet", "section", "corrected"])
        values = {name: each for name, each in form.cleaned_data.items() if each}
        changed = set_headings(articles, values, editor(request))
        self._tell(
            request, _("غُيّرت المقالات؛ عددها: %d.") % len(changed), snapshot, changed
        )
        return None

    def _ask_and_decide(
        self, request: HttpRequest, queryset: QuerySet[Article], decision: Decision
    ) -> HttpResponse | None:
        asked = "confirmed" in request.POST
        form = _FORMS[decision.name](request.POST if asked else None)
        if not form.is_valid():
            title = str(decision.label)
            return self._ask(request, queryset, form, decision.name, title)
        self._decide(request, queryset, decision, form)
        return None

    def _ask(
        self,
        request: HttpRequest,
        queryset: QuerySet[Article],
        form: forms.Form,
        action: str,
        title: str,
    ) -> HttpResponse:
        # All that a filtered list has is chosen by the list's address, not by its rows:
        # a form of thousands of fields would be refused.
        across = request.POST.get("select_across") == "1"
        ids = list(queryset.values_list("pk", flat=True))
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "form": form,
            "action": action,
            "across": across,
            "address": request.get_full_path() if across else self._list_address(),
            "count": len(ids),
            "ids": ids[:1] if across else ids,
            "articles": queryset[:_SHOWN],
        }
        return TemplateResponse(request, "admin/articles/ask.html", context)

    @staticmethod
    def _list_address() -> str:
        return reverse("admin:articles_article_changelist")

    def _decide(
        self,
        request: HttpRequest,
        queryset: QuerySet[Article],
        decision: Decision,
        form: PlainForm | None = None,
    ) -> None:
        articles = _whole(queryset)
        snapshot = remember(articles, STATE_FIELDS)
        terms = form.terms() if form else None
        changed = decide(articles, decision, editor(request), terms)
        told = _("تغيرت الحالة إلى «%(status)s»؛ عدد المقالات: %(count)d.") % {
            "count": len(changed),
            "status": decision.status.label,
        }
        self._tell(request, told, snapshot, changed)

    def _tell(
        self,
        request: HttpRequest,
        told: str,
        snapshot: list[Any],
        changed: Sequence[Article],
    ) -> None:
        """Say what was done and keep the way back for the length of the session."""
        ids = {article.pk for article in changed}
        request.session[_UNDO] = [row for row in snapshot if row[0] in ids]
        link = format_html(
            ' <a href="{}">{}</a>', reverse("admin:articles_article_undo"), _("تراجع")
        )
        messages.success(request, format_html("{}{}", told, link if ids else ""))

    # -- the way back -------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        """Add the page that takes the last change of many articles back."""
        view: Callable[..., Any] = self.admin_site.admin_view(self.undo_view)
        return [
            path("undo/", view, name="articles_article_undo"),
            *super().get_urls(),
        ]

    def undo_view(self, request: HttpRequest) -> HttpResponse:
        """Ask before the last change of many articles is taken back, then do it."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        snapshot = request.session.get(_UNDO, [])
        if request.method == "POST":
            request.session.pop(_UNDO, None)
            if _touches_state(snapshot) and not self.has_publish_permission(request):
                raise PermissionDenied
            count = take_back(snapshot, editor(request))
            messages.success(request, _("تُراجع عن التغيير؛ عدد المقالات: %d.") % count)
            return redirect("admin:articles_article_changelist")
        context = {
            **self.admin_site.each_context(request),
            "title": _("التراجع عن آخر تغيير"),
            "opts": self.opts,
            "count": len(snapshot),
            "articles": Article.objects.filter(pk__in=[row[0] for row in snapshot])[
                :_SHOWN
            ],
        }
        return TemplateResponse(request, "admin/articles/undo.html", context)


def _touches_state(snapshot: list[Any]) -> bool:
    return any("status" in values for _pk, _version, values in snapshot)


def _whole(queryset: QuerySet[Article]) -> list[Article]:
    """Fetch all of the chosen articles: the list defers texts that the index needs."""
    chosen = Article.objects.filter(pk__in=queryset.values("pk"))
    return list(chosen.with_headings())
