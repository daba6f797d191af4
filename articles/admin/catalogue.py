"""Outlets, sections and authors: found in any spelling, counted, merged."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.editor import editor
from articles.admin.learned_lines import learned_of
from articles.editing.merging import merge
from articles.forms.fields import NameField
from articles.models import Author, Outlet, Section
from articles.models.catalogue import name_key


class HeadingForm(forms.ModelForm):
    """A heading by its name; another spelling of one that exists is refused."""

    name = NameField(
        label=gettext_lazy("الاسم"),
        max_length=120,
        widget=forms.TextInput(attrs={"dir": "auto", "class": "vTextField"}),
    )

    def clean_name(self) -> str:
        """Refuse a name without letters, and one that is taken in any spelling."""
        name: str = self.cleaned_data["name"]
        key = name_key(name)[:120]
        if not key:
            raise forms.ValidationError(_("ليس في الاسم حرف يُقرأ."))
        same = self._meta.model.objects.filter(key=key).exclude(pk=self.instance.pk)
        if twin := same.first():
            raise forms.ValidationError(
                _("هذا الاسم موجود بإملاء آخر: «%s».") % twin.name
            )
        merged = self._meta.model.objects.filter(aliases__key=key)
        if heading := merged.exclude(pk=self.instance.pk).first():
            raise forms.ValidationError(_("دُمج هذا الاسم في «%s».") % heading.name)
        return name


class MergeForm(forms.Form):
    """Asks which of the chosen headings stays."""

    def __init__(self, headings: QuerySet[Any], data: Any = None) -> None:
        super().__init__(data)
        self.fields["keep"] = forms.ModelChoiceField(
            headings, label=_("الاسم الباقي"), widget=forms.RadioSelect
        )


class HeadingAdmin(admin.ModelAdmin):
    """The list of one kind of heading."""

    form = HeadingForm
    search_fields = ("key",)
    search_help_text = gettext_lazy("الاسم بأي إملاء.")
    actions = ("merge",)
    readonly_fields: ClassVar[tuple[str, ...]] = ("merged_names",)
    list_per_page = 100

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Count the articles in the list's own query."""
        queryset = super().get_queryset(request)
        counted: QuerySet[Any] = queryset.annotate(article_count=Count("articles"))
        return counted

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Compare folded letters with folded letters."""
        return super().get_search_results(request, queryset, name_key(search_term))

    @admin.display(description=gettext_lazy("أسماء دُمجت فيه"))
    def merged_names(self, heading: Any) -> str:
        """List the names that lead here, with the way to their list."""
        names = "، ".join(alias.name for alias in heading.aliases.all())
        if not names:
            return "—"
        address = reverse("admin:articles_alias_changelist")
        field = self.opts.model_name
        return format_html(
            '<a href="{}?{}__id__exact={}"><bdi>{}</bdi></a>',
            *(address, field, heading.pk, names),
        )

    @admin.display(description=gettext_lazy("عدد المقالات"), ordering="article_count")
    def article_count(self, heading: Any) -> str:
        """Link to the heading's articles."""
        field = self.opts.model_name
        address = reverse("admin:articles_article_changelist")
        return format_html(
            '<a href="{}?{}__id__exact={}">{}</a>',
            address,
            field,
            heading.pk,
            heading.article_count,
        )

    def has_merge_permission(self, request: HttpRequest) -> bool:
        """Tell whether the user may merge: a merge deletes and changes headings."""
        return self.has_delete_permission(request) and request.user.has_perm(
            "articles.change_article"
        )

    @admin.action(
        description=gettext_lazy("دمج الأسماء المختارة في اسم واحد"),
        permissions=["merge"],
    )
    def merge(
        self, request: HttpRequest, queryset: QuerySet[Any]
    ) -> HttpResponse | None:
        """Ask which name stays, then move the articles of the others to it."""
        if queryset.count() < 2:
            messages.error(request, _("اختر اسمين أو أكثر لدمجهما."))
            return None
        form = MergeForm(queryset, request.POST if "keep" in request.POST else None)
        if form.is_bound and form.is_valid():
            keep = form.cleaned_data["keep"]
            count = merge(keep, queryset.exclude(pk=keep.pk), editor(request))
            messages.success(
                request,
                _("دُمجت الأسماء في «%(name)s»؛ مقالات نُقلت: %(count)d.")
                % {"name": keep.name, "count": count},
            )
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": _("دمج الأسماء"),
            "opts": self.opts,
            "form": form,
            "rows": queryset,
            "lead": _(
                "تُنقل مقالات الأسماء الأخرى إلى الاسم الباقي، وتبقى تلك الأسماء أسماء "
                "بديلة له: ما يصل بها لاحقا يُنسب إليه. يمكن فصلها من "
                "«الأسماء المدموجة»."
            ),
        }
        return TemplateResponse(request, "admin/articles/merge.html", context)


@admin.register(Outlet)
class OutletAdmin(HeadingAdmin):
    """Who published the articles."""

    list_display = ("name", "country", "article_count")
    fields = ("name", "country", "website", "time_zone", "notes", "merged_names")
    readonly_fields: ClassVar[tuple[str, ...]] = ("merged_names", "own_rules")

    def get_fields(self, request: HttpRequest, obj: Outlet | None = None) -> Any:
        """Lead from an outlet that is stored to its rules."""
        return (*self.fields, "own_rules") if obj else self.fields

    @admin.display(description=gettext_lazy("قواعد القراءة الخاصة به"))
    def own_rules(self, outlet: Outlet) -> str:
        """Count the rules of the outlet and link to them."""
        address = reverse("admin:articles_outletrule_changelist")
        return format_html(
            '<a href="{}?outlet__id__exact={}">{}</a> — <a href="{}">{}</a>',
            *(address, outlet.pk, outlet.rules.count()),
            *(learned_of(outlet.pk), _("ما تعلّمه الأرشيف من صفحاته")),
        )


@admin.register(Section)
class SectionAdmin(HeadingAdmin):
    """The parts of newspapers."""

    list_display = ("name", "article_count")
    fields = ("name", "merged_names")


@admin.register(Author)
class AuthorAdmin(HeadingAdmin):
    """Who signed the articles."""

    list_display = ("name", "article_count")
    fields = ("name", "merged_names")
