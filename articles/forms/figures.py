"""Forms about one figure: a reader's report, an editor's ruling."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.corpus.arabic import plain_digits
from articles.corpus.figures import Kind, Modifier
from articles.forms.fields import NameField
from articles.models import Fault
from articles.models.part import Part
from articles.presentation.figures import BOUNDS
from articles.presentation.method import KINDS

_LARGEST = Decimal(10) ** 24
_NUMBER = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
# ARABIC THOUSANDS and DECIMAL SEPARATOR, ARABIC COMMA, NO-BREAK SPACE
_SEPARATORS = {0x66C: ",", 0x66B: ".", 0x60C: ",", 0xA0: None, 0x20: None}


class ReportForm(forms.Form):
    """What a reader finds wrong. ``website`` is for machines: nobody sees it."""

    fault = forms.ChoiceField(
        label=_("ما الخطأ؟"), choices=Fault, widget=forms.RadioSelect
    )
    message = forms.CharField(
        label=_("ملاحظة (اختيارية)"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )
    website = forms.CharField(required=False)


class NumberField(forms.CharField):
    """A number in any digits, thousands apart or not; a comma is no decimal point."""

    def to_python(self, value: Any) -> str:
        """Give the number in plain digits, as many decimals as are stored; "" for
        none."""
        text = plain_digits(super().to_python(value) or "").translate(_SEPARATORS)
        if not text:
            return ""
        if not _NUMBER.fullmatch(text):
            raise forms.ValidationError(_("اكتب عددًا، مثل 2600000 أو 4.5."))
        number = Decimal(text.replace(",", ""))
        if abs(number) >= _LARGEST:
            raise forms.ValidationError(_("هذا العدد أكبر مما يُحفظ."))
        plain = f"{round(number, 6):f}"
        return plain.rstrip("0").rstrip(".") if "." in plain else plain


class RulingForm(forms.Form):
    """The values of a figure as an editor wants them, and why."""

    kind = forms.ChoiceField(
        label=_("النوع"), choices=[(kind.value, KINDS[kind][0]) for kind in Kind]
    )
    value = NumberField(
        label=_("القيمة"),
        required=False,
        max_length=40,
        help_text=_("بأي أرقام؛ وتبقى فارغة لتاريخ أو لعدد غير محدد."),
    )
    value_max = NumberField(
        label=_("إلى (لمدى أو نتيجة)"), required=False, max_length=40
    )
    modifier = forms.ChoiceField(
        label=_("المحدِّد"),
        required=False,
        choices=[
            ("", _("بلا حد")),
            *((each.value, BOUNDS.get(each.value, _("بين"))) for each in Modifier),
        ],
    )
    unit = NameField(
        label=_("الوحدة"),
        required=False,
        max_length=40,
        help_text=_("رمزها: USD أو % أو km أو year."),
        widget=forms.TextInput(attrs={"dir": "ltr"}),
    )
    noun = NameField(label=_("المعدود"), required=False, max_length=120)
    claimant = NameField(label=_("القائل"), required=False, max_length=200)
    reason = NameField(
        label=_("السبب"),
        required=False,
        max_length=500,
        help_text=_("يبقى مع القرار واسمك."),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a range that ends before it begins."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        low, high = cleaned.get("value"), cleaned.get("value_max")
        is_score = cleaned.get("kind") == Kind.SCORE
        if low and high and Decimal(high) < Decimal(low) and not is_score:
            self.add_error("value_max", _("نهاية المدى أصغر من بدايته."))
        if high and not low:
            self.add_error("value", _("اكتب بداية المدى أيضًا."))
        return cleaned


class AddedFigureForm(RulingForm):
    """A figure that was not read: the words, the sentence they stand in, the values.

    ``sentence`` is ``part:start`` of one of the ``sentences`` offered. What is left
    empty is read from the words themselves.
    """

    sentence = forms.ChoiceField(label=_("الجملة"), widget=forms.RadioSelect)
    quote = forms.CharField(
        label=_("كلمات الرقم كما وردت"),
        max_length=500,
        strip=True,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )

    field_order = ["sentence", "quote"]

    def __init__(
        self, sentences: list[tuple[str, str]], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sentence"].choices = sentences  # type: ignore[attr-defined]
        kind = self.fields["kind"]
        kind.required = False
        kind.choices = [("", _("كما تُقرأ الكلمات")), *kind.choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Find the words in the sentence; give their ``place``: part and start."""
        cleaned = super().clean()
        sentence, quote = cleaned.get("sentence"), cleaned.get("quote")
        if not sentence or not quote:
            return cleaned
        text = dict(self.fields["sentence"].choices)[sentence]  # type: ignore[attr-defined]
        if text.count(quote) != 1:
            self.add_error(
                "quote",
                _("الكلمات ليست في الجملة كما كتبتها؛ انسخها منها.")
                if quote not in text
                else _("تتكرر هذه الكلمات في الجملة؛ زد ما حولها حتى تتميز."),
            )
            return cleaned
        part, _colon, start = sentence.partition(":")
        cleaned["place"] = (Part(part), int(start) + text.index(quote))
        return cleaned
