"""Fields of the editors' forms: names, texts and dates as people type them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.corpus.arabic import plain_digits
from articles.corpus.dates import read_stamp
from articles.corpus.raw_article.characters import FORBIDDEN, clean_name

_YEAR_FIRST = re.compile(r"(\d{4})(?:[-/.](\d\d?)(?:[-/.](\d\d?))?)?")
_DAY_FIRST = re.compile(r"(?:(\d\d?)[-/.])?(\d\d?)[-/.](\d{4})")
_CLOCK = re.compile(r"(?<![\sT،|])[\sT،|]++(\d\d?):(\d\d)(?::\d\d)?$")


class NameField(forms.CharField):
    """One line shown inside other sentences: nothing invisible is left in it."""

    def to_python(self, value: Any) -> str:
        """Clean ``value`` as the names read from raw texts are cleaned."""
        return clean_name(super().to_python(value) or "")


class BodyField(forms.CharField):
    """Paragraphs divided by one empty line, without control characters."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        """Bring a browser's line breaks to the archive's own."""
        text = FORBIDDEN.sub("", super().to_python(value) or "")
        lines = [line.strip() for line in text.splitlines()]
        paragraphs = re.split(r"\n{2,}", "\n".join(lines).strip())
        return "\n\n".join(part for part in paragraphs if part)


class PublishedField(forms.CharField):
    """A date of publication as exactly as it is known; gives its ISO form.

    Day first, digits of any family, or as a newspaper prints it: «22/3/2017 21:38»,
    «٣/٢٠١٧», «2017», «22 آذار 2017» give "2017-03-22T21:38", "2017-03", "2017" and
    "2017-03-22".
    """

    default_error_messages = {
        "invalid": _("اكتب التاريخ مثل 22/3/2017 21:38 أو 3/2017 أو 2017."),
        "future": _("هذا التاريخ لم يأت بعد."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"dir": "auto"}))
        kwargs.setdefault(
            "help_text", _("اليوم أولا: 22/3/2017 21:38، أو 3/2017، أو 2017.")
        )
        super().__init__(max_length=80, **kwargs)

    def to_python(self, value: Any) -> str:
        """Read what was typed; raise ``ValidationError`` where it is no date."""
        text = plain_digits(super().to_python(value) or "").strip()
        if not text:
            return ""
        try:
            iso = _read_numbers(text) or _read_words(text)
        except ValueError:
            iso = ""
        if not iso:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        # The outlet's clock may be some hours ahead of ours.
        if iso > f"{timezone.now() + timedelta(days=1):%Y-%m-%d}~":
            raise ValidationError(self.error_messages["future"], code="future")
        return iso

    def prepare_value(self, value: Any) -> Any:
        """Show an ISO date as people write it."""
        return value.replace("T", " ") if isinstance(value, str) else value


def _read_numbers(text: str) -> str:
    clock = _CLOCK.search(text)
    day_text = text[: clock.start()] if clock else text
    if match := _YEAR_FIRST.fullmatch(day_text):
        year, month, day = match.groups()
    elif match := _DAY_FIRST.fullmatch(day_text):
        day, month, year = match.groups()
    else:
        return ""
    if clock and not day:
        return ""
    hour, minute = (int(part) for part in clock.groups()) if clock else (0, 0)
    moment = datetime(int(year), int(month or 1), int(day or 1), hour, minute)
    length = 16 if clock else 10 if day else 7 if month else 4
    return moment.isoformat()[:length]


def _read_words(text: str) -> str:
    stamp = read_stamp(text)
    if stamp is None or stamp.rest.strip():
        return ""
    length = {"year": 4, "month": 7, "day": 10}.get(stamp.precision, 16)
    return stamp.value.isoformat()[:length]
