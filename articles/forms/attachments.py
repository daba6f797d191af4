"""The form that brings a file to an article."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class AttachmentForm(forms.Form):
    """One PDF."""

    file = forms.FileField(
        label=_("ملف PDF"),
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,application/pdf"}),
        help_text=_("يُحفظ كما هو إلى جانب المقال وينزّله القراء؛ لا يُقرأ نصه."),
        error_messages={
            "required": _("اختر ملفا."),
            "empty": _("الملف فارغ."),
        },
    )
