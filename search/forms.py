"""The search form: what stands in the address of a search page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from articles.corpus.arabic import plain_digits
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
