"""Articles as editors see them: found in any spelling, mended, decided upon."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.attachments import AttachmentsPage
from articles.admin.decisions import DecisionActions, decision_of
from articles.admin.editor import editor
from articles.admin.filters import YearFilter
from articles.admin.history import HistoryPage
from articles.admin.quality import QualityFilter, QualityPage
from articles.admin.raw_text import stored_marks, stretches
from articles.admin.rereading import RereadAction
from articles.admin.spelling import any_spelling
from articles.editing.corrections import correct, follow
from articles.editing.decisions import PUBLISH, REVIEW, decisions_for, set_state
from articles.editing.history import kept
from articles.forms import ArticleForm
from articles.models import Article, Capture, Figure, Status
from articles.presentation.calendar import printed_date
from articles.presentation.figures import shown_figures
from articles.presentation.reprints import linked_copies, warned_copies
from articles.readers import RefusedFile
from articles.readers.files import read_file


def _count_of_figures() -> Coalesce:
    counts = (
        Figure.objects.filter(article=OuterRef("pk"), tier="core")
        .order_by()
        .values("article")
        .annotate(count=Count("pk"))
        .values("count")
    )
    return Coalesce(Subquery(counts, output_field=IntegerField()), 0)


@admin.register(Article)
class ArticleAdmin(
    DecisionActions, RereadAction, AttachmentsPage, QualityPage, HistoryPage
):
    """The list and the form of articles."""

    form = ArticleForm
    list_display = (
        "title",
        "outlet",
        "published_as_printed",
        "section",
        "state",
        "figure_count",
    )
    list_filter = (
        "status",
        QualityFilter,
        YearFilter,
        "title_fault",
        "section",
        "outlet",
    )
    list_select_related = ("outlet", "section")
    list_per_page = 50
    search_fields = ("title", "body")
    search_help_text = _("كلمات من العنوان بأي إملاء، ومن نص ما لم يُنشر.")
    actions = (
        *("review", "publish", "schedule", "to_draft", "withdraw"),
        *("set_headings", "reparse"),
    )
    autocomplete_fields = ("outlet", "section", "author")
    readonly_fields = (
        "state",
        "title_derived",
        "corrected_fields",
        "word_count",
        "parser_version",
        "created_at",
        "updated_at",
    )
    fieldsets = (
        (None, {"fields": ("title", "body", "why", "seen_version")}),
        (
            _("النشر"),
            {
                "fields": (
                    "outlet",
                    "section",
                    "author",
                    "byline",
                    "published",
                    "dateline_place",
                    "agency",
                    "url",
                )
            },
        ),
        (_("حال المقال"), {"fields": readonly_fields}),
    )

    # -- the list ---------------------------------------------------------------

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        """Give lists the figures' counts without the texts; lock what is being saved,
        so that no other save slips in between."""
        queryset: QuerySet[Article] = super().get_queryset(request)
        page = request.resolver_match and request.resolver_match.url_name
        if page == "articles_article_changelist":
            light = queryset.defer("body", "segments", "removed", "corrected")
            return light.annotate(figure_count=_count_of_figures())
        if page == "articles_article_change" and request.method == "POST":
            return queryset.select_for_update(of=["self"])
        return queryset

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Article], search_term: str
    ) -> tuple[QuerySet[Article], bool]:
        """Keep articles that have every word in some spelling.

        The texts of published articles are left to the archive's own search: without
        an index they would take seconds.
        """
        hidden = ~Q(status=Status.PUBLISHED)
        for word in search_term.split()[:8]:
            spelling = any_spelling(word[:40])
            in_body = hidden & Q(body__iregex=spelling)
            queryset = queryset.filter(Q(title__iregex=spelling) | in_body)
        return queryset, False

    @admin.display(description=_("تاريخ النشر"), ordering="published_on")
    def published_as_printed(self, article: Article) -> str:
        """Show the date as exactly as it is known."""
        printed = printed_date(
            article.published_on,
            article.published_time,
            article.published_precision,
            full=False,
        )
        return printed or str(_("بلا تاريخ"))

    @admin.display(description=_("الحالة"), ordering="status")
    def state(self, article: Article) -> str:
        """Show the status as a badge, with the moment a scheduled article waits for."""
        told = article.get_status_display()
        if article.is_scheduled and article.publish_at:
            moment = timezone.localtime(article.publish_at)
            told = _("موعده %s") % f"{moment:%Y-%m-%d %H:%M}"
        return format_html(
            '<span class="status status-{}">{}</span>', article.status, told
        )

    @admin.display(description=_("الأرقام"), ordering="figure_count")
    def figure_count(self, article: Any) -> int:
        """Show how many key figures the article has."""
        return int(article.figure_count)

    # -- the form ---------------------------------------------------------------

    @admin.display(description=_("حقول صححها محرر"))
    def corrected_fields(self, article: Article) -> str:
        """Name the fields that a re-parse leaves alone."""
        together = {"title_derived", "published_time", "published_precision"}
        names = set(article.corrected) - together
        fields = [field for field in Article._meta.fields if field.name in names]
        labels = [str(field.verbose_name) for field in fields]
        return "، ".join(labels) or "—"

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Article | None = None,
    ) -> HttpResponse:
        """Offer the decisions this user may take; show figures and captures beside."""
        offered = [REVIEW, PUBLISH] if obj is None else decisions_for(obj)
        context["decisions"] = [
            decision
            for decision in offered
            if request.user.has_perm(decision.permission)
        ]
        if obj is not None:
            figures = list(obj.figures.select_related("article"))
            context["figures"] = shown_figures(figures, obj.title, ())
            context["attachments"] = obj.attachments.all()
            context["captures"] = obj.captures.select_related("captured_by")
            context["copies"] = warned_copies(linked_copies(obj))
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(
        self, request: HttpRequest, obj: Article, form: Any, change: bool
    ) -> None:
        """Store what was changed as an editor's correction, figures read anew."""
        decision = decision_of(request)
        if decision and not request.user.has_perm(decision.permission):
            raise PermissionDenied
        if not change:
            obj.status = Status.DRAFT
        if decision and not decision.asks:
            set_state(obj, decision)
        names = [name for name in form.changed_data if name != "why"]
        correct(obj, names)
        if change and (names or decision):
            obj.version += 1
        why = form.cleaned_data["why"] or (str(decision.label) if decision else "")
        with kept([obj], editor(request), why):
            super().save_model(request, obj, form, change)
        follow(obj, names)

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> Any:
        """Log a decision beside the fields that were changed."""
        message = super().construct_change_message(request, form, formsets, add)
        decision = decision_of(request)
        taken = decision is not None and not decision.asks
        return [*message, *decision.log_message] if taken and decision else message

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        """Lead on to the questions of a decision that asks for more than a click."""
        decision = decision_of(request)
        if decision and decision.asks:
            only = Article.objects.filter(pk=obj.pk)
            asked = getattr(self, decision.name)(request, only)
            return asked or super().response_change(request, obj)
        return super().response_change(request, obj)

    # -- the raw text -----------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        """Add the pages of a capture's raw text and of the attachments."""
        page = self.admin_site.admin_view(self.raw_view)
        beside = self.admin_site.admin_view(self.attachments_view)
        return [
            path("<int:pk>/attachments/", beside, name="articles_article_attachments"),
            path("captures/<int:pk>/", page, name="articles_article_raw"),
            *super().get_urls(),
        ]

    def raw_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the bytes of a capture as text, everything that was cut marked."""
        capture = get_object_or_404(Capture.objects.select_related("article"), pk=pk)
        article = capture.article
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        raw = _raw_text(capture)
        marks = stored_marks(raw, article.removed)
        context = {
            **self.admin_site.each_context(request),
            "title": _("النص الخام"),
            "subtitle": article.title,
            "opts": self.opts,
            "article": article,
            "capture": capture,
            "stretches": stretches(raw, marks),
            "removed_count": len(marks),
        }
        return TemplateResponse(request, "admin/articles/raw_text.html", context)


def _raw_text(capture: Capture) -> str:
    data = capture.read()
    document = next(read_file(capture.source, data, charset=capture.charset))
    if isinstance(document, RefusedFile):
        return data.decode(errors="replace")
    return document.text
