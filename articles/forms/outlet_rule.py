"""The form of an outlet's rule: plain words that can be understood."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from articles.corpus.raw_article import RuleKind
from articles.corpus.raw_article.characters import FORBIDDEN
from articles.corpus.raw_article.line_rules import LinePattern, read_pattern
from articles.models import OutletRule

_CUTTING = (RuleKind.DROP_LINE, RuleKind.CUT_FROM, RuleKind.SIGNATURE)


class OutletRuleForm(forms.ModelForm):
    """Asks for the outlet, what is to be done, and the line it is done with."""

    class Meta:
        model = OutletRule
        fields = ("outlet", "kind", "words")

    def clean_words(self) -> str:
        """Leave nothing invisible in the words, and refuse what names no line."""
        words = " ".join(FORBIDDEN.sub("", self.cleaned_data["words"]).split())
        try:
            read_pattern(words)
        except ValueError as fault:
            told = _("اكتب كلمة واحدة على الأقل من السطر.")
            raise forms.ValidationError(told) from fault
        return words

    def clean(self) -> dict[str, Any]:
        """Refuse a rule that fits too much, or that the outlet has already."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        kind, words = cleaned.get("kind"), cleaned.get("words")
        if not kind or not words:
            return cleaned
        if fault := _fault(RuleKind(kind), read_pattern(words)):
            self.add_error("words", fault)
        same = OutletRule.objects.filter(kind=kind, outlet=cleaned.get("outlet"))
        for other in same.exclude(pk=self.instance.pk):
            if read_pattern(other.words) == read_pattern(words):
                self.add_error("words", _("لهذا المصدر القاعدة نفسها: «%s».") % other)
        return cleaned


def _fault(kind: RuleKind, pattern: LinePattern) -> str:
    count = sum(map(len, pattern.runs))
    if kind is RuleKind.TITLE_TAIL:
        plain = len(pattern.runs) == 1 and not (pattern.any_before or pattern.any_after)
        return "" if plain else _("تُكتب كلمات آخر العنوان كما هي، بلا «…».")
    if kind in _CUTTING and pattern.any_before and pattern.any_after and count < 2:
        return _("كلمة واحدة بين «…» و«…» في أسطر كثيرة من النص؛ زدها كلمة.")
    return ""
