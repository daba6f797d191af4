"""What of the archive to take along."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.corpus.arabic import plain_digits
from articles.models import Author, Mention, Name, Outlet, Section
from articles.models.catalogue import Heading
from articles.models.name import words_key
from articles.querysets import ArticleQuerySet, met_by_readers

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
    """Numbers of articles with commas between or one by one: 4,8,15 or 4&ids=8."""

    class Widget(forms.TextInput):
        """Takes all values that an address has under the name."""

        def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
            """Join what stands under the name."""
            told = data.getlist(name) if hasattr(data, "getlist") else [data.get(name)]
            return ",".join(filter(None, told))

    widget = Widget

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


class PeriodField(forms.Field):
    """A year, a month or a day as its page shows it: 2014, 2014-08, 2014-08-05."""

    def to_python(self, value: Any) -> tuple[int, ...]:
        """Give its parts; raise for what is no period."""
        told = plain_digits(str(value or "").strip())
        if not told:
            return ()
        match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", told)
        try:
            parts = tuple(int(part) for part in match.groups() if part) if match else ()
            date(*(*parts, 1, 1)[:3])
        except (ValueError, TypeError) as wrong:
            raise ValidationError(_("اكتب سنة أو شهرًا أو يومًا: 2014-08.")) from wrong
        return parts


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
    period = PeriodField(required=False)
    name = forms.CharField(required=False, max_length=200)
    undated = forms.BooleanField(required=False)
    unknown_outlet = forms.BooleanField(required=False)

    SHOWN = ("outlet", "since", "until", "ids")
    """The fields readers fill in; lists lead here with the others."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        met = met_by_readers(Outlet.objects.all())
        self.fields["outlet"].queryset = met  # type: ignore[attr-defined]

    def clean_section(self) -> Section | None:
        """Find the section by its slug."""
        return _named(Section, self.cleaned_data["section"])

    def clean_author(self) -> Author | None:
        """Find the author by the slug."""
        return _named(Author, self.cleaned_data["author"])

    def clean_name(self) -> list[int]:
        """Find the names of these words, and those merged into them."""
        words = self.cleaned_data["name"].replace("-", " ")
        if not words:
            return []
        key = words_key(words)
        called = Q(key=key) | Q(merged_into__key=key) | Q(variants__key=key)
        found = list(Name.objects.filter(called).values_list("pk", flat=True))
        if not found:
            raise ValidationError(_("لا شيء بهذا الاسم."))
        return found

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
        if told["undated"]:
            articles = articles.undated()
        if told["unknown_outlet"]:
            articles = articles.filter(outlet=None)
        if told["name"]:
            articles = articles.filter(
                pk__in=Mention.objects.filter(name__in=told["name"]).values("article")
            )
        articles = _of_period(articles, *told["period"])
        return articles.filter(
            **{name: value for name, value in filters.items() if value}
        )

    def shown_fields(self) -> list[forms.BoundField]:
        """Give the fields that readers fill in."""
        return [self[name] for name in self.SHOWN]

    def kept(self) -> list[tuple[str, str]]:
        """Give the values of the other fields, which the form hands on unseen."""
        return [
            (name, self.data[name])
            for name in self.fields
            if name not in self.SHOWN and self.data.get(name)
        ]


def _of_period(
    articles: ArticleQuerySet, year: int = 0, month: int = 0, day: int = 0
) -> ArticleQuerySet:
    if day:
        return articles.of_day(date(year, month, day))
    if month:
        return articles.of_month(year, month)
    return articles.of_year(year) if year else articles


def _named(model: type[H], slug: str) -> H | None:
    found = model.objects.filter(slug=slug).first() if slug else None
    if slug and found is None:
        raise ValidationError(_("لا شيء بهذا الاسم."))
    return found
