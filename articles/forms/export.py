"""What of the archive to take along."""

from __future__ import annotations

from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.corpus.arabic import plain_digits
from articles.models import Author, Outlet, Section
from articles.models.catalogue import Heading
from articles.querysets import ArticleQuerySet

H = TypeVar("H", bound=Heading)

_MOST_IDS = 5_000
_LARGEST_ID = 2**63 - 1


class DayField(forms.DateField):
    """A day as 2014-08-05, in digits of any family."""

    widget = forms.DateInput(attrs={"type": "date"})

    def to_python(self, value: Any) -> Any:
        """Read the day."""
        return super().to_python(plain_digits(str(value or "")))


class IdsField(forms.CharField):
    """Numbers of articles with commas between: 4,8,15."""

    def to_python(self, value: Any) -> Any:
        """Give the numbers; raise for what is none."""
        parts = plain_digits(super().to_python(value) or "").replace("،", ",")
        told = [part.strip() for part in parts.split(",") if part.strip()]
        if len(told) > _MOST_IDS or not all(
            one.isascii() and one.isdigit() and int(one[:20]) <= _LARGEST_ID
            for one in told
        ):
            raise ValidationError(_("أرقام المقالات أعداد بينها فواصل: 4,8,15."))
        return [int(one) for one in told]


class ExportForm(forms.Form):
    """Filters as the address of an export has them; an empty form chooses all."""

    outlet = forms.ModelChoiceField(
        Outlet.objects.none(),
        to_field_name="slug",
        required=False,
        label=gettext_lazy("المصدر"),
        empty_label=gettext_lazy("كل المصادر"),
    )
    section = forms.CharField(required=False, max_length=140)
    author = forms.CharField(required=False, max_length=140)
    since = DayField(required=False, label=gettext_lazy("من يوم"))
    until = DayField(required=False, label=gettext_lazy("إلى يوم"))
    ids = IdsField(required=False, label=gettext_lazy("أرقام المقالات"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        met = Outlet.objects.filter(articles__status="published").distinct()
        self.fields["outlet"].queryset = met  # type: ignore[attr-defined]

    def clean_section(self) -> Section | None:
        """Find the section by its slug."""
        return _named(Section, self.cleaned_data["section"])

    def clean_author(self) -> Author | None:
        """Find the author by the slug."""
        return _named(Author, self.cleaned_data["author"])

    def chosen(self, articles: ArticleQuerySet) -> ArticleQuerySet:
        """Keep the articles that the valid form chooses."""
        told = self.cleaned_data
        filters = {
            "outlet": told["outlet"],
            "section": told["section"],
            "author": told["author"],
            "published_on__gte": told["since"],
            "published_on__lte": told["until"],
            "pk__in": told["ids"],
        }
        return articles.filter(
            **{name: value for name, value in filters.items() if value}
        )


def _named(model: type[H], slug: str) -> H | None:
    found = model.objects.filter(slug=slug).first() if slug else None
    if slug and found is None:
        raise ValidationError(_("لا شيء بهذا الاسم."))
    return found
