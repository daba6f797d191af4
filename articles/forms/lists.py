"""The filters above a list of articles: what of it a reader wants to see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Count
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from articles.models import Outlet, Section
from articles.presentation.counts import number

if TYPE_CHECKING:
    from articles.querysets import ArticleQuerySet

_HEADINGS: dict[str, type[Outlet | Section]] = {"outlet": Outlet, "section": Section}

MOST_CHOICES = 300
"""A list has no more choices than this; the rarest are left to the search."""

# Isolates keep a Latin name from pulling the count over to its other side.
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


class ListForm(forms.Form):
    """Outlet and section of a list, from what the list itself has.

    A choice is named by its slug and shown with its count: «المرفأ — 12». A field with
    nothing to choose between is left out, unless the address asks for it: then what it
    asks is answered beside the field.
    """

    outlet = forms.ChoiceField(label=_("المصدر"), required=False)
    section = forms.ChoiceField(label=_("القسم"), required=False)

    def __init__(self, data: QueryDict, articles: ArticleQuerySet) -> None:
        super().__init__(data)
        every = {"outlet": _("كل المصادر"), "section": _("كل الأقسام")}
        for name in list(self.fields):
            choices = _choices(articles, name)
            if len(choices) < 2 and not data.get(name):
                del self.fields[name]
                continue
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", every[name]), *choices]

    def narrow(self, articles: ArticleQuerySet) -> ArticleQuerySet:
        """Keep what is asked for; what can't be read asks for nothing."""
        self.is_valid()
        for name, slug in self.cleaned_data.items():
            if slug:
                articles = articles.filter(**{f"{name}__slug": slug})
        return articles

    @property
    def narrows(self) -> bool:
        """Tell whether something is left out of the list."""
        return self.is_valid() and any(self.cleaned_data.values())


def _choices(articles: ArticleQuerySet, name: str) -> list[tuple[str, Any]]:
    """Give slug and wording of the outlets or sections of a list, frequent first."""
    known = articles.filter(**{f"{name}__isnull": False})
    counted = known.order_by().values_list(name).annotate(count=Count("id"))
    counts = dict(counted.order_by("-count", name)[:MOST_CHOICES])
    headings = _HEADINGS[name].objects.only("slug", "name")
    found = headings.in_bulk(counts)
    shown = sorted(found.values(), key=lambda one: (-counts[one.pk], one.name))
    return [(one.slug, _with_count(one.name, counts[one.pk])) for one in shown]


def _with_count(name: str, count: int) -> str:
    return f"{_FIRST_STRONG_ISOLATE}{name}{_POP_ISOLATE} — {number(count)}"
