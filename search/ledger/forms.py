"""The form of the ledger: what stands in the address of its pages."""

from __future__ import annotations

from decimal import Decimal

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from articles.corpus.figures import Kind
from articles.presentation.figures import BOUNDS
from articles.presentation.method import KINDS
from search.forms import DayField
from search.language.amounts import read_amount
from search.language.syntax import LONGEST_QUERY
from search.ledger.question import DEEPEST_CLAIM
from search.ledger.request import LedgerRequest, Reports, Sort

PAGE_SIZE = 50

SORTS = (
    (Sort.NEWEST.value, _("الأحدث أولًا")),
    (Sort.OLDEST.value, _("الأقدم أولًا")),
    (Sort.HIGHEST.value, _("الأكبر أولًا")),
    (Sort.LOWEST.value, _("الأصغر أولًا")),
    (Sort.OUTLET.value, _("حسب المصدر")),
)


class AmountField(forms.CharField):
    """A number in any digits, with a word of scale or without: «3 آلاف»."""

    def clean(self, value: str) -> Decimal | None:
        """Read the number; None for nothing."""
        text = super().clean(value)
        amount = read_amount(text) if text else None
        if text and amount is None:
            raise forms.ValidationError(_("اكتب عددًا، مثل 3000 أو ٣ آلاف."))
        return amount


class LedgerForm(forms.Form):
    """A question to the ledger; a field that can't be read is left out."""

    q = forms.CharField(
        label=_("كلمات في المقال"), required=False, max_length=LONGEST_QUERY
    )
    noun = forms.CharField(label=_("ما يُعدّ"), required=False, max_length=80)
    min = AmountField(label=_("القيمة من"), required=False, max_length=30)
    max = AmountField(label=_("القيمة إلى"), required=False, max_length=30)
    kind = forms.ChoiceField(
        label=_("النوع"),
        required=False,
        choices=[
            ("", _("كل الأعداد")),
            *((str(kind), KINDS[kind][0]) for kind in Kind),
        ],
    )
    modifier = forms.ChoiceField(
        label=_("المحدِّد"),
        required=False,
        choices=[("", _("أي محدِّد")), *BOUNDS.items(), ("between", _("بين"))],
    )
    claimant = forms.CharField(label=_("القائل"), required=False, max_length=120)
    since = DayField(label=_("من تاريخ"), required=False)
    until = DayField(label=_("إلى تاريخ"), required=False)
    sort = forms.ChoiceField(label=_("الترتيب"), required=False, choices=SORTS)
    reports = forms.BooleanField(
        label=_("كل خبر مرة، ولو أعيد نشره"),
        required=False,
        widget=forms.CheckboxInput(attrs={"value": Reports.INDEPENDENT.value}),
    )
    minor = forms.BooleanField(
        label=_("الأرقام الثانوية أيضًا"),
        required=False,
        widget=forms.CheckboxInput(attrs={"value": "1"}),
    )

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        self._query = data
        for name in ("q", "noun", "min", "max", "claimant"):
            self.fields[name].widget.attrs |= {"dir": "auto", "autocomplete": "off"}

    @property
    def page_number(self) -> int:
        """Give the page asked for, counted from 1, no deeper than pages go."""
        number = self._query.get("page", "1")
        if not (number.isdecimal() and len(number) < 6):
            return 1
        return min(max(int(number), 1), DEEPEST_CLAIM // PAGE_SIZE)

    def request(self) -> LedgerRequest:
        """Give the request of the form."""
        self.is_valid()
        fields = self.cleaned_data
        name = self._query.get("name", "")
        return LedgerRequest(
            words=fields.get("q", ""),
            noun=fields.get("noun", ""),
            kinds=(fields["kind"],) if fields.get("kind") else (),
            low=fields.get("min"),
            high=fields.get("max"),
            modifier=fields.get("modifier", ""),
            unit=self._query.get("unit", "")[:40],
            outlet=self._query.get("outlet", "")[:140],
            section=self._query.get("section", "")[:140],
            claimant=fields.get("claimant", ""),
            name=int(name) if name.isdecimal() and len(name) < 12 else None,
            since=fields.get("since"),
            until=fields.get("until"),
            minor=fields.get("minor", False),
            reports=(Reports.INDEPENDENT if fields.get("reports") else Reports.ALL),
            sort=Sort(fields.get("sort") or Sort.NEWEST),
            page=self.page_number,
            size=PAGE_SIZE,
        )
