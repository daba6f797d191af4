"""What the archive learned of an outlet's pages, at the desk: seen, refused, taken
back."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from articles.admin.editor import editor
from articles.admin.raw_text import visible
from articles.corpus.raw_article.returning import PLACE_LABELS, Place
from articles.models import Article, Outlet, OutletRule
from articles.outlets.rules import switch
from articles.presentation.counts import counted

_LONGEST = 160


def learned_of(outlet_id: int) -> str:
    """Address the page of what was learned of an outlet."""
    return reverse("admin:articles_outletrule_learned", args=[outlet_id])


def learned_from(rule: OutletRule) -> str:
    """Tell from how many articles a line was learned, in the forms of Arabic."""
    told = counted(rule.article_count, "article")
    return _("تعلّمها الأرشيف من %(articles)s") % {"articles": told}


class LearnedLinesPage(admin.ModelAdmin):
    """Shows the lines that were learned, each with places where it stood."""

    def has_switch_permission(self, request: HttpRequest) -> bool:
        """Tell whether the user may decide what readings follow."""
        return request.user.has_perm("articles.switch_outletrule")

    def get_urls(self) -> list[URLPattern]:
        """Add the page of an outlet."""
        page = self.admin_site.admin_view(self.learned_view)
        name = "articles_outletrule_learned"
        return [path("learned/<int:pk>/", page, name=name), *super().get_urls()]

    def learned_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show what was learned of an outlet; refuse a line, or take that back."""
        outlet = get_object_or_404(Outlet, pk=pk)
        if not self.has_view_permission(request):
            raise PermissionDenied
        rules = OutletRule.objects.learned().filter(outlet=outlet)
        rules = rules.select_related("refused_by").order_by("-article_count", "pk")
        if request.method == "POST":
            return self._decide(request, outlet, rules)
        rows = _rows(rules)
        context = {
            **self.admin_site.each_context(request),
            "title": _("ما تعلّمه الأرشيف من صفحات المصدر"),
            "subtitle": outlet.name,
            "opts": self.opts,
            "outlet": outlet,
            "cut": [row for row in rows if row["rule"].is_active],
            "kept": [row for row in rows if not row["rule"].is_active],
            "waiting": any(row["rule"].reread_after is not None for row in rows),
            "may_switch": self.has_switch_permission(request),
        }
        return TemplateResponse(request, "admin/articles/learned_lines.html", context)

    def _decide(
        self, request: HttpRequest, outlet: Outlet, rules: QuerySet[OutletRule]
    ) -> HttpResponse:
        if not self.has_switch_permission(request):
            raise PermissionDenied
        number, do = request.POST.get("rule", ""), request.POST.get("do")
        is_number = number.isascii() and number.isdigit() and len(number) < 19
        rule = rules.filter(pk=int(number)).first() if is_number else None
        if rule is None or do not in ("keep", "cut"):
            messages.error(request, _("لم يعد هذا السطر هنا؛ راجع الصفحة."))
            return redirect(learned_of(outlet.pk))
        switch(rule, editor(request), on=do == "cut")
        told = (
            _("يُحذف السطر من مقالات المصدر؛ وما حُفظ منها يُقرأ من جديد في الخلفية.")
            if do == "cut"
            else _("يبقى السطر في النص ولا يُتعلّم ثانية؛ وما حُذف منه يعود في الخلفية.")
        )
        messages.success(request, told)
        return redirect(learned_of(outlet.pk))


def _rows(rules: QuerySet[OutletRule]) -> list[dict[str, Any]]:
    """Give the rules as the page shows them; what was deleted since is no example."""
    ids = {one["article"] for rule in rules for one in rule.examples}
    titles = dict(Article.objects.filter(pk__in=ids).values_list("pk", "title"))
    return [
        {
            "rule": rule,
            "words": visible(rule.words),
            "places": [_(PLACE_LABELS[Place(one)]) for one in rule.places.split()],
            "examples": [
                {
                    "article": one["article"],
                    "title": titles[one["article"]],
                    "before": _ending(visible(one["before"])),
                    "after": visible(one["after"])[:_LONGEST],
                }
                for one in rule.examples
                if one["article"] in titles
            ],
        }
        for rule in rules
    ]


def _ending(text: str) -> str:
    return text if len(text) <= _LONGEST else f"…{text[-_LONGEST:]}"
