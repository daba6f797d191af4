"""The form of one article, safe from two editors who save over each other."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.forms.fields import BodyField, NameField, PublishedField
from articles.models import Article
from articles.storing.content import published_fields

_BESIDE = frozenset({"why", "seen_version"})
"""Fields of the form that are no fields of an article."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that two editors changed at once: what each of them wrote."""

    label: str
    theirs: str
    yours: str


class ArticleForm(forms.ModelForm):
    """One article by hand.

    Every field carries what the editor was shown (``show_hidden_initial``), so
    ``changed_data`` is what *this* editor changed. Where somebody else saved in
    between, nothing is stored: fields this editor left alone take the newer value,
    fields both changed are listed in ``conflicts``, and the form may be sent again.
    """

    title = NameField(
        label=_("العنوان"),
        max_length=500,
        widget=forms.TextInput(attrs={"dir": "auto", "class": "vTextField"}),
    )
    body = BodyField(
        label=_("النص"),
        widget=forms.Textarea(attrs={"dir": "auto", "rows": 24}),
        help_text=_("سطر فارغ بين كل فقرتين. تُستخرج الأرقام من جديد إذا تغير النص."),
    )
    published = PublishedField(label=_("تاريخ النشر"), required=False)
    why = NameField(
        label=_("سبب التعديل"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "class": "vTextField"}),
        help_text=_("يُحفظ مع الإصدار في تاريخ المقال."),
    )
    seen_version = forms.IntegerField(
        label=_("الإصدار الذي فُتح"), widget=forms.HiddenInput, required=False
    )

    class Meta:
        model = Article
        fields = (
            "title",
            "body",
            "outlet",
            "section",
            "author",
            "byline",
            "dateline_place",
            "agency",
            "url",
        )
        field_classes = {
            "byline": NameField,
            "dateline_place": NameField,
            "agency": NameField,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.conflicts: list[Conflict] = []
        self.initial.setdefault("published", self.instance.published_iso)
        self.initial["seen_version"] = self.instance.version
        for name, field in self.fields.items():
            field.show_hidden_initial = name not in _BESIDE and bool(self.instance.pk)

    def is_multipart(self) -> bool:
        """Send Arabic letters as two bytes each instead of six."""
        return True

    def clean(self) -> dict[str, Any]:
        """Refuse to save over what somebody else has saved meanwhile."""
        cleaned = super().clean() or self.cleaned_data
        if self.instance.pk and cleaned.get("seen_version") != self.instance.version:
            self._merge_with_stored()
            raise ValidationError(
                _(
                    "حفظ محرر آخر هذا المقال بعد أن فتحته، فلم يُحفظ شيء. قارن النصين "
                    "في أعلى الصفحة ثم احفظ من جديد ليبقى ما في الحقول الآن."
                ),
                code="conflict",
            )
        if "published" in self.changed_data and "published" in cleaned:
            for name, value in published_fields(cleaned["published"]).items():
                setattr(self.instance, name, value)
        return cleaned

    def _merge_with_stored(self) -> None:
        stored = type(self)(instance=Article.objects.get(pk=self.instance.pk))
        yours = set(self.changed_data) - _BESIDE
        data = dict(self.data.items())
        for name in self.fields:
            if name == "why":
                continue
            theirs = stored[name].value()
            text = "" if theirs is None else str(theirs)
            data[self.add_initial_prefix(name)] = text
            if name not in yours:
                data[self.add_prefix(name)] = text
            elif stored.shown(name) != self.shown(name):
                label = str(self.fields[name].label)
                self.conflicts.append(
                    Conflict(label, stored.shown(name), self.shown(name))
                )
        self.data = data

    def shown(self, name: str) -> str:
        """Give a field's value as an editor reads it: a heading by its name."""
        value, field = self[name].value(), self.fields[name]
        if isinstance(field, forms.ModelChoiceField):
            with suppress(ValidationError):  # no such heading: show what was sent
                return str(field.to_python(value) or "")
        return "" if value is None else str(value).replace("\r\n", "\n")
