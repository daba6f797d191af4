"""The queue of what readers report of figures."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.editor import editor
from articles.models import FigureReport, ReportState


@admin.register(FigureReport)
class FigureReportAdmin(admin.ModelAdmin):
    """Reports, the newest first; each leads to the figures of its article."""

    list_display = ("words", "fault", "message", "state", "sent_at", "decided_by")
    list_display_links = None
    list_filter = ("state", "fault", "sent_at")
    list_select_related = ("article", "decided_by")
    list_per_page = 50
    search_fields = ("quote", "message", "article__title")
    actions = ("accept", "dismiss")
    fields = readonly_fields = (
        *("words", "fault", "message", "state", "sent_at"),
        *("decided_by", "decided_at"),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse: reports come from readers."""
        return False

    def has_delete_permission(
        self, request: HttpRequest, obj: FigureReport | None = None
    ) -> bool:
        """Refuse: a dismissed report tells when the same comes again."""
        return False

    @admin.display(description=gettext_lazy("الرقم ومقاله"))
    def words(self, report: FigureReport) -> str:
        """Show the words in their context and lead to where they are ruled on."""
        return format_html(
            '<a href="{}"><bdi>…{}<strong>{}</strong>{}…</bdi></a><br><bdi>{}</bdi>',
            reverse("admin:articles_figureverdict_article", args=[report.article_id]),
            report.before,
            report.quote,
            report.after,
            report.article.title,
        )

    @admin.action(
        description=gettext_lazy("اقبل البلاغات المختارة"), permissions=["change"]
    )
    def accept(self, request: HttpRequest, queryset: QuerySet[FigureReport]) -> None:
        """Note that the reader was right."""
        self._decide(request, queryset, ReportState.ACCEPTED)

    @admin.action(
        description=gettext_lazy("رُدّ البلاغات المختارة"), permissions=["change"]
    )
    def dismiss(self, request: HttpRequest, queryset: QuerySet[FigureReport]) -> None:
        """Note that there is nothing to mend."""
        self._decide(request, queryset, ReportState.DISMISSED)

    def _decide(self, request: HttpRequest, queryset: Any, state: ReportState) -> None:
        count = queryset.update(
            state=state, decided_by=editor(request), decided_at=timezone.now()
        )
        messages.success(
            request,
            _("«%(state)s»؛ عدد البلاغات: %(n)d.") % {"state": state.label, "n": count},
        )
