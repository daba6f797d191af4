"""Forms of an upload: its files, each file's fields, what all of them share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from articles.forms.fields import NameField, PublishedField

CHARSETS = {
    "": _("تلقائي"),
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "windows-1256": "Windows-1256",
    "iso-8859-6": "ISO-8859-6",
    "cp720": "CP720 (DOS)",
}


ACCEPTED = ",".join(
    (
        *(".txt", ".html", ".htm", ".xhtml", ".docx", ".csv", ".tsv", ".xlsx"),
        *(".json", ".jsonl", ".ndjson", ".eml", ".zip", ".warc", ".arc", ".gz"),
    )
)
"""What the browser offers to choose from; what is sent is looked at all the same."""


class FilesInput(forms.ClearableFileInput):
    """The browser's own field for many files; files can be dragged onto it."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One or many files. What is wrong with a single one is said in the preview."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """Give the files in the order in which they came."""
        files = [file for file in data or [] if file]
        if not files and self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        return files


class UploadForm(forms.Form):
    """One or many files of any readable format, and what is known of all of them."""

    texts = FilesField(
        label=_("الملفات"),
        widget=FilesInput(attrs={"accept": ACCEPTED}),
        help_text=_(
            "نصوص وصفحات HTML وملفات Word وExcel وCSV وJSON وبريد EML وأرشيفات ZIP "
            "وWARC. اختر ملفا أو أكثر، أو اسحبها إلى هنا. لا يتجاوز الملف الواحد "
            "20 ميغابايت، ولا الرفع كله 24 ميغابايت."
        ),
        error_messages={"required": _("اختر ملفا واحدا على الأقل.")},
    )
    outlet = NameField(
        label=_("المصدر لكل الملفات"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"list": "outlets", "dir": "auto"}),
        help_text=_("يُعتمد لكل الملفات مهما ذُكر فيها. اتركه فارغا إن اختلفت المصادر."),
    )
    charset = forms.ChoiceField(
        label=_("ترميز الحروف"),
        choices=list(CHARSETS.items()),
        required=False,
        help_text=_("اتركه تلقائيا إلا إذا ظهرت الحروف مشوهة في المعاينة."),
    )


def _heading_field(label: Any, names: str, max_length: int = 120) -> NameField:
    return NameField(
        label=label,
        required=False,
        max_length=max_length,
        widget=forms.TextInput(attrs={"list": names, "dir": "auto"}),
    )


class ItemForm(forms.Form):
    """One file of an upload as the article it would become, to be corrected.

    Bound or not, ``initial`` holds what was read from the file; ``corrections`` is
    where the editor saw it otherwise.
    """

    keep = forms.BooleanField(label=_("أضف هذا المقال"), required=False)
    title = NameField(
        label=_("العنوان"),
        max_length=500,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        error_messages={"required": _("لا بد للمقال من عنوان.")},
    )
    outlet = _heading_field(_("المصدر"), "outlets")
    section = _heading_field(_("القسم"), "sections")
    author = _heading_field(_("الكاتب"), "authors")
    published = PublishedField(label=_("تاريخ النشر"), required=False)
    dateline_place = _heading_field(_("مكان الخبر"), "places")
    agency = _heading_field(_("الوكالة"), "agencies")
    charset = forms.ChoiceField(
        label=_("ترميز الحروف"), choices=list(CHARSETS.items()), required=False
    )

    FIELDS = (
        "title",
        "outlet",
        "section",
        "author",
        "published",
        "dateline_place",
        "agency",
    )


class ApplyToAllForm(forms.Form):
    """Fields that every file of an upload is to have; empty ones change nothing."""

    outlet = _heading_field(_("المصدر"), "outlets")
    section = _heading_field(_("القسم"), "sections")
    published = PublishedField(label=_("تاريخ النشر"), required=False)

    def chosen(self) -> dict[str, str]:
        """Give what was filled in, by field name."""
        return {name: value for name, value in self.cleaned_data.items() if value}


class UndoForm(forms.Form):
    """Asks whether articles that were changed since their upload go too."""

    include_changed = forms.BooleanField(
        label=_("واشمل المقالات التي عُدّلت بعد رفعها"), required=False
    )
