"""The forms of saved searches."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from search.forms import HEADING_FIELDS, SearchForm
from search.saved.models import Frequency, SavedSearch

PLACE_FIELDS = ("page", "sort", *(f"{name}_like" for name in HEADING_FIELDS))
"""What an address says of the reader's place in a search, not of the search."""

NO_QUESTION = {"q", "synonyms", "reprints"}
"""An address with these alone, and no words, asks for nothing."""


def followed_query(query: QueryDict) -> str:
    """Give what an address asks, without the reader's place in it; "" for nothing."""
    asked = query.copy()
    for name in PLACE_FIELDS:
        asked.pop(name, None)
    form = SearchForm(asked)
    has_words = bool(form.request().text.strip())
    return asked.urlencode() if has_words or set(asked) - NO_QUESTION else ""


class SavedSearchForm(forms.ModelForm):  # type: ignore[type-arg]
    """The name of a saved search, and how its owner is told what is new."""

    class Meta:
        model = SavedSearch
        fields = ("name", "frequency")

    def clean_frequency(self) -> str:
        """Promise letters only where they can be sent."""
        frequency: str = self.cleaned_data["frequency"]
        if frequency != Frequency.NONE:
            if not settings.DIGESTS:
                raise forms.ValidationError(
                    _("هذا الأرشيف لا يرسل بريدًا الآن؛ تابع الخلاصة.")
                )
            if not self.instance.owner.email:
                raise forms.ValidationError(_("ليس في حسابك بريد؛ يضيفه مدير الأرشيف."))
        return frequency


class NewSearchForm(forms.Form):
    """What the search page sends: the query of its address, and a name for it."""

    query = forms.CharField(max_length=4000, strip=False, widget=forms.HiddenInput)
    name = forms.CharField(label=_("الاسم"), max_length=160, required=False)

    def clean(self) -> dict[str, Any]:
        """Keep what is asked; name what has no name after its words."""
        fields: dict[str, Any] = super().clean() or {}
        asked = QueryDict(fields.get("query", ""))
        fields["query"] = query = followed_query(asked)
        if not query or len(query) > 4000:
            raise forms.ValidationError(_("لا سؤال هنا يُحفظ."))
        words = SearchForm(asked).request().text.strip()
        fields["name"] = fields.get("name") or words[:160] or str(_("بحث"))
        return fields
