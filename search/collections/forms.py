"""The forms of collections."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Figure
from search.collections.models import Collection, CollectionItem


class CollectionForm(forms.ModelForm):  # type: ignore[type-arg]
    """The title, the notes and the readers of a collection."""

    class Meta:
        model = Collection
        fields = ("title", "notes", "sharing")
        widgets = {"notes": forms.Textarea(attrs={"rows": 3, "dir": "auto"})}


class ItemForm(forms.ModelForm):  # type: ignore[type-arg]
    """What the owner says of an item."""

    class Meta:
        model = CollectionItem
        fields = ("note", "tags")
        widgets = {"note": forms.Textarea(attrs={"rows": 2, "dir": "auto"})}


class KeepForm(forms.Form):
    """An article or a figure, and the collection that is to keep it."""

    collection = forms.ModelChoiceField(
        Collection.objects.none(), label=_("المجموعة"), required=False
    )
    title = forms.CharField(label=_("أو مجموعة جديدة"), max_length=160, required=False)
    figure = forms.ModelChoiceField(
        Figure.objects.none(), label=_("رقم منه"), required=False
    )
    note = forms.CharField(
        label=_("ملاحظة"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
    tags = forms.CharField(label=_("وسوم، بينها فواصل"), max_length=200, required=False)

    def __init__(
        self, owner: AbstractBaseUser, article: Article, data: Any = None
    ) -> None:
        super().__init__(data)
        own = Collection.objects.filter(owner_id=owner.pk)
        for name, rows, empty in (
            ("collection", own, _("مجموعة جديدة")),
            ("figure", article.figures.order_by("start"), _("المقال كله")),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset, field.empty_label = rows, empty
        if data is None:
            self.initial["collection"] = own.first()

    def clean(self) -> dict[str, Any]:
        """Ask for a collection or the title of a new one."""
        fields: dict[str, Any] = super().clean() or {}
        if not fields.get("collection") and not fields.get("title", "").strip():
            raise forms.ValidationError(_("اختر مجموعة أو سمِّ مجموعة جديدة."))
        return fields
