"""Rules of outlets at the desk: written, tried on stored texts, switched on."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.editor import editor
from articles.admin.learned_lines import LearnedLinesPage, learned_from, learned_of
from articles.admin.raw_text import FIELD_LABELS, reason_label, visible
from articles.corpus.raw_article import Removed
from articles.forms.outlet_rule import OutletRuleForm
from articles.models import OutletRule
from articles.outlets.rule_trials import Trial, try_rule
from articles.outlets.rules import switch

_SHOWN = 20
_LONGEST = 240
_MOST_CUTS = 8


@admin.register(OutletRule)
class OutletRuleAdmin(LearnedLinesPage):
    """The list of rules; each leads to what it changes."""

    form = OutletRuleForm
    list_display = ("words", "kind", "outlet", "is_active", "trial", "origin")
    list_filter = ("is_active", "source", "kind", "outlet")
    list_select_related = ("outlet", "made_by")
    list_per_page = 50
    search_fields = ("words", "outlet__key")
    autocomplete_fields = ("outlet",)
    readonly_fields = ("is_active", "made_by", "made_at")
    fields = ("outlet", "kind", "words", *readonly_fields)

    def has_change_permission(
        self, request: HttpRequest, obj: OutletRule | None = None
    ) -> bool:
        """Leave rules that are switched on to those who may switch them off."""
        may = super().has_change_permission(request, obj)
        if obj is not None and obj.is_learned:
            return False  # it is refused, or not
        return may and (
            obj is None or not obj.is_active or self.has_switch_permission(request)
        )

    def has_delete_permission(
        self, request: HttpRequest, obj: OutletRule | None = None
    ) -> bool:
        """Keep what the archive learned: deleted, it would be learned again."""
        may = super().has_delete_permission(request, obj)
        return may and (obj is None or not obj.is_learned)

    @admin.display(description=gettext_lazy("ما تغيّره"))
    def trial(self, rule: OutletRule) -> str:
        """Lead to the trial."""
        return format_html('<a href="{}">{}</a>', _trial_of(rule), _("جرّبها"))

    @admin.display(description=gettext_lazy("مصدرها"))
    def origin(self, rule: OutletRule) -> str:
        """Tell who wrote the rule, or lead to all that was learned beside it."""
        if not rule.is_learned:
            return str(rule.made_by or "—")
        told = learned_from(rule)
        return format_html('<a href="{}">{}</a>', learned_of(rule.outlet_id), told)

    def get_fields(self, request: HttpRequest, obj: OutletRule | None = None) -> Any:
        """Tell of a stored rule who made it, and whether it is followed."""
        return self.fields if obj else OutletRuleForm.Meta.fields

    def save_model(
        self, request: HttpRequest, obj: OutletRule, form: Any, change: bool
    ) -> None:
        """Make a rule that says something else a draft again: it was never tried."""
        if not change:
            obj.made_by = editor(request)
        if form.changed_data:
            obj.is_active = False
        super().save_model(request, obj, form, change)

    def response_post_save_add(
        self, request: HttpRequest, obj: OutletRule
    ) -> HttpResponseRedirect:
        """Show what a new rule changes."""
        return HttpResponseRedirect(_trial_of(obj))

    def response_post_save_change(
        self, request: HttpRequest, obj: OutletRule
    ) -> HttpResponseRedirect:
        """Show what a changed rule changes."""
        return HttpResponseRedirect(_trial_of(obj))

    # -- the trial ----------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        """Add the page of a rule's trial."""
        page = self.admin_site.admin_view(self.trial_view)
        return [
            path("<int:pk>/trial/", page, name="articles_outletrule_trial"),
            *super().get_urls(),
        ]

    def trial_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show what a rule changes of stored texts, and switch it on or off."""
        rule = get_object_or_404(OutletRule.objects.select_related("outlet"), pk=pk)
        if not self.has_view_permission(request, rule):
            raise PermissionDenied
        if request.method == "POST":
            return self._switch(request, rule)
        trials = try_rule(rule)
        changed = [trial for trial in trials if trial.changes]
        context = {
            **self.admin_site.each_context(request),
            "title": _("تجربة القاعدة"),
            "subtitle": rule.words,
            "opts": self.opts,
            "rule": rule,
            "seen": _seen(rule),
            "tried": len(trials),
            "changed": len(changed),
            "rejected": sum(bool(trial.reason) for trial in changed),
            "rows": [_row(trial) for trial in changed[:_SHOWN]],
            "hidden": max(0, len(changed) - _SHOWN),
            "may_switch": self.has_switch_permission(request),
            "may_change": self.has_change_permission(request, rule),
        }
        return TemplateResponse(request, "admin/articles/rule_trial.html", context)

    def _switch(self, request: HttpRequest, rule: OutletRule) -> HttpResponse:
        do = request.POST.get("do")
        if not self.has_switch_permission(request):
            raise PermissionDenied
        if request.POST.get("seen") != _seen(rule) or do not in ("on", "off"):
            messages.error(request, _("تغيرت القاعدة بعد أن فتحت الصفحة؛ راجعها."))
            return redirect(_trial_of(rule))
        switch(rule, editor(request), on=do == "on")
        told = _("فُعّلت القاعدة.") if do == "on" else _("أوقفت القاعدة.")
        messages.success(
            request,
            format_html(
                '{} {} <a href="{}?outlet__id__exact={}">{}</a>',
                told,
                _("ما حُفظ من قبل لا يتغير حتى يُقرأ من جديد:"),
                reverse("admin:articles_article_changelist"),
                rule.outlet_id,
                _("مقالات المصدر"),
            ),
        )
        return redirect(_trial_of(rule))


def _trial_of(rule: OutletRule) -> str:
    return reverse("admin:articles_outletrule_trial", args=[rule.pk])


def _seen(rule: OutletRule) -> str:
    """Tell what an editor decided on: a rule changed meanwhile is another one."""
    return f"{rule.outlet_id} {rule.kind} {rule.words}"


def _row(trial: Trial) -> dict[str, Any]:
    """Give a trial in the words of the page."""
    return {
        "article": trial.article,
        "reason": trial.reason,
        "fields": [
            {
                "label": FIELD_LABELS[change.name],
                "before": visible(change.before),
                "after": visible(change.after),
            }
            for change in trial.fields
        ],
        "cut": [_told(cut) for cut in trial.cut[:_MOST_CUTS]],
        "kept": [_told(cut) for cut in trial.kept[:_MOST_CUTS]],
        "figures": trial.figures,
    }


def _told(cut: Removed) -> dict[str, str]:
    text = visible(cut.text)
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST // 2]} […] {text[-_LONGEST // 2 :]}"
    return {"label": reason_label(cut.reason), "text": text}
