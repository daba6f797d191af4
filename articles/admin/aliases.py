"""Merged names: listed, forgotten, parted again."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.editor import editor
from articles.editing.merging import unmerge
from articles.models import Alias
from articles.models.catalogue import name_key


@admin.register(Alias)
class AliasAdmin(admin.ModelAdmin):
    """The list of names that lead to another heading.

    Deleting one forgets the spelling: the next text that carries it makes it anew.
    """

    list_display = ("name", "kind", "leads_to", "moved", "created_at")
    list_filter = ("kind", "outlet", "section", "author")
    list_select_related = ("outlet", "section", "author")
    search_fields = ("key",)
    search_help_text = gettext_lazy("الاسم بأي إملاء.")
    actions = ("unmerge",)
    fields = readonly_fields = ("name", "kind", "leads_to", "moved", "created_at")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A name becomes an alias by a merge."""
        return False

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Alias], search_term: str
    ) -> tuple[QuerySet[Alias], bool]:
        """Compare folded letters with folded letters."""
        return super().get_search_results(request, queryset, name_key(search_term))

    @admin.display(description=gettext_lazy("يؤدي إلى"))
    def leads_to(self, alias: Alias) -> str:
        """Name the heading."""
        return format_html("<bdi>{}</bdi>", alias.heading.name)

    @admin.display(description=gettext_lazy("مقالات نُقلت"))
    def moved(self, alias: Alias) -> int:
        """Tell how many articles came with the name."""
        return len(alias.articles)

    @admin.action(
        description=gettext_lazy("فصل الأسماء المختارة من جديد"),
        permissions=["delete"],
    )
    def unmerge(self, request: HttpRequest, queryset: QuerySet[Alias]) -> None:
        """Make headings of the chosen names again."""
        for alias in queryset:
            heading = unmerge(alias, editor(request))
            messages.success(request, _("عاد «%s» اسما قائما بنفسه.") % heading.name)
