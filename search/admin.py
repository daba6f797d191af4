"""The desk's pages for what search keeps."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from search.language.analysis import analyze_forms
from search.models import SynonymGroup
from search.synonyms import LONGEST_NAME, MOST_NAMES, split_names


class SynonymGroupForm(forms.ModelForm):  # type: ignore[type-arg]
    """Takes two names or more, each of a few words."""

    class Meta:
        model = SynonymGroup
        fields = ("names", "active")

    def clean_names(self) -> str:
        """Refuse what would change no search."""
        names = list(dict.fromkeys(split_names(self.cleaned_data["names"])))
        if not 2 <= len(names) <= MOST_NAMES:
            raise ValidationError(
                _("اكتب اسمين على الأقل و%(most)s على الأكثر، بينها فواصل."),
                params={"most": MOST_NAMES},
            )
        for name in names:
            if not 0 < len(analyze_forms(name)) <= LONGEST_NAME:
                raise ValidationError(
                    _("«%(name)s» ليس اسمًا من كلمة إلى %(most)s كلمات."),
                    params={"name": name, "most": LONGEST_NAME},
                )
        return "، ".join(names)


@admin.register(SynonymGroup)
class SynonymGroupAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Groups of names that search takes for one."""

    form = SynonymGroupForm
    list_display = ("names", "active")
    list_editable = ("active",)
    list_filter = ("active",)
    search_fields = ("names",)
