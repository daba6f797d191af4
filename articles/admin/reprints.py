"""Links between copies as editors see them: cut a wrong one, add a missing one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.editor import editor
from articles.models import Article, Reprint, Verdict
from articles.reprints import decide_link


class ReprintForm(forms.ModelForm):
    """Two articles in any order, and what is decided of them."""

    class Meta:
        model = Reprint
        fields = ("first", "second", "verdict")

    def clean(self) -> dict[str, Any]:
        """Put the two in the order links are kept in."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        first, second = cleaned.get("first"), cleaned.get("second")
        if first and second and first.pk == second.pk:
            raise forms.ValidationError(_("المقال ليس نسخة من نفسه؛ اختر مقالين."))
        if first and second and first.pk > second.pk:
            cleaned["first"], cleaned["second"] = second, first
        return cleaned


@admin.register(Reprint)
class ReprintAdmin(admin.ModelAdmin):
    """The list of links; every decision here outlives each new computation."""

    form = ReprintForm
    list_display = ("pair", "likeness", "shared", "verdict", "decided_by")
    list_display_links = None
    list_filter = ("verdict", "likeness")
    list_select_related = ("first__outlet", "second__outlet", "decided_by")
    list_per_page = 50
    search_fields = ("first__title", "second__title")
    autocomplete_fields = ("first", "second")
    actions = ("cut", "link", "leave")

    def has_delete_permission(
        self, request: HttpRequest, obj: Reprint | None = None
    ) -> bool:
        """Refuse: what is deleted would be found again; a wrong link is cut."""
        return False

    def get_readonly_fields(
        self, request: HttpRequest, obj: Reprint | None = None
    ) -> tuple[str, ...]:
        """Let only the decision be changed of a link that is there."""
        return ("first", "second") if obj else ()

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Take a link that an editor adds as one decided by hand."""
        return {
            "verdict": Verdict.LINKED,
            **super().get_changeform_initial_data(request),
        }

    @admin.display(description=_("المقالان"))
    def pair(self, link: Reprint) -> str:
        """Show both articles, each with its outlet, and lead to them."""
        return format_html("{}<br>{}", _named(link.first), _named(link.second))

    @admin.display(description=_("المشترك"))
    def shared(self, link: Reprint) -> str:
        """Show what share of each text stands in the other."""
        return format_html(
            '<bdi dir="ltr">{}%</bdi> · <bdi dir="ltr">{}%</bdi>',
            round(link.of_first * 100),
            round(link.of_second * 100),
        )

    def save_model(
        self, request: HttpRequest, obj: Reprint, form: Any, change: bool
    ) -> None:
        """Keep the decision with who took it."""
        verdict = Verdict(obj.verdict)
        decide_link(obj.first, obj.second, verdict, editor(request))
        stored = Reprint.objects.filter(first=obj.first, second=obj.second).first()
        obj.pk = stored.pk if stored else obj.pk

    @admin.action(description=_("اقطع الروابط المختارة"), permissions=["change"])
    def cut(self, request: HttpRequest, queryset: QuerySet[Reprint]) -> None:
        """Cut links that are wrong."""
        self._decide(request, queryset, Verdict.CUT)

    @admin.action(description=_("أثبت الروابط المختارة"), permissions=["change"])
    def link(self, request: HttpRequest, queryset: QuerySet[Reprint]) -> None:
        """Confirm links."""
        self._decide(request, queryset, Verdict.LINKED)

    @admin.action(description=_("أعدها إلى الحساب الآلي"), permissions=["change"])
    def leave(self, request: HttpRequest, queryset: QuerySet[Reprint]) -> None:
        """Take decisions back."""
        self._decide(request, queryset, Verdict.NONE)

    def _decide(
        self, request: HttpRequest, queryset: QuerySet[Reprint], verdict: Verdict
    ) -> None:
        links = list(queryset.select_related("first", "second"))
        for link in links:
            decide_link(link.first, link.second, verdict, editor(request))
        messages.success(
            request,
            _("القرار «%(verdict)s»؛ عدد الروابط: %(count)d.")
            % {"verdict": verdict.label, "count": len(links)},
        )


def _named(article: Article) -> str:
    outlet = article.outlet.name if article.outlet else _("بلا مصدر")
    return format_html(
        '<a href="{}"><bdi>{}</bdi></a> — <bdi>{}</bdi>',
        reverse("admin:articles_article_change", args=[article.pk]),
        article.title,
        outlet,
    )
