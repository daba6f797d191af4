"""Figures at the desk: confirmed, corrected, rejected, added; nothing is forgotten."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.editor import editor
from articles.corpus.figures import extract_figures
from articles.editing.figure_verdicts import FIELDS, fields_of, read_fields
from articles.editing.ruling import rule, undo
from articles.forms.figures import AddedFigureForm, RulingForm
from articles.models import Article, Figure, FigureVerdict, Ruling
from articles.presentation.desk_figures import rows_of, sentences_of


class UndoneFilter(admin.SimpleListFilter):
    """Verdicts that hold, wait for their words, or were taken back."""

    title = gettext_lazy("الحال")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Name the three."""
        return [
            ("holds", _("ساري")),
            ("orphaned", _("غابت كلماته")),
            ("undone", _("تُراجع عنه")),
        ]

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[FigureVerdict]
    ) -> QuerySet[FigureVerdict]:
        """Keep the chosen ones."""
        chosen = self.value()
        if chosen == "undone":
            return queryset.filter(undone_at__isnull=False)
        if chosen in ("holds", "orphaned"):
            holding = queryset.filter(undone_at__isnull=True)
            return holding.filter(orphaned=chosen == "orphaned")
        return queryset


@admin.register(FigureVerdict)
class FigureVerdictAdmin(admin.ModelAdmin):
    """The history of all verdicts, and the page where those of an article are given."""

    list_display = ("words", "ruling", "state", "reason", "editor", "made_at")
    list_display_links = None
    list_filter = ("ruling", UndoneFilter, "made_at")
    list_select_related = ("article", "editor", "undone_by")
    list_per_page = 50
    search_fields = ("quote", "article__title", "reason")
    actions = ("take_back",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse the plain form: a verdict is given beside the text."""
        return False

    def has_delete_permission(
        self, request: HttpRequest, obj: FigureVerdict | None = None
    ) -> bool:
        """Refuse: what is taken back stays in the history."""
        return False

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Lead from a verdict to the figures of its article."""
        verdict = self.get_object(request, object_id)
        if verdict is None or not self.has_view_permission(request, verdict):
            raise PermissionDenied
        return HttpResponseRedirect(_page_of(verdict.article_id))

    @admin.display(description=gettext_lazy("الرقم ومقاله"))
    def words(self, verdict: FigureVerdict) -> str:
        """Show the words in their context and lead to the article's figures."""
        return format_html(
            '<a href="{}"><bdi>…{}<strong>{}</strong>{}…</bdi></a><br><bdi>{}</bdi>',
            _page_of(verdict.article_id),
            verdict.before,
            verdict.quote,
            verdict.after,
            verdict.article.title,
        )

    @admin.display(description=gettext_lazy("الحال"))
    def state(self, verdict: FigureVerdict) -> str:
        """Tell whether it holds."""
        if verdict.undone_at:
            return _("تراجع عنه %s") % (verdict.undone_by or "—")
        return _("غابت كلماته من النص") if verdict.orphaned else _("ساري")

    @admin.action(
        description=gettext_lazy("تراجع عن القرارات المختارة"), permissions=["change"]
    )
    def take_back(
        self, request: HttpRequest, queryset: QuerySet[FigureVerdict]
    ) -> None:
        """Take verdicts back."""
        chosen = queryset.filter(undone_at__isnull=True).select_related("article")
        count = 0
        for verdict in chosen:
            undo(verdict, editor(request))
            count += 1
        messages.success(request, _("قرارات تُراجع عنها: %(n)d.") % {"n": count})

    # -- the figures of an article -------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        """Add the page of an article's figures."""
        page = self.admin_site.admin_view(self.article_view)
        return [
            path("article/<int:pk>/", page, name="articles_figureverdict_article"),
            *super().get_urls(),
        ]

    def article_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show an article's figures in their sentences and take what is ruled.

        ``?figure=`` opens the correction of one, ``?add`` the form of a missing one.
        """
        article = get_object_or_404(Article.objects.with_headings(), pk=pk)
        if not self.has_view_permission(request):
            raise PermissionDenied
        forms = _Forms(article, request)
        if request.method == "POST":
            if not request.user.has_perm("articles.add_figureverdict"):
                raise PermissionDenied
            if said := _take(request, article, forms):
                messages.success(request, said)
                return HttpResponseRedirect(_page_of(pk))
        context = {
            **self.admin_site.each_context(request),
            "title": _("أرقام المقال"),
            "subtitle": article.title,
            "opts": self.opts,
            "article": article,
            "rows": rows_of(article),
            "history": article.figureverdicts.select_related("editor", "undone_by"),
            "reports": article.figurereports.filter(state="open"),
            "chosen": forms.chosen,
            "correction": forms.correction,
            "addition": forms.addition,
            "may_rule": request.user.has_perm("articles.add_figureverdict"),
        }
        return TemplateResponse(request, "admin/articles/figures.html", context)


def _page_of(article_id: int) -> str:
    return reverse("admin:articles_figureverdict_article", args=[article_id])


class _Forms:
    """The forms a request opens: the correction of a figure, a missing figure."""

    def __init__(self, article: Article, request: HttpRequest) -> None:
        do = request.POST.get("do", "")
        address = request.POST.get("figure") or request.GET.get("figure", "")
        figures = {figure.address: figure for figure in article.figures.all()}
        self.chosen = figures.get(address)
        self.correction: RulingForm | None = None
        self.addition: AddedFigureForm | None = None
        if self.chosen and do in ("", Ruling.CORRECTED):
            data = request.POST if do else None
            self.correction = RulingForm(data, initial=fields_of(self.chosen))
        if do == Ruling.ADDED or "add" in request.GET:
            data = request.POST if do == Ruling.ADDED else None
            self.addition = AddedFigureForm(sentences_of(article), data)


def _take(request: HttpRequest, article: Article, forms: _Forms) -> str:
    """Follow what a form orders; give what is told of it, "" for a form with faults."""
    do, reason = request.POST.get("do", ""), request.POST.get("reason", "")[:500]
    user, told = editor(request), ""
    if do == "undo":
        row = get_object_or_404(
            article.figureverdicts.filter(undone_at__isnull=True),
            pk=request.POST.get("verdict") or 0,
        )
        undo(row, user)
        told = _("تُراجع عن القرار.")
    elif do in (Ruling.CONFIRMED, Ruling.REJECTED) and forms.chosen:
        fields = fields_of(forms.chosen)
        _rule_on(forms.chosen, Ruling(do), fields, user, reason)
        told = _("حُفظ القرار.")
    elif do == Ruling.CORRECTED and forms.correction and forms.correction.is_valid():
        assert forms.chosen is not None  # without it there is no such form
        cleaned = forms.correction.cleaned_data
        fields = fields_of(forms.chosen) | _kept(cleaned)
        _rule_on(forms.chosen, Ruling.CORRECTED, fields, user, cleaned["reason"])
        told = _("حُفظ التصحيح.")
    elif do == Ruling.ADDED and forms.addition and forms.addition.is_valid():
        _add(article, forms.addition.cleaned_data, user)
        told = _("أُضيف الرقم.")
    if told:
        LogEntry.objects.log_actions(user.pk, [article], CHANGE, told)
    return told


def _kept(cleaned: dict[str, Any]) -> dict[str, str]:
    return {name: cleaned[name] for name in FIELDS if name in cleaned}


def _rule_on(
    figure: Figure, ruling: Ruling, fields: dict[str, str], user: Any, reason: str
) -> None:
    # What an earlier verdict set is not what was read.
    read = figure.verdict.read if figure.verdict else fields_of(figure)
    rule(
        figure.article,
        ruling,
        part=figure.part,
        start=figure.start,
        quote=figure.quote,
        fields=fields,
        read=read,
        editor=user,
        reason=reason,
    )


def _add(article: Article, cleaned: dict[str, Any], user: Any) -> None:
    """Add a figure; what the editor left open is read from its words alone."""
    part, start = cleaned["place"]
    quote = cleaned["quote"]
    found = extract_figures(quote, article.published_on)
    read = read_fields(found[0]) if found else {"kind": "count"}
    given = {name: value for name, value in _kept(cleaned).items() if value}
    rule(
        article,
        Ruling.ADDED,
        part=part,
        start=start,
        quote=quote,
        fields=read | given,
        read={},
        editor=user,
        reason=cleaned["reason"],
    )
