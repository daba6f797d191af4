"""The form that says what the columns of a table are."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.forms.fields import NameField
from articles.forms.uploads import CHARSETS
from articles.readers.tables import FIELDS, ColumnChoice, Table, names_of

FIELD_LABELS = {
    "title": _("العنوان"),
    "text": _("نص المقال"),
    "date": _("تاريخ النشر"),
    "outlet": _("المصدر"),
    "section": _("القسم"),
    "author": _("الكاتب"),
    "url": _("رابط الصفحة"),
}
_CHOICES = [("", _("لا يُقرأ")), *((name, FIELD_LABELS[name]) for name in FIELDS)]


class ColumnsForm(forms.Form):
    """One choice a column, counted from 0: ``column-0``, ``column-1``…

    ``choice`` is what the fields show at first.
    """

    profile = NameField(
        label=_("احفظ هذه الخريطة باسم"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text=_("تُعرض من جديد حين يأتي جدول بالأعمدة نفسها."),
    )

    def __init__(self, table: Table, choice: ColumnChoice, data: Any = None) -> None:
        super().__init__(data)
        self.names = names_of(table.rows[0], choice.named)
        self.named = choice.named
        for at, name in enumerate(self.names):
            self.fields[f"column-{at}"] = forms.ChoiceField(
                label=name,
                choices=_CHOICES,
                required=False,
                initial=choice.fields.get(name, ""),
            )

    @property
    def columns(self) -> list[forms.BoundField]:
        """The fields of the columns, in the order of the table."""
        return [self[f"column-{at}"] for at in range(len(self.names))]

    def clean(self) -> dict[str, Any]:
        """Ask for a column of texts, and for one column a field at most."""
        cleaned: dict[str, Any] = super().clean() or {}
        times = Counter(self.choice().fields.values())
        if not times["text"]:
            raise ValidationError(_("اختر العمود الذي فيه نص المقال."))
        for field, count in times.items():
            if field and count > 1:
                label = FIELD_LABELS[field]
                message = gettext("أكثر من عمود واحد لحقل «%s».") % label
                raise ValidationError(message)
        return cleaned

    def choice(self) -> ColumnChoice:
        """Give what was chosen."""
        fields = {
            name: self.cleaned_data.get(f"column-{at}", "")
            for at, name in enumerate(self.names)
        }
        return ColumnChoice(fields, self.named)


class FileCharsetForm(forms.Form):
    """The encoding of a whole file."""

    charset = forms.ChoiceField(
        label=_("ترميز الحروف"), choices=list(CHARSETS.items()), required=False
    )
