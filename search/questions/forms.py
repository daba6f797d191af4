"""The forms of the pages that count: trends, collocates, keyness."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from search.forms import SearchForm
from search.language.syntax import LONGEST_QUERY
from search.questions.collocates import WIDEST, WINDOW, CollocateRequest, Rank
from search.questions.periods import Grain
from search.questions.trends import MOST_QUERIES, Split, TrendRequest


def read_choice(form: forms.Form, name: str) -> str:
    """Give a choice of a form, "" (the first) where what was sent is none."""
    form.is_valid()
    return str(form.cleaned_data.get(name) or "")


class TrendForm(forms.Form):
    """How a trend is counted; the queries and filters are those of search."""

    grain = forms.ChoiceField(
        label=_("المدة"),
        required=False,
        choices=[
            (Grain.AUTO.value, _("شهور أو سنوات، بحسب الطول")),
            (Grain.MONTH.value, _("شهرًا شهرًا")),
            (Grain.YEAR.value, _("سنة سنة")),
        ],
    )
    by = forms.ChoiceField(
        label=_("التقسيم"),
        required=False,
        choices=[
            (Split.NONE.value, _("بلا تقسيم")),
            (Split.OUTLET.value, _("بحسب المصدر")),
            (Split.SECTION.value, _("بحسب القسم")),
        ],
    )
    measure = forms.ChoiceField(
        label=_("المقياس"),
        required=False,
        choices=[("", _("عدد المقالات")), ("share", _("حصتها من مقالات المدة"))],
    )
    reprints = forms.ChoiceField(
        label=_("النسخ المعادة"),
        required=False,
        choices=[("", _("تُعد كلها")), ("without", _("النسخة الأولى وحدها"))],
    )

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        self._query = data

    @property
    def measures_shares(self) -> bool:
        """Tell whether the chart shows shares and not counts."""
        return read_choice(self, "measure") == "share"

    def request(self) -> TrendRequest:
        """Give the request of the address; what can't be read is left out."""
        queries = self._query.getlist("q")[: 2 * MOST_QUERIES]
        return TrendRequest(
            queries=tuple(query[: 4 * LONGEST_QUERY] for query in queries),
            among=SearchForm(self._query).request(),
            grain=Grain(read_choice(self, "grain")),
            split=Split(read_choice(self, "by")),
            reprints=read_choice(self, "reprints") != "without",
        )


def boxes(queries: tuple[str, ...], most: int = MOST_QUERIES) -> list[dict[str, Any]]:
    """Give the boxes that queries are typed in, with empty ones to go on, numbered."""
    filled = list(queries[:most])
    empty = max(2 - len(filled), min(1, most - len(filled)))
    return [
        {"number": number, "value": value}
        for number, value in enumerate([*filled, *[""] * empty], start=1)
    ]


class CollocateForm(forms.Form):
    """How collocates are counted; the query and its filters are those of search."""

    window = forms.TypedChoiceField(
        label=_("النافذة"),
        required=False,
        coerce=int,
        choices=[(n, f"± {n}") for n in (WINDOW, 1, 2, 3, 4, 7, WIDEST)],
    )
    least = forms.TypedChoiceField(
        label=_("أقل ورود"),
        required=False,
        coerce=int,
        choices=[(n, str(n)) for n in (2, 1, 3, 5, 10, 20)],
    )
    rank = forms.ChoiceField(
        label=_("الترتيب"),
        required=False,
        choices=[
            (Rank.DICE.value, "logDice"),
            (Rank.LIKELIHOOD.value, _("نسبة الأرجحية")),
            (Rank.COUNT.value, _("العدد")),
        ],
    )
    grammar = forms.ChoiceField(
        label=_("الأدوات"),
        required=False,
        choices=[("", _("بلا «في» و«من» وأمثالهما")), ("1", _("معها"))],
    )

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        self._query = data

    def request(self) -> CollocateRequest:
        """Give the request of the address; what can't be read is left out."""
        self.is_valid()
        chosen = self.cleaned_data
        return CollocateRequest(
            search=SearchForm(self._query).request(),
            window=chosen.get("window") or WINDOW,
            least=chosen.get("least") or 2,
            grammar=chosen.get("grammar") == "1",
            rank=Rank(chosen.get("rank") or Rank.DICE),
        )
