"""The desk's pages for what search keeps."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from search.api.tokens import digest_of, new_secret
from search.language.analysis import analyze_forms
from search.models import ApiToken, SynonymGroup
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


@admin.register(ApiToken)
class ApiTokenAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Everyone at the desk makes, renames and withdraws tokens of their own."""

    fields = ("name", "active")
    list_display = ("name", "owner", "active", "created_at", "last_used")
    list_filter = ("active",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[ApiToken]:
        """Show those of others to the superuser alone."""
        tokens: QuerySet[ApiToken] = super().get_queryset(request)
        if request.user.is_superuser:
            return tokens
        return tokens.filter(owner=request.user.pk)

    def save_model(
        self, request: HttpRequest, obj: ApiToken, form: Any, change: bool
    ) -> None:
        """Make the secret of a new token and show it, this once."""
        if not change:
            secret = new_secret()
            obj.digest, obj.owner_id = digest_of(secret), int(request.user.pk or 0)
            told = _("انسخ الرمز الآن، فلن يُعرض ثانية: %(secret)s")
            self.message_user(request, told % {"secret": secret}, messages.WARNING)
        super().save_model(request, obj, form, change)
