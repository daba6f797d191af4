"""Names at the desk: merged, split again, marked as no names."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.catalogue import MergeForm
from articles.admin.editor import editor
from articles.models import Name
from articles.models.name import words_key
from articles.storing.name_counts import mark_stale


class NameForm(forms.ModelForm):
    """How a name is written to readers, and what it is a variant of."""

    class Meta:
        model = Name
        fields = ("kind", "name", "merged_into", "not_a_name")

    def clean_name(self) -> str:
        """Let the spelling be mended, not the name itself: articles are known by it."""
        name: str = self.cleaned_data["name"]
        if words_key(name) != self.instance.key:
            raise forms.ValidationError(
                _("هذا اسم آخر لا إملاء له؛ ادمج الاسمين بدل تغييره.")
            )
        return name

    def clean_merged_into(self) -> Name | None:
        """Keep merges one step deep: the name pointed to is never merged itself."""
        into: Name | None = self.cleaned_data["merged_into"]
        if into and into.pk == self.instance.pk:
            raise forms.ValidationError(_("لا يُدمج الاسم في نفسه."))
        if into and self.instance.variants.exists():
            raise forms.ValidationError(_("لهذا الاسم أسماء مدموجة فيه؛ افصلها أولًا."))
        return into


@admin.register(Name)
class NameAdmin(admin.ModelAdmin):
    """The list of names, the most mentioned first."""

    form = NameForm
    list_display = ("name", "kind", "articles", "merged_into", "not_a_name")
    list_filter = ("kind", "not_a_name", ("merged_into", admin.EmptyFieldListFilter))
    list_select_related = ("merged_into",)
    list_per_page = 100
    ordering = ("-article_count", "key")
    search_fields = ("key",)
    search_help_text = gettext_lazy("الاسم بأي إملاء.")
    autocomplete_fields = ("merged_into",)
    readonly_fields = ("kind",)
    actions = ("merge", "split", "reject", "restore")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse: names are those that articles mention."""
        return False

    def has_delete_permission(
        self, request: HttpRequest, obj: Name | None = None
    ) -> bool:
        """Refuse: what is deleted would be read again; a wrong one is marked."""
        return False

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Compare folded letters with folded letters."""
        return super().get_search_results(request, queryset, words_key(search_term))

    @admin.display(description=gettext_lazy("مقالات"), ordering="article_count")
    def articles(self, name: Name) -> str:
        """Show how many public articles there are, and lead to the name's page."""
        if not name.article_count:
            return "—"
        return format_html(
            '<a href="{}">{}</a>', name.get_absolute_url(), name.article_count
        )

    def save_model(
        self, request: HttpRequest, obj: Name, form: Any, change: bool
    ) -> None:
        """Store what was changed and count anew both names it concerns."""
        before = form.initial.get("merged_into")
        super().save_model(request, obj, form, change)
        mark_stale([pk for pk in (obj.pk, obj.merged_into_id, before) if pk])

    @admin.action(
        description=gettext_lazy("ادمج الأسماء المختارة في اسم واحد"),
        permissions=["change"],
    )
    def merge(
        self, request: HttpRequest, queryset: QuerySet[Name]
    ) -> HttpResponse | None:
        """Ask which name stays; the others become its variants."""
        own = queryset.filter(merged_into__isnull=True)
        if own.count() < 2:
            messages.error(request, _("اختر اسمين أو أكثر ليست مدموجة في غيرها."))
            return None
        form = MergeForm(own, request.POST if "keep" in request.POST else None)
        if form.is_bound and form.is_valid():
            count = merge_names(form.cleaned_data["keep"], own, request)
            messages.success(request, _("أسماء دُمجت: %(n)d.") % {"n": count})
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": _("دمج الأسماء"),
            "opts": self.opts,
            "form": form,
            "rows": own,
            "lead": _(
                "تصير الأسماء الأخرى إملاءات للاسم الباقي وتُعدّ مقالاتها له. يُفصل الاسم "
                "متى شئت."
            ),
        }
        return TemplateResponse(request, "admin/articles/merge.html", context)

    @admin.action(
        description=gettext_lazy("افصل الأسماء المختارة عما دُمجت فيه"),
        permissions=["change"],
    )
    def split(self, request: HttpRequest, queryset: QuerySet[Name]) -> None:
        """Give merged names their own pages again."""
        ids = [pk for row in queryset.values_list("pk", "merged_into") for pk in row]
        self._change(request, queryset, _("فُصل"), merged_into=None)
        mark_stale([pk for pk in ids if pk])

    @admin.action(
        description=gettext_lazy("ليست أسماء: أخفها عن القراء"), permissions=["change"]
    )
    def reject(self, request: HttpRequest, queryset: QuerySet[Name]) -> None:
        """Hide what is no name, for good."""
        self._change(request, queryset, _("ليس اسمًا"), not_a_name=True)

    @admin.action(
        description=gettext_lazy("هي أسماء: أعدها إلى القراء"), permissions=["change"]
    )
    def restore(self, request: HttpRequest, queryset: QuerySet[Name]) -> None:
        """Show names again."""
        self._change(request, queryset, _("اسم"), not_a_name=False)

    def _change(
        self, request: HttpRequest, queryset: QuerySet[Name], told: str, **fields: Any
    ) -> None:
        names = list(queryset)
        with transaction.atomic():
            Name.objects.filter(pk__in=[name.pk for name in names]).update(**fields)
            LogEntry.objects.log_actions(editor(request).pk, names, CHANGE, told)
            owns = {name.merged_into_id for name in names if name.merged_into_id}
            mark_stale([*(name.pk for name in names), *owns])
        messages.success(request, _("أسماء تغيرت: %(n)d.") % {"n": len(names)})


@transaction.atomic
def merge_names(keep: Name, names: QuerySet[Name], request: HttpRequest) -> int:
    """Make ``names`` and their variants variants of ``keep``; give how many were."""
    others = list(names.exclude(pk=keep.pk))
    ids = [name.pk for name in others]
    Name.objects.filter(merged_into__in=ids).update(merged_into=keep)
    Name.objects.filter(pk__in=ids).update(merged_into=keep)
    told = _("دُمج في «%s»") % keep.name
    LogEntry.objects.log_actions(editor(request).pk, others, CHANGE, told)
    mark_stale([keep.pk, *ids])
    return len(others)
