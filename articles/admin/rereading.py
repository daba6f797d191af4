"""Reading chosen articles again: first what would change, then the change."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import changes
from articles.ingest import Result
from articles.models import Article
from articles.storing.rereading import read_again

AT_ONCE = 100
"""So many are read again while an editor waits; the command line reads any number."""


class RereadAction(admin.ModelAdmin):
    """The action of a list that reads articles again."""

    @admin.action(
        description=gettext_lazy("قراءة المقالات المختارة من جديد"),
        permissions=["change"],
    )
    def reparse(
        self, request: HttpRequest, queryset: QuerySet[Article]
    ) -> HttpResponse | None:
        """Show what a new reading would change; once confirmed, store it."""
        ids = list(queryset.values_list("pk", flat=True)[: AT_ONCE + 1])
        if len(ids) > AT_ONCE:
            told = _("يُقرأ هنا مئة مقال في المرة؛ لأكثر منها: manage.py reparse.")
            messages.error(request, told)
            return None
        sure = "confirmed" in request.POST
        with changes.batch():
            readings = list(read_again(ids, dry_run=not sure))
        changed = sum(reading.result is Result.UPDATED for reading in readings)
        if sure:
            messages.success(
                request, _("قُرئت المقالات من جديد؛ تغير منها: %d.") % changed
            )
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": _("قراءة من جديد"),
            "opts": self.opts,
            "readings": readings,
            "changed": changed,
            "count": len(ids),
        }
        return TemplateResponse(request, "admin/articles/reparse.html", context)
