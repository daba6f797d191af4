"""What a decision over many articles asks for before it is carried out."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.editing.decisions import Terms
from articles.forms.fields import NameField
from articles.models import Outlet, Section


class PlainForm(forms.Form):
    """A form that asks for nothing but a yes."""

    def terms(self) -> Terms:
        """Give the terms of the decision."""
        return Terms()


class WithdrawForm(PlainForm):
    """Why articles are withdrawn, and what stays of them."""

    reason = NameField(
        label=_("سبب السحب"),
        max_length=300,
        help_text=_("يقرؤه الزوار في صفحة المقال بعد سحبه."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    title_shown = forms.BooleanField(
        label=_("أبقِ العنوان ظاهرا في صفحة السحب"), required=False
    )

    def terms(self) -> Terms:
        """Give the reason and whether the title stays."""
        told = self.cleaned_data
        return Terms(reason=told["reason"], title_shown=told["title_shown"])


class ScheduleForm(PlainForm):
    """The moment articles are to be published at."""

    publish_at = forms.DateTimeField(
        label=_("موعد النشر"),
        widget=forms.DateTimeInput(
            attrs={"type": "datetime-local", "dir": "ltr"}, format="%Y-%m-%dT%H:%M"
        ),
        error_messages={"invalid": _("اكتب الموعد مثل 2030-03-22T21:38.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zone = timezone.get_current_timezone_name()
        self.fields["publish_at"].help_text = _("بتوقيت %s.") % zone

    def clean_publish_at(self) -> datetime:
        """Refuse a moment that is over."""
        moment: datetime = self.cleaned_data["publish_at"]
        if moment <= timezone.now():
            raise forms.ValidationError(_("هذا الموعد مضى."))
        return moment

    def terms(self) -> Terms:
        """Give the moment."""
        return Terms(publish_at=self.cleaned_data["publish_at"])


class HeadingsForm(forms.Form):
    """The outlet or section that many articles are given at once."""

    outlet = forms.ModelChoiceField(
        Outlet.objects.all(), label=_("المصدر"), required=False, empty_label=_("كما هو")
    )
    section = forms.ModelChoiceField(
        Section.objects.all(), label=_("القسم"), required=False, empty_label=_("كما هو")
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a form that changes nothing."""
        cleaned = super().clean() or self.cleaned_data
        if not any(cleaned.values()):
            raise forms.ValidationError(_("اختر مصدرا أو قسما."))
        return cleaned
