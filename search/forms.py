"""The search form: what stands in the address of a search page."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from articles.corpus.arabic import plain_digits
from search.language.amounts import read_amount
from search.language.fields import QueryFields, write_query
from search.language.request import SearchRequest, Sort
from search.language.syntax import LONGEST_QUERY

PAGE_SIZE = 20

HEADING_FIELDS = ("outlet", "section", "author")


class DayField(forms.DateField):
    """A day; its digits may be ٠-٩."""

    widget = forms.DateInput(attrs={"type": "date", "class": "field"})

    def to_python(self, value: Any) -> Any:
        """Read the day with plain digits."""
        return super().to_python(
            plain_digits(value) if isinstance(value, str) else value
        )


class AdvancedForm(forms.Form):
    """The fields of a query; what they ask is written in the language of search."""

    words = forms.CharField(label=_("كل هذه الكلمات"), required=False, max_length=400)
    phrase = forms.CharField(
        label=_("هذه العبارة بحروفها"), required=False, max_length=200
    )
    either = forms.CharField(
        label=_("إحدى هذه الكلمات"), required=False, max_length=200
    )
    without = forms.CharField(label=_("وليس فيها هذه"), required=False, max_length=200)
    title = forms.CharField(label=_("في العنوان"), required=False, max_length=200)
    outlet = forms.CharField(label=_("المصدر"), required=False, max_length=120)
    section = forms.CharField(label=_("القسم"), required=False, max_length=120)
    author = forms.CharField(label=_("الكاتب"), required=False, max_length=120)
    since = DayField(label=_("من تاريخ"), required=False)
    until = DayField(label=_("إلى تاريخ"), required=False)
    low = forms.CharField(label=_("رقم من"), required=False, max_length=30)
    high = forms.CharField(label=_("رقم إلى"), required=False, max_length=30)
    noun = forms.CharField(label=_("مما يُعدّ"), required=False, max_length=60)

    def __init__(self, data: QueryDict | None = None, **options: Any) -> None:
        super().__init__(data, **options)
        for name, field in self.fields.items():
            field.widget.attrs.setdefault("dir", "auto")
            if name in HEADING_FIELDS:
                field.widget.attrs |= {"list": f"{name}s", "autocomplete": "off"}

    def _amount(self, name: str) -> str:
        text = str(self.cleaned_data.get(name, "")).strip()
        if text and read_amount(text) is None:
            raise forms.ValidationError(_("اكتب عددًا، مثل 3000 أو ٣ آلاف."))
        return text

    def clean_low(self) -> str:
        """Take a number in any digits."""
        return self._amount("low")

    def clean_high(self) -> str:
        """Take a number in any digits."""
        return self._amount("high")

    def query(self) -> str:
        """Write what a valid form asks."""
        values = {
            name: value.isoformat() if isinstance(value, date) else value or ""
            for name, value in self.cleaned_data.items()
        }
        return write_query(QueryFields(**values))


class SearchForm(forms.Form):
    """A question as the page asks it; a field that can't be read is left out."""

    q = forms.CharField(
        label=_("كلمات البحث"), required=False, max_length=4 * LONGEST_QUERY
    )
    since = DayField(label=_("من تاريخ"), required=False)
    until = DayField(label=_("إلى تاريخ"), required=False)
    sort = forms.ChoiceField(
        label=_("الترتيب"),
        required=False,
        choices=[
            (Sort.RELEVANCE.value, _("الأقرب إلى السؤال")),
            (Sort.NEWEST.value, _("الأحدث أولًا")),
            (Sort.OLDEST.value, _("الأقدم أولًا")),
        ],
    )

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        self._query = data

    def within(self) -> dict[str, str]:
        """Give the parts of names by which values of long facets are looked for."""
        return {
            name: text
            for name in HEADING_FIELDS
            if (text := self._query.get(f"{name}_like", "").strip()[:80])
        }

    def request(self, page: int = 1) -> SearchRequest:
        """Give the request of the form for a page, counted from 1."""
        self.is_valid()
        fields = self.cleaned_data
        return SearchRequest(
            text=fields.get("q", ""),
            outlets=tuple(self._query.getlist("outlet")),
            sections=tuple(self._query.getlist("section")),
            authors=tuple(self._query.getlist("author")),
            without_outlets=tuple(self._query.getlist("without_outlet")),
            without_sections=tuple(self._query.getlist("without_section")),
            without_authors=tuple(self._query.getlist("without_author")),
            since=fields.get("since"),
            until=fields.get("until"),
            synonyms=self._query.get("synonyms") != "0",
            sort=Sort(fields.get("sort") or Sort.RELEVANCE),
            start=(page - 1) * PAGE_SIZE,
            limit=PAGE_SIZE,
        )
